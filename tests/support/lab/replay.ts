/** Makes a trace happen again, as its documentation says to. */
import type { Trace } from '../../../src/lib/session/export/trace-json.ts';
import { act, startSession, stepForward, type Session } from '../../../src/lib/session/session.ts';

function stepUntil(session: Session, position: number): Session {
  let current = session;
  while (current.timeline.position < position) current = stepForward(current);
  return current;
}

/** A session of the trace's lab in which its requests were made. Throws when one of them is refused. */
export function replay({ lab, requests, steps }: Trace): Session {
  const end = requests.reduce((session, { position, request }) => {
    const made = act(stepUntil(session, position - 1), request);
    if (!made.ok) throw new Error(made.error.message);
    return made.value;
  }, startSession(lab));
  return stepUntil(end, steps.length);
}
