/** How the set-up calls other programs. */
import { spawnSync } from 'node:child_process';

/**
 * Runs a program and says whether it succeeded. What it prints goes to stderr, so that a hook never mixes into what
 * the command behind it writes to stdout.
 * @param {string} program
 * @param {string[]} args
 * @param {{ quiet?: boolean }} [options]
 */
export function run(program, args, { quiet = false } = {}) {
  return spawnSync(program, args, { stdio: quiet ? 'ignore' : ['ignore', 2, 2] }).status === 0;
}

/** @param {string} line */
export function say(line) {
  console.error(line);
}
