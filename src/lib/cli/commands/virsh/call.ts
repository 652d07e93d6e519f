/**
 * What a command of virsh is: options in, lines out, over a terminal that it may change.
 *
 * Upstream: libvirt tools/vsh.c (vshPrint, vshPrintExtra: left out by --quiet; vshError, vshReportError).
 */
import type { XmlDialect } from '../../../engine/libvirt/domain-xml.ts';
import type { Line } from '../../command.ts';
import type { Terminal } from '../../terminal.ts';
import type { VirshOption } from './option.ts';

/** A line, and whether `--quiet` leaves it out. */
export interface VirshLine extends Line {
  readonly isExtra: boolean;
}

/** What a command is given. */
export interface VirshCall {
  readonly terminal: Terminal;
  readonly dialect: XmlDialect;
  readonly isQuiet: boolean;
  readonly isReadOnly: boolean;
  /** Values by option; an empty text for one that takes none. */
  readonly given: ReadonlyMap<string, string>;
  readonly groups: readonly VirshGroup[];
}

/** What came of it. */
export interface VirshReply {
  readonly terminal: Terminal;
  readonly lines: readonly VirshLine[];
  readonly isDone: boolean;
  /** The text does not end its last line; what virsh prints after each command does. */
  readonly isUnterminated?: true;
}

/** A command of virsh. */
export interface VirshCommand {
  readonly name: string;
  readonly help: string;
  /** The longer description; empty where there is none. */
  readonly description: string;
  readonly options: readonly VirshOption[];
  /** Options of which only one may be given, in the order in which virsh looks at them. */
  readonly exclusive?: readonly (readonly [string, string])[];
  /** virsh works on after it, but prints nothing more. */
  readonly isSilent?: true;
  readonly run: (call: VirshCall) => VirshReply;
}

/** Commands under a heading of `help`. */
export interface VirshGroup {
  readonly keyword: string;
  readonly title: string;
  readonly commands: readonly VirshCommand[];
}

function out(texts: readonly string[], isExtra: boolean): readonly VirshLine[] {
  return texts.map((line) => ({ stream: 'stdout', text: line, isExtra }));
}

/** Prints what was asked for. */
export function answer({ terminal }: VirshCall, texts: readonly string[]): VirshReply {
  return { terminal, lines: out(texts, false), isDone: true };
}

/** Prints a table or a remark of which `--quiet` leaves lines out. */
export function answerWithExtra(
  { terminal }: VirshCall,
  extra: readonly string[],
  texts: readonly string[] = []
): VirshReply {
  return { terminal, lines: [...out(extra, true), ...out(texts, false)], isDone: true };
}

/** `error: ...`, for each. */
export function fail({ terminal }: VirshCall, ...messages: readonly string[]): VirshReply {
  return { terminal, lines: errorLines(messages), isDone: false };
}

/** How virsh says what is wrong. */
function errorLines(messages: readonly string[]): readonly VirshLine[] {
  const texts = messages.flatMap((message) => `error: ${message}`.split('\n'));
  return texts.map((line) => ({ stream: 'stderr', text: line, isExtra: false }));
}

/** A name as the messages of the time have it: in quotes, or bare as libvirt 3.x wrote it. */
export function named({ dialect }: VirshCall, name: string): string {
  return dialect === '9' ? `'${name}'` : name;
}
