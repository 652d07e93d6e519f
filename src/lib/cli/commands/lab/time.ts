/**
 * How time passes in a terminal: work that is in flight goes on only when somebody lets it.
 *
 * `:run`, `:step` and `:step-until` are the lab's own, for scripts; `sleep` and `watch` are what an operator would type.
 */
import { isBusy } from '../../../engine/cloud/operations.ts';
import { TASK_STATES, type TaskState } from '../../../engine/nova/instance.ts';
import {
  canStepForward,
  cloudOf,
  runToEnd,
  runUntilTask,
  stepForward,
  type Session
} from '../../../session/session.ts';
import { complain, stderr, stdout, type Call, type Command, type Line, type Outcome } from '../../command.ts';
import { runScript } from '../../shell/run-line.ts';
import { withSession, type Terminal } from '../../terminal.ts';

function at({ terminal }: Call, session: Session): Outcome {
  return { terminal: withSession(terminal, session), lines: [], exit: 0 };
}

export const run: Command = {
  name: ':run',
  summary: 'let everything in flight finish',
  run: (call) => at(call, runToEnd(call.terminal.session))
};

export const step: Command = {
  name: ':step',
  summary: 'one step, or as many as are said',
  run: (call) => {
    const [count = '1'] = call.words;
    if (!/^\d{1,4}$/.test(count)) return complain(call, 2, `:step: '${count}' is no number of steps; try :step 3`);
    let { session } = call.terminal;
    for (let taken = 0; taken < Number(count) && canStepForward(session); taken++) session = stepForward(session);
    return at(call, session);
  }
};

function isTaskState(word: string): word is TaskState {
  return (TASK_STATES as readonly string[]).includes(word);
}

export const stepUntil: Command = {
  name: ':step-until',
  summary: 'steps until the server has a task_state',
  run: (call) => {
    const [task_state = ''] = call.words;
    if (!isTaskState(task_state)) {
      return complain(call, 2, `:step-until: '${task_state}' is no task_state; try one of ${TASK_STATES.join(', ')}`);
    }
    const session = runUntilTask(call.terminal.session, task_state);
    if (cloudOf(session).instance.task_state === task_state) return at(call, session);
    const text = `:step-until: the server never came to ${task_state}; nothing is in flight any more, so ask for something first`;
    return { ...complain(call, 1, text), terminal: withSession(call.terminal, session) };
  },
  complete: () => TASK_STATES
};

/** Steps until so many seconds have passed or nothing is in flight. */
function pass({ session }: Terminal, seconds: number): Session {
  const until = cloudOf(session).clock + seconds * 1000;
  let current = session;
  while (isBusy(cloudOf(current)) && cloudOf(current).clock < until) current = stepForward(current);
  return current;
}

const SECONDS = /^(\d+(?:\.\d+)?)(s|m|h)?$/;
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

export const sleep: Command = {
  name: 'sleep',
  summary: 'let time pass: what is in flight goes on',
  run: (call) => {
    const [text = ''] = call.words;
    if (text === '') return complain(call, 1, 'sleep: missing operand', "Try 'sleep 2'.");
    const [, number, unit = 's'] = SECONDS.exec(text) ?? [];
    if (number === undefined) return complain(call, 1, `sleep: invalid time interval '${text}'`, "Try 'sleep 2'.");
    return at(call, pass(call.terminal, Number(number) * (UNITS[unit] ?? 1)));
  }
};

/** The words of `watch` without its own options. */
function watched(words: readonly string[]): readonly string[] | null {
  const [first, ...rest] = words;
  if (first === undefined || !first.startsWith('-')) return words;
  if (/^(-n|--interval)$/.test(first)) return /^\d+(\.\d+)?$/.test(rest[0] ?? '') ? watched(rest.slice(1)) : null;
  return /^(-n\d+(\.\d+)?|-d|-t|--interval=\d+(\.\d+)?|--differences|--no-title)$/.test(first) ? watched(rest) : null;
}

/** More than any operation has steps. */
const MOST_ROUNDS = 200;

export const watch: Command = {
  name: 'watch',
  summary: 'a command after each step, until nothing is in flight; shown when it changes',
  run: (call) => {
    const script = watched(call.words)?.join(' ') ?? '';
    if (script.trim() === '') return complain(call, 1, 'Usage: watch [-n SECONDS] COMMAND, as in: watch nova list');
    // One that watched another would multiply its rounds.
    const others = new Map([...call.commands].filter(([name]) => name !== 'watch'));
    let { terminal } = call;
    let before = '';
    const lines: Line[] = [];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const outcome = runScript(others, terminal, script);
      ({ terminal } = outcome);
      const screen = outcome.lines.map(({ text }) => text).join('\n');
      if (screen !== before)
        lines.push(...stdout([...(lines.length > 0 ? [''] : []), `Every 2.0s: ${script}`, '']), ...outcome.lines);
      before = screen;
      if (!isBusy(cloudOf(terminal.session)) || outcome.exit !== 0) {
        return { terminal: { ...terminal, history: call.terminal.history }, lines, exit: outcome.exit };
      }
      terminal = withSession(terminal, stepForward(terminal.session));
    }
    const text = `watch: ended after ${MOST_ROUNDS} rounds; what it watches asks for new work itself, so it would never end`;
    return { terminal: { ...terminal, history: call.terminal.history }, lines: [...lines, ...stderr(text)], exit: 1 };
  }
};
