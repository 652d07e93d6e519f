/**
 * The steps of a ticket: numbered as the moments are, under the command that each belongs to.
 *
 * Requests can be on their way side by side, so a command comes up again, "continued", where its work goes on: the
 * order is the order in which things happened.
 */
import { stepAt, type TraceEvent, type TraceStep } from '../../session/export/trace-step.ts';
import { goTo, type Session } from '../../session/session.ts';
import { valueAt } from '../../session/timeline.ts';
import { exchanges, type Exchange } from '../../session/views/client-view.ts';
import { stepFacts, type StepFacts } from '../../session/views/step-facts.ts';
import { en } from '../text/en.ts';
import { exportText } from '../text/en/export.ts';
import { stepSentence } from '../text/steps.ts';
import { codeBlock, codeSpan, escapeMarkdown, numbered } from './markdown.ts';

/** How many steps a ticket tells; its reader wants the end of the story, and ticket systems limit what they take. */
const MOST_STEPS = 200;
/** How many lines of the log stand below one step. A traceback's are never among them. */
const MOST_LOG_LINES = 6;

/** The facts with every name in them escaped, so that only a sentence's own marks are markup. */
function escaped(facts: StepFacts): StepFacts {
  const { op, step, actor, place, swap, renamed } = facts;
  const texts = Object.entries(facts).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' ? escapeMarkdown(value) : value
  ]);
  const disk = renamed && { ...renamed, disk: escapeMarkdown(renamed.disk) };
  return { ...(Object.fromEntries(texts) as StepFacts), op, step, actor, place, swap, renamed: disk };
}

/** The lines of warnings and errors, without their tracebacks, and a word about what is left out. */
export function logBlock(events: readonly TraceEvent[]): readonly string[] {
  const entries = events.filter((event) => event.type === 'log').filter(({ level }) => level !== 'INFO');
  if (entries.length === 0) return [];
  const lines = entries.map(({ lines: [line = ''] }) => line).slice(0, MOST_LOG_LINES);
  const leftOut = entries.reduce((sum, entry) => sum + entry.lines.length, 0) - lines.length;
  return ['', ...codeBlock(lines), ...(leftOut > 0 ? ['', exportText.logLeftOut(leftOut)] : [])];
}

/** An error as one sentence, with libvirt's own numbers where libvirt refused. */
export function failureText({ message, libvirt }: Extract<TraceEvent, { type: 'failure' }>): string {
  return codeSpan(message) + (libvirt === null ? '' : `, ${en.libvirtError(libvirt)}`);
}

function stepLines(session: Session, step: TraceStep): readonly string[] {
  const facts = stepFacts(goTo(session, step.position));
  const sentence = facts === null ? '' : (stepSentence(escaped(facts)) ?? '');
  const failures = step.events.filter((event) => event.type === 'failure');
  const below = [
    ...failures.flatMap((failure) => ['', exportText.error(failureText(failure))]),
    ...logBlock(step.events)
  ];
  const item = numbered(step.position, [`**${en.actors[step.actor]}**: ${sentence}`, ...below]);
  return below.length > 0 ? [...item, ''] : item;
}

/** What the client was answered, as one piece of text. */
export function answerText({ code, device, refusal }: Exchange): string {
  return code === null ? en.clientWaiting : escapeMarkdown(en.clientAnswer(code, device, refusal));
}

/** The request that the step at a position works on; empty at the beginning. */
export function requestIdAt({ timeline }: Session, position: number): string {
  return valueAt(timeline, position).snapshot.context.report?.request_id ?? '';
}

/** What was asked and answered up to the cursor, by the id of the request. */
export function askedBefore(session: Session): ReadonlyMap<string, Exchange> {
  return new Map(exchanges(session).map((exchange) => [requestIdAt(session, exchange.position), exchange]));
}

function heading(step: TraceStep, asked: Exchange | undefined): readonly string[] {
  if (asked === undefined) return [`### ${step.op}`, ''];
  if (asked.position !== step.position) return [`### ${exportText.continued(codeSpan(asked.command))}`, ''];
  return [`### ${codeSpan(asked.command)}`, '', exportText.answer(answerText(asked)), ''];
}

/** The steps up to the cursor, the latest of them where there are many. */
export function ticketSteps(session: Session): readonly string[] {
  const { position } = session.timeline;
  if (position === 0) return [exportText.stepsNone];
  const first = Math.max(1, position - MOST_STEPS + 1);
  const asked = askedBefore(session);
  const lines = first > 1 ? [exportText.stepsLeftOut(first - 1), ''] : [];
  let current = '';
  for (let at = first; at <= position; at++) {
    const step = stepAt(session, at);
    if (step.request_id !== current) {
      if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
      lines.push(...heading(step, asked.get(step.request_id)));
    }
    current = step.request_id;
    lines.push(...stepLines(session, step));
  }
  return lines;
}
