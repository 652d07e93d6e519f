/**
 * The right answer to a prediction, and the decisions of the engine that make it right.
 *
 * Nothing here knows answers: the engine is run ahead from the session in which the question was asked, and what it did
 * is read off.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import { isBusy } from '../../engine/cloud/operations.ts';
import { serverStatus } from '../../engine/nova/server-status.ts';
import { act, cloudOf, goTo, reportOf, type Session } from '../session.ts';
import { valueAt } from '../timeline.ts';
import { exchanges, type Exchange } from '../views/client-view.ts';
import { disksInGuest, type DiskInGuest } from '../views/guest-disks.ts';
import { fourTruths, type Verdict } from '../views/four-truths.ts';
import type { FstabLine, LineVerdict } from '../views/fstab-verdicts.ts';
import { guestView } from '../views/guest-view.ts';
import type { WhyDisk } from '../views/why-disk.ts';
import { waysOut, type WayOut } from '../views/ways-out.ts';
import { whyName } from '../views/why-name.ts';
import { isRequest, performAll, requestOf } from './deed.ts';
import type { Prediction } from './lesson.ts';
import { NOWHERE, type ClientOutcome } from './options.ts';

/** Why an answer is right, as far as the engine can say; the page puts it into words. */
export type Evidence =
  /** The walk of the naming, and the disk that was asked about; null when nothing was named. */
  | { readonly kind: 'naming'; readonly walk: readonly WhyDisk[]; readonly asked: WhyDisk | null }
  | { readonly kind: 'guest'; readonly disks: readonly DiskInGuest[]; readonly target: string | null }
  | {
      readonly kind: 'client';
      readonly exchange: Exchange | null;
      readonly refusal: string | null;
      readonly failure: string | null;
    }
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly next: string | null }
  /** `isOver`: whether nothing is in flight any more. */
  | { readonly kind: 'status'; readonly failure: string | null; readonly isOver: boolean }
  | { readonly kind: 'repairs'; readonly asked: WayOut | null; readonly ways: readonly WayOut[] }
  | { readonly kind: 'fstab'; readonly line: FstabLine | null; readonly finds: LineVerdict | null };

/** The right answer, as one of the options, and why. */
export interface Answer {
  readonly right: string;
  readonly evidence: Evidence;
}

/** The first failure after the answer, since a position. */
function failureSince(session: Session, since: number): string | null {
  for (let position = since + 1; position <= session.timeline.position; position++) {
    const failure = reportOf(goTo(session, position))?.events.find((event) => event.type === 'failure');
    if (failure) return failure.failure.message;
  }
  return null;
}

/** The position before the work that is in flight was asked for; where none is, the cursor's. */
function beforeTheWork({ timeline }: Session, cloud: Cloud): number {
  if (!isBusy(cloud)) return timeline.position;
  let position = timeline.position;
  while (position > 0 && valueAt(timeline, position).request === null) position--;
  return Math.max(0, position - 1);
}

/** The session at the step, since a position, in which the last naming was done; null when none was. */
function atNaming(session: Session, since: number): Session | null {
  for (let position = session.timeline.position; position > since; position--) {
    const moment = goTo(session, position);
    const step = reportOf(moment)?.step;
    if (step === 'reserve_name' || step === 'define') return moment;
  }
  return null;
}

function naming(before: Session, after: Session, prediction: Prediction & { readonly ask: 'name' }): Answer {
  const told = whyName(atNaming(after, before.timeline.position) ?? after);
  const walk = told.kind === 'walk' ? [...told.disks, ...(told.named ? [told.named] : [])] : [];
  const asked = walk.find(({ disk }) => disk?.name === prediction.disk) ?? null;
  const isNamed = asked !== null && asked.outcome !== 'dropped';
  return { right: isNamed ? asked.device : NOWHERE, evidence: { kind: 'naming', walk, asked } };
}

