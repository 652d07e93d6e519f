/**
 * Resizing to another flavor, on the same host: `nova resize`.
 *
 * Upstream: nova/compute/api.py (API.resize), nova/conductor/tasks/migrate.py (MigrationTask), nova/compute/manager.py
 * (ComputeManager.prep_resize, resize_instance, finish_resize), nova/virt/libvirt/driver.py
 * (LibvirtDriver.migrate_disk_and_power_off, finish_migration).
 * Simplified: the driver refuses to make a disk smaller; the recordings do not, so neither does this.
 */
import { seededUuid } from '../../kernel/seeded-id.ts';
import { cannotResizeToSameFlavor, flavorNotFound, type NovaException } from '../../nova/exception.ts';
import type { Flavor } from '../../nova/flavor.ts';
import type { VmState } from '../../nova/instance.ts';
import { updateInstance, type Cloud } from '../cloud.ts';
import { apiSteps, serverOperation } from '../api-steps.ts';
import { log } from '../event.ts';
import { powerState } from '../hypervisor.ts';
import { LOGGER, logOutsideRequest } from '../log.ts';
import type { Outcome, Step } from '../operation.ts';
import {
  bootStep,
  BUILD_FAILED,
  defineStep,
  destroyStep,
  giveUp,
  launchStep,
  logSetError,
  type BuildArgs
} from '../rebuild-domain.ts';
import { changeFlavor } from '../swap-row.ts';

/** `flavor` is an id. */
export interface ResizeArgs extends BuildArgs {
  readonly flavor: string;
  readonly old?: { readonly flavor: Flavor; readonly vm_state: VmState };
}

function findFlavor(cloud: Cloud, { flavor }: ResizeArgs): Flavor | undefined {
  return cloud.lab.flavors.find(({ id }) => id === flavor);
}

function check(cloud: Cloud, args: ResizeArgs): NovaException | null {
  const flavor = findFlavor(cloud, args);
  if (!flavor) return flavorNotFound(args.flavor);
  return flavor.id === cloud.instance.flavor.id ? cannotResizeToSameFlavor() : null;
}

function oldOf({ old }: ResizeArgs) {
  if (!old) throw new Error('the resize has not begun');
  return old;
}

function prepare(cloud: Cloud, args: ResizeArgs): Outcome<ResizeArgs> {
  const { flavor, vm_state } = cloud.instance;
  const migration = seededUuid(cloud.requests + 0x10000);
  return {
    cloud,
    args: { ...args, old: { flavor, vm_state } },
    events: [
      log('INFO', LOGGER.claims, `Claim successful on node ${cloud.lab.log.host}`),
      log('INFO', LOGGER.resourceTracker, `Updating resource usage from migration ${migration}`),
      log('INFO', LOGGER.manager, 'Migrating')
    ]
  };
}

/** The new flavor counts from here on, and with it every name that Nova computes. */
function takeFlavor(cloud: Cloud, args: ResizeArgs): Outcome<ResizeArgs> {
  const flavor = findFlavor(cloud, args) ?? cloud.instance.flavor;
  return { cloud: changeFlavor(cloud, flavor), signal: 'task.resize_finish' };
}

function finish(cloud: Cloud, args: ResizeArgs): Outcome<ResizeArgs> {
  const { flavor, vm_state } = oldOf(args);
  const migration = { status: 'finished', old_flavor: flavor, old_vm_state: vm_state } as const;
  const events = cloud.domain?.live ? [logOutsideRequest('Instance running successfully.')] : [];
  return {
    cloud: updateInstance(cloud, { migration, power_state: powerState(cloud) }),
    events,
    next: null,
    signal: 'done'
  };
}

const FRAMES = ['ComputeManager._finish_resize', 'LibvirtDriver.finish_migration', 'Guest.create'];

function fail(cloud: Cloud, args: ResizeArgs): Outcome<ResizeArgs> {
  const restored = updateInstance(cloud, { flavor: oldOf(args).flavor, power_state: powerState(cloud) });
  const advice =
    `Deleting allocations for old flavor on source node ${cloud.lab.log.host} after finish_resize failure. ` +
    'You may be able to recover the instance by hard rebooting it.';
  return giveUp(restored, args, (summary) => [logSetError(summary, FRAMES), log('INFO', LOGGER.manager, advice)], [
    'ComputeManager.finish_resize',
    ...FRAMES
  ]);
}

const MANAGER = 'nova/compute/manager.py: ComputeManager';
const DRIVER = 'nova/virt/libvirt/driver.py: LibvirtDriver';

const steps: readonly [Step<ResizeArgs>, ...Step<ResizeArgs>[]] = [
  ...apiSteps<ResizeArgs>('resize', 'servers.py: ServersController._action_resize', 202),
  {
    name: 'schedule',
    actor: 'nova-conductor',
    source: 'nova/conductor/tasks/migrate.py: MigrationTask._execute',
    run: (cloud) => ({ cloud })
  },
  { name: 'prepare', actor: 'nova-compute', source: `${MANAGER}.prep_resize`, run: prepare },
  {
    name: 'migrating',
    actor: 'nova-compute',
    source: `${MANAGER}.resize_instance`,
    run: (cloud) => ({ cloud, signal: 'task.resize_migrating' })
  },
  destroyStep('power_off', `${DRIVER}.migrate_disk_and_power_off`),
  {
    name: 'migrated',
    actor: 'nova-compute',
    source: `${MANAGER}.resize_instance`,
    run: (cloud) => ({ cloud, signal: 'task.resize_migrated' })
  },
  { name: 'take_flavor', actor: 'nova-compute', source: `${MANAGER}._finish_resize`, run: takeFlavor },
  defineStep(`${DRIVER}.finish_migration`),
  launchStep((_cloud, args) => oldOf(args).vm_state !== 'stopped'),
  bootStep(),
  { name: 'finish', actor: 'nova-compute', source: `${MANAGER}._finish_resize`, run: finish },
  {
    name: BUILD_FAILED,
    actor: 'nova-compute',
    source: `${MANAGER}._error_out_instance_on_exception`,
    run: fail
  }
];

/** Resize to another flavor; the server waits in VERIFY_RESIZE. */
export const resize = serverOperation<ResizeArgs>('resize', steps, check);
