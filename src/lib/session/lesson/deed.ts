/**
 * What a lesson's words for a request mean: a request, what comes of it, and the line that does the same in a terminal.
 */
import type { Cloud } from '../../engine/cloud/cloud.ts';
import type { Request } from '../../engine/cloud/operations.ts';
import { act, awaitAnswer, cloudOf, runToEnd, stepForward, type Session } from '../session.ts';
import { commandOf } from '../views/client-view.ts';
import type { Deed } from './lesson.ts';

function idOf(things: readonly { readonly id: string; readonly name: string }[], name: string): string {
  const found = things.find((thing) => thing.name === name);
  if (!found) throw new Error(`the lab has no ${name}`);
  return found.id;
}

/** The request that a deed stands for. Throws where the lab has no such volume or flavor: the lesson is wrong then. */
export function requestOf(cloud: Cloud, deed: Deed): Request {
  const [type = '', name = '', as = '', device = ''] = deed.split(' ');
  if (type === 'attach') {
    return { type, volume_id: idOf(cloud.volumes, name), ...(as === 'as' ? { device } : {}) };
  }
  if (type === 'detach') return { type, volume_id: idOf(cloud.volumes, name) };
  if (type === 'resize') return { type, flavor: idOf(cloud.lab.flavors, name) };
  return (type === 'resetState' ? { type, state: 'active' } : { type }) as Request;
}

const STEPS = /^step (\d+)$/;

/** Whether the deed is a request, and no mere passing of time. */
export function isRequest(deed: Deed): boolean {
  return deed !== 'run' && !STEPS.test(deed);
}

/** How far work goes by itself, without a request; null for a request. */
function goOn(session: Session, deed: Deed): Session | null {
  if (deed === 'run') return runToEnd(session);
  const steps = STEPS.exec(deed)?.[1];
  if (steps === undefined) return null;
  let current = session;
  for (let taken = 0; taken < Number(steps); taken++) current = stepForward(current);
  return current;
}

function isStopped(deed: Deed): boolean {
  return deed.endsWith(' until answered');
}

/** The session after a deed; null where nova-api refuses it. */
export function perform(session: Session, deed: Deed): Session | null {
  const gone = goOn(session, deed);
  if (gone) return gone;
  const ready = runToEnd(session);
  const made = act(ready, requestOf(cloudOf(ready), deed));
  if (!made.ok) return null;
  return isStopped(deed) ? awaitAnswer(made.value) : runToEnd(made.value);
}

/** The session after all deeds; null where one of them is refused. */
export function performAll(session: Session, deeds: readonly Deed[]): Session | null {
  return deeds.reduce<Session | null>((current, deed) => current && perform(current, deed), session);
}

/** The line that does the same in a terminal. */
export function lineOf(cloud: Cloud, deed: Deed): string {
  if (deed === 'run') return ':run';
  const steps = STEPS.exec(deed)?.[1];
  if (steps !== undefined) return `:step ${steps}`;
  const command = commandOf(cloud, requestOf(cloud, deed));
  return isStopped(deed) ? command : `${command}; :run`;
}
