import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '../../src/lib/session/replay.ts';
import { act, runToEnd, startSession, stepForward, type Session } from '../../src/lib/session/session.ts';
import { anyStory, type Command } from '../support/lab/random.ts';

function obey(session: Session, command: Command): Session {
  if (command.type === 'step') return stepForward(session);
  if (command.type === 'settle') return runToEnd(session);
  const made = act(session, command);
  return made.ok ? made.value : session;
}

/** The labs of the branch, one after the other. */
function clouds({ timeline }: Session): readonly unknown[] {
  return timeline.line.map((index) => timeline.moments[index]?.value.snapshot.context.cloud);
}

describe('a replay, whatever was done', () => {
  it('on the same lab differs in nothing, and is the same lab at every moment', () => {
    fc.assert(
      fc.property(anyStory, ({ lab, commands }) => {
        const session = commands.reduce(obey, startSession(lab));
        const again = replay(session, lab);
        expect(again.requests.flatMap(({ differs }) => differs)).toEqual([]);
        expect(clouds(again.session)).toEqual(clouds(session));
      }),
      { numRuns: 60 }
    );
  });

  it('on any other lab keeps every request and never breaks', () => {
    fc.assert(
      fc.property(anyStory, anyStory, ({ lab, commands }, other) => {
        const session = commands.reduce(obey, startSession(lab));
        const made = session.timeline.line.filter((index) => session.timeline.moments[index]?.value.request);
        const { requests, session: replayed } = replay(session, other.lab);
        expect(requests).toHaveLength(made.length);
        expect(replayed.timeline.position).toBeLessThan(replayed.timeline.line.length);
      }),
      { numRuns: 60 }
    );
  });
});
