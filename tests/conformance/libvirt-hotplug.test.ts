import { describe, expect, it } from 'vitest';
import { callMismatches, modes, recordedCalls, recordings, startMismatches } from './compare/libvirt-hotplug.ts';

describe('libvirt-hotplug: random attach and detach calls on libvirt 9.0 with QEMU 7.2', () => {
  it('has the whole recording', () => {
    expect(recordings).toHaveLength(224);
    expect(recordedCalls).toHaveLength(1842);
    expect(new Set(recordings.map(({ mode }) => mode))).toEqual(new Set(modes));
  });

  it('starts every domain with the disks where libvirt puts them', () => {
    expect(startMismatches().slice(0, 3)).toEqual([]);
  });

  it.each(modes)('answers every call as libvirt does: %s', (mode) => {
    expect(callMismatches(mode).slice(0, 3)).toEqual([]);
  });
});
