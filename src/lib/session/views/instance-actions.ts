/**
 * What was done to the server, as Nova records it (the table `instance_actions`).
 *
 * Upstream: nova/compute/instance_actions.py for the names, nova/compute/api.py (_record_action_start), and
 * nova/db (action_event_finish: an action whose event failed gets the message `Error`).
 */
import { profileOf, type Cloud } from '../../engine/cloud/cloud.ts';
import type { RequestName } from '../../engine/cloud/operations.ts';
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

/** Null: Nova keeps no record of it. */
const ACTIONS: Readonly<Record<RequestName, string | null>> = {
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
  delete: 'delete'
};

function actionOf(cloud: Cloud, name: RequestName): string | null {
  const isOfVolume = name === 'attach' || name === 'detach';
  return isOfVolume && !profileOf(cloud).compute.volumeActions ? null : ACTIONS[name];
}

/** The actions up to the cursor, oldest first. */
export function instanceActions(session: Session): readonly InstanceAction[] {
  const { timeline } = session;
  const { lab } = cloudOf(session);
  const actions = new Map<string, InstanceAction>();
  for (let position = 0; position <= timeline.position; position++) {
    const { snapshot, request } = valueAt(timeline, position);
    const { cloud, report } = snapshot.context;
    if (!report) continue;
    const { request_id, clock, events } = report;
    const time = lab.log.start + clock;
    const action = position === 0 ? 'create' : request && actionOf(cloud, request.type);
    const begun: InstanceAction | null = action
      ? { action, request_id, message: null, start_time: position === 0 ? lab.log.start : time, updated_at: time }
      : null;
    const known = begun ?? actions.get(request_id);
    if (!known) continue;
    const hasFailed =
      events.some(({ type }) => type === 'failure') || (position === 0 && cloud.instance.vm_state === 'error');
    actions.set(request_id, { ...known, message: hasFailed ? 'Error' : known.message, updated_at: time });
  }
  return [...actions.values()];
}
