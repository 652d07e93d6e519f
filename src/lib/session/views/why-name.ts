/**
 * Why a disk gets its name: the decisions of a naming, disk by disk, beside what libvirt's domain has there.
 */
import type { NovaException } from '../../engine/nova/exception.ts';
import type { Release } from '../../engine/nova/releases/release.ts';
import { cloudOf, reportOf, type Session } from '../session.ts';
import { lastNaming, type Naming, type Occasion } from './last-naming.ts';
import { whyDisks, type WhyDisk } from './why-disk.ts';

/** A naming, told in the order in which Nova decided. */
export interface NamingWalk {
  readonly kind: 'walk';
  readonly occasion: Occasion;
  readonly release: Release;
  readonly disks: readonly WhyDisk[];
  /** The disk that the name was wanted for, at the end of the walk; null when a whole domain was wanted, or none came. */
  readonly named: WhyDisk | null;
  /** Nova's exception when it came to no end. */
  readonly failure: NovaException | null;
  /** What libvirt said to a domain of these names when it refused it; empty when it did not. */
  readonly refusal: string;
}

/** A walk, or why there is none. */
export type WhyName = NamingWalk | { readonly kind: 'deleted' | 'shelved' };

function libvirtsRefusal(session: Session, { occasion, failure }: Naming): string {
  if (failure !== null || (occasion !== 'domain' && occasion !== 'rescue')) return '';
  return reportOf(session)?.events.find((event) => event.type === 'failure')?.failure.message ?? '';
}

/** Why the name is what it is at the moment under the cursor. */
export function whyName(session: Session): WhyName {
  const now = cloudOf(session);
  if (now.instance.vm_state === 'deleted') return { kind: 'deleted' };
  const told = lastNaming(session);
  if (told.occasion === 'next' && now.instance.vm_state === 'shelved_offloaded') return { kind: 'shelved' };
  const disks = whyDisks(told, now);
  const last = disks.at(-1);
  const named = last && (last.rule === 'NAME-8' || last.rule === 'NAME-10') ? last : null;
  return {
    kind: 'walk',
    occasion: told.occasion,
    release: now.lab.release,
    disks: named ? disks.slice(0, -1) : disks,
    named,
    failure: told.failure,
    refusal: libvirtsRefusal(session, told)
  };
}
