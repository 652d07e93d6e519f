import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudOf, reportOf, type Session } from '../../src/lib/session/session.ts';
import { whyName, type NamingWalk } from '../../src/lib/session/views/why-name.ts';
import { anyStory } from '../support/lab/random.ts';
import { everyMoment, namingStories, sessionOf } from '../support/lab/story.ts';

/** The name that the attach under the cursor has reserved, as its work carries it. */
function reserved(session: Session): unknown {
  const id = reportOf(session)?.request_id;
  const args = cloudOf(session).work.find(({ request_id }) => request_id === id)?.args;
  return (args as { readonly device_name?: string } | undefined)?.device_name;
}

function definedTargets(session: Session): readonly string[] | undefined {
  return cloudOf(session)
    .domain?.persistent?.disks.map(({ target }): string => target.dev)
    .sort();
}

function walkedTargets({ disks }: NamingWalk): readonly string[] {
  return disks
    .filter(({ outcome }) => outcome !== 'dropped')
    .map(({ device }) => device)
    .sort();
}

/** The names that rows got in this step, of those that had none. */
function rowNames(session: Session): readonly unknown[] {
  return cloudOf(session).bdms.map(({ device_name }) => device_name);
}

/** Where a walk says anything else than what happened. */
function lies(session: Session): readonly string[] {
  const told = whyName(session);
  if (told.kind !== 'walk') return [];
  const { occasion, named, failure, refusal } = told;
  const device = named && `/dev/${named.device}`;
  if (occasion === 'attach' && device !== reserved(session)) return ['another name was reserved'];
  if (occasion === 'row' && device && !rowNames(session).includes(device)) return ['no row got the name'];
  const isDefined = (occasion === 'domain' || occasion === 'rescue') && !failure && !refusal;
  if (isDefined && String(walkedTargets(told)) !== String(definedTargets(session)))
    return ['the domain has other names'];
  return told.disks.some(({ disk }) => disk === null) ? ['a disk is nobody'] : [];
}

/** Whether each name that was passed over is shown with its holder, lowest first and without a gap. */
function gaps({ disks, named }: NamingWalk): readonly string[] {
  return (named ? [...disks, named] : disks).flatMap(({ tried, device, outcome }) => {
    if (outcome === 'stored') return tried.length === 0 ? [] : ['a stored name was tried'];
    const names = [...tried.map((one) => one.device), ...(outcome === 'dropped' ? [] : [device])];
    return names.map((name) => name.slice(2)).join('') === 'abcdefghijklmnopqrstuvwxyz'.slice(0, names.length)
      ? []
      : [`gap in ${names.join(' ')}`];
  });
}

describe('why a name, at every moment of random labs', () => {
  it('tells what happened: the name reserved, the names of the domain, the names of rows', () => {
    const occasions = new Set<string>();
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const session of everyMoment(sessionOf(story))) {
          const told = whyName(session);
          if (told.kind === 'walk') {
            occasions.add(told.occasion);
            expect(gaps(told)).toEqual([]);
          }
          expect(lies(session)).toEqual([]);
        }
      }),
      { numRuns: 150, examples: namingStories.map((story) => [story]) }
    );
    expect([...occasions].sort()).toEqual(['attach', 'domain', 'next', 'rescue', 'row']);
  });
});
