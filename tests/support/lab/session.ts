/** Sessions for tests, made of requests that each run to their end. */
import type { Lab } from '../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../src/lib/engine/cloud/operations.ts';
import { articleLab, articleRequests } from '../../../src/lib/session/article.ts';
import { act, runToEnd, startSession, type Session } from '../../../src/lib/session/session.ts';

/** The session after a request that the API takes. */
export function ask(session: Session, request: Request): Session {
  const made = act(session, request);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** A session of the lab in which all requests are done. */
export function sessionAfter(requests: readonly Request[], lab: Lab = articleLab): Session {
  return requests.reduce(andThen, startSession(lab));
}

/** One more request, taken and finished. */
export function andThen(session: Session, request: Request): Session {
  return runToEnd(ask(session, request));
}

/** The article after so many of its requests. */
export function article(count: number, lab: Lab = articleLab): Session {
  return sessionAfter(articleRequests.slice(0, count), lab);
}
