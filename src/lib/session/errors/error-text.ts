/**
 * What the releases say of an error: each case is done at every one of them, and what is logged or answered is read off.
 */
import type { Request } from '../../engine/cloud/operations.ts';
import type { CloudEvent } from '../../engine/cloud/event.ts';
import { ok, refuse, type Result } from '../../engine/kernel/result.ts';
import type { NovaException } from '../../engine/nova/exception.ts';
import { releases, type Release } from '../../engine/nova/releases/release.ts';
import { articleSettings, labWith } from '../lab-settings.ts';
import { isRequest, perform, requestOf } from '../lesson/deed.ts';
import type { Deed } from '../lesson/lesson.ts';
import { act, awaitAnswer, cloudOf, goTo, reportOf, runToEnd, startSession, type Session } from '../session.ts';
import { computeLog } from '../views/compute-log.ts';
import type { ErrorCase, ErrorKind } from './error-case.ts';

/** An error as one release has it. */
export interface ErrorSeen {
  /** The message, without what differs from server to server (`shortened`). */
  readonly text: string;
  /** The HTTP status of a refusal; null for what stands in the log. */
  readonly code: number | null;
  /** What nova-compute.log got of it, warnings and errors, each line once, shortened too; empty for a refusal. */
  readonly lines: readonly string[];
  /** The step that brought it; for a refusal, which changes nothing, the moment before. */
  readonly moment: Session;
}

/** An error as some releases in a row have it; `seen` is that of the last. */
export interface ErrorStretch {
  readonly from: Release;
  readonly to: Release;
  readonly seen: ErrorSeen;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** A text with an ellipsis in the place of each id. */
export function shortened(text: string): string {
  return text.replace(UUID, '…');
}

/** A deed is done: begun at once, whatever else is under way, and run to its end unless it says otherwise. */
function make(session: Session, deed: Deed | Request): Result<Session, NovaException | null> {
  if (typeof deed === 'string' && !isRequest(deed)) {
    const done = perform(session, deed);
    return done ? ok(done) : refuse(null);
  }
  const made = act(session, typeof deed === 'string' ? requestOf(cloudOf(session), deed) : deed);
  if (!made.ok) return made;
  const waits = typeof deed === 'string' && deed.endsWith(' until answered');
  return ok(waits ? awaitAnswer(made.value) : runToEnd(made.value));
}

/** The message of an event, if it is of that kind. */
function messageIn(event: CloudEvent, kind: ErrorKind): string | null {
  if (event.type === 'failure') return kind === 'failure' ? event.failure.message : null;
  return event.type === 'log' && event.level === 'WARNING' && kind === 'warning' ? event.message : null;
}

/** The first error of that kind after a position. */
function firstAfter(session: Session, since: number, kind: ErrorKind): ErrorSeen | null {
  for (let position = since + 1; position <= session.timeline.position; position++) {
    const moment = goTo(session, position);
    const found = reportOf(moment)
      ?.events.map((event) => messageIn(event, kind))
      .find((message) => message !== null);
    if (!found) continue;
    const logged = computeLog(session).filter((entry) => entry.position >= position && entry.level !== 'INFO');
    const lines = new Set(logged.map(({ level, message }) => shortened(`${level} ${message}`)));
    return { text: shortened(found), code: null, lines: [...lines], moment };
  }
  return null;
}

/** The error of a case at a release; null where the release has none. */
export function seenAt(release: Release, { settings, deeds }: ErrorCase, kind: ErrorKind): ErrorSeen | null {
  let session = startSession(labWith({ ...articleSettings, ...settings, release }));
  for (const deed of deeds.slice(0, -1)) {
    const made = make(session, deed);
    if (!made.ok) return null;
    session = made.value;
  }
  const [last] = deeds.slice(-1);
  const made = last === undefined ? ok(session) : make(session, last);
  if (kind !== 'refusal') return made.ok ? firstAfter(made.value, session.timeline.position, kind) : null;
  if (made.ok || made.error === null) return null;
  return { text: shortened(made.error.message), code: made.error.code, lines: [], moment: session };
}

function isSame(one: ErrorSeen, other: ErrorSeen): boolean {
  return one.text === other.text && one.code === other.code && one.lines.join('\n') === other.lines.join('\n');
}

/** The error of a case through all releases, those in a row that say the same as one. */
export function stretchesOf(errorCase: ErrorCase, kind: ErrorKind): readonly ErrorStretch[] {
  const found: ErrorStretch[] = [];
  let before: ErrorSeen | null = null;
  for (const release of releases) {
    const seen = seenAt(release, errorCase, kind);
    const last = found.at(-1);
    if (seen && last && before && isSame(before, seen)) found[found.length - 1] = { ...last, to: release, seen };
    else if (seen) found.push({ from: release, to: release, seen });
    before = seen;
  }
  return found;
}

/** A text, and the first and the last release that print it. */
export interface ErrorText {
  readonly text: string;
  readonly from: Release;
  readonly to: Release;
  /** Those between that do not print it. */
  readonly silent: readonly Release[];
}

function byAge(one: Release, other: Release): number {
  return releases.indexOf(one) - releases.indexOf(other);
}

/** The different texts of some stretches. */
export function textsOf(stretches: readonly ErrorStretch[]): readonly ErrorText[] {
  return [...new Set(stretches.map(({ seen }) => seen.text))].map((text) => {
    const same = stretches.filter(({ seen }) => seen.text === text);
    const found = same.flatMap(({ from, to }) => [from, to]).sort(byAge);
    const [from, to] = [found.at(0), found.at(-1)];
    if (from === undefined || to === undefined) throw new Error(`no release says ${text}`);
    const between = releases.slice(releases.indexOf(from), releases.indexOf(to));
    const silent = between.filter(
      (release) => !same.some((one) => byAge(one.from, release) <= 0 && byAge(release, one.to) <= 0)
    );
    return { text, from, to, silent };
  });
}

/** What is left to do to mend a case, done after it; null where nova-api refuses. */
export function repaired(moment: Session, deeds: readonly Deed[]): Session | null {
  return deeds.reduce<Session | null>((session, deed) => session && perform(session, deed), runToEnd(moment));
}