function guestName(after: Session, prediction: Prediction & { readonly ask: 'guest name' }): Answer {
  const disks = disksInGuest(cloudOf(after));
  const asked = disks.find(({ identity }) => identity.name === prediction.disk);
  return { right: asked?.name ?? NOWHERE, evidence: { kind: 'guest', disks, target: asked?.target ?? null } };
}

function outcomeFor({ code, refusal, aftermath }: Exchange): ClientOutcome {
  if (refusal !== null || code === null) return 'refused';
  return aftermath ?? 'done';
}

/** What the client sees of the last deed, which may be refused. */
function client(origin: Session, prediction: Prediction): Answer {
  const last = prediction.ahead.at(-1);
  const before = ranAhead(origin, { ...prediction, ahead: prediction.ahead.slice(0, -1) });
  const made = last && isRequest(last) ? act(before, requestOf(cloudOf(before), last)) : null;
  if (made?.ok === false) {
    const evidence = { kind: 'client', exchange: null, refusal: made.error.message, failure: null } as const;
    return { right: 'refused', evidence };
  }
  const after = ranAhead(origin, prediction);
  const exchange = exchanges(after, 1).at(-1) ?? null;
  const failure = failureSince(after, before.timeline.position);
  return {
    right: exchange ? outcomeFor(exchange) : 'done',
    evidence: { kind: 'client', exchange, refusal: null, failure }
  };
}

function nextOf(cloud: Cloud): string | null {
  return fourTruths(cloud).rows.find(({ isNext }) => isNext)?.device ?? null;
}

function repairs(after: Session, prediction: Prediction): Answer {
  const ways = waysOut(after)?.ways ?? [];
  if (prediction.ask === 'repairs') {
    const asked = ways.find(({ way }) => way === prediction.way) ?? null;
    return { right: asked?.outcome ?? 'not repaired', evidence: { kind: 'repairs', asked, ways } };
  }
  const gentlest = ways.find(({ outcome }) => outcome === 'repaired') ?? null;
  return { right: gentlest?.way ?? '', evidence: { kind: 'repairs', asked: gentlest, ways } };
}

function fstab(after: Session, { disk, by }: Prediction & { readonly ask: 'fstab' }): Answer {
  const line = guestView(after, { by, nofail: false }).fstab.find(({ meant }) => meant.name === disk) ?? null;
  const finds = line?.verdicts.find(({ when }) => when.includes('hardReboot')) ?? null;
  return { right: finds?.outcome ?? 'missing', evidence: { kind: 'fstab', line, finds } };
}

/** The session after what the prediction is about. Throws when a deed is refused: the lesson is wrong then. */
function ranAhead(origin: Session, { question, ahead }: Prediction): Session {
  const after = performAll(origin, ahead);
  if (after === null) throw new Error(`nova-api refuses what is asked about in: ${question}`);
  return after;
}

/** What comes true, and why. `origin` is the session in which the question is asked. */
export function answerTo(origin: Session, prediction: Prediction): Answer {
  if (prediction.ask === 'client') return client(origin, prediction);
  const after = ranAhead(origin, prediction);
  const cloud = cloudOf(after);
  switch (prediction.ask) {
    case 'name':
      return naming(origin, after, prediction);
    case 'guest name':
      return guestName(after, prediction);
    case 'verdict':
    case 'holder': {
      const { verdict } = fourTruths(cloud);
      const holder = 'holder' in verdict ? verdict.holder : '';
      return {
        right: prediction.ask === 'holder' ? holder : verdict.kind,
        evidence: { kind: 'verdict', verdict, next: nextOf(cloud) }
      };
    }
    case 'status':
    case 'volume status': {
      const failure = failureSince(after, beforeTheWork(origin, cloudOf(origin)));
      const evidence = { kind: 'status', failure, isOver: !isBusy(cloud) } as const;
      const volume = prediction.ask === 'status' ? null : prediction.volume;
      const status = cloud.volumes.find(({ name }) => name === volume)?.status;
      return { right: status ?? serverStatus(cloud.instance), evidence };
    }
    case 'fstab':
      return fstab(after, prediction);
    case 'repairs':
    case 'gentlest repair':
      return repairs(after, prediction);
  }
}
