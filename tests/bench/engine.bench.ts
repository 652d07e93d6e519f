/**
 * What the engine should do on one core: a name at 500,000 a second, a step in 5 microseconds, a step through the machine
 * in 10; naming and printing XML grow no faster than n log n.
 */
import { bench, describe } from 'vitest';
import { namingInput } from '../../src/lib/engine/cloud/cloud.ts';
import { volumeBdm } from '../../src/lib/engine/cloud/naming.ts';
import { deliver } from '../../src/lib/engine/cloud/operations.ts';
import { formatDomainXml } from '../../src/lib/engine/libvirt/domain-xml.ts';
import type { DeviceName } from '../../src/lib/engine/nova/block-device.ts';
import { generateDeviceName, prependDev } from '../../src/lib/engine/nova/block-device.ts';
import { releaseProfile } from '../../src/lib/engine/nova/releases/release.ts';
import { getDeviceNameForInstance } from '../../src/lib/engine/nova/virt/libvirt/device-name.ts';
import {
  attach,
  beforeTheCollision,
  busy,
  resizeToSwap,
  run,
  send,
  step,
  VOLUME,
  boot
} from '../support/lab/instance.ts';

const collision = beforeTheCollision();
const { cloud } = collision.context;
const asking = volumeBdm(VOLUME);

describe("one more name, in the article's state", () => {
  const input = namingInput(cloud);
  bench('getDeviceNameForInstance', () => {
    getDeviceNameForInstance(input, cloud.instance.root_device_name, cloud.bdms, asking);
  });
});

describe('one more name beside many disks', () => {
  const input = { ...namingInput(cloud), behaviour: releaseProfile('33.0.0').blockinfo };
  const named = (index: number) => volumeBdm(`vol${index}`, prependDev(generateDeviceName('vd', index + 1)));
  for (const disks of [10, 50, 100, 500]) {
    const bdms = Array.from({ length: disks }, (_, index) => named(index));
    bench(`${disks} named disks`, () => {
      getDeviceNameForInstance(input, '/dev/vda' as DeviceName, bdms, asking);
    });
    const nameless = bdms.map((bdm) => ({ ...bdm, device_name: null }));
    bench(`${disks} disks without a name`, () => {
      getDeviceNameForInstance(input, '/dev/vda' as DeviceName, nameless, asking);
    });
  }
});

describe('the XML of a domain with many disks', () => {
  const domain = collision.context.cloud.domain!;
  const [first] = domain.live!.disks;
  for (const disks of [10, 50, 100, 500]) {
    const many = Array.from({ length: disks }, () => first!);
    const crowded = { ...domain, live: { ...domain.live!, disks: many } };
    bench(`${disks} disks`, () => {
      formatDomainXml(crowded, { dialect: '9', inactive: false });
    });
  }
});

/** Every moment of the article at which something is in flight. */
const moments = [send(boot(), attach), send(collision, attach), send(boot(), resizeToSwap)].flatMap((begun) =>
  run(begun).filter(busy)
);

/** The moments in turn, so that every kind of step has its share. */
function inTurn<Value>(values: readonly Value[]): () => Value {
  let index = 0;
  return () => {
    index = (index + 1) % values.length;
    return values[index]!;
  };
}

describe("one step, all of the article's in turn", () => {
  const nextCloud = inTurn(moments.map(({ context }) => context.cloud));
  bench('in the engine alone', () => {
    deliver(nextCloud());
  });
  const nextMoment = inTurn(moments);
  bench('through the machine', () => {
    step(nextMoment());
  });
});
