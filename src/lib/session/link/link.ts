/**
 * A session as a link carries it: not its state but what was done, which the engine does again.
 *
 * `1.` and packed JSON (schema.ts). Lab and requests give the same bytes at every visit, so nothing else is needed.
 */
import * as v from 'valibot';
import { refuse, ok, type Result } from '../../engine/kernel/result.ts';
import { validate } from '../lab-problems.ts';
import { articleSettings, labWith, settingsOf, type LabSettings } from '../lab-settings.ts';
import { movesMade, sessionOf, type Move } from '../replay.ts';
import { cloudOf, goTo, type Session } from '../session.ts';
import { canBePacked, pack, unpack } from './packed-text.ts';
import { linkSchema, type LinkData } from './schema.ts';

const SCHEMA = '1';

/** The most characters of a link that are looked at; the longest that a browser takes is much longer. */
const LONGEST = 32_000;

/** Why a link cannot be followed. `future`: a newer version of this page made it. */
export type LinkProblem = 'damaged' | 'future';

/** Whether a text claims to be a session: other fragments of an address are somebody else's. */
export function isLink(fragment: string): boolean {
  return /^\d+\./.test(fragment);
}

function labOf(session: Session): LinkData['lab'] {
  const settings = settingsOf(cloudOf(session).lab);
  const differing = Object.entries(settings).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(articleSettings[key as keyof LabSettings])
  );
  return Object.fromEntries(differing);
}

/** The fragment of the address for a session; null for one that is too long, or was made by what a link cannot say. */
export async function linkOf(session: Session): Promise<string | null> {
  const moves = movesMade(session).map(({ request, steps, rests }) => [request, rests ? 'end' : steps]);
  const { position, line } = session.timeline;
  const data = { lab: labOf(session), moves, ...(position === line.length - 1 ? {} : { at: position }) };
  const text = JSON.stringify(data);
  if (!v.is(linkSchema, data) || !canBePacked(text)) return null;
  const fragment = `${SCHEMA}.${await pack(text)}`;
  return fragment.length > LONGEST ? null : fragment;
}

async function dataOf(fragment: string): Promise<LinkData | null> {
  try {
    const parsed = v.safeParse(linkSchema, JSON.parse(await unpack(fragment.slice(SCHEMA.length + 1))));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** The session of a fragment that `linkOf` made. */
export async function sessionOfLink(fragment: string): Promise<Result<Session, LinkProblem>> {
  const [schema = ''] = fragment.split('.');
  if (Number(schema) > Number(SCHEMA)) return refuse('future');
  const data = fragment.length > LONGEST || schema !== SCHEMA ? null : await dataOf(fragment);
  if (data === null) return refuse('damaged');
  const settings = { ...articleSettings, ...data.lab } as LabSettings;
  if (validate(settings).length > 0) return refuse('damaged');
  const moves = data.moves.map(([request, until]): Move => ({
    request: request as Move['request'],
    steps: until === 'end' ? 0 : until,
    rests: until === 'end'
  }));
  const session = sessionOf(labWith(settings), moves);
  return ok(data.at === undefined ? session : goTo(session, data.at));
}
