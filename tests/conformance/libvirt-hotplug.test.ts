import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  answerLibvirtHotplug,
  startingDisks,
  type HotplugSequence,
  type RecordedAnswer,
  type RecordedCall
} from './answer/libvirt-hotplug.ts';

interface Recording extends Omit<HotplugSequence, 'ops'> {
  readonly id: string;
  readonly start: unknown;
  readonly ops: readonly (readonly [...RecordedCall, ...RecordedAnswer])[];
}

/** The first line tells how it was recorded; the others are sequences. */
const recordings = readFileSync(new URL('data/libvirt-hotplug.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => JSON.parse(line) as Recording);

function sequenceOf({ mode, machine, cold, ops }: Recording): HotplugSequence {
  return { mode, machine, cold, ops: ops.map((op) => op.slice(0, 6) as unknown as RecordedCall) };
}

describe('libvirt-hotplug: random attach and detach calls on libvirt 9.0 with QEMU 7.2', () => {
  it('has the whole recording', () => {
    expect(recordings).toHaveLength(224);
    expect(recordings.flatMap(({ ops }) => ops)).toHaveLength(1842);
  });

  it('starts every domain with the disks where libvirt puts them', () => {
    const mismatches = recordings
      .map((recording) => ({ id: recording.id, is: startingDisks(sequenceOf(recording)), start: recording.start }))
      .filter(({ is, start }) => !isDeepStrictEqual(is, start));
    expect(mismatches.slice(0, 3)).toEqual([]);
  });

  it.each(['paused', 'config', 'guest'] as const)('answers every call as libvirt does: %s', (mode) => {
    const mismatches = recordings
      .filter((recording) => recording.mode === mode)
      .flatMap((recording) => {
        const { ops } = answerLibvirtHotplug(sequenceOf(recording));
        return recording.ops.flatMap((op, at) => {
          const recorded = op.slice(6);
          return isDeepStrictEqual(ops[at], recorded) ? [] : [{ id: recording.id, op, answer: ops[at] }];
        });
      });
    expect(mismatches.slice(0, 3)).toEqual([]);
  });
});
