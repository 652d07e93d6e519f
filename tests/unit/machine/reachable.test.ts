/** Every situation that small labs can get into, whatever the client does between two steps. */
import { describe, expect, it } from 'vitest';
import { deliver } from '../../../src/lib/engine/cloud/operations.ts';
import { ARTICLE_LAB, type Lab } from '../../../src/lib/engine/cloud/lab.ts';
import { knowsEvent, next } from '../../../src/lib/machine/instance.ts';
import { refusal } from '../../../src/lib/machine/permission.ts';
import { busy, settle } from '../../support/lab/instance.ts';
import { deeds, reachable, requestsOf } from '../../support/lab/reachable.ts';
import { leaves, rowOf } from '../../support/lab/states.ts';

/** A flavor with swap needs a second disk, which this lab does not allow: the build fails. */
const tooSmall: Lab = {
  ...ARTICLE_LAB,
  release: '33.0.0',
  conf: { ...ARTICLE_LAB.conf, max_disk_devices_to_attach: 1 },
  server: { ...ARTICLE_LAB.server, flavor: 'small-with-swap' }
};

const labs: readonly (readonly [string, Lab])[] = [
  ["the article's lab", ARTICLE_LAB],
  ["the article's lab at 17.0.0, where Nova looks for a row of the volume", { ...ARTICLE_LAB, release: '17.0.0' }],
  ["the article's lab at 33.0.0, where the resize can fail", { ...ARTICLE_LAB, release: '33.0.0' }],
  ['a lab whose guest lets no disk go', { ...ARTICLE_LAB, unplug: 'never' }],
  ['a lab whose build fails', tooSmall]
];

function walk(name: string, snapshots: ReturnType<typeof reachable>) {
  return [name, snapshots, snapshots.map(settle)] as const;
}

const walks = [
  ...labs.map(([name, lab]) => walk(name, reachable(lab, 2))),
  walk('a lab whose operator acts behind Nova’s back', reachable(ARTICLE_LAB, 1, deeds))
];
const all = walks.flatMap(([, snapshots]) => snapshots);

describe.each(walks)('%s', (_name, snapshots, settled) => {
  it('keeps the row of the instance as the state says', () => {
    const wrong = snapshots.filter(({ value, context }) => {
      const { vm_state, task_state } = context.cloud.instance;
      const row = rowOf(value);
      return task_state !== row.task_state || (value !== 'deleting' && vm_state !== row.vm_state);
    });
    expect(wrong.map(({ value }) => value)).toEqual([]);
  });

  it('never tells the machine what it does not expect', () => {
    const unheard = snapshots.filter(busy).flatMap((snapshot) => {
      const { signal, report } = deliver(snapshot.context.cloud);
      return signal === null || knowsEvent(snapshot.value, signal)
        ? []
        : [[snapshot.value, report.op, report.step, signal]];
    });
    expect(unheard).toEqual([]);
  });

  it('takes a request exactly when nothing refuses it', () => {
    const differing = snapshots.flatMap((snapshot) =>
      requestsOf(snapshot.context.cloud)
        .filter((request) => (next(snapshot, request) !== snapshot) !== (refusal(snapshot, request) === null))
        .map((request) => [snapshot.value, request])
    );
    expect(differing).toEqual([]);
  });

  it('comes to rest in a state in which nothing is being done', () => {
    const restless = settled.filter(({ context }) => context.cloud.instance.task_state !== null);
    expect(restless.map(({ value }) => value)).toEqual([]);
  });

  it('ends with every volume either in use by a row or available', () => {
    const astray = settled.filter(({ context: { cloud } }) =>
      cloud.volumes.some(({ id, status }) => {
        const rows = cloud.bdms.filter(({ volume_id }) => volume_id === id).length;
        const isFailedBuild = cloud.instance.vm_state === 'error' && cloud.domainId === 0;
        return isFailedBuild ? status !== 'available' : rows !== (status === 'in-use' ? 1 : 0);
      })
    );
    expect(astray.map(({ context: { cloud } }) => [cloud.volumes, cloud.bdms])).toEqual([]);
  });
});

describe('all labs together', () => {
  it('reach every state of the machine', () => {
    const reached = new Set(all.map(({ value }) => value));
    expect(leaves.filter((value) => !reached.has(value))).toEqual([]);
  });

  it('are more than a handful of situations', () => {
    expect(all.length).toBeGreaterThan(10_000);
  });
});
