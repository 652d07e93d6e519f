/**
 * What can be answered to a prediction: derived from the lab as it stands, or listed where the world has a fixed number
 * of answers. Which one is right is not known here.
 */
import { OUTCOMES } from '../../engine/guest/mount-outcome.ts';
import { exhaustive } from '../../engine/kernel/exhaustive.ts';
import { indexToDiskName } from '../../engine/libvirt/disk-name.ts';
import { cloudOf, type Session } from '../session.ts';
import { fourTruths, TRUTHS } from '../views/four-truths.ts';
import { DETACHING_WAYS, WAYS, WAY_OUTCOMES } from '../views/ways.ts';
import type { Prediction } from './lesson.ts';

/** No name at all: the disk is not there. */
export const NOWHERE = 'nowhere';

/** How a request can go for its client. */
export const CLIENT_OUTCOMES = ['done', 'refused', 'silence', 'status ERROR'] as const;
export type ClientOutcome = (typeof CLIENT_OUTCOMES)[number];

/** How Nova and libvirt can stand to each other once nothing is under way, as far as anybody needs to predict it. */
export const STANDINGS = ['agree', 'latent', 'phantom', 'duplicate'] as const;
export type Standing = (typeof STANDINGS)[number];

const SERVER_STATUSES = ['ACTIVE', 'VERIFY_RESIZE', 'SHUTOFF', 'ERROR'] as const;
const VOLUME_STATUSES = ['available', 'reserved', 'attaching', 'in-use', 'detaching', 'error'] as const;

/** At least so many names are offered, or the question would answer itself. */
const FEWEST_NAMES = 3;

/** The names that the requests ask for which the question is about. */
function namesAskedFor({ ahead }: Prediction): readonly string[] {
  return ahead.flatMap((deed) => / as \/dev\/(\w+)/.exec(deed)?.[1] ?? []);
}

/**
 * The virtio names after the root disk's, up to one more than any place uses or would use next, and those that are asked
 * for.
 */
function names(origin: Session, prediction: Prediction): readonly string[] {
  const used = new Set(fourTruths(cloudOf(origin)).rows.map(({ device }) => device));
  const all: string[] = [];
  for (let index = 1; all.length < FEWEST_NAMES || used.has(all.at(-1) ?? ''); index++) {
    all.push(indexToDiskName(index, 'vd'));
  }
  return [...new Set([...all, ...namesAskedFor(prediction)])].sort();
}

/** The disks that any place knows. */
function disksOf(origin: Session): readonly string[] {
  const { rows } = fourTruths(cloudOf(origin));
  return [...new Set(rows.flatMap(({ disks }) => TRUTHS.flatMap((truth) => disks[truth].map(({ name }) => name))))];
}

/** The ways that make sense there. */
function waysFor(origin: Session): readonly string[] {
  const isDuplicate = fourTruths(cloudOf(origin)).verdict.kind === 'duplicate';
  return WAYS.filter((way) => isDuplicate || !DETACHING_WAYS.includes(way));
}

/** The answers to choose from, in a fixed order; `origin` is the session in which the question is asked. */
export function optionsOf(origin: Session, prediction: Prediction): readonly string[] {
  switch (prediction.ask) {
    case 'name':
    case 'guest name':
      return [...names(origin, prediction), NOWHERE];
    case 'client':
      return CLIENT_OUTCOMES;
    case 'verdict':
      return STANDINGS;
    case 'holder':
      return disksOf(origin);
    case 'status':
      return SERVER_STATUSES;
    case 'volume status':
      return VOLUME_STATUSES;
    case 'repairs':
      return WAY_OUTCOMES;
    case 'gentlest repair':
      return waysFor(origin);
    case 'fstab':
      return OUTCOMES;
    default:
      return exhaustive(prediction);
  }
}
