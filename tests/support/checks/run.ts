/**
 * `npm test`: runs every stage, also after one has failed, so that one run shows all there is to mend.
 * `npm test -- types lint` runs only these (and what they need), and so `npm run test:browsers` runs its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomesFolder, stages, type Stage } from './stages.ts';

interface Outcome {
  readonly name: string;
  /** Starts as 'not run', so that a run cut short does not look complete. */
  outcome: 'passed' | 'failed' | 'not run';
  seconds: number;
  readonly report: string | undefined;
}

const chosen = chooseStages(process.argv.slice(2));
const outcomes = chosen.map(({ name, report }): Outcome => ({ name, outcome: 'not run', seconds: 0, report }));

for (const { report } of chosen) if (report !== undefined) rmSync(report, { force: true });
mkdirSync(outcomesFolder, { recursive: true });
outcomes.forEach(writeOutcome);

for (const [index, stage] of chosen.entries()) {
  const outcome = outcomes[index];
  if (outcome === undefined) continue;
  console.log(`\n=== ${stage.about}`);
  const started = performance.now();
  outcome.outcome = isBlocked(stage) ? 'not run' : runStage(stage) ? 'passed' : 'failed';
  outcome.seconds = (performance.now() - started) / 1000;
  console.log(`=== ${stage.name}: ${outcome.outcome}, ${outcome.seconds.toFixed(1)} s`);
  writeOutcome(outcome);
}

console.log('\n=== summary');
for (const { name, outcome, seconds } of outcomes) {
  console.log(`${name.padEnd(10)} ${outcome.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s`);
}
process.exitCode = outcomes.every(({ outcome }) => outcome === 'passed') ? 0 : 1;

function chooseStages(names: readonly string[]): readonly Stage[] {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    const known = stages.map(({ name }) => name).join(', ');
    throw new Error(`No stage is called ${unknown.join(' or ')}. There are: ${known}.`);
  }
  if (names.length === 0) return stages.filter(({ onlyByName }) => !onlyByName);
  const needed = new Set([...names, ...stages.flatMap(({ name, needs = [] }) => (names.includes(name) ? needs : []))]);
  return stages.filter(({ name }) => needed.has(name));
}

function isBlocked({ needs = [] }: Stage): boolean {
  const missing = outcomes.find(({ name, outcome }) => needs.includes(name) && outcome !== 'passed');
  if (missing !== undefined) console.log(`not run, because ${missing.name} ${missing.outcome}`);
  return missing !== undefined;
}

function runStage({ command: [program, ...args] }: Stage): boolean {
  return (
    spawnSync(join('node_modules', '.bin', program), args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  );
}

function writeOutcome(outcome: Outcome): void {
  writeFileSync(join(outcomesFolder, `${outcome.name}.json`), JSON.stringify(outcome, null, 2));
}
