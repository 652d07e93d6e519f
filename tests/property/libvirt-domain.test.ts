import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AFFECT_CONFIG,
  AFFECT_CURRENT,
  AFFECT_LIVE,
  AFFECT_LIVE_AND_CONFIG
} from '../../src/lib/engine/libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../src/lib/engine/libvirt/attach-device.ts';
import { detachDeviceFlags } from '../../src/lib/engine/libvirt/detach-device.ts';
import { DISK_BUSES, targetDev } from '../../src/lib/engine/libvirt/disk.ts';
import {
  createDomain,
  destroyDomain,
  type Domain,
  type DomainDefinition
} from '../../src/lib/engine/libvirt/domain.ts';
import { formatPciAddress, pciAddress } from '../../src/lib/engine/libvirt/pci-address.ts';
import type { LibvirtError } from '../../src/lib/engine/libvirt/libvirt-error.ts';
import type { Result } from '../../src/lib/engine/kernel/result.ts';
import { defined, disk, frozen, I440FX, Q35 } from '../unit/engine/libvirt/lab.ts';

const flags = fc.constantFrom(AFFECT_LIVE, AFFECT_CONFIG, AFFECT_LIVE_AND_CONFIG, AFFECT_CURRENT);
const dev = fc.constantFrom('vda', 'vdb', 'vdc', 'vdd', 'vdaa', 'sdb', 'hda', 'hdc', 'xyz', 'vda1');
const bus = fc.oneof({ weight: 4, arbitrary: fc.constant('virtio' as const) }, fc.constantFrom(...DISK_BUSES));
const address = fc.option(
  fc.tuple(fc.nat(8), fc.nat(33), fc.nat(1)).map(([onBus, slot, fn]) => pciAddress(onBus, slot, fn)),
  { freq: 3 }
);

const call = fc.oneof(
  fc.record({ op: fc.constant('attach' as const), dev, bus, flags, address, source: fc.nat(30) }),
  fc.record({ op: fc.constant('detach' as const), dev, flags, answers: fc.boolean() }),
  fc.record({ op: fc.constantFrom('start' as const, 'stop' as const) })
);
type Call = typeof call extends fc.Arbitrary<infer One> ? One : never;

function perform(domain: Domain, one: Call): Result<Domain | null, LibvirtError> {
  switch (one.op) {
    case 'attach': {
      const source = { type: 'file', file: `/${one.source}` } as const;
      const asked = disk(one.dev, one.bus, { source, address: one.bus === 'virtio' ? one.address : null });
      return attachDeviceFlags(domain, frozen(asked), one.flags);
    }
    case 'detach':
      return detachDeviceFlags(domain, targetDev(one.dev), one.flags, one.answers);
    case 'start':
      return createDomain(domain, 1);
    case 'stop':
      return destroyDomain(domain);
  }
}

function pciAddresses({ fixed, controllers, disks }: DomainDefinition): readonly string[] {
  const holders = [
    fixed.video,
    ...fixed.nics,
    fixed.memballoon,
    ...[...controllers, ...disks].map((one) => one.address)
  ];
  return holders.flatMap((one) => (one?.type === 'pci' ? [formatPciAddress(one)] : []));
}

describe('libvirt: whatever is attached, detached, started and stopped', () => {
  it.each([
    ['i440fx', I440FX],
    ['q35', Q35],
    ['q35 with 12 ports', { ...Q35, rootPorts: 12 }]
  ])(
    'no definition has a target or a PCI address twice, and nothing that was given is written to: %s',
    (_, hardware) => {
      fc.assert(
        fc.property(fc.array(call, { maxLength: 25 }), (calls) => {
          let domain = defined(hardware, disk('vda'));
          for (const one of calls) {
            const result = perform(domain, one);
            if (result.ok && result.value) domain = frozen(result.value);
            for (const definition of [domain.live, domain.persistent]) {
              if (definition === null) continue;
              const targets = definition.disks.map(({ target }) => target.dev);
              expect(new Set(targets).size).toBe(targets.length);
              const addresses = pciAddresses(definition);
              expect(new Set(addresses).size).toBe(addresses.length);
            }
          }
        }),
        { numRuns: 300 }
      );
    }
  );
});
