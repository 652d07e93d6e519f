/** The machine against the states that Nova's own source allows each operation in, for every state and every release. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ARTICLE_LAB } from '../../../src/lib/engine/cloud/lab.ts';
import { apiRequestNames, type ApiRequestName } from '../../../src/lib/engine/cloud/operations.ts';
import { TASK_STATES, VM_STATES, type TaskState, type VmState } from '../../../src/lib/engine/nova/instance.ts';
import { stateRefusalFor } from '../../../src/lib/machine/permission.ts';
import { boot } from '../../support/lab/instance.ts';
import { leaves, rowOf } from '../../support/lab/states.ts';

/** Absent task_state: none may be running. Null or an absent vm_state: any. */
interface Allowed {
  readonly vm_state?: readonly string[] | null;
  readonly task_state?: readonly (string | null)[] | null;
  readonly must_have_launched?: boolean;
}

const recorded = JSON.parse(
  readFileSync(new URL('../../conformance/data/nova-instance-states.json', import.meta.url), 'utf8')
) as Readonly<Record<string, Readonly<Record<string, Allowed>>>>;

/** Nova asks nothing of the state before reset-state: an administrator overrules it. Cinder does not ask Nova. */
type CheckedName = Exclude<ApiRequestName, 'resetState' | 'resetVolume'>;

/** What nova/compute/api.py calls each operation. */
const METHODS: Readonly<Record<CheckedName, string>> = {
  attach: 'attach_volume',
  detach: 'detach_volume',
  resize: 'resize',
  confirm: 'confirm_resize',
  revert: 'revert_resize',
  softReboot: '_soft_reboot',
  hardReboot: '_hard_reboot',
  stop: 'stop',
  start: 'start',
  pause: 'pause',
  unpause: 'unpause',
  suspend: 'suspend',
  resume: 'resume',
  rescue: 'rescue',
  unrescue: 'unrescue',
  shelve: 'shelve',
  unshelve: 'unshelve',
  rebuild: 'rebuild',
  delete: 'delete'
};

const checkedNames = Object.keys(METHODS) as readonly CheckedName[];

interface Situation {
  readonly vm_state: VmState;
  readonly task_state: TaskState | null;
  readonly launched: boolean;
}

function isVmStateAllowed({ vm_state: allowed }: Allowed, { vm_state }: Situation): boolean {
  return !allowed || allowed.includes(vm_state);
}

function isTaskStateAllowed({ task_state: allowed = [null] }: Allowed, { task_state }: Situation): boolean {
  return allowed === null || allowed.includes(task_state);
}

/** What Nova's decorator answers, in the API's words; null when it lets the request through. */
function novaSays(allowed: Allowed, method: string, situation: Situation): string | null {
  const { vm_state, task_state, launched } = situation;
  if (!isVmStateAllowed(allowed, situation)) return `Cannot '${method}' instance U while it is in vm_state ${vm_state}`;
  if (!isTaskStateAllowed(allowed, situation)) {
    return `Cannot '${method}' instance U while it is in task_state ${String(task_state)}`;
  }
  const mustHaveLaunched = allowed.must_have_launched ?? true;
  return mustHaveLaunched && !launched ? `Instance U is in an invalid state for '${method}'` : null;
}

/** What the API's controllers call the operation in their answer. */
const SPOKEN: Readonly<Record<CheckedName, string>> = {
  ...METHODS,
  confirm: 'confirmResize',
  revert: 'revertResize',
  softReboot: 'reboot',
  hardReboot: 'reboot'
};

const lab = { ...ARTICLE_LAB, server: { ...ARTICLE_LAB.server, uuid: 'U' } };
const { cloud } = boot(lab).context;

/** The machine in a state, with the row that it stands for; while deleting, any vm_state may stand beside it. */
const situations = leaves.flatMap((value) => {
  const vmStates = value === 'deleting' ? VM_STATES.filter((state) => state !== 'deleted') : [rowOf(value).vm_state];
  return vmStates.map((vm_state) => {
    const { task_state } = rowOf(value);
    const context = { cloud: { ...cloud, instance: { ...cloud.instance, vm_state, task_state } }, report: null };
    const launched = vm_state !== 'building' && value !== 'error.never_launched';
    return { situation: { vm_state, task_state, launched }, snapshot: { value, context } };
  });
});

describe.each(Object.entries(recorded))('nova-instance-states at %s', (_release, methods) => {
  it.each(checkedNames)('%s is allowed in exactly the states of check_instance_state', (name) => {
    const allowed = methods[METHODS[name]]!;
    const living = situations.filter(({ situation }) => situation.vm_state !== 'deleted');
    const said = living.map(({ situation, snapshot }) => [situation, stateRefusalFor(snapshot, name)?.message ?? null]);
    expect(said).toEqual(living.map(({ situation }) => [situation, novaSays(allowed, SPOKEN[name], situation)]));
  });

  it('has every operation that the machine knows', () => {
    expect(checkedNames.filter((name) => !(METHODS[name] in methods))).toEqual([]);
  });
});

describe('the situations that are compared', () => {
  it('are all states of the machine, with all vm_states and task_states among them', () => {
    expect(situations).toHaveLength(leaves.length + VM_STATES.length - 2);
    expect(new Set(situations.map(({ situation }) => situation.vm_state))).toEqual(new Set(VM_STATES));
    expect(new Set(situations.map(({ situation }) => situation.task_state))).toEqual(new Set([null, ...TASK_STATES]));
  });

  it('differ in what they allow', () => {
    const allowed = situations.map(({ snapshot }) =>
      apiRequestNames.filter((name) => stateRefusalFor(snapshot, name) === null).join(' ')
    );
    expect(new Set(allowed)).toEqual(
      new Set([
        'resetState delete resetVolume',
        'attach detach resize softReboot hardReboot stop pause suspend rescue shelve rebuild resetState delete resetVolume',
        'hardReboot resetState delete resetVolume',
        'attach detach resize hardReboot start rescue shelve rebuild resetState delete resetVolume',
        'attach detach confirm revert resetState delete resetVolume',
        'attach detach hardReboot unpause shelve resetState delete resetVolume',
        'hardReboot resume shelve resetState delete resetVolume',
        'unrescue resetState delete resetVolume',
        'attach detach unshelve resetState delete resetVolume',
        'hardReboot stop rescue rebuild resetState delete resetVolume',
        'delete resetVolume',
        'resetVolume'
      ])
    );
  });
});

describe('a deleted server', () => {
  it.each(apiRequestNames.filter((name) => name !== 'resetVolume'))('answers %s as one that is not there', (name) => {
    const snapshot = {
      value: 'deleted',
      context: { cloud: { ...cloud, instance: { ...cloud.instance, vm_state: 'deleted' as const } }, report: null }
    };
    expect(stateRefusalFor(snapshot, name)).toEqual({
      exception: 'InstanceNotFound',
      code: 404,
      message: 'Instance U could not be found.'
    });
  });
});
