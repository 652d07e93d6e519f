/**
 * The black box for recordings of kind `nova-lifecycle`: a server and a list of operations in, what the API answered
 * and how the lab stood after each out. The machine and the engine decide everything; this only translates.
 */
import type { Volume } from '../../../src/lib/engine/cinder/volume.ts';
import type { Cloud } from '../../../src/lib/engine/cloud/cloud.ts';
import { createCloud } from '../../../src/lib/engine/cloud/create-cloud.ts';
import type { CloudEvent } from '../../../src/lib/engine/cloud/event.ts';
import { ARTICLE_LAB, type Lab } from '../../../src/lib/engine/cloud/lab.ts';
import { nextDeviceName } from '../../../src/lib/engine/cloud/naming.ts';
import { isBusy, type Request } from '../../../src/lib/engine/cloud/operations.ts';
import { formatDomainXml } from '../../../src/lib/engine/libvirt/domain-xml.ts';
import { DEFAULT_CONF, type NovaConf } from '../../../src/lib/engine/nova/conf.ts';
import type { Flavor } from '../../../src/lib/engine/nova/flavor.ts';
import { xmlDialect, type Release } from '../../../src/lib/engine/nova/releases/release.ts';
import { next, startInstance, type InstanceSnapshot } from '../../../src/lib/machine/instance.ts';
import { refusal } from '../../../src/lib/machine/permission.ts';

/** One operation, as the recording names it. */
export interface LifecycleOp {
  readonly op: string;
  readonly vol?: number;
  readonly flavor?: string;
  readonly type?: 'SOFT' | 'HARD';
  readonly state?: string;
  readonly device?: string;
}

/** A server and what is done to it. */
export interface LifecycleQuestion {
  readonly release: Release;
  readonly boot: {
    readonly flavor: string;
    readonly config_drive: boolean;
    readonly config_drive_format: NovaConf['config_drive_format'];
    readonly volumes: readonly string[];
    readonly boot_from_volume: boolean;
  };
  readonly steps: readonly LifecycleOp[];
  /** Whether each state carries the domain XML. */
  readonly xml?: boolean;
}

const FLAVOR = { ram: 512, vcpus: 1, disk: 1 } as const;

/** The recording calls flavors by their names, so their ids are the same. */
const FLAVORS: readonly Flavor[] = [
  { ...FLAVOR, id: 'plain', name: 'plain', swap: 0, ephemeral: 0 },
  { ...FLAVOR, id: 'swap', name: 'swap', swap: 1024, ephemeral: 0 },
  { ...FLAVOR, id: 'eph', name: 'eph', swap: 0, ephemeral: 1 },
  { ...FLAVOR, id: 'swap-eph', name: 'swap-eph', swap: 1024, ephemeral: 1 }
];

const ROOT_VOLUME = 'vol5';

const VOLUMES: readonly Volume[] = ['vol0', 'vol1', 'vol2', 'vol3', 'vol4', ROOT_VOLUME].map((id, index) => ({
  id,
  name: id,
  size: 1,
  volume_type: null,
  bootable: id === ROOT_VOLUME,
  status: 'available',
  attachment: null,
  host_device: `/dev/sd${'abcdef'.charAt(index)}`
}));

function labOf({ release, boot }: LifecycleQuestion): Lab {
  return {
    ...ARTICLE_LAB,
    release,
    unplug: 'always',
    conf: { ...DEFAULT_CONF, config_drive_format: boot.config_drive_format },
    flavors: FLAVORS,
    server: {
      ...ARTICLE_LAB.server,
      flavor: boot.flavor,
      config_drive: boot.config_drive,
      root_volume: boot.boot_from_volume ? ROOT_VOLUME : null,
      data_volumes: boot.volumes
    },
    volumes: VOLUMES
  };
}

function required<Value>(value: Value | undefined, { op }: LifecycleOp): Value {
  if (value === undefined) throw new Error(`${op} lacks a field`);
  return value;
}

type Translate = (op: LifecycleOp) => Request;

