/**
 * `virsh`: libvirt's shell on the host. What it changes, it changes behind Nova's back.
 *
 * Upstream: libvirt tools/virsh.c (main, virshParseArgv), tools/vsh.c (vshCommandRun: an empty line after each command;
 * vshReportError). Simplified: no interactive mode, and the one connection is the host's own.
 */
import type { XmlDialect } from '../../../engine/libvirt/domain-xml.ts';
import { xmlDialect } from '../../../engine/nova/releases/release.ts';
import { cloudOf } from '../../../session/session.ts';
import { complain, print, type Call, type Command, type Outcome } from '../../command.ts';
import { attachDisk } from './attach-disk.ts';
import { fail, type VirshCall, type VirshCommand, type VirshGroup, type VirshLine, type VirshReply } from './call.ts';
import { completeVirsh } from './complete.ts';
import { detachDisk } from './detach-disk.ts';
import { commandHelp, usage } from './help.ts';
import { exitVirsh, help, hostname, libvirtVersion, quitVirsh, uri, URI, version } from './itself.ts';
import { domblklist, dominfo, domstate, list } from './monitor.ts';
import { domid, domname, domuuid, dumpxml } from './names.ts';
import { cutCommandString, optionsOf, parseCommand, type Parsed } from './parse.ts';
import { readSettings, type Settings } from './settings.ts';
import { destroy, reboot, reset, resume, shutdown, start, suspend } from './power.ts';

const GROUPS: readonly VirshGroup[] = [
  {
    keyword: 'domain',
    title: 'Domain Management',
    commands: [
      attachDisk,
      destroy,
      detachDisk,
      domid,
      domname,
      domuuid,
      dumpxml,
      reboot,
      reset,
      resume,
      shutdown,
      start,
      suspend
    ]
  },
  { keyword: 'monitor', title: 'Domain Monitoring', commands: [domblklist, dominfo, domstate, list] },
  { keyword: 'host', title: 'Host and Hypervisor', commands: [hostname, uri, version] },
  { keyword: 'virsh', title: 'Virsh itself', commands: [exitVirsh, help, quitVirsh] }
];

const COMMANDS: readonly VirshCommand[] = GROUPS.flatMap(({ commands }) => commands);

/** Commands that an operator may look for; the real virsh has them. */
const ELSEWHERE: ReadonlySet<string> = new Set(
  (
    'attach-device attach-interface autostart blockcommit blockcopy blockjob blockpull blockresize capabilities ' +
    'change-media connect console create define detach-device detach-interface domblkinfo domblkstat domifaddr ' +
    'domiflist domrename domstats domxml-to-native edit event managedsave migrate net-list nodeinfo pool-list ' +
    'qemu-agent-command qemu-monitor-command restore save screenshot secret-list set-user-password setmem setvcpus ' +
    'snapshot-create snapshot-create-as snapshot-list snapshot-revert undefine update-device vcpuinfo vncdisplay ' +
    'vol-list'
  ).split(' ')
);

function unknownCommand(name: string): string {
  if (!ELSEWHERE.has(name)) return `unknown command: '${name}'`;
  return `the lab's virsh has no '${name}'; see 'virsh help' for what it has`;
}

function show(call: Call, shows: NonNullable<Settings['shows']>, dialect: XmlDialect): Outcome {
  if (shows === 'help') return print(call, usage(GROUPS));
  if (shows === 'short version') return print(call, [libvirtVersion(dialect)]);
  const lines = [
    `Virsh command line tool of libvirt ${libvirtVersion(dialect)}`,
    'See web site at https://libvirt.org/'
  ];
  return print(call, [...lines, '']);
}

/** What stands in the way of a command that is written as it should be. */
function refuse(command: VirshCommand, call: VirshCall): VirshReply | null {
  const { given, dialect } = call;
  const both = command.exclusive?.find((pair) => pair.every((name) => given.has(name)));
  if (both) return fail(call, `Options --${both[0]} and --${both[1]} are mutually exclusive`);
  for (const { name, type, mayBeEmpty, isModelled } of optionsOf(command, dialect)) {
    if (type !== 'bool' && given.get(name) === '' && !mayBeEmpty) {
      return fail(call, `Failed to get option '${name}': Option argument is empty`);
    }
    if (given.has(name) && !isModelled) return fail(call, `the lab cannot do what --${name} asks for; leave it out`);
  }
  return null;
}

/** Runs one command; an empty line ends what it prints, unless quiet. */
function runOne(base: Omit<VirshCall, 'given'>, { command, given, wantsHelp }: Parsed): Outcome {
  const { dialect, isQuiet } = base;
  const call: VirshCall = { ...base, given };
  const reply = wantsHelp
    ? { ...fail(call), lines: asLines(commandHelp(command, dialect)), isDone: true }
    : (refuse(command, call) ?? command.run(call));
  const endsLine = isQuiet || command.isSilent || reply.isUnterminated;
  const lines = [...reply.lines, ...(endsLine ? [] : asLines(['']))].filter(({ isExtra }) => !(isQuiet && isExtra));
  return {
    terminal: reply.terminal,
    lines: lines.map(({ stream, text }) => ({ stream, text })),
    exit: reply.isDone ? 0 : 1
  };
}

function asLines(texts: readonly string[]): readonly VirshLine[] {
  return texts.map((text) => ({ stream: 'stdout', text, isExtra: false }));
}

function run(call: Call): Outcome {
  const dialect = xmlDialect(cloudOf(call.terminal.session).lab.release);
  const settings = readSettings(call.words);
  if (typeof settings === 'string') return complain(call, 1, `error: ${settings}`);
  const { isQuiet, isReadOnly, shows, uri: wanted, rest } = settings;
  if (shows !== null) return show(call, shows, dialect);
  if (rest.length === 0) {
    const advice = 'put the command on the same line, as in: virsh list --all';
    return complain(call, 1, `error: the lab's virsh has no interactive mode; ${advice}`);
  }
  if (wanted !== URI) {
    const reason = `no connection driver available for ${wanted}`;
    return complain(call, 1, 'error: failed to connect to the hypervisor', `error: ${reason}`);
  }
  const commands: Parsed[] = [];
  for (const words of rest.length === 1 ? cutCommandString(rest[0] ?? '') : [rest]) {
    const parsed = parseCommand(COMMANDS, words, dialect, unknownCommand);
    if (!parsed.ok) return complain(call, 1, ...parsed.error.split('\n').map((line) => `error: ${line}`));
    commands.push(parsed.value);
  }
  let outcome: Outcome = { terminal: call.terminal, lines: [], exit: 0 };
  for (const parsed of commands) {
    const base = { terminal: outcome.terminal, dialect, isQuiet, isReadOnly, groups: GROUPS };
    const next = runOne(base, parsed);
    outcome = { ...next, lines: [...outcome.lines, ...next.lines] };
  }
  return outcome;
}

export const virsh: Command = {
  name: 'virsh',
  summary: 'the domain, as libvirt knows it; what it changes, Nova does not know of',
  run,
  complete: (completion) => completeVirsh(GROUPS, completion)
};
