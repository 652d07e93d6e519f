import { describe, expect, it } from 'vitest';
import {
  AFFECT_CONFIG,
  AFFECT_LIVE,
  AFFECT_LIVE_AND_CONFIG,
  type AffectFlags
} from '../../../../src/lib/engine/libvirt/affect-flags.ts';
import { detachDeviceFlags, deviceRemoved } from '../../../../src/lib/engine/libvirt/detach-device.ts';
import { targetDev } from '../../../../src/lib/engine/libvirt/disk.ts';
import { suspendDomain, type Domain } from '../../../../src/lib/engine/libvirt/domain.ts';
import { defined, disk, I440FX, places, refusalOf, running, valueOf } from './lab.ts';

const vdb = targetDev('vdb');

function detach(domain: Domain, dev: string, flags: AffectFlags, guestAnswers = true): Domain {
  return valueOf(detachDeviceFlags(domain, targetDev(dev), flags, guestAnswers));
}

function refusal(domain: Domain, dev: string, flags: AffectFlags): string {
  return refusalOf(detachDeviceFlags(domain, targetDev(dev), flags)).message;
}

function twoDisks(): Domain {
  return running(I440FX, disk('vda'), disk('vdb'));
}

describe('detach-device', () => {
  it('[DETACH-1] takes the disk out of both definitions and moves no other', () => {
    const domain = detach(running(I440FX, disk('vda'), disk('vdb'), disk('vdc')), 'vdb', AFFECT_LIVE_AND_CONFIG);
    expect(places(domain.live)).toEqual(['vda@00:05.0', 'vdc@00:07.0']);
    expect(places(domain.persistent)).toEqual(['vda@00:05.0', 'vdc@00:07.0']);
  });

  it('[DETACH-1] looks into the persistent definition first, each with its own words', () => {
    const onlyLive = detach(twoDisks(), 'vdb', AFFECT_CONFIG);
    const onlyConfig = detach(twoDisks(), 'vdb', AFFECT_LIVE);
    expect(refusal(onlyLive, 'vdb', AFFECT_LIVE_AND_CONFIG)).toBe('device not found: no target device vdb');
    expect(refusal(onlyConfig, 'vdb', AFFECT_LIVE_AND_CONFIG)).toBe('device not found: disk vdb not found');
    expect(refusal(defined(I440FX, disk('vda')), 'vda', AFFECT_LIVE)).toMatch(/domain is not running/);
    expect(refusal(twoDisks(), 'xyz', AFFECT_CONFIG)).toBe(
      "XML error: Unknown disk name 'xyz' and no address specified"
    );
  });

  it('[DETACH-2] reports success when the guest does not answer: the live disk stays, the persistent one is gone', () => {
    const waiting = detach(twoDisks(), 'vdb', AFFECT_LIVE_AND_CONFIG, false);
    expect([places(waiting.live).length, places(waiting.persistent).length]).toEqual([2, 1]);
    expect(refusal(waiting, 'vdb', AFFECT_LIVE_AND_CONFIG)).toBe('device not found: no target device vdb');
    expect(detach(waiting, 'vdb', AFFECT_LIVE).live?.disks).toHaveLength(1);
  });

  it('[DETACH-2] a paused guest cannot answer', () => {
    const paused = valueOf(suspendDomain(twoDisks()));
    expect(detach(paused, 'vdb', AFFECT_LIVE).live?.disks).toHaveLength(2);
  });

  it('[DETACH-3] the late answer takes the live disk away', () => {
    const waiting = detach(twoDisks(), 'vdb', AFFECT_LIVE_AND_CONFIG, false);
    expect(places(deviceRemoved(waiting, vdb).live)).toEqual(['vda@00:05.0']);
    expect(deviceRemoved(waiting, targetDev('vdq'))).toBe(waiting);
  });

  it('[DETACH-4] refuses what no guest can let go of while it runs', () => {
    const cdrom = disk('hda', 'ide', { device: 'cdrom' });
    const domain = running(I440FX, disk('vda'), disk('hdb', 'ide'), cdrom);
    expect(refusal(domain, 'hdb', AFFECT_LIVE)).toBe(
      'Operation not supported: This type of disk cannot be hot unplugged'
    );
    expect(refusal(domain, 'hda', AFFECT_LIVE)).toBe(
      `Operation not supported: disk device type 'cdrom' cannot be detached`
    );
    expect(detach(domain, 'hda', AFFECT_CONFIG).persistent?.disks).toHaveLength(2);
  });
});
