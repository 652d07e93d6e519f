/**
 * The disk mapping: which disk gets which name when Nova computes it anew from the flavor and the table.
 *
 * Upstream: nova/virt/libvirt/blockinfo.py (get_disk_info, get_disk_mapping, get_root_info, get_info_from_bdm,
 * get_default_ephemeral_info, get_config_drive_type,
 * _get_rescue_disk_mapping), nova/block_device.py (volume_in_mapping). Nothing here looks
 * at the domain. Where Nova writes the chosen name into its driver block devices (update_bdm), this returns `named`.
 * Simplified: no encryption fields.
 */
import { ok, type Result } from '../../../kernel/result.ts';
import type { TargetDev } from '../../../libvirt/disk.ts';
import type { BlockDeviceMapping } from '../../block-device-mapping.ts';
import { prependDev, stripDev, type DeviceName } from '../../block-device.ts';
import type { NovaConf } from '../../conf.ts';
import type { NovaException } from '../../exception.ts';
import type { ImageMeta } from '../../image-meta.ts';
import type { BlockinfoBehaviour } from '../../releases/release-profile.ts';
import type { BlockDeviceInfo } from '../block-device-info.ts';
import { getDiskBusForDeviceType, getDiskBusForDiskDev, isDiskBusValidForVirt } from './disk-bus.ts';
import {
  emptyDraft,
  findDiskDevForDiskBus,
  mapDisk,
  type Avoid,
  type DiskInfo,
  type DiskMapping,
  type MappingDraft
} from './disk-mapping.ts';
import { decision, type NamingTrace } from './naming-decision.ts';
import type { NamingOutcome, NamingRule } from './naming-rules.ts';

/** What a mapping depends on beside the table. */
export interface NamingInput {
  readonly flavor: { readonly swap: number; readonly ephemeral: number };
  readonly config_drive: boolean;
  readonly image_meta: ImageMeta;
  readonly conf: NovaConf;
  readonly behaviour: BlockinfoBehaviour;
}

/** A row with the name, bus and type that the mapping gave it. */
export interface NamedBdm {
  readonly bdm: BlockDeviceMapping;
  readonly device_name: DeviceName;
  readonly disk_bus: string;
  readonly device_type: string;
}

/** The mapping, the buses it was built for, and what the rows were named. */
export interface DiskInfoResult {
  readonly disk_bus: string | null;
  readonly cdrom_bus: string | null;
  readonly mapping: DiskMapping;
  readonly named: readonly NamedBdm[];
}

/** A mapping under construction and what it is built from. */
interface Naming {
  readonly input: NamingInput;
  readonly info: BlockDeviceInfo;
  readonly disk_bus: string | null;
  readonly cdrom_bus: string | null;
  readonly draft: MappingDraft;
  readonly named: NamedBdm[];
  readonly trace: NamingTrace | undefined;
}

/** The fields of a row that its kind of driver block device shows. */
type DriverFields = Pick<BlockDeviceMapping, 'device_name' | 'disk_bus'> & Partial<BlockDeviceMapping>;

type Step = Result<unknown, NovaException>;

const SUPPORTED_DEVICE_TYPES: readonly string[] = ['disk', 'cdrom', 'floppy', 'lun'];

const DONE = ok(undefined);

/** How a row is presented: under its stored name, or under the lowest free one on its bus. */
export function getInfoFromBdm(
  input: NamingInput,
  draft: MappingDraft,
  bdm: DriverFields,
  disk_bus: string | null,
  avoid: Avoid
): Result<DiskInfo, NovaException> {
  const type = bdm.device_type && SUPPORTED_DEVICE_TYPES.includes(bdm.device_type) ? bdm.device_type : 'disk';
  const stored = bdm.device_name === null ? null : stripDev(bdm.device_name);
  const bus = busOfRow(input, bdm.disk_bus ?? disk_bus, stored, type);
  if (!bus.ok) return bus;
  const dev =
    stored === null ? findDiskDevForDiskBus(draft, bus.value, avoid, input.conf, input.behaviour) : ok(stored);
  if (!dev.ok) return dev;
  return ok(diskInfo(bus.value, dev.value, type, bdm));
}

