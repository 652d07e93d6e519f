/** Nova's functional test harness, end to end: a server is built and operated, and the state after each operation. */
import { isDeepStrictEqual } from 'node:util';
import { answerNovaLifecycle, type LifecycleOp, type LifecycleQuestion } from '../answer/nova-lifecycle.ts';
import { readRecording, type Comparison } from './comparison.ts';

interface Recording extends LifecycleQuestion {
  readonly id: string;
  readonly name?: string;
  readonly after_boot: unknown;
  readonly steps: readonly (LifecycleOp & { readonly after: unknown })[];
}

/** The first line tells how it was recorded. */
export const recordings = readRecording('nova-lifecycle.jsonl.gz', 1) as readonly Recording[];

/** What the recording says came of an operation, without the operation itself. */
function outcomeOf({
  op: _op,
  vol: _vol,
  flavor: _flavor,
  type: _type,
  state: _state,
  device: _device,
  ...outcome
}: LifecycleOp) {
  return outcome;
}

/** The first step that differs, and both answers; none when all are alike. */
function firstMismatch({ id, name, release, boot, after_boot, steps }: Recording): readonly unknown[] {
  const answer = JSON.parse(JSON.stringify(answerNovaLifecycle({ release, boot, steps }))) as {
    readonly after_boot: unknown;
    readonly steps: readonly unknown[];
  };
  const expected = [after_boot, ...steps.map(outcomeOf)];
  const actual = [answer.after_boot, ...answer.steps];
  const index = expected.findIndex((expectation, at) => !isDeepStrictEqual(actual[at], expectation));
  if (index < 0) return [];
  const done = steps.slice(0, index).map(({ op, vol, flavor, type }) => [op, vol ?? flavor ?? type].join(' '));
  return [{ id, name, release, boot, done, actual: actual[index], expected: expected[index] }];
}

/** Every recording of one release. */
export function mismatchesAt(release: string): readonly unknown[] {
  return recordings.filter((recording) => recording.release === release).flatMap(firstMismatch);
}

/** The operations of all recordings. */
export const recordedSteps = recordings.flatMap(({ steps }) => steps);

export function compareNovaLifecycle(): Comparison {
  return {
    recording: 'nova-lifecycle.jsonl',
    of: "Nova's functional test harness at 24.0.0, 26.0.0, 31.0.0 and 33.0.0: API, compute manager and libvirt driver over a fake libvirt",
    cases: recordings.length + recordedSteps.length,
    mismatches: recordings.flatMap(firstMismatch)
  };
}
