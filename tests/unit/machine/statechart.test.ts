/** The statechart against the machine that it is read off. */
import { describe, expect, it } from 'vitest';
import { apiRequestNames } from '../../../src/lib/engine/cloud/operations.ts';
import { TASK_STATES } from '../../../src/lib/engine/nova/instance.ts';
import { instanceMachine } from '../../../src/lib/machine/instance.machine.ts';
import { statechartOf, type Transition } from '../../../src/lib/machine/statechart.ts';
import { tableOfMachine } from '../../support/machine/table-of.ts';

const { boxes, transitions } = statechartOf(tableOfMachine());
const states = instanceMachine.root.states;

function transition(id: string): Transition {
  const found = transitions.find((one) => one.id === id);
  if (!found) throw new Error(`no transition ${id}`);
  return found;
}

/** What the machine's state allows at rest, beside what its parent allows. */
function allowedAtRest(box: string): readonly string[] {
  const events = Object.keys(states[box]!.states['idle']?.config.on ?? {});
  return apiRequestNames.filter((name) => events.includes(name));
}

describe('the statechart', () => {
  it('has a box for each state of the machine', () => {
    expect(boxes).toEqual(Object.keys(states));
  });

  it.each(Object.keys(states))('has for %s each operation that the machine allows at rest, and no other', (box) => {
    const drawn = transitions.filter(({ from, operation }) => from === box && operation !== null);
    expect(drawn.map(({ operation }) => operation).toSorted()).toEqual(allowedAtRest(box).toSorted());
  });

  it('tells once what every state allows', () => {
    expect(transitions.filter(({ from }) => from === null).map(({ id, ends }) => [id, ends])).toEqual([
      ['any.delete', ['deleting']],
      ['any.resetState', ['active', 'error']]
    ]);
    const silent = (event: string) => boxes.filter((box) => !(event in (states[box]!.config.on ?? {})));
    expect(silent('delete')).toEqual(['deleted']);
    expect(silent('resetState')).toEqual(['deleting', 'deleted']);
  });

  it('passes through every task_state of the machine', () => {
    const passed = new Set(transitions.flatMap(({ routes }) => routes.flatMap(({ tasks }) => tasks)));
    expect(TASK_STATES.filter((task) => !passed.has(task))).toEqual([]);
  });

  it('follows a way to its end, through another vm_state where it must', () => {
    expect(transition('stopped.rebuild').routes).toEqual([
      { tasks: ['rebuilding', 'rebuild_block_device_mapping', 'rebuild_spawning', 'powering-off'], to: 'stopped' }
    ]);
    expect(transition('active.shelve').ends).toEqual(['shelved']);
    expect(transition('shelved.').routes).toEqual([{ tasks: ['shelving_offloading'], to: 'shelved_offloaded' }]);
  });

  it('has two routes where it depends on the server', () => {
    expect(transition('resized.revert').routes).toEqual([
      { tasks: ['resize_reverting'], to: 'active' },
      { tasks: ['resize_reverting', 'powering-off'], to: 'stopped' }
    ]);
    expect(transition('resized.confirm').ends.toSorted()).toEqual(['active', 'stopped']);
  });

  it('says where a task that fails leads to', () => {
    expect(transition('active.stop').onFailure).toBe('error');
    expect(transition('stopped.start').onFailure).toBe('stopped');
    expect(transition('active.attach').onFailure).toBeNull();
  });
});
