/**
 * A recording of a real system held against the engine.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** How the engine's answers stand to one recording. */
export interface Comparison {
  /** The file of the recording. */
  readonly recording: string;
  /** What was recorded, and from what. */
  readonly of: string;
  /** How many answers were compared. */
  readonly cases: number;
  /** What differs, each with both answers. */
  readonly mismatches: readonly unknown[];
}

/** The lines of a recording, `skip` lines of explanation left out. */
export function readRecording(file: string, skip = 0): readonly unknown[] {
  const bytes = readFileSync(new URL(`../data/${file}`, import.meta.url));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(skip)
    .map((line) => JSON.parse(line) as unknown);
}
