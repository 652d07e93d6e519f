/** The table that the page runs against the XState machine that it was generated from. */
import { transition } from 'xstate';
import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB } from '../../../src/lib/engine/cloud/lab.ts';
import type { InstanceEvent } from '../../../src/lib/machine/conditions.ts';
import { instanceMachine } from '../../../src/lib/machine/instance.machine.ts';
import { next, type InstanceSnapshot } from '../../../src/lib/machine/instance.ts';
import { transitionTable } from '../../../src/lib/machine/transition-table.ts';
import { reachable, requestsOf } from '../../support/lab/reachable.ts';
import { tableOfMachine } from '../../support/machine/table-of.ts';

/** What XState makes of an event. */
function nextInXState({ value, context }: InstanceSnapshot, event: InstanceEvent): InstanceSnapshot {
  const [parent = '', child] = value.split('.');
  const before = instanceMachine.resolveState({
    value: child ? { [parent]: child } : parent,
    context
  });
  const [after] = transition(instanceMachine, before, event);
  const name = typeof after.value === 'string' ? after.value : Object.entries(after.value).flat().join('.');
  return { value: name, context: after.context };
}

describe('the transition table', () => {
  it('is what the machine says now; else run `npm run generate`', () => {
    expect(transitionTable).toEqual(tableOfMachine());
  });

  it.each(['17.0.0.0b1', '33.0.0'] as const)(
    'does as XState does in every situation of a small lab at %s',
    (release) => {
      const snapshots = reachable({ ...ARTICLE_LAB, release }, 1);
      const resets = (['active', 'error'] as const).map((state) => ({ type: 'resetState', state }) as const);
      for (const snapshot of snapshots) {
        for (const event of [{ type: 'step' } as const, ...resets, ...requestsOf(snapshot.context.cloud)]) {
          expect(next(snapshot, event)).toEqual(nextInXState(snapshot, event));
        }
      }
      expect(snapshots.length).toBeGreaterThan(500);
    }
  );
});
