/**
 * `virsh`: libvirt's shell on the host. What it changes, it changes behind Nova's back.
 *
 * Upstream: libvirt tools/virsh.c (main, virshParseArgv), tools/vsh.c (vshCommandRun: an empty line after each command;
 * vshReportError). Simplified: no interactive mode, and the one connection is the host's own.
 */
import type { XmlDialect } from '../../../engine/libvirt/domain-xml.ts';
import { xmlDialect } from '../../../engine/nova/releases/release.ts';
import { cloudOf } from '../../../session/session.ts';
import { complain, print, type Call, type Command, type Completion, type Outcome } from '../../command.ts';
import type { Terminal } from '../../terminal.ts';
import { attachDisk } from './attach-disk.ts';
import { fail, type VirshCall, type VirshCommand, type VirshGroup, type VirshLine, type VirshReply } from './call.ts';
import { detachDisk } from './detach-disk.ts';
import { commandHelp, usage } from './help.ts';
import { exitVirsh, help, hostname, libvirtVersion, quitVirsh, uri, URI, version } from './itself.ts';
import { domblklist, dominfo, domstate, list } from './monitor.ts';
import { domid, domname, domuuid, dumpxml } from './names.ts';
import { cutCommandString, optionsOf, parseCommand, type Parsed } from './parse.ts';
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

/** What the options before the command say. */
interface Settings {
  readonly isQuiet: boolean;
  readonly isReadOnly: boolean;
  readonly shows: 'short version' | 'long version' | 'help' | null;
  readonly uri: string;
  readonly rest: readonly string[];
}

const FLAGS: Readonly<Record<string, Partial<Settings>>> = {
  q: { isQuiet: true },
  quiet: { isQuiet: true },
  r: { isReadOnly: true },
  readonly: { isReadOnly: true },
  h: { shows: 'help' },
  help: { shows: 'help' },
  v: { shows: 'short version' },
  version: { shows: 'short version' },
  'version=short': { shows: 'short version' },
  'version=long': { shows: 'long version' },
  V: { shows: 'long version' }
};

const NO_ARGUMENT = "option '-c'/'--connect' requires an argument";

/** Reads the options up to the first word that is none; what is wrong with them where something is. */
function readSettings(words: readonly string[]): Settings | string {
  let settings: Settings = { isQuiet: false, isReadOnly: false, shows: null, uri: URI, rest: [] };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const following = words[at + 1];
    if (word === '--') return { ...settings, rest: words.slice(at + 1) };
    if (!word.startsWith('-') || word === '-') return { ...settings, rest: words.slice(at) };
    if (word.startsWith('--connect=')) {
      settings = { ...settings, uri: word.slice('--connect='.length) };
    } else if (word === '-c' || word === '--connect') {
      if (following === undefined) return NO_ARGUMENT;
      settings = { ...settings, uri: following };
      at++;
    } else {
      for (const flag of word.startsWith('--') ? [word.slice(2)] : word.slice(1)) {
        if (!(flag in FLAGS)) return `unsupported option '${word}'. See --help.`;
        settings = { ...settings, ...FLAGS[flag] };
      }
    }
    if (settings.shows !== null) return settings;
  }
  return settings;
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

/** Words for the place after those of a command that are there already. */
function completeOptions(command: VirshCommand, terminal: Terminal, before: readonly string[], typed: string) {
  const options = optionsOf(command, xmlDialect(cloudOf(terminal.session).lab.release));
  const waiting = (word: string | undefined) =>
    options.find(({ type, name }) => type !== 'bool' && word === `--${name}`);
  const named = waiting(before.at(-1));
  if (named) return named.complete(terminal);
  if (typed.startsWith('-')) {
    return options.flatMap(({ name, isModelled }) =>
      isModelled && !before.includes(`--${name}`) ? [`--${name}`] : []
    );
  }
  const taken = before.flatMap((word) => waiting(word)?.name ?? []);
  const plain = before.filter((word, index) => !word.startsWith('--') && !waiting(before[index - 1])).length;
  const places = options.filter(({ type, name }) => type === 'data' && !taken.includes(name));
  return places[plain]?.complete(terminal) ?? [];
}

function complete({ terminal, before, typed }: Completion): readonly string[] {
  const start = before.findIndex((word) => !word.startsWith('-'));
  if (start === -1) {
    return typed.startsWith('-')
      ? ['--connect', '--help', '--quiet', '--readonly', '--version']
      : COMMANDS.map(({ name }) => name);
  }
  const name = before[start];
  if (name === 'help') return [...COMMANDS.map((one) => one.name), ...GROUPS.map(({ keyword }) => keyword)];
  const command = COMMANDS.find((one) => one.name === name);
  return command ? completeOptions(command, terminal, before.slice(start + 1), typed) : [];
}

export const virsh: Command = {
  name: 'virsh',
  summary: 'the domain, as libvirt knows it; what it changes, Nova does not know of',
  run,
  complete
};
