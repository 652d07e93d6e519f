/** The decisions tell the truth: about the article's states, and about every recorded scenario. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namingInput as namingInputOfCloud } from '../../../../../../src/lib/engine/cloud/cloud.ts';
import { computeDiskInfo, nextDeviceName } from '../../../../../../src/lib/engine/cloud/naming.ts';
import type { DeviceName } from '../../../../../../src/lib/engine/nova/block-device.ts';
import { generateDeviceName, stripDev } from '../../../../../../src/lib/engine/nova/block-device.ts';
import type { Release } from '../../../../../../src/lib/engine/nova/releases/release.ts';
import { getDeviceNameForInstance } from '../../../../../../src/lib/engine/nova/virt/libvirt/device-name.ts';
import { getBlockDeviceInfo } from '../../../../../../src/lib/engine/nova/virt/block-device-info.ts';
import { getDiskInfo } from '../../../../../../src/lib/engine/nova/virt/libvirt/blockinfo.ts';
import { getDevPrefixForDiskBus } from '../../../../../../src/lib/engine/nova/virt/libvirt/disk-bus.ts';
import type {
  NamingDecision,
  NamingTrace
} from '../../../../../../src/lib/engine/nova/virt/libvirt/naming-decision.ts';
import type { InstanceSnapshot } from '../../../../../../src/lib/machine/instance.ts';
import { namingInput, row, type NamingScenario } from '../../../../../conformance/answer/nova-disk-names.ts';
import {
  attach,
  beforeTheCollision,
  boot,
  perform,
  resizeToSwap,
  VOLUME
} from '../../../../../support/lab/instance.ts';

function told({ context }: InstanceSnapshot): readonly unknown[] {
  const trace: NamingTrace = [];
  nextDeviceName(context.cloud, VOLUME, trace);
  return trace.map(({ rule, disk, dev, outcome, held }) => [
    `${rule} ${disk} ${outcome} ${dev}`,
    ...held.map((name) => `${name.dev} is ${name.holder}`)
  ]);
}

const attached = perform(boot(), attach);

describe("the decisions in the article's states", () => {
  it('after boot: the first free name', () => {
    expect(told(boot())).toEqual([['NAME-1 root stored vda'], ['NAME-8 next searched vdb', 'vda is root']]);
  });

  it('after the resize: the volume holds vdb, so swap gets vdc', () => {
    expect(told(perform(attached, resizeToSwap))).toEqual([
      ['NAME-1 root stored vda'],
      ['NAME-5 disk.swap searched vdc', 'vda is root', 'vdb is assigned'],
      ['NAME-6 /dev/vdb stored vdb'],
      ['NAME-8 next searched vdd', 'vda is root', 'vdb is /dev/vdb', 'vdc is disk.swap']
    ]);
  });

  it('after the detach: nobody holds vdb, so swap is thought to be there, and vdc to be free', () => {
    expect(told(beforeTheCollision())).toEqual([
      ['NAME-1 root stored vda'],
      ['NAME-5 disk.swap searched vdb', 'vda is root'],
      ['NAME-8 next searched vdc', 'vda is root', 'vdb is disk.swap']
    ]);
  });

  it('[EPOCH-31-1] in the resize that fails: the swap row gets the vdb of the volume', () => {
    const failed = perform(attachedAt('31.0.0'), resizeToSwap);
    const trace: NamingTrace = [];
    computeDiskInfo({ ...failed.context.cloud }, trace);
    expect(trace.map(({ rule, dev, outcome }) => [rule, dev, outcome])).toEqual([
      ['NAME-1', 'vda', 'stored'],
      ['NAME-4', 'vdb', 'searched'],
      ['NAME-6', 'vdb', 'stored']
    ]);
  });

  it('tell of the ephemeral disk that is left out', () => {
    const { cloud } = attached.context;
    const input = { ...namingInputOfCloud(cloud), flavor: { swap: 0, ephemeral: 1 } };
    const trace: NamingTrace = [];
    getDiskInfo(input, getBlockDeviceInfo(cloud.instance.root_device_name, cloud.bdms, input.behaviour), trace);
    expect(trace.map(({ rule, dev, outcome }) => [rule, dev, outcome])).toContainEqual(['NAME-2', 'vdb', 'dropped']);
  });

  it('do not change the answer', () => {
    const { cloud } = beforeTheCollision().context;
    expect(nextDeviceName(cloud, VOLUME, [])).toEqual(nextDeviceName(cloud, VOLUME));
  });
});

function attachedAt(release: Release) {
  const { lab } = attached.context.cloud;
  return perform(boot({ ...lab, release }), attach);
}

const scenarios = readFileSync(
  new URL('../../../../../conformance/data/nova-disk-names.jsonl', import.meta.url),
  'utf8'
)
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as { readonly scenario: NamingScenario }).scenario);

/** What is wrong in the decisions of one scenario; empty when they tell the truth. */
function lies(release: Release, scenario: NamingScenario): readonly string[] {
  const input = namingInput({ release, scenario });
  const bdms = scenario.bdms.map(row);
  const root = (scenario.root_device_name ?? null) as DeviceName | null;
  const trace: NamingTrace = [];
  const computed = getDiskInfo(input, getBlockDeviceInfo(root, bdms, input.behaviour), trace);
  if (!computed.ok) return [];
  const mapped = trace.filter(({ outcome }) => outcome !== 'dropped');
  const { mapping, named } = computed.value;
  const rootKey = named.find(({ bdm }) => bdm === mapped[0]?.bdm)?.device_name;
  const keys = Object.keys(mapping).filter((key) => key !== 'disk' && !(key === rootKey && mapped[0]?.bdm));
  const assigned = new Set(bdms.flatMap(({ device_name }) => (device_name === null ? [] : [stripDev(device_name)])));
  const asking = row({});
  const next = getDeviceNameForInstance(input, root, bdms, asking, trace);
  const decisions = [...mapped, ...trace.filter(({ rule }) => rule === 'NAME-8')];
  return [
    ...keys.filter((key) => !mapped.some(({ disk }) => disk === key)).map((key) => `no decision about ${key}`),
    ...mapped.filter(({ disk, dev }) => mapping[disk]?.dev !== dev).map(({ disk }) => `${disk} is mapped otherwise`),
    ...decisions.flatMap((decision, index) => wrongHolders(decision, decisions.slice(0, index), assigned, input.conf)),
    ...(next.ok && stripDev(next.value) !== decisions.at(-1)?.dev ? ['the next name is another'] : [])
  ];
}

