/**
 * A request of a client, and what the API answers: the one way in which a command changes the lab.
 *
 * Upstream: nova/api/openstack/wsgi.py (Fault), and nova/api/openstack/extensions.py (expected_errors: an exception
 * that the API does not expect is hidden behind a sentence of its own).
 */
import { ok, refuse, type Result } from '../../engine/kernel/result.ts';
import { seededUuid } from '../../engine/kernel/seeded-id.ts';
import type { Request } from '../../engine/cloud/operations.ts';
import type { NovaException } from '../../engine/nova/exception.ts';
import { act, awaitAnswer, type Session } from '../../session/session.ts';
import { valueAt } from '../../session/timeline.ts';
import { withSession, type Terminal } from '../terminal.ts';

/** What the API answers when it took the request. */
export interface Answer {
  readonly code: number;
  /** The device name of an attachment, where the API tells it. */
  readonly device: string | null;
  readonly request_id: string;
}

/** What the API answers when it did not. */
export interface Fault {
  readonly code: number;
  readonly message: string;
  readonly request_id: string;
}

/** The terminal once the client has its answer, and the answer. */
export interface Sent {
  readonly terminal: Terminal;
  readonly result: Result<Answer, Fault>;
}

/** Seeds of the ids of requests that leave no trace in the lab: those that are refused, and those that only look. */
const SEED = 0x40000;

/** The id of a request that is refused at once. */
function idOfRefused({ history }: Terminal, salt = 0): string {
  return `req-${seededUuid(SEED + history.length * 0x100 + salt)}`;
}

function fault({ exception, code, message }: NovaException, request_id: string): Fault {
  if (code !== 500) return { code, message, request_id };
  const hidden =
    'Unexpected API Error. Please report this at http://bugs.launchpad.net/nova/ and attach the Nova API log if ' +
    `possible.\n<class 'nova.exception.${exception}'>`;
  return { code, message: hidden, request_id };
}

/** What a request was told between two moments of a session. */
function answerTo(session: Session, from: number): Result<Answer, Fault> {
  const { request_id = '' } = valueAt(session.timeline, from).snapshot.context.report ?? {};
  for (let position = from; position <= session.timeline.position; position++) {
    const { report } = valueAt(session.timeline, position).snapshot.context;
    if (report?.request_id !== request_id) continue;
    for (const event of report.events) {
      if (event.type === 'response') return ok({ code: event.code, device: event.device, request_id });
      if (event.type === 'refusal') return refuse(fault(event.error, request_id));
    }
  }
  throw new Error(`request ${request_id} was never answered`);
}

/** Sends a request and waits for the answer; what goes on after that stays in flight. */
export function send(terminal: Terminal, request: Request): Sent {
  const made = act(terminal.session, request);
  if (!made.ok) return { terminal, result: refuse(fault(made.error, idOfRefused(terminal))) };
  const session = awaitAnswer(made.value);
  return {
    terminal: withSession(terminal, session),
    result: answerTo(session, made.value.timeline.position)
  };
}
