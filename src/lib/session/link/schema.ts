/**
 * What a link of schema 1 says: the lab where it differs from the article's, what was done in it, and the cursor.
 *
 * Whatever comes from outside passes through here before anything else sees it. A schema is frozen once links of it are
 * out: a change that old links do not fit is a new number beside this one.
 */
import * as v from 'valibot';
import { VOLUME_STATUSES } from '../../engine/cinder/volume.ts';
import { releases } from '../../engine/nova/releases/release.ts';
import { CONFIG_DRIVES } from '../lab-settings.ts';
import { VOLUME_BACKENDS } from '../lab-volumes.ts';
import { operatorRequest, text } from './operator-schema.ts';

/** More of anything no lab needs; without limits a link could make the page stand still. */
const MOST_FLAVORS = 8;
const MOST_MOVES = 5000;
const MOST_STEPS = 100;

const size = v.pipe(v.number(), v.integer());

const flavor = v.strictObject({
  id: text,
  name: text,
  ram: size,
  vcpus: size,
  disk: size,
  ephemeral: size,
  swap: size
});

/** The settings that differ from the article's. */
const lab = v.partial(
  v.strictObject({
    release: v.picklist(releases),
    flavors: v.pipe(v.array(flavor), v.maxLength(MOST_FLAVORS)),
    serverFlavor: text,
    hw_disk_bus: v.nullable(text),
    hw_cdrom_bus: v.nullable(text),
    hw_machine_type: v.nullable(v.picklist(['pc', 'q35'])),
    configDrive: v.picklist(CONFIG_DRIVES),
    max_disk_devices_to_attach: size,
    unplug: v.picklist(['while running', 'never', 'always']),
    volumeBackend: v.picklist(VOLUME_BACKENDS),
    bootFromVolume: v.boolean(),
    volumes: size,
    data_volumes: v.pipe(v.array(text), v.maxLength(MOST_FLAVORS))
  })
);

const bare = [
  'confirm',
  'revert',
  'softReboot',
  'hardReboot',
  'stop',
  'start',
  'pause',
  'unpause',
  'suspend',
  'resume',
  'rescue',
  'unrescue',
  'shelve',
  'unshelve',
  'rebuild',
  'delete'
] as const;

const request = v.variant('type', [
  v.strictObject({ type: v.literal('attach'), volume_id: text, device: v.optional(v.nullable(text)) }),
  v.strictObject({ type: v.literal('detach'), volume_id: text }),
  v.strictObject({ type: v.literal('resize'), flavor: text }),
  v.strictObject({ type: v.literal('resetState'), state: v.picklist(['active', 'error']) }),
  v.strictObject({
    type: v.literal('resetVolume'),
    volume_id: text,
    status: v.nullable(v.picklist(VOLUME_STATUSES)),
    attach_status: v.nullable(text)
  }),
  v.strictObject({ type: v.picklist(bare) }),
  operatorRequest
]);

/** A request, and how far its work went before the next: so many steps, or to its end. */
const move = v.tuple([
  request,
  v.union([v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_STEPS)), v.literal('end')])
]);

export const linkSchema = v.strictObject({
  lab,
  moves: v.pipe(v.array(move), v.maxLength(MOST_MOVES)),
  /** The position of the cursor; at the end when absent. */
  at: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)))
});

export type LinkData = v.InferOutput<typeof linkSchema>;
