/**
 * The help that virsh prints.
 *
 * Upstream: libvirt tools/vsh.c (cmdHelp, vshCmdHelp, vshCmdGrpHelp), tools/virsh.c (virshUsage). Only what the lab has
 * is listed.
 */
import type { XmlDialect } from '../../../engine/libvirt/domain-xml.ts';
import type { VirshCommand, VirshGroup } from './call.ts';
import type { VirshOption } from './option.ts';
import { optionsOf } from './parse.ts';

function synopsis({ type, name }: VirshOption): string {
  if (type === 'data') return ` <${name}>`;
  return type === 'bool' ? ` [--${name}]` : ` [--${name} <string>]`;
}

function written({ type, name }: VirshOption): string {
  if (type === 'data') return `[--${name}] <string>`;
  return type === 'bool' ? `--${name}` : `--${name} <string>`;
}

/** `help attach-disk`. */
export function commandHelp(command: VirshCommand, dialect: XmlDialect): readonly string[] {
  const options = optionsOf(command, dialect).filter((option) => option.alias === null);
  const helpOf = ({ help, help3 }: VirshOption) => (dialect === '3' ? (help3 ?? help) : help);
  const described = command.description === '' ? [] : ['', '  DESCRIPTION', `    ${command.description}`];
  const explained = options.map((option) => `    ${written(option).padEnd(15)}  ${helpOf(option)}`);
  return [
    '  NAME',
    `    ${command.name} - ${command.help}`,
    '',
    '  SYNOPSIS',
    `    ${command.name}${options.map(synopsis).join('')}`,
    ...described.flatMap((line) => line.split('\n')),
    ...(explained.length > 0 ? ['', '  OPTIONS', ...explained] : []),
    ''
  ];
}

function listed({ commands }: VirshGroup): readonly string[] {
  return commands.map(({ name, help }) => `    ${name.padEnd(30)} ${help}`);
}

/** `help monitor`. */
export function groupHelp(group: VirshGroup): readonly string[] {
  return [` ${group.title} (help keyword '${group.keyword}'):`, ...listed(group)];
}

/** `help`. */
export function allHelp(groups: readonly VirshGroup[]): readonly string[] {
  return ['Grouped commands:', '', ...groups.flatMap((group) => [...groupHelp(group), ''])];
}

/** `virsh --help`. */
export function usage(groups: readonly VirshGroup[]): readonly string[] {
  return [
    '',
    'virsh [options]... [<command_string>]',
    'virsh [options]... <command> [args...]',
    '',
    '  options:',
    '    -c | --connect=URI      hypervisor connection URI',
    '    -h | --help             this help',
    '    -q | --quiet            quiet mode',
    '    -r | --readonly         connect readonly',
    '    -v                      short version',
    '    -V                      long version',
    '         --version[=TYPE]   version, TYPE is short or long (default short)',
    '  commands (non interactive mode):',
    '',
    ...groups.flatMap((group) => [` ${group.title} (help keyword '${group.keyword}')`, ...listed(group), '']),
    '',
    '  (specify help <group> for details about the commands in the group)',
    '',
    '  (specify help <command> for details about the command)',
    ''
  ];
}
