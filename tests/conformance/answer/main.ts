/**
 * The black box: `npm run --silent answer -- KIND` reads a question a line and writes an answer a line, in order.
 *
 * It is the engine that the page runs, on Node alone. A line that cannot be read is answered with `{"error": ...}`, so
 * that the answers stay in step with the questions.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { isRelease } from '../../../src/lib/engine/nova/releases/release.ts';
import { answerCli } from './cli.ts';
import { answerGuestNames } from './guest-names.ts';
import { answerLibvirtHotplug } from './libvirt-hotplug.ts';
import { answerNovaDiskNames } from './nova-disk-names.ts';
import { answerNovaLifecycle } from './nova-lifecycle.ts';

type Answer = (question: never) => unknown;

const ANSWERS: Readonly<Record<string, Answer>> = {
  'nova-disk-names': answerNovaDiskNames,
  'nova-lifecycle': answerNovaLifecycle,
  'libvirt-hotplug': answerLibvirtHotplug,
  'guest-names': answerGuestNames,
  cli: answerCli
};

function read(line: string): never {
  const question = JSON.parse(line) as { readonly release?: string };
  if (question.release !== undefined && !isRelease(question.release)) {
    throw new Error(`there is no release ${question.release}`);
  }
  return question as never;
}

function answerLine(answer: Answer, line: string): string {
  try {
    return JSON.stringify(answer(read(line)));
  } catch (error) {
    return JSON.stringify({ error: error instanceof Error ? error.message : String(error) });
  }
}

async function main(kind = ''): Promise<void> {
  const answer = ANSWERS[kind];
  if (!answer) {
    process.stderr.write(`usage: npm run --silent answer -- KIND, one of ${Object.keys(ANSWERS).join(', ')}\n`);
    process.exitCode = 2;
    return;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    if (!process.stdout.write(`${answerLine(answer, line)}\n`)) await once(process.stdout, 'drain');
  }
}

await main(process.argv[2]);
