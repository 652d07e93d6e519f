import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainDefinition } from '../../src/lib/engine/libvirt/domain.ts';
import { formatPciAddress } from '../../src/lib/engine/libvirt/pci-address.ts';
import { defined, disk, frozen, I440FX, Q35 } from '../unit/engine/libvirt/lab.ts';
import { anyCall, perform } from '../unit/engine/libvirt/random.ts';

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
        fc.property(fc.array(anyCall, { maxLength: 25 }), (calls) => {
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
