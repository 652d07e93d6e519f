import { describe, expect, it } from 'vitest';
import {
  boot,
  byIdLink,
  followHotplug,
  GUEST_OFF,
  plug,
  reboot,
  release,
  scanAtBoot,
  unplug,
  type Guest,
  type GuestName
} from '../../../../src/lib/engine/guest/guest.ts';
import { AFFECT_LIVE, AFFECT_LIVE_AND_CONFIG } from '../../../../src/lib/engine/libvirt/affect-flags.ts';
import { attachDeviceFlags } from '../../../../src/lib/engine/libvirt/attach-device.ts';
import { detachDeviceFlags } from '../../../../src/lib/engine/libvirt/detach-device.ts';
import { targetDev } from '../../../../src/lib/engine/libvirt/disk.ts';
import { createDomain, destroyDomain, type Domain } from '../../../../src/lib/engine/libvirt/domain.ts';
import { pciAddress } from '../../../../src/lib/engine/libvirt/pci-address.ts';
import { disk, frozen, I440FX, running, valueOf } from '../libvirt/lab.ts';

function attach(domain: Domain, dev: string, serial: string | null = null): Domain {
  return valueOf(attachDeviceFlags(domain, disk(dev, 'virtio', { serial }), AFFECT_LIVE_AND_CONFIG));
}

function detach(domain: Domain, dev: string): Domain {
  return valueOf(detachDeviceFlags(domain, targetDev(dev), AFFECT_LIVE));
}

/** `vdb@07`: what the guest calls the disk in a slot. */
function names({ disks }: Guest): readonly string[] {
  return disks.map(({ name, pci }) => `${name}@${pci.slot.toString(16).padStart(2, '0')}`);
}

describe('guest', () => {
  it('[GUEST-1] names the disks at boot in PCI order, whatever libvirt calls them', () => {
    const domain = attach(attach(running(I440FX, disk('vda')), 'vdf'), 'vdc');
    expect(names(scanAtBoot(domain))).toEqual(['vda@05', 'vdb@07', 'vdc@08']);
  });

  it('[GUEST-1] sees virtio disks only, and none of a domain that is off', () => {
    expect(names(scanAtBoot(running(I440FX, disk('vda'), disk('hda', 'ide'))))).toEqual(['vda@05']);
    expect(names(scanAtBoot({ ...running(I440FX, disk('vda')), live: null }))).toEqual([]);
  });

  it('[GUEST-2] closes the gap at a reboot, while libvirt keeps its target', () => {
    const domain = running(I440FX, disk('vda'), disk('vdb'), disk('vdc'));
    const gap = followHotplug(scanAtBoot(domain), detach(domain, 'vdb'));
    expect(names(gap)).toEqual(['vda@05', 'vdc@07']);
    expect(names(reboot(gap))).toEqual(['vda@05', 'vdb@07']);
  });

  it('[GUEST-3] gives a plugged disk the lowest free letter', () => {
    const guest = boot([5, 6, 7].map((slot) => ({ pci: pciAddress(0, slot), serial: null })));
    const after = plug(unplug(guest, pciAddress(0, 6)), pciAddress(0, 0x1f), null);
    expect(names(after)).toEqual(['vda@05', 'vdc@07', 'vdb@1f']);
  });

  it('[GUEST-4] [GUEST-5] keeps the letter of a disk that is held open, until it is closed or the guest reboots', () => {
    const guest = frozen(boot([5, 6].map((slot) => ({ pci: pciAddress(0, slot), serial: null }))));
    const held = frozen(unplug(guest, pciAddress(0, 6), true));
    expect(names(held)).toEqual(['vda@05']);
    expect(names(plug(held, pciAddress(0, 6), null))).toEqual(['vda@05', 'vdc@06']);
    expect(names(plug(release(held, 'vdb' as GuestName), pciAddress(0, 6), null))).toEqual(['vda@05', 'vdb@06']);
    expect(reboot(held).heldNames).toEqual([]);
  });

  it('[GUEST-4] does not mind the unplug of what it does not have', () => {
    expect(unplug(GUEST_OFF, pciAddress(0, 6))).toBe(GUEST_OFF);
  });

  it('[GUEST-6] follows the domain: who stays keeps the name', () => {
    const first = running(I440FX, disk('vda'), disk('vdb'), disk('vdc'));
    const without = detach(detach(first, 'vdb'), 'vda');
    expect(names(followHotplug(scanAtBoot(first), without))).toEqual(['vdc@07']);
    const more = valueOf(attachDeviceFlags(without, disk('vdx'), AFFECT_LIVE));
    expect(names(followHotplug(followHotplug(scanAtBoot(first), without), more))).toEqual(['vdc@07', 'vda@05']);
  });

  it('[GUEST-7] cuts a serial to 20 characters, and so the link in by-id', () => {
    const domain = attach(running(I440FX, disk('vda')), 'vdb', 'a54facb5-8b1e-4370-9d0b-e7b6ca6f7adc');
    const [root, volume] = scanAtBoot(domain).disks;
    expect(volume?.serial).toBe('a54facb5-8b1e-4370-9');
    expect(volume && byIdLink(volume)).toBe('/dev/disk/by-id/virtio-a54facb5-8b1e-4370-9');
    expect(root && byIdLink(root)).toBeNull();
  });

  it('[GUEST-1] a hard reboot can give the name to another disk: why fstab must not go by name', () => {
    const domain = attach(attach(running(I440FX, disk('vda')), 'vdc', 'second'), 'vdb', 'first');
    const before = followHotplug(scanAtBoot(running(I440FX, disk('vda'))), domain);
    const off = valueOf(destroyDomain(domain));
    const rebuilt = running(I440FX, ...(off?.persistent?.disks ?? []).map((one) => ({ ...one, address: null })));
    const called = (guest: Guest, name: string) => guest.disks.find((one) => one.name === name)?.serial;
    expect([called(before, 'vdb'), called(scanAtBoot(rebuilt), 'vdb')]).toEqual(['second', 'first']);
    expect(off && names(scanAtBoot(valueOf(createDomain(off, 9))))).toEqual(['vda@05', 'vdb@07', 'vdc@08']);
  });
});
