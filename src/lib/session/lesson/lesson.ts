/**
 * What a lesson is made of: data that the runner plays, and that a page can print.
 *
 * A lesson names volumes and flavors as a learner does. It holds no answer: what Nova does is asked of the engine.
 */
import type { VolumeStatus } from '../../engine/cinder/volume.ts';
import type { FstabStyle } from '../../engine/guest/fstab.ts';
import type { Request, RequestName } from '../../engine/cloud/operations.ts';
import type { Release } from '../../engine/nova/releases/release.ts';
import type { LabSettings } from '../lab-settings.ts';
import type { Verdict } from '../views/four-truths.ts';
import type { Way } from '../views/ways.ts';

/** The volumes for data, by their names. */
type VolumeName = 'volume1' | 'volume2' | 'volume3';

/** How a disk is called everywhere on the page. */
export type DiskName = 'root' | 'swap' | 'ephemeral' | 'config drive' | VolumeName;

/** The requests that say nothing but what is wanted. */
type Bare<Any extends Request = Request> = Any extends Request
  ? keyof Any extends 'type'
    ? Any['type']
    : never
  : never;

/** A request in a learner's words: `attach volume1`, `resize small-with-swap`, `hardReboot`. */
type Asking =
  | `attach ${VolumeName}`
  | `attach ${VolumeName} as /dev/${string}`
  | `detach ${VolumeName}`
  | `resize ${string}`
  | 'resetState active'
  | Bare;

/** Asked when nothing is in flight, and run to its end; or only until nova-api has answered. Or: steps, or all the rest. */
export type Deed = Asking | `${Asking} until answered` | `step ${number}` | 'run';

/** Something that is so, or not, at a moment of a session. Goals are made of these: what holds, never how it came. */
export type Fact =
  | { readonly fact: 'server'; readonly status: string }
  | { readonly fact: 'flavor'; readonly name: string }
  | { readonly fact: 'volume'; readonly volume: VolumeName; readonly status: VolumeStatus }
  /** Where a place has a disk; null: it has no such disk. */
  | {
      readonly fact: 'place';
      readonly truth: 'domain' | 'guest' | 'computation';
      readonly disk: DiskName;
      readonly device: string | null;
    }
  /** The name that the next volume would get. */
  | { readonly fact: 'next'; readonly device: string }
  | { readonly fact: 'verdict'; readonly kind: Verdict['kind'] }
  /** Since the part began, nova-compute.log has got a line with this text. */
  | { readonly fact: 'logged'; readonly text: string }
  /** Since the part began, nova-api has answered with this device name. */
  | { readonly fact: 'told'; readonly device: string }
  /** Since the part began, such a request was taken. */
  | { readonly fact: 'asked'; readonly request: RequestName }
  /** Since the part began, nothing has overwritten the root disk. */
  | { readonly fact: 'root kept' }
  /** The step that was taken last is this one: the learner has stopped here to look. */
  | { readonly fact: 'moment'; readonly step: string };

/** What is asked before a decisive step. The right answer comes from running the engine ahead by `ahead`. */
export type Prediction = {
  readonly question: string;
  readonly ahead: readonly Deed[];
} & (
  | { readonly ask: 'name'; readonly disk: DiskName }
  | { readonly ask: 'guest name'; readonly disk: DiskName }
  | { readonly ask: 'client' }
  | { readonly ask: 'verdict' }
  /** Which disk libvirt has where the next volume would go. */
  | { readonly ask: 'holder' }
  | { readonly ask: 'status' }
  | { readonly ask: 'volume status'; readonly volume: VolumeName }
  | { readonly ask: 'repairs'; readonly way: Way }
  | { readonly ask: 'gentlest repair' }
  /** What the line that means a disk finds at the next hard reboot. */
  | { readonly ask: 'fstab'; readonly disk: DiskName; readonly by: FstabStyle }
);

/** A group of steps: what to read, what to predict, what to reach. */
export interface Part {
  readonly title: string;
  /** Paragraphs. `*...*` stresses, `` `...` `` is code, `[[term]]` and `[[words|term]]` lead to the glossary. */
  readonly text: readonly string[];
  readonly predictions: readonly Prediction[];
  /** Until the goals are reached there is no picture and no explanation: only what an operator has. */
  readonly withoutPicture?: true;
  /** All must hold at one moment, at which nothing is in flight unless a goal is a moment. */
  readonly goals: readonly Fact[];
  /** From a nudge to all but the answer. */
  readonly hints: readonly [string, string, string];
  readonly solution: readonly Deed[];
  /** Paragraphs to read when the goals are reached. */
  readonly after: readonly string[];
}

/** Where to read on. */
export interface Reading {
  readonly title: string;
  readonly url: string;
}

export interface Lesson {
  readonly title: string;
  /** What one can do after it, in a sentence that follows "You can". */
  readonly goal: string;
  readonly minutes: number;
  readonly release: Release;
  /** What is different from the article's lab. */
  readonly lab: Partial<Omit<LabSettings, 'release'>>;
  /** What happened before the learner comes. */
  readonly opening: readonly Deed[];
  readonly parts: readonly Part[];
  readonly reading: readonly Reading[];
  /** The recording of real Nova that shows the same: its name, and how many of the lesson's first deeds it has. */
  readonly recorded: { readonly name: string; readonly deeds: number } | null;
}
