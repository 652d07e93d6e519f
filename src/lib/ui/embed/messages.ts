/**
 * What an embedded page and the page around it say to each other, version 1, by `postMessage`.
 *
 * Each message is an object with the mark `novaDiskPlayground: 1`. What hosts rely on is frozen: a message may get
 * another field, and a reader ignores fields that it does not know; what changes the meaning of one is version 2.
 */
import * as v from 'valibot';
import type { Release } from '../../engine/nova/releases/release.ts';
import { THEMES } from '../../session/link/presentation.ts';
import type { Verdict } from '../../session/views/four-truths.ts';

export const VERSION = 1;

/** More moments than any history has. */
const MOST_STEPS = 1_000_000;

const mark = { novaDiskPlayground: v.literal(VERSION) };

const hostMessage = v.variant('type', [
  /** Shows a moment; one beyond the last shows the last. */
  v.object({
    ...mark,
    type: v.literal('goTo'),
    step: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_STEPS))
  }),
  v.object({ ...mark, type: v.literal('theme'), theme: v.picklist(THEMES) })
]);

/** What a host may ask of a frame. */
export type HostMessage = v.InferOutput<typeof hostMessage>;

/** The moment that a frame shows. */
export interface ShownState {
  /** Counted from 0, the moment before anything has happened. */
  readonly step: number;
  /** The last moment of the branch. */
  readonly count: number;
  /** The session as the fragment of an address, without its `#`; null when no link can say it. */
  readonly link: string | null;
  readonly release: Release;
  readonly verdict: Verdict['kind'];
}

/** What a frame tells its host. */
export type FrameMessage =
  /** The first moment is shown, and the frame hears what it is asked. */
  | { readonly type: 'ready' }
  | ({ readonly type: 'state' } & ShownState)
  /** The goals of a part of the lesson have been reached; parts count from 1. */
  | { readonly type: 'goal'; readonly part: number; readonly parts: number }
  /** Pixels that the content needs. */
  | { readonly type: 'resize'; readonly height: number };

/** A message as it arrives. */
interface Arrived {
  readonly data: unknown;
  readonly source: unknown;
  readonly origin: string;
}

/** Who is around the frame; `origin` is null as long as it is not known. */
export interface Host {
  readonly window: unknown;
  readonly origin: string | null;
}

/** What an opaque origin calls itself: that of a sandboxed page, or of a file. */
const OPAQUE = 'null';

/**
 * What the browser says of the host before it has spoken: the origin of the page around, or else of the page that led
 * here, which in a frame is the same until somebody follows a link in it. Null: only its first message will tell.
 */
export function supposedOrigin(ancestors: ArrayLike<string> | undefined, referrer: string): string | null {
  const around = ancestors?.[0];
  if (around !== undefined) return around;
  return URL.canParse(referrer) ? new URL(referrer).origin : null;
}

/**
 * A message of the host, judged; null for everything else, which is ignored.
 *
 * It counts when the window around the frame has sent it. Which origin that window has does not matter here: whoever
 * embeds the page may walk it, as its reader may, and nothing is told that the host has not put there itself. But the
 * browser vouches for the origin of what arrives, so from then on the frame answers that origin and no other.
 */
export function heard(host: Host, { data, source, origin }: Arrived): HostMessage | null {
  if (source === null || source !== host.window) return null;
  if (origin === '') return null;
  const parsed = v.safeParse(hostMessage, data);
  return parsed.success ? parsed.output : null;
}

/**
 * The `targetOrigin` for answers: with it the browser withholds them from a page that has taken the host's place. An
 * opaque origin has no name, and the window around the frame is the only one that is ever addressed.
 */
export function targetOf({ origin }: Host): string | null {
  return origin === OPAQUE ? '*' : origin;
}
