/**
 * Device names as Nova writes them into its database.
 *
 * Upstream: nova/block_device.py (strip_dev, prepend_dev, generate_device_letter, generate_device_name,
 * match_device).
 */
import type { Brand } from '../kernel/brand.ts';
import type { TargetDev } from '../libvirt/disk.ts';

/** The name in a block device mapping and in the API: `/dev/vdb`. What the guest shows may differ. */
export type DeviceName = Brand<'DeviceName'>;

/** `/dev/vdb` becomes `vdb`: the name that Nova asks libvirt for. */
export function stripDev(name: DeviceName): TargetDev {
  const dev: string = name.startsWith('/dev/') ? name.slice('/dev/'.length) : name;
  return dev as TargetDev;
}

/** `vdb` becomes `/dev/vdb`: the name that Nova writes down. */
export function prependDev(dev: TargetDev): DeviceName {
  return `/dev/${dev}` as DeviceName;
}

const LETTERS = 26;
const FIRST_LETTER = 'a'.charCodeAt(0);

/** The letters of the disk at `index`, counted from zero: a to z, then aa, ab and so on. */
function generateDeviceLetter(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / LETTERS) - 1) {
    letters = String.fromCharCode(FIRST_LETTER + (rest % LETTERS)) + letters;
  }
  return letters;
}

/** The name of the disk at `index` of a prefix: `vd` and 1 give `vdb`. */
export function generateDeviceName(prefix: string, index: number): TargetDev {
  return (prefix + generateDeviceLetter(index)) as TargetDev;
}

/** The pattern of the API's schema, in Python's spelling as its message quotes it. */
export const DEVICE_NAME_PATTERN = '(^/dev/x{0,1}[a-z]{0,1}d{0,1})([a-z]+)[0-9]*$';

const DEVICE_NAME = new RegExp(DEVICE_NAME_PATTERN);

/** Whether a name that a user asks for has the shape that the API accepts. */
export function matchDevice(name: string): name is DeviceName {
  return DEVICE_NAME.test(name);
}
