/** npm packages: installed when a folder's node_modules does not hold what its lock file asks for. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, say } from './shell.js';

/**
 * Compares versions rather than dates: a checkout touches the lock without changing it, and npm itself may write the
 * two files in either order. A package missing by design (another platform's binary) is marked optional in the lock.
 *
 * @param {string} folder
 */
function packagesMatchLock(folder) {
  const installed = readPackages(join(folder, 'node_modules/.package-lock.json'));
  return Object.entries(readPackages(join(folder, 'package-lock.json'))).every(
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

/**
 * Leaves the node_modules of a folder as its lock file says; throws when npm cannot.
 *
 * @param {string} folder
 */
export function installPackages(folder) {
  if (packagesMatchLock(folder)) return;
  say('Installing packages (npm ci) ...');
  // Everything this project uses is a development dependency: NODE_ENV=production must not leave them out.
  if (!run('npm', ['ci', '--include=dev', '--prefix', folder])) {
    throw new Error('npm ci failed. Is the package registry reachable? Its own message stands above.');
  }
}
