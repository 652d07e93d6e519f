/** The part of a link's schema that says what an operator did behind Nova's back; frozen like the rest. */
import * as v from 'valibot';
import { powerCommands } from '../../engine/cloud/operations/operator.ts';
import { DISK_BUSES, DISK_DEVICES, DRIVER_WORDS, targetDev } from '../../engine/libvirt/disk.ts';

/** No path or name that somebody types is longer. */
export const text = v.pipe(v.string(), v.maxLength(200));
const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const target = v.pipe(text, v.transform(targetDev));
const flags = v.strictObject({ live: v.boolean(), config: v.boolean() });

const address = v.variant('type', [
  v.strictObject({ type: v.literal('pci'), bus: number, slot: number, function: number }),
  v.strictObject({ type: v.literal('drive'), controller: number, bus: number, target: number, unit: number }),
  v.strictObject({ type: v.literal('usb'), bus: number, port: number })
]);

/** What virsh can plug in is a file or a block device of the host. */
const source = v.variant('type', [
  v.strictObject({ type: v.literal('file'), file: text }),
  v.strictObject({ type: v.literal('block'), dev: text })
]);

const driver = v.strictObject({
  name: text,
  type: v.picklist(DRIVER_WORDS.type),
  cache: v.nullable(v.picklist(DRIVER_WORDS.cache)),
  io: v.nullable(v.picklist(DRIVER_WORDS.io)),
  discard: v.nullable(v.picklist(DRIVER_WORDS.discard))
});

const disk = v.strictObject({
  device: v.picklist(DISK_DEVICES),
  driver: v.nullable(driver),
  source: v.nullable(source),
  backing: v.tuple([]),
  target: v.strictObject({ dev: target, bus: v.picklist(DISK_BUSES) }),
  serial: v.nullable(text),
  readonly: v.boolean(),
  shareable: v.boolean(),
  address: v.nullable(address)
});

const type = v.literal('operator');

export const operatorRequest = v.variant('command', [
  v.strictObject({ type, command: v.picklist(powerCommands) }),
  v.strictObject({ type, command: v.literal('virsh detach-disk'), target, flags }),
  v.strictObject({
    type,
    command: v.literal('virsh attach-disk'),
    disk,
    flags,
    missingSources: v.optional(v.pipe(v.array(text), v.maxLength(1)))
  })
]);
