import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerNovaLifecycle, isBuilt, type LifecycleOp, type LifecycleQuestion } from './answer/nova-lifecycle.ts';

interface Recording extends LifecycleQuestion {
  readonly id: string;
  readonly name?: string;
  readonly after_boot: unknown;
  readonly steps: readonly (LifecycleOp & { readonly after: unknown })[];
}

/** The first line tells how it was recorded. */
const recordings = gunzipSync(readFileSync(new URL('data/nova-lifecycle.jsonl.gz', import.meta.url)))
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => JSON.parse(line) as Recording);

/** The operations up to the first one that is not built yet. */
function builtSteps({ steps }: Recording): Recording['steps'] {
  const end = steps.findIndex((step) => !isBuilt(step));
  return end < 0 ? steps : steps.slice(0, end);
}

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

/** The first step that differs, and both answers; null when none does. */
function firstMismatch(recording: Recording) {
  const { id, name, release, boot } = recording;
  const steps = builtSteps(recording);
  const answer = JSON.parse(JSON.stringify(answerNovaLifecycle({ release, boot, steps }))) as {
    readonly after_boot: unknown;
    readonly steps: readonly unknown[];
  };
  const expected = [recording.after_boot, ...steps.map(outcomeOf)];
  const actual = [answer.after_boot, ...answer.steps];
  const index = expected.findIndex((expectation, at) => !isDeepStrictEqual(actual[at], expectation));
  if (index < 0) return null;
  const done = steps.slice(0, index).map(({ op, vol, flavor, type }) => [op, vol ?? flavor ?? type].join(' '));
  return { id, name, release, boot, done, actual: actual[index], expected: expected[index] };
}

describe("nova-lifecycle: Nova's functional test harness, end to end", () => {
  it('has the whole recording', () => {
    expect(recordings).toHaveLength(484);
    expect(recordings.flatMap(({ steps }) => steps)).toHaveLength(4355);
  });

  it('compares every operation that is built, up to the first that is not', () => {
    expect(recordings.flatMap(builtSteps)).toHaveLength(4355);
  });

  it.each(['24.0.0', '26.0.0', '31.0.0', '33.0.0'])('%s answers every operation as Nova does', (release) => {
    const ofRelease = recordings.filter((recording) => recording.release === release);
    expect(ofRelease).not.toHaveLength(0);
    const mismatches = ofRelease.map(firstMismatch).filter((mismatch) => mismatch !== null);
    expect(mismatches.slice(0, 3)).toEqual([]);
    expect(mismatches).toHaveLength(0);
  });
});