/** A search passes over exactly the names below its own, each held by a disk mapped before or by a row. */
function wrongHolders(
  { disk, dev, bus, outcome, held }: NamingDecision,
  before: readonly NamingDecision[],
  assigned: ReadonlySet<string>,
  { disk_prefix }: { readonly disk_prefix: string | null }
): readonly string[] {
  if (outcome === 'stored') return held.length === 0 ? [] : [`${disk} did not search`];
  const prefix = getDevPrefixForDiskBus(bus, disk_prefix);
  if (!prefix.ok) return [`${disk} searched on no bus`];
  const below = [...held.map((name) => name.dev), dev].map((name, index) =>
    name === generateDeviceName(prefix.value, index) ? [] : [`${disk} passed over ${name} out of order`]
  );
  const holders = held.map((name) => {
    const isTrue =
      name.holder === 'assigned'
        ? assigned.has(name.dev) && !before.some((earlier) => earlier.dev === name.dev)
        : before.some((earlier) => [earlier.disk, 'disk'].includes(name.holder) && earlier.dev === name.dev);
    return isTrue ? [] : [`${name.dev} is not held by ${name.holder}`];
  });
  return [...below, ...holders].flat();
}

describe.each(['15.0.0', '17.0.0', '19.0.0', '20.0.0', '26.0.0', '31.0.0'] as const)(
  'the decisions at %s',
  (release) => {
    it('agree with the mapping in every recorded scenario', () => {
      const wrong = scenarios.map((scenario, index) => [index, lies(release, scenario)] as const);
      expect(wrong.filter(([, found]) => found.length > 0).slice(0, 5)).toEqual([]);
    });
  }
);
