/** Debian packages, where there is apt-get and the right to use it without a question. */
import { run } from './shell.js';

/**
 * Installs the packages and says whether it worked; false also where there is no apt-get or no right to use it.
 * @param {string[]} packages
 */
export function installDebianPackages(packages) {
  const isRoot = process.getuid?.() === 0;
  if (!run('apt-get', ['--version'], { quiet: true })) return false;
  if (!isRoot && !run('sudo', ['-n', 'true'], { quiet: true })) return false;

  /** @param {string[]} args */
  const aptGet = (...args) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y', ...args];
    return isRoot ? run('env', command.slice(1)) : run('sudo', ['-n', ...command]);
  };
  // A fresh image has no package lists, and old ones name files that are gone. One broken source is no reason to stop.
  aptGet('update');
  return aptGet('install', '--no-install-recommends', ...packages);
}
