/** Every recording that the black box can be asked about. */
import type { Comparison } from './comparison.ts';
import { compareGuestNames } from './guest-names.ts';
import { compareLibvirtHotplug } from './libvirt-hotplug.ts';
import { compareNovaDiskNames } from './nova-disk-names.ts';
import { compareNovaLifecycle } from './nova-lifecycle.ts';

export const comparisons: readonly (() => Comparison)[] = [
  compareNovaDiskNames,
  compareNovaLifecycle,
  compareLibvirtHotplug,
  compareGuestNames
];
