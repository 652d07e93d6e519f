/**
 * A line entered at the prompt: what it prints, and the terminal after it.
 *
 * Upstream: bash(1). Commands run one after the other, those of a pipeline too, each on what the one before printed.
 */
import { stderr, type Commands, type Line, type Outcome } from '../command.ts';
import { readFile } from '../files.ts';
import type { Terminal } from '../terminal.ts';
import { assignmentOf, expandWord } from './expand.ts';
import { readPipelines, type Pipeline, type Redirections, type SimpleCommand } from './grammar.ts';
import { cutLine } from './words.ts';

/** How bash begins what it says itself. */
const SHELL = 'bash';

const NOT_FOUND = 127;
const MISUSED = 2;

function assign(terminal: Terminal, assignments: readonly (readonly [string, string])[]): Terminal {
  if (assignments.length === 0) return terminal;
  return { ...terminal, environment: { ...terminal.environment, ...Object.fromEntries(assignments) } };
}

function redirect(lines: readonly Line[], { stdout: out, stderr: err }: Redirections): readonly Line[] {
  return lines.flatMap((line): readonly Line[] => {
    if (line.stream === 'stdout') return out === 'nowhere' ? [] : [line];
    if (err === 'stdout') return out === 'nowhere' ? [] : [{ ...line, stream: 'stdout' }];
    return err === 'nowhere' ? [] : [line];
  });
}

function inputOf(terminal: Terminal, { input }: Redirections, piped: readonly string[] | null) {
  if (input === null) return { stdin: piped, problem: null };
  const [path = ''] = expandWord(terminal, input);
  const read = readFile(terminal, path);
  return typeof read === 'string'
    ? { stdin: null, problem: `${SHELL}: ${path}: ${read}` }
    : { stdin: read, problem: null };
}

function runCommand(
  commands: Commands,
  terminal: Terminal,
  { words, redirections }: SimpleCommand,
  piped: readonly string[] | null,
  isShown: boolean
): Outcome {
  const assignments = [];
  let from = 0;
  for (const word of words) {
    const assignment = assignmentOf(terminal, word);
    if (!assignment) break;
    assignments.push(assignment);
    from++;
  }
  const [name, ...rest] = words.slice(from).flatMap((word) => expandWord(terminal, word));
  const { stdin, problem } = inputOf(terminal, redirections, piped);
  if (problem !== null) return { terminal, lines: stderr(problem), exit: 1 };
  if (name === undefined) return { terminal: assign(terminal, assignments), lines: [], exit: 0 };
  const command = commands.get(name);
  if (!command) {
    const lines = redirect(stderr(`${SHELL}: ${name}: command not found`), redirections);
    return { terminal, lines, exit: NOT_FOUND };
  }
  const outcome = command.run({ terminal: assign(terminal, assignments), words: rest, stdin, isShown, commands });
  const { environment } = assignments.length > 0 ? terminal : outcome.terminal;
  return { ...outcome, terminal: { ...outcome.terminal, environment }, lines: redirect(outcome.lines, redirections) };
}

function runPipeline(commands: Commands, before: Terminal, pipeline: Pipeline): Outcome {
  let terminal = before;
  let piped: readonly string[] | null = null;
  const shown: Line[] = [];
  const outcomes: Outcome[] = [];
  for (const [index, command] of pipeline.commands.entries()) {
    const isLast = index === pipeline.commands.length - 1;
    const outcome = runCommand(commands, terminal, command, piped, isLast);
    outcomes.push(outcome);
    ({ terminal } = outcome);
    shown.push(...(isLast ? outcome.lines : outcome.lines.filter(({ stream }) => stream === 'stderr')));
    piped = outcome.lines.filter(({ stream }) => stream === 'stdout').map(({ text }) => text);
  }
  const exit = outcomes.at(-1)?.exit ?? 0;
  const clears = outcomes.some((outcome) => outcome.clears);
  // What a pipeline sets is gone with the processes that ran it.
  const { environment } = pipeline.commands.length > 1 ? before : terminal;
  return {
    terminal: { ...terminal, environment, status: exit },
    lines: shown,
    exit,
    ...(clears ? { clears: true as const } : {})
  };
}

function isDue({ when }: Pipeline, exit: number): boolean {
  return when === 'always' || (when === 'success') === (exit === 0);
}

/** Runs pipelines one after the other, as far as each is due. */
function runPipelines(commands: Commands, before: Terminal, pipelines: readonly Pipeline[]): Outcome {
  let outcome: Outcome = { terminal: before, lines: [], exit: 0 };
  for (const pipeline of pipelines) {
    if (!isDue(pipeline, outcome.exit)) continue;
    const { terminal, lines, exit, clears } = runPipeline(commands, outcome.terminal, pipeline);
    outcome = {
      terminal,
      exit,
      lines: clears ? lines : [...outcome.lines, ...lines],
      ...(clears || outcome.clears ? { clears: true } : {})
    };
  }
  return outcome;
}

/** What a line says that cannot be run, as bash says it. */
function misused(terminal: Terminal, message: string): Outcome {
  return { terminal: { ...terminal, status: MISUSED }, lines: stderr(`${SHELL}: ${message}`), exit: MISUSED };
}

/** Runs a line without remembering it. */
export function runScript(commands: Commands, terminal: Terminal, line: string): Outcome {
  const tokens = cutLine(line);
  if (!tokens.ok) return misused(terminal, tokens.error);
  const pipelines = readPipelines(tokens.value);
  if (!pipelines.ok) return misused(terminal, pipelines.error);
  return runPipelines(commands, terminal, pipelines.value);
}

/** A line is entered: it is remembered and run. */
export function runLine(commands: Commands, terminal: Terminal, line: string): Outcome {
  if (line.trim() === '') return { terminal, lines: [], exit: 0 };
  return runScript(commands, { ...terminal, history: [...terminal.history, line] }, line);
}
