import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cloud } from '../../src/lib/engine/cloud/cloud.ts';
import { next } from '../../src/lib/machine/instance.ts';
import { refusal } from '../../src/lib/machine/permission.ts';
import { settle } from '../support/lab/instance.ts';
import { anyDeedBehindNova, anyStory, tell } from '../support/lab/random.ts';

const RUNS = { numRuns: 300 };

/** What Nova's database holds of the server, but for what nova-compute takes over from the hypervisor. */
function rowsOf({ bdms, volumes, instance }: Cloud) {
  const others = { ...instance, vm_state: null, task_state: null, power_state: null };
  return { bdms, volumes, others };
}

describe('what an operator does behind Nova’s back, whenever it is done', () => {
  it('[SYNC-1] changes no row of Nova, neither as it is done nor by what follows from it', () => {
    let done = 0;
    fc.assert(
      fc.property(anyStory, anyDeedBehindNova, ({ lab, commands }, deed) => {
        const before = settle(tell(lab, commands).at(-1)!);
        if (refusal(before, deed) !== null) return;
        done++;
        const called = next(before, deed);
        expect(called.context.cloud.instance).toBe(before.context.cloud.instance);
        expect(rowsOf(settle(called).context.cloud)).toEqual(rowsOf(before.context.cloud));
      }),
      RUNS
    );
    expect(done).toBeGreaterThan(RUNS.numRuns / 5);
  });

  it('[SYNC-4] ends with a server whose power is what the hypervisor says, and that is not on when it shall be off', () => {
    fc.assert(
      fc.property(anyStory, anyDeedBehindNova, ({ lab, commands }, deed) => {
        const before = settle(tell(lab, commands).at(-1)!);
        if (deed.type !== 'operator' || !/start|destroy|shutdown/.test(deed.command)) return;
        if (refusal(before, deed) !== null) return;
        const { instance, domain } = settle(next(before, deed)).context.cloud;
        expect(instance.power_state).toBe(domain?.state === 'shutoff' ? 'shutdown' : domain?.state);
        if (instance.vm_state === 'active') expect(instance.power_state).not.toBe('shutdown');
        if (instance.vm_state === 'stopped') expect(instance.power_state).toBe('shutdown');
      }),
      RUNS
    );
  });
});