const REQUESTS: Readonly<Record<string, Translate>> = {
  attach: (op) => ({ type: 'attach', volume_id: `vol${required(op.vol, op)}`, device: op.device ?? null }),
  detach: (op) => ({ type: 'detach', volume_id: `vol${required(op.vol, op)}` }),
  resize: (op) => ({ type: 'resize', flavor: required(op.flavor, op) }),
  confirm: () => ({ type: 'confirm' }),
  revert: () => ({ type: 'revert' }),
  reboot: (op) => ({ type: op.type === 'SOFT' ? 'softReboot' : 'hardReboot' }),
  stop: () => ({ type: 'stop' }),
  start: () => ({ type: 'start' }),
  pause: () => ({ type: 'pause' }),
  unpause: () => ({ type: 'unpause' }),
  suspend: () => ({ type: 'suspend' }),
  resume: () => ({ type: 'resume' }),
  rescue: () => ({ type: 'rescue' }),
  unrescue: () => ({ type: 'unrescue' }),
  shelve: () => ({ type: 'shelve' }),
  unshelve: () => ({ type: 'unshelve' }),
  rebuild: () => ({ type: 'rebuild' }),
  'reset-state': (op) => ({ type: 'resetState', state: op.state === 'error' ? 'error' : 'active' }),
  delete: () => ({ type: 'delete' })
};

function requestOf(op: LifecycleOp): Request {
  const translate = REQUESTS[op.op];
  if (!translate) throw new Error(`there is no operation ${op.op}`);
  return translate(op);
}

/** The recordings call the server SERVER and the image IMAGE; in the domain XML both have real ids. */
function asRecorded(message: string): string {
  return message.replaceAll(ARTICLE_LAB.server.uuid, 'SERVER').replaceAll(ARTICLE_LAB.image_id, 'IMAGE');
}

function bdmsOf({ bdms }: Cloud) {
  return bdms.map(
    ({ source_type, destination_type, device_name, boot_index, guest_format, volume_id, volume_size }) => ({
      source_type,
      destination_type,
      device_name,
      boot_index,
      guest_format,
      volume_id,
      volume_size
    })
  );
}

/** Target, bus and device of every disk, sorted: of the running domain, else of its definition; null without one. */
function disksOf({ domain }: Cloud) {
  const definition = domain?.live ?? domain?.persistent;
  if (!definition) return null;
  return definition.disks
    .map(({ target, device }) => [target.dev, target.bus, device])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
}

function liveXml({ domain, lab }: Cloud): string | null {
  return domain?.live ? formatDomainXml(domain, { dialect: xmlDialect(lab.release), inactive: false }) : null;
}

function stateOf(cloud: Cloud, xml = false) {
  const { vm_state, task_state, flavor } = cloud.instance;
  const name = nextDeviceName(cloud, 'vol4');
  return {
    vm_state,
    task_state,
    flavor: flavor.name,
    bdms: bdmsOf(cloud),
    domain: disksOf(cloud),
    next_device: name.ok ? name.value : { error: name.error.exception, message: asRecorded(name.error.message) },
    ...(xml ? { live_xml: liveXml(cloud) } : {})
  };
}

/** Lets everything in flight finish and keeps what happened on the way. */
function settle(start: InstanceSnapshot): { readonly snapshot: InstanceSnapshot; readonly events: CloudEvent[] } {
  const events: CloudEvent[] = [...(start.context.report?.events ?? [])];
  let snapshot = start;
  while (isBusy(snapshot.context.cloud)) {
    snapshot = next(snapshot, { type: 'step' });
    events.push(...(snapshot.context.report?.events ?? []));
  }
  return { snapshot, events };
}

function answerOp(before: InstanceSnapshot, op: LifecycleOp, xml: boolean) {
  const request = requestOf(op);
  const refused = refusal(before, request);
  if (refused) {
    const { code, message } = refused;
    const answer = {
      accepted: false,
      http: code,
      message: asRecorded(message),
      after: stateOf(before.context.cloud, xml)
    };
    return { snapshot: before, answer };
  }
  const { snapshot, events } = settle(next(before, request));
  const failed = events.find((event) => event.type === 'failure')?.failure.exception;
  const answer = { accepted: true, ...(failed ? { failed } : {}), after: stateOf(snapshot.context.cloud, xml) };
  return { snapshot, answer };
}

/** Answers one line of the black box. */
export function answerNovaLifecycle(question: LifecycleQuestion) {
  let { snapshot } = settle(startInstance(createCloud(labOf(question))));
  const { xml = false } = question;
  const after_boot = stateOf(snapshot.context.cloud, xml);
  const steps = question.steps.map((op) => {
    const taken = answerOp(snapshot, op, xml);
    snapshot = taken.snapshot;
    return taken.answer;
  });
  return { after_boot, steps };
}
