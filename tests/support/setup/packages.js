/** The project's npm packages: installed when node_modules does not hold what the lock file asks for. */
import { existsSync, readFileSync } from 'node:fs';
import { run, say } from './shell.js';

/**
 * Compares versions rather than dates: a checkout touches the lock without changing it, and npm itself may write the
 * two files in either order. A package missing by design (another platform's binary) is marked optional in the lock.
 */
function packagesMatchLock() {
  const installed = readPackages('node_modules/.package-lock.json');
  return Object.entries(readPackages('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string; optional?: boolean }>}
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** Leaves node_modules as the lock file says; throws when npm cannot. */
export function installPackages() {
  if (packagesMatchLock()) return;
  say('Installing packages (npm ci) ...');
  // Everything this project uses is a development dependency: NODE_ENV=production must not leave them out.
  if (!run('npm', ['ci', '--include=dev'])) {
    throw new Error('npm ci failed. Is the package registry reachable? Its own message stands above.');
  }
}
