/** The states of the machine, and the row of the database that each stands for. */
import type { TaskState, VmState } from '../../../src/lib/engine/nova/instance.ts';
import { instanceMachine } from '../../../src/lib/machine/instance.machine.ts';

/** All states that the machine can be in: `active.idle`. */
export const leaves: readonly string[] = Object.entries(instanceMachine.root.states).flatMap(([name, node]) => {
  const children = Object.keys(node.states);
  return children.length === 0 ? [name] : children.map((child) => `${name}.${child}`);
});

/** The states that have nothing to do, beside those named `idle`. */
const RESTING: readonly string[] = ['idle', 'never_launched', 'confirming'];

/** What the instance's row says in a state; while deleting, the vm_state stays what it was. */
export function rowOf(value: string): { readonly vm_state: VmState; readonly task_state: TaskState | null } {
  if (value === 'deleted') return { vm_state: 'deleted', task_state: null };
  if (value === 'deleting') return { vm_state: 'active', task_state: 'deleting' };
  if (value === 'shelved') return { vm_state: 'shelved', task_state: 'shelving_offloading' };
  const [vm_state, child] = value.split('.') as [VmState, string];
  return { vm_state, task_state: RESTING.includes(child) ? null : (child as TaskState) };
}
