/** Random attach and detach calls on libvirt 9.0 with QEMU 7.2. */
import { isDeepStrictEqual } from 'node:util';
import {
  answerLibvirtHotplug,
  startingDisks,
  type HotplugSequence,
  type RecordedAnswer,
  type RecordedCall
} from '../answer/libvirt-hotplug.ts';
import { readRecording, type Comparison } from './comparison.ts';

interface Recording extends Omit<HotplugSequence, 'ops'> {
  readonly id: string;
  readonly start: unknown;
  readonly ops: readonly (readonly [...RecordedCall, ...RecordedAnswer])[];
}

/** The first line tells how it was recorded; the others are sequences. */
export const recordings = readRecording('libvirt-hotplug.jsonl', 1) as readonly Recording[];

/** The calls of all sequences. */
export const recordedCalls = recordings.flatMap(({ ops }) => ops);

function sequenceOf({ mode, machine, cold, ops }: Recording): HotplugSequence {
  return { mode, machine, cold, ops: ops.map((op) => op.slice(0, 6) as unknown as RecordedCall) };
}

/** Domains that do not start with the disks where libvirt puts them. */
export function startMismatches(): readonly unknown[] {
  return recordings
    .map((recording) => ({ id: recording.id, is: startingDisks(sequenceOf(recording)), start: recording.start }))
    .filter(({ is, start }) => !isDeepStrictEqual(is, start));
}

/** Calls of one mode that are not answered as libvirt answers them. */
export function callMismatches(mode: HotplugSequence['mode']): readonly unknown[] {
  return recordings
    .filter((recording) => recording.mode === mode)
    .flatMap((recording) => {
      const { ops } = answerLibvirtHotplug(sequenceOf(recording));
      return recording.ops.flatMap((op, at) =>
        isDeepStrictEqual(ops[at], op.slice(6)) ? [] : [{ id: recording.id, op, answer: ops[at] }]
      );
    });
}

export const modes = ['paused', 'config', 'guest'] as const;

export function compareLibvirtHotplug(): Comparison {
  return {
    recording: 'libvirt-hotplug.jsonl',
    of: 'libvirt 9.0.0 with QEMU 7.2: attach and detach at random, i440fx and q35, running and shut off',
    cases: recordings.length + recordedCalls.length,
    mismatches: [...startMismatches(), ...modes.flatMap(callMismatches)]
  };
}
