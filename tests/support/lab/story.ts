/** Tells a random story to a session, which keeps every moment of it. */
import { ARTICLE_LAB, type Lab } from '../../../src/lib/engine/cloud/lab.ts';
import { act, goTo, runToEnd, startSession, stepForward, type Session } from '../../../src/lib/session/session.ts';
import { attach, resizeToSwap } from './instance.ts';
import type { Command } from './random.ts';

/** A server that is built, and what is done to it. */
export interface Story {
  readonly lab: Lab;
  readonly commands: readonly Command[];
}

/** What a command leads to; a refused request leads nowhere. */
function obey(session: Session, command: Command): Session {
  if (command.type === 'step') return stepForward(session);
  if (command.type === 'settle') return runToEnd(session);
  const made = act(session, command);
  return made.ok ? made.value : session;
}

/** The session after the commands. */
export function sessionOf({ lab, commands }: Story): Session {
  return commands.reduce(obey, startSession(lab));
}

/** The same session at each of its moments. */
export function everyMoment(session: Session): readonly Session[] {
  return session.timeline.line.map((_, position) => goTo(session, position));
}

function settled(...requests: readonly Command[]): readonly Command[] {
  return requests.flatMap((request): readonly Command[] => [request, { type: 'settle' }]);
}

/** Stories in which names are worked out on every occasion there is; chance alone does not always come to all. */
export const namingStories: readonly Story[] = [
  { lab: ARTICLE_LAB, commands: settled(attach, resizeToSwap, { type: 'confirm' }, { type: 'rescue' }) },
  { lab: ARTICLE_LAB, commands: settled({ type: 'shelve' }, attach, { type: 'unshelve' }) },
  { lab: { ...ARTICLE_LAB, release: '33.0.0' }, commands: settled(attach, resizeToSwap, { type: 'rebuild' }) }
];