function busOfRow(
  input: NamingInput,
  asked: string | null,
  stored: TargetDev | null,
  type: string
): Result<string | null, NovaException> {
  if (isDiskBusValidForVirt(asked, input.behaviour)) return ok(asked);
  return stored === null
    ? getDiskBusForDeviceType(input.image_meta, type, input.behaviour)
    : getDiskBusForDiskDev(stored);
}

function diskInfo(bus: string | null, dev: TargetDev, type: string, bdm?: Partial<BlockDeviceMapping>): DiskInfo {
  const info: { -readonly [Field in keyof DiskInfo]: DiskInfo[Field] } = { bus: bus ?? '', dev, type };
  if (bdm?.guest_format) info.format = bdm.guest_format;
  if (typeof bdm?.boot_index === 'number' && bdm.boot_index >= 0) info.boot_index = String(bdm.boot_index + 1);
  return info;
}

/** Maps a disk, notes the name for its row, and the decision for whoever asked. */
function place(
  naming: Naming,
  rule: NamingRule,
  key: string,
  info: DiskInfo,
  outcome: NamingOutcome,
  bdm: BlockDeviceMapping | null = null
): void {
  naming.trace?.push(decision(naming.draft, rule, key, bdm, info, outcome, naming.input.conf));
  mapDisk(naming.draft, key, info);
  if (bdm === null) return;
  const device_name = bdm.device_name ?? prependDev(info.dev);
  naming.named.push({ bdm, device_name, disk_bus: info.bus, device_type: info.type });
}

function search(naming: Naming, bus: string | null, avoid: Avoid): Result<TargetDev, NovaException> {
  return findDiskDevForDiskBus(naming.draft, bus, avoid, naming.input.conf, naming.input.behaviour);
}

/** [NAME-1] The root disk: its row's name, else the instance's root_device_name, else the first of its bus. */
function mapRoot(naming: Naming): Step {
  const root = rootBdm(naming);
  const named = root?.device_name ?? naming.info.root_device_name;
  const rootInfo = root ? rootInfoOfRow(naming, root, named) : rootInfoWithoutRow(naming);
  if (!rootInfo.ok) return rootInfo;
  place(naming, 'NAME-1', 'root', rootInfo.value, named ? 'stored' : 'searched', root);
  if (isLocalRoot(naming, root, rootInfo.value)) mapDisk(naming.draft, 'disk', rootInfo.value);
  return DONE;
}

function rootBdm({ info }: Naming): BlockDeviceMapping | null {
  return info.image[0] ?? info.block_device_mapping.find((bdm) => bdm.boot_index === 0) ?? null;
}

/** Whether the root disk is a file of the hypervisor; while images had no row, a volume of its name replaced it. */
function isLocalRoot({ info, input }: Naming, root: BlockDeviceMapping | null, { dev }: DiskInfo): boolean {
  if (root !== null) return root === info.image[0];
  return input.behaviour.imageIsDriverBlockDevice || !volumeInMapping(dev, info);
}

function isIso(naming: Naming): boolean {
  return naming.input.image_meta.disk_format === 'iso';
}

function rootInfoOfRow(
  naming: Naming,
  root: BlockDeviceMapping,
  device_name: DeviceName | null
): Result<DiskInfo, NovaException> {
  const { input, draft, disk_bus, cdrom_bus } = naming;
  const row = isIso(naming) ? input.behaviour.isoRoot(root, cdrom_bus) : root;
  return getInfoFromBdm(input, draft, { ...row, device_name }, disk_bus, 'mapped');
}

function rootInfoWithoutRow(naming: Naming): Result<DiskInfo, NovaException> {
  const type = isIso(naming) ? 'cdrom' : 'disk';
  const bus = isIso(naming) ? naming.cdrom_bus : naming.disk_bus;
  const named = naming.info.root_device_name;
  if (named === null) {
    const dev = search(naming, bus, 'mapped');
    return dev.ok ? ok(diskInfo(bus, dev.value, type, { boot_index: 0 })) : dev;
  }
  const busOfName = naming.input.behaviour.busOfNamedRoot(stripDev(named), bus);
  return busOfName.ok ? ok(diskInfo(busOfName.value, stripDev(named), type, { boot_index: 0 })) : busOfName;
}

