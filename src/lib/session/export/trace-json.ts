/**
 * A branch of a session as one JSON value: what happened, for programs, and all that is needed to make it happen again.
 *
 * To replay it, start a session of `lab` and take the requests in order: step forward until the position before the
 * request's own is reached, then make the request. After the last one, step forward until `steps` is used up.
 *
 * `version` grows when a reader of the version before would misread the value; a field more does not count.
 */
import type { Lab } from '../../engine/cloud/lab.ts';
import type { Request } from '../../engine/cloud/operations.ts';
import type { Release } from '../../engine/nova/releases/release.ts';
import { cloudOf, type Session } from '../session.ts';
import { valueAt } from '../timeline.ts';
import { momentAt, stepAt, type TraceMoment, type TraceStep } from './trace-step.ts';

/** A request, and the position of the step in which it arrived. */
export interface TraceRequest {
  readonly position: number;
  readonly request: Request;
}

/** The branch that a session looks at, from the built server to the branch's end. */
export interface Trace {
  readonly format: 'nova-disk-playground/trace';
  readonly version: 1;
  /** The release of Nova, as in `lab`. */
  readonly release: Release;
  /** What was fixed before the first request. */
  readonly lab: Lab;
  readonly requests: readonly TraceRequest[];
  /** Position 0: the server is built, and nobody has asked for anything. */
  readonly beginning: TraceMoment;
  /** Positions 1 to the end. */
  readonly steps: readonly TraceStep[];
  /** The position that was looked at. */
  readonly cursor: number;
}

function requestsOf({ timeline }: Session): readonly TraceRequest[] {
  return timeline.line.flatMap((_, position) => {
    const { request } = valueAt(timeline, position);
    return request === null ? [] : [{ position, request }];
  });
}

/** The trace of the branch that the session looks at. Plain data: JSON.stringify loses nothing of it. */
export function traceOf(session: Session): Trace {
  const { lab } = cloudOf(session);
  return {
    format: 'nova-disk-playground/trace',
    version: 1,
    release: lab.release,
    lab,
    requests: requestsOf(session),
    beginning: momentAt(session, 0),
    steps: session.timeline.line.slice(1).map((_, before) => stepAt(session, before + 1)),
    cursor: session.timeline.position
  };
}
