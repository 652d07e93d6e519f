/**
 * The times in a server's row: when it was created, last changed, and last launched.
 *
 * Upstream: nova/compute/manager.py (launched_at is written by _build_and_run_instance, _finish_resize,
 * finish_revert_resize, rebuild_instance, rescue_instance, _unshelve_instance). Times are milliseconds since 1970.
 */
import { valueAt } from '../timeline.ts';
import { cloudOf, type Session } from '../session.ts';

/** Operations that write launched_at, and the step in which they do. */
const LAUNCHES: Readonly<Record<string, string>> = {
  resize: 'finish',
  revert: 'restore',
  rebuild: 'finish',
  rescue: 'finish',
  unshelve: 'finish'
};

/** Milliseconds since 1970; null where the row has no such time. */
export interface ServerTimes {
  readonly created: number;
  readonly updated: number;
  readonly launched: number | null;
}

function snapshotAt({ timeline }: Session, position: number) {
  return valueAt(timeline, position).snapshot.context;
}

function clockOfLastChange(session: Session): number {
  let { position } = session.timeline;
  const { instance } = cloudOf(session);
  while (position > 0 && snapshotAt(session, position - 1).cloud.instance === instance) position--;
  return snapshotAt(session, position).cloud.clock;
}

function clockOfLastLaunch(session: Session): number | null {
  for (let { position } = session.timeline; position > 0; position--) {
    const { cloud, report } = snapshotAt(session, position);
    if (report && LAUNCHES[report.op] === report.step) return cloud.clock;
  }
  const { instance, clock } = snapshotAt(session, 0).cloud;
  return instance.vm_state === 'error' ? null : clock;
}

/** The times as they stand under the cursor. */
export function serverTimes(session: Session): ServerTimes {
  const { start } = cloudOf(session).lab.log;
  const launched = clockOfLastLaunch(session);
  return {
    created: start,
    updated: start + clockOfLastChange(session),
    launched: launched === null ? null : start + launched
  };
}
