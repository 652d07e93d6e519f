/** Labs and commands at random, for properties that must hold whatever happens. */
import fc from 'fast-check';
import type { Volume } from '../../../src/lib/engine/cinder/volume.ts';
import { createCloud } from '../../../src/lib/engine/cloud/create-cloud.ts';
import { ARTICLE_LAB, type Lab, type Unplug } from '../../../src/lib/engine/cloud/lab.ts';
import type { Request } from '../../../src/lib/engine/cloud/operations.ts';
import { domainDisk, targetDev } from '../../../src/lib/engine/libvirt/disk.ts';
import type { Flavor } from '../../../src/lib/engine/nova/flavor.ts';
import { releases } from '../../../src/lib/engine/nova/releases/release.ts';
import { next, startInstance, type InstanceSnapshot } from '../../../src/lib/machine/instance.ts';
import { settle } from './instance.ts';

const FLAVOR = { ram: 512, vcpus: 1, disk: 1 } as const;

const FLAVORS: readonly Flavor[] = [
  { ...FLAVOR, id: 'plain', name: 'plain', swap: 0, ephemeral: 0 },
  { ...FLAVOR, id: 'swap', name: 'swap', swap: 1024, ephemeral: 0 },
  { ...FLAVOR, id: 'eph', name: 'eph', swap: 0, ephemeral: 1 },
  { ...FLAVOR, id: 'swap-eph', name: 'swap-eph', swap: 512, ephemeral: 1 }
];

const VOLUMES: readonly Volume[] = ['vol0', 'vol1', 'vol2', 'root'].map((id, index) => ({
  id,
  name: id,
  size: 1,
  volume_type: null,
  bootable: id === 'root',
  status: 'available',
  attachment: null,
  host_device: `/dev/sd${'abcd'.charAt(index)}`
}));

/** Any release, any start, with or without a config drive, a guest that answers or not, at times few names. */
const anyLab: fc.Arbitrary<Lab> = fc
  .record({
    release: fc.constantFrom(...releases),
    flavor: fc.constantFrom('plain', 'swap', 'eph', 'swap-eph'),
    config_drive: fc.boolean(),
    config_drive_format: fc.constantFrom('iso9660' as const, 'vfat' as const),
    max_disk_devices_to_attach: fc.constantFrom(-1, -1, 4),
    root_volume: fc.constantFrom(null, null, 'root'),
    data_volumes: fc.subarray(['vol0', 'vol1']),
    unplug: fc.constantFrom<Unplug>('while running', 'while running', 'never'),
    hw_machine_type: fc.constantFrom('pc', 'pc', 'q35')
  })
  .map(({ flavor, config_drive, root_volume, data_volumes, hw_machine_type, ...rest }) => ({
    ...ARTICLE_LAB,
    release: rest.release,
    conf: {
      ...ARTICLE_LAB.conf,
      config_drive_format: rest.config_drive_format,
      max_disk_devices_to_attach: rest.max_disk_devices_to_attach
    },
    flavors: FLAVORS,
    image_meta: { disk_format: 'qcow2', properties: { hw_machine_type } },
    volumes: VOLUMES,
    server: { ...ARTICLE_LAB.server, flavor, config_drive, root_volume, data_volumes },
    unplug: rest.unplug
  }));

/** What somebody does: ask for something, take a step, or wait until everything is over. */
export type Command = Request | { readonly type: 'step' } | { readonly type: 'settle' };

const anyVolume = fc.constantFrom('vol0', 'vol1', 'vol2', 'root', 'unknown');

const anyTarget = fc.constantFrom('vda', 'vdb', 'vdc', 'vdd', 'vdz', 'sda', 'nonsense').map(targetDev);
const anyFlags = fc.record({ live: fc.boolean(), config: fc.boolean() });

/** What an operator does with virsh, or inside the guest; sensible or not. */
export const anyDeedBehindNova: fc.Arbitrary<Request> = fc.oneof(
  fc
    .record({ target: anyTarget, flags: anyFlags, image: fc.nat({ max: 3 }) })
    .map(({ target, flags, image }): Request => ({
      type: 'operator',
      command: 'virsh attach-disk',
      disk: domainDisk({
        target: { dev: target, bus: target.startsWith('sd') ? 'scsi' : 'virtio' },
        source: { type: 'file', file: `/tmp/image${image}` }
      }),
      flags
    })),
  fc
    .record({ target: anyTarget, flags: anyFlags })
    .map((said): Request => ({ type: 'operator', command: 'virsh detach-disk', ...said })),
  fc
    .constantFrom(
      'virsh start' as const,
      'virsh destroy' as const,
      'virsh shutdown' as const,
      'virsh reboot' as const,
      'virsh reset' as const,
      'virsh suspend' as const,
      'virsh resume' as const,
      'guest reboot' as const
    )
    .map((command): Request => ({ type: 'operator', command }))
);

/** Any request, sensible or not. */
export const anyRequest: fc.Arbitrary<Request> = fc.oneof(
  { weight: 5, arbitrary: anyVolume.map((volume_id): Request => ({ type: 'attach', volume_id })) },
  { weight: 4, arbitrary: anyVolume.map((volume_id): Request => ({ type: 'detach', volume_id })) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('plain', 'swap', 'eph', 'swap-eph', 'unknown')
      .map((flavor): Request => ({ type: 'resize', flavor }))
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(
        'confirm' as const,
        'confirm' as const,
        'revert' as const,
        'softReboot' as const,
        'hardReboot' as const,
        'stop' as const,
        'start' as const
      )
      .map((type): Request => ({ type }))
  },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(
        'pause' as const,
        'unpause' as const,
        'suspend' as const,
        'resume' as const,
        'rescue' as const,
        'unrescue' as const,
        'shelve' as const,
        'unshelve' as const,
        'rebuild' as const
      )
      .map((type): Request => ({ type }))
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('active' as const, 'error' as const)
      .map((state): Request => ({ type: 'resetState', state }))
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        anyVolume,
        fc.constantFrom('available', 'in-use', 'error', null),
        fc.constantFrom('attached', 'detached', null)
      )
      .map(([volume_id, status, attach_status]): Request => ({ type: 'resetVolume', volume_id, status, attach_status }))
  },
  { weight: 1, arbitrary: fc.constant<Request>({ type: 'delete' }) },
  { weight: 4, arbitrary: anyDeedBehindNova }
);

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: anyRequest },
  { weight: 2, arbitrary: fc.constant<Command>({ type: 'step' }) },
  { weight: 3, arbitrary: fc.constant<Command>({ type: 'settle' }) }
);

/** A server that is built, and what is done to it. */
export const anyStory = fc.record({ lab: anyLab, commands: fc.array(anyCommand, { maxLength: 25 }) });

/** What a command leads to; a refused request leads nowhere. */
export function obey(snapshot: InstanceSnapshot, command: Command): InstanceSnapshot {
  return command.type === 'settle' ? settle(snapshot) : next(snapshot, command);
}

/** The lab after each command, the built server first. */
export function tell(lab: Lab, commands: readonly Command[]): readonly [InstanceSnapshot, ...InstanceSnapshot[]] {
  const moments: [InstanceSnapshot, ...InstanceSnapshot[]] = [settle(startInstance(createCloud(lab)))];
  for (const command of commands) moments.push(obey(moments.at(-1)!, command));
  return moments;
}
