/**
 * What can be asked of the server, and why not where it cannot.
 */
import type { Request } from '../../engine/cloud/operations.ts';
import { refusal } from '../../machine/permission.ts';
import { snapshotOf, type Session } from '../session.ts';

/** Why the API would refuse this request now, in its words; null when it would take it. */
export function refusalOf(session: Session, request: Request): string | null {
  return refusal(snapshotOf(session), request)?.message ?? null;
}
