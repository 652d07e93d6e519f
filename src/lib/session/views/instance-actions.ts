/**
 * What was done to the server, as Nova records it (the table `instance_actions`).
 *
 * Upstream: nova/compute/instance_actions.py for the names, nova/compute/api.py (_record_action_start), and
 * nova/db (action_event_finish: an action whose event failed gets the message `Error`).
 */
import { profileOf, type Cloud } from '../../engine/cloud/cloud.ts';
import type { ApiRequestName } from '../../engine/cloud/operations.ts';
import { valueAt } from '../timeline.ts';
import { cloudOf, type Session } from '../session.ts';

/** One action. Times are milliseconds since 1970. */
export interface InstanceAction {
  readonly action: string;
  readonly request_id: string;
  readonly message: 'Error' | null;
  readonly start_time: number;
  readonly updated_at: number;
}

/** By operation. Null: Nova keeps no record of it. */
const ACTIONS = {
  boot: 'create',
  attach: 'attach_volume',
  detach: 'detach_volume',
  resize: 'resize',
  confirm: 'confirmResize',
  revert: 'revertResize',
  softReboot: 'reboot',
  hardReboot: 'reboot',
  stop: 'stop',
  start: 'start',
  pause: 'pause',
  unpause: 'unpause',
  suspend: 'suspend',
  resume: 'resume',
  rescue: 'rescue',
  unrescue: 'unrescue',
  shelve: 'shelve',
  unshelve: 'unshelve',
  rebuild: 'rebuild',
  resetState: null,
  delete: 'delete',
  resetVolume: null
} as const satisfies Record<ApiRequestName | 'boot', string | null>;

/** What is done behind Nova's back is not in the table, and so has no record. */
function actionOf(cloud: Cloud, op: string): string | null {
  const isOfVolume = op === 'attach' || op === 'detach';
  if (isOfVolume && !profileOf(cloud).compute.volumeActions) return null;
  return (ACTIONS as Readonly<Record<string, string | null>>)[op] ?? null;
}

/** The actions up to the cursor, oldest first. */
export function instanceActions(session: Session): readonly InstanceAction[] {
  const { timeline } = session;
  const { lab } = cloudOf(session);
  const actions = new Map<string, InstanceAction>();
  for (let position = 0; position <= timeline.position; position++) {
    const { snapshot } = valueAt(timeline, position);
    const { cloud, report } = snapshot.context;
    if (!report) continue;
    const { request_id, clock, events } = report;
    const time = lab.log.start + clock;
    const known = actions.get(request_id);
    const action = known?.action ?? actionOf(cloud, report.op);
    if (action === null) continue;
    const start_time = known?.start_time ?? (position === 0 ? lab.log.start : time);
    const hasFailed =
      events.some(({ type }) => type === 'failure') || (position === 0 && cloud.instance.vm_state === 'error');
    const message = hasFailed ? 'Error' : (known?.message ?? null);
    actions.set(request_id, { action, request_id, message, start_time, updated_at: time });
  }
  return [...actions.values()];
}