/** Whether a row of a volume, of an ephemeral disk or of a usable swap disk has the name (volume_in_mapping). */
function volumeInMapping(dev: TargetDev, info: BlockDeviceInfo): boolean {
  const device_name = prependDev(dev);
  const usableSwap = (info.swap?.volume_size ?? 0) > 0 && info.swap?.device_name === device_name;
  const named = (bdm: BlockDeviceMapping) => bdm.device_name === device_name;
  return usableSwap || info.block_device_mapping.some(named) || info.ephemerals.some(named);
}

/** [NAME-2] The flavor's ephemeral disk: the lowest name of the mapping so far, or no disk when a row has that name. */
function mapDefaultEphemeral(naming: Naming): Step {
  if (naming.input.flavor.ephemeral <= 0 || naming.info.ephemerals.length > 0) return DONE;
  const dev = search(naming, naming.disk_bus, 'mapped');
  if (!dev.ok) return dev;
  const info = diskInfo(naming.disk_bus, dev.value, 'disk');
  if (volumeInMapping(dev.value, naming.info)) {
    naming.trace?.push(decision(naming.draft, 'NAME-2', 'disk.local', null, info, 'dropped', naming.input.conf));
  } else {
    place(naming, 'NAME-2', 'disk.local', info, 'searched');
  }
  return DONE;
}

/** Names one row: its stored name, or a search that avoids what the rule says. */
function mapRow(
  naming: Naming,
  rule: NamingRule,
  bdm: BlockDeviceMapping,
  fields: DriverFields,
  disk_bus: string | null,
  avoid: Avoid,
  keyOf: (dev: TargetDev) => string
): Step {
  const info = getInfoFromBdm(naming.input, naming.draft, fields, disk_bus, avoid);
  if (!info.ok) return info;
  place(naming, rule, keyOf(info.value.dev), info.value, bdm.device_name ? 'stored' : 'searched', bdm);
  return DONE;
}

/** [NAME-3] Ephemeral disks with a row of their own. */
function mapEphemerals(naming: Naming): Step {
  for (const [index, bdm] of naming.info.ephemerals.entries()) {
    const key = `disk.eph${index}`;
    const step = mapRow(naming, 'NAME-3', bdm, bdm, naming.disk_bus, 'mapped and assigned', () => key);
    if (!step.ok) return step;
  }
  return DONE;
}

/** [NAME-4] A swap row: the search does not avoid names that other rows have. [NAME-5] A flavor's swap: it does. */
function mapSwap(naming: Naming): Step {
  const { swap } = naming.info;
  if (swap && (swap.volume_size ?? 0) > 0) {
    const fields = { device_name: swap.device_name, disk_bus: swap.disk_bus };
    return mapRow(naming, 'NAME-4', swap, fields, naming.disk_bus, 'mapped', () => 'disk.swap');
  }
  if (naming.input.flavor.swap <= 0) return DONE;
  const dev = search(naming, naming.disk_bus, 'mapped and assigned');
  if (!dev.ok) return dev;
  place(naming, 'NAME-5', 'disk.swap', diskInfo(naming.disk_bus, dev.value, 'disk'), 'searched');
  return DONE;
}

/** [NAME-6] Volumes; the root volume keeps what NAME-1 gave it. */
function mapVolumes(naming: Naming): Step {
  const root = naming.named[0];
  for (const bdm of naming.info.block_device_mapping) {
    if (root && bdm === root.bdm) {
      mapDisk(naming.draft, root.device_name, naming.draft.mapping['root'] as DiskInfo);
      continue;
    }
    const step = mapRow(naming, 'NAME-6', bdm, bdm, null, 'mapped and assigned', prependDev);
    if (!step.ok) return step;
  }
  return DONE;
}

/** An iso9660 config drive is a cdrom, a vfat one a disk (get_config_drive_type). */
function configDriveType({ config_drive_format }: NovaConf): string {
  return config_drive_format === 'iso9660' ? 'cdrom' : 'disk';
}

