/**
 * Which naming the moment under the cursor is about, and the decisions that Nova took in it.
 *
 * Nova keeps none of them: they are worked out again from the lab as it was when Nova did.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import { computeDiskInfo, computeRescueMapping, nameRows, nextDeviceName } from '../../engine/cloud/naming.ts';
import type { AttachArgs } from '../../engine/cloud/operations/attach.ts';
import type { Result } from '../../engine/kernel/result.ts';
import type { NovaException } from '../../engine/nova/exception.ts';
import type { NamingTrace } from '../../engine/nova/virt/libvirt/naming-decision.ts';
import { cloudBefore, cloudOf, reportOf, type Session } from '../session.ts';
import { valueAt } from '../timeline.ts';

/**
 * What the names are for: the volume of an attach that is under way, a row that has no name, a domain to build, a
 * rescue, or the next volume if somebody attached one now.
 */
export type Occasion = 'attach' | 'row' | 'domain' | 'rescue' | 'next';

/** A naming and what it was worked out from. */
export interface Naming {
  readonly occasion: Occasion;
  readonly cloud: Cloud;
  readonly decisions: NamingTrace;
  /** Why it came to no end; null when it did. */
  readonly failure: NovaException | null;
}

function naming(
  occasion: Occasion,
  cloud: Cloud,
  compute: (trace: NamingTrace) => Result<unknown, NovaException>
): Naming {
  const decisions: NamingTrace = [];
  const computed = compute(decisions);
  return { occasion, cloud, decisions, failure: computed.ok ? null : computed.error };
}

/** The lab in which the request of a step reserved its name: looked for backwards, while it is in flight. */
function cloudOfReservation({ timeline }: Session, request_id: string): Cloud | null {
  for (let position = timeline.position; position > 0; position--) {
    const { report } = valueAt(timeline, position).snapshot.context;
    if (report?.request_id === request_id && report.step === 'reserve_name') {
      return valueAt(timeline, position - 1).snapshot.context.cloud;
    }
  }
  return null;
}

/** The naming of the attach that the step under the cursor belongs to, from `reserve_name` until its work is over. */
function attachNaming(session: Session, request_id: string): Naming | null {
  const work = cloudOf(session).work.find((one) => one.request_id === request_id);
  const { volume_id, device_name } = (work?.args ?? {}) as Partial<AttachArgs>;
  if (volume_id === undefined || device_name === undefined) return null;
  const cloud = cloudOfReservation(session, request_id);
  return cloud && naming('attach', cloud, (trace) => nextDeviceName(cloud, volume_id, trace));
}

/** The naming that the step under the cursor did, or whose name it carries; null when it is about no name. */
function namingOfStep(session: Session): Naming | null {
  const report = reportOf(session);
  if (report === null) return null;
  const before = cloudBefore(session);
  if (report.op === 'attach') return attachNaming(session, report.request_id);
  if (report.step === 'name_rows') {
    const named = naming('row', before, (trace) => nameRows(before, trace));
    return named.decisions.length > 0 ? named : null;
  }
  if (report.step !== 'define') return null;
  return report.op === 'rescue'
    ? naming('rescue', before, (trace) => computeRescueMapping(before, trace))
    : naming('domain', before, (trace) => computeDiskInfo(before, trace));
}

/** The naming to explain at the cursor. */
export function lastNaming(session: Session): Naming {
  const cloud = cloudOf(session);
  return namingOfStep(session) ?? naming('next', cloud, (trace) => nextDeviceName(cloud, '', trace));
}
