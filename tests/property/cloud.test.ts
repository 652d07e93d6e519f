import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDiskInfo } from '../../src/lib/engine/cloud/naming.ts';
import type { Domain, DomainDefinition } from '../../src/lib/engine/libvirt/domain.ts';
import { next, type InstanceSnapshot } from '../../src/lib/machine/instance.ts';
import { refusal, stateRefusalFor } from '../../src/lib/machine/permission.ts';
import { liveTargets, persistentTargets, settle } from '../support/lab/instance.ts';
import { anyRequest, anyStory, obey, tell } from '../support/lab/random.ts';
import { rowOf } from '../support/lab/states.ts';

const RUNS = { numRuns: 300 };

/** Freezes everything below a value, so that a write throws. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}

function definitionsOf(domain: Domain | null): readonly DomainDefinition[] {
  return [domain?.live, domain?.persistent].filter((definition) => definition !== null && definition !== undefined);
}

/** Where a disk is; seats are counted for each kind of controller by itself. */
function placeOf({ address, target }: DomainDefinition['disks'][number]): string {
  return JSON.stringify([address?.type === 'drive' ? target.bus : '', address]);
}

/** The names in Nova's mapping, sorted; null where Nova refuses to make one. */
function mappedNames({ context }: InstanceSnapshot): readonly string[] | null {
  const computed = computeDiskInfo(context.cloud);
  if (!computed.ok) return null;
  return [...new Set(Object.values(computed.value.mapping).map(({ dev }) => dev))].sort();
}

describe('whatever is done to a server', () => {
  it('the same commands give the same bytes', () => {
    fc.assert(
      fc.property(anyStory, ({ lab, commands }) => {
        const told = () => JSON.stringify(tell(lab, commands).map(({ value, context }) => [value, context]));
        expect(told()).toBe(told());
      }),
      RUNS
    );
  });

  it('nothing that was given is written to', () => {
    fc.assert(
      fc.property(anyStory, ({ lab, commands }) => {
        const [built] = tell(deepFreeze(lab), []);
        deepFreeze(commands).reduce((snapshot, command) => {
          deepFreeze(snapshot.context);
          return obey(snapshot, command);
        }, built);
      }),
      RUNS
    );
  });

  it('a refused request changes nothing, and the machine refuses exactly what the API refuses', () => {
    fc.assert(
      fc.property(anyStory, anyRequest, ({ lab, commands }, request) => {
        const last = tell(lab, commands).at(-1)!;
        const refused = refusal(last, request);
        expect(next(last, request) !== last).toBe(refused === null);
        if (refused === null) {
          expect(stateRefusalFor(last, request.type)).toBeNull();
          expect(next(last, request).context.cloud.requests).toBe(last.context.cloud.requests + 1);
          return;
        }
        const after = next(last, request);
        expect(after.value).toEqual(last.value);
        expect(after.context).toBe(last.context);
      }),
      RUNS
    );
  });

  it('no two disks of a domain share a target or an address', () => {
    fc.assert(
      fc.property(anyStory, ({ lab, commands }) => {
        for (const { context } of tell(lab, commands)) {
          for (const { disks } of definitionsOf(context.cloud.domain)) {
            expect(new Set(disks.map(({ target }) => target.dev)).size).toBe(disks.length);
            expect(new Set(disks.map(placeOf)).size).toBe(disks.length);
          }
        }
      }),
      RUNS
    );
  });

  it('the row of the instance says what the state of the machine says', () => {
    fc.assert(
      fc.property(anyStory, ({ lab, commands }) => {
        for (const { value, context } of tell(lab, commands)) {
          const { vm_state, task_state } = context.cloud.instance;
          const row = rowOf(value);
          expect(task_state).toBe(row.task_state);
          if (value !== 'deleting') expect(vm_state).toBe(row.vm_state);
        }
      }),
      RUNS
    );
  });

  it("a hard reboot that succeeds leaves the domain with exactly the names of Nova's mapping", () => {
    let succeeded = 0;
    fc.assert(
      fc.property(anyStory, ({ lab, commands }) => {
        const before = settle(tell(lab, commands).at(-1)!);
        if (refusal(before, { type: 'hardReboot' }) !== null) return;
        const rebooted = settle(next(before, { type: 'hardReboot' }));
        if (rebooted.context.cloud.instance.vm_state !== 'active') return;
        succeeded++;
        expect([...(liveTargets(rebooted) ?? [])].sort()).toEqual(mappedNames(rebooted));
        expect(persistentTargets(rebooted)).toEqual(liveTargets(rebooted));
      }),
      RUNS
    );
    expect(succeeded).toBeGreaterThan(RUNS.numRuns / 4);
  });

  it('once everything is over, a volume is in use exactly when the server has a row for it, if nobody overrules Cinder', () => {
    fc.assert(
      fc.property(anyStory, ({ lab, commands }) => {
        const { cloud } = settle(
          tell(
            lab,
            commands.filter(({ type }) => type !== 'resetVolume')
          ).at(-1)!
        ).context;
        fc.pre(cloud.domainId > 0);
        for (const { id, status } of cloud.volumes) {
          const rows = cloud.bdms.filter(({ volume_id }) => volume_id === id);
          expect([id, status, rows.length]).toEqual([
            id,
            rows.length > 0 ? 'in-use' : 'available',
            rows.length > 0 ? 1 : 0
          ]);
        }
      }),
      RUNS
    );
  });
});