/** [NAME-7] The config drive comes last and takes the lowest name that is left. */
function mapConfigDrive(naming: Naming): Step {
  const { input } = naming;
  if (!input.config_drive) return DONE;
  const type = configDriveType(input.conf);
  const bus = getDiskBusForDeviceType(input.image_meta, type, input.behaviour);
  if (!bus.ok) return bus;
  const dev = search(naming, bus.value, 'mapped');
  if (!dev.ok) return dev;
  place(naming, 'NAME-7', 'disk.config', diskInfo(bus.value, dev.value, type), 'searched');
  return DONE;
}

const STAGES = [mapRoot, mapDefaultEphemeral, mapEphemerals, mapSwap, mapVolumes, mapConfigDrive] as const;

/** The names that rows of the table have (`pre_assigned_device_names`). */
function assignedNames(info: BlockDeviceInfo): ReadonlySet<TargetDev> {
  const assigned = new Set<TargetDev>();
  const note = (bdm: BlockDeviceMapping) => {
    if (bdm.device_name !== null) assigned.add(stripDev(bdm.device_name));
  };
  info.image.forEach(note);
  info.ephemerals.forEach(note);
  if (info.swap) note(info.swap);
  info.block_device_mapping.forEach(note);
  return assigned;
}

/** Places every disk of the instance, in Nova's order. `trace` receives the decisions. */
function getDiskMapping(
  input: NamingInput,
  info: BlockDeviceInfo,
  disk_bus: string | null,
  cdrom_bus: string | null,
  trace?: NamingTrace
): Result<{ readonly draft: MappingDraft; readonly named: readonly NamedBdm[] }, NovaException> {
  const draft = emptyDraft(assignedNames(info));
  const naming: Naming = { input, info, disk_bus, cdrom_bus, draft, named: [], trace };
  for (const stage of STAGES) {
    const step = stage(naming);
    if (!step.ok) return step;
  }
  return ok({ draft, named: naming.named });
}

/** The mapping and the buses it was built for. `trace` receives the decisions. */
export function getDiskInfo(
  input: NamingInput,
  info: BlockDeviceInfo,
  trace?: NamingTrace
): Result<DiskInfoResult & { readonly draft: MappingDraft }, NovaException> {
  const disk_bus = getDiskBusForDeviceType(input.image_meta, 'disk', input.behaviour);
  if (!disk_bus.ok) return disk_bus;
  const cdrom_bus = getDiskBusForDeviceType(input.image_meta, 'cdrom', input.behaviour);
  if (!cdrom_bus.ok) return cdrom_bus;
  const built = getDiskMapping(input, info, disk_bus.value, cdrom_bus.value, trace);
  if (!built.ok) return built;
  const { draft, named } = built.value;
  return ok({ disk_bus: disk_bus.value, cdrom_bus: cdrom_bus.value, mapping: draft.mapping, named, draft });
}

/**
 * [NAME-9] The disks of a rescued guest: the rescue image first, then its own root disk, then the config drive.
 * Volumes, swap and ephemeral disks are left out. `trace` receives the decisions.
 */
export function getRescueDiskMapping(input: NamingInput, trace?: NamingTrace): Result<DiskMapping, NovaException> {
  const { conf, behaviour } = input;
  const draft = emptyDraft(new Set());
  const disk_bus = getDiskBusForDeviceType(input.image_meta, 'disk', behaviour);
  if (!disk_bus.ok) return disk_bus;
  const type = configDriveType(conf);
  const config_bus = getDiskBusForDeviceType(input.image_meta, type, behaviour);
  if (!config_bus.ok) return config_bus;
  const wanted = [
    { key: 'disk.rescue', bus: disk_bus.value, type: 'disk', boot: { boot_index: 0 } },
    { key: 'disk', bus: disk_bus.value, type: 'disk', boot: {} },
    ...(input.config_drive ? [{ key: 'disk.config.rescue', bus: config_bus.value, type, boot: {} }] : [])
  ];
  for (const { key, bus, type: device, boot } of wanted) {
    const dev = findDiskDevForDiskBus(draft, bus, 'mapped', conf, behaviour);
    if (!dev.ok) return dev;
    const info = diskInfo(bus, dev.value, device, boot);
    trace?.push(decision(draft, 'NAME-9', key, null, info, 'searched', conf));
    mapDisk(draft, key, info);
  }
  return ok(draft.mapping);
}
