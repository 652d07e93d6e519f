/**
 * What somebody has written into the guest's /etc/fstab until a moment, and what the guest has made of it.
 *
 * It depends on everything that happened before on the branch, so it is worked out once a moment and kept with it.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import { booted, FRESH_FILES, hotplugged, switchedOff, type GuestFiles } from '../../engine/guest/operator.ts';
import type { Session, SessionMoment } from '../session.ts';
import { disksInGuest, isRescued, type DiskInGuest } from './guest-disks.ts';

/** The files of the guest, and when each disk got the name it has. */
export interface GuestHistory {
  readonly files: GuestFiles;
  /** The guest's disks; none while it is off, or runs from the rescue image. */
  readonly disks: readonly DiskInGuest[];
  /** By the disk's PCI address, the lab's clock. */
  readonly since: ReadonlyMap<string, number>;
}

const BEGINNING: GuestHistory = { files: FRESH_FILES, disks: [], since: new Map() };

const known = new WeakMap<SessionMoment, GuestHistory>();

/** The history of the guest's files up to the cursor. */
export function guestHistory({ timeline: { moments, line, position } }: Session): GuestHistory {
  const momentAt = (at: number) => moments[line[at] ?? -1]?.value;
  let start = position;
  while (start >= 0 && !isKnown(momentAt(start))) start--;
  let before = momentAt(start);
  let history = (before && known.get(before)) ?? BEGINNING;
  for (let at = start + 1; at <= position; at++) {
    const moment = momentAt(at);
    if (!moment) break;
    history = advance(history, before ?? null, moment);
    known.set(moment, history);
    before = moment;
  }
  return history;
}

function isKnown(moment: SessionMoment | undefined): boolean {
  return moment !== undefined && known.has(moment);
}

function cloudIn({ snapshot }: SessionMoment): Cloud {
  return snapshot.context.cloud;
}

function advance(history: GuestHistory, before: SessionMoment | null, moment: SessionMoment): GuestHistory {
  const cloud = cloudIn(moment);
  const kept = losesRoot(before, moment) ? { ...history, files: FRESH_FILES } : history;
  if (before && cloudIn(before).guest === cloud.guest) return kept;
  const disks = isRescued(cloud) ? [] : disksInGuest(cloud);
  if (disks.length === 0) return { files: switchedOff(kept.files), disks, since: sinceOf(kept, cloud) };
  const hasBooted = kept.disks.length === 0;
  const files = hasBooted ? booted(kept.files, disks) : hotplugged(kept.files, kept.disks, disks);
  return { files, disks, since: sinceOf(kept, cloud) };
}

/** A rebuild throws the root disk away, and /etc/fstab with it. */
function losesRoot(before: SessionMoment | null, { snapshot }: SessionMoment): boolean {
  const { report } = snapshot.context;
  return before !== null && report?.op === 'rebuild' && report.step === 'destroy';
}

function sinceOf({ since }: GuestHistory, { guest, clock }: Cloud): GuestHistory['since'] {
  return new Map(guest.disks.map(({ pci }) => [addressKey(pci), since.get(addressKey(pci)) ?? clock]));
}

/** A PCI address as a key of `since`. */
export function addressKey({ bus, slot }: { readonly bus: number; readonly slot: number }): string {
  return `${bus}:${slot}`;
}
