/** Sessions in which something has already been done. */
import type { Lab } from '../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../src/lib/engine/cloud/operations.ts';
import { articleLab, articleRequests } from '../../../src/lib/session/article.ts';
import { act, runToEnd, startSession, type Session } from '../../../src/lib/session/session.ts';

/** One more request, taken and finished. */
export function andThen(session: Session, request: Request): Session {
  const made = act(session, request);
  if (!made.ok) throw new Error(made.error.message);
  return runToEnd(made.value);
}

/** A session in which each request was taken and finished before the next one. */
export function told(requests: readonly Request[], lab: Lab = articleLab): Session {
  return requests.reduce(andThen, startSession(lab));
}

/** The article after so many of its requests. */
export function article(count: number, lab: Lab = articleLab): Session {
  return told(articleRequests.slice(0, count), lab);
}
