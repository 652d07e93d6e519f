/**
 * The few files of the lab's host that somebody would read.
 *
 * Upstream: openstack-ansible's role openstack_hosts (templates/openstack-release.j2); nova-compute.log as the session
 * tells it. Everything can be read and nothing written.
 */
import { releaseCodename } from '../engine/nova/releases/release.ts';
import { cloudOf } from '../session/session.ts';
import { computeLog } from '../session/views/compute-log.ts';
import type { Terminal } from './terminal.ts';

type Contents = (terminal: Terminal) => readonly string[];

function openstackRelease({ session }: Terminal): readonly string[] {
  const { release } = cloudOf(session).lab;
  return [
    '# Ansible managed',
    '',
    'DISTRIB_ID="OSA"',
    `DISTRIB_RELEASE="${release}"`,
    `DISTRIB_CODENAME="${releaseCodename(release)}"`,
    'DISTRIB_DESCRIPTION="OpenStack-Ansible"'
  ];
}

function novaComputeLog({ session }: Terminal): readonly string[] {
  return computeLog(session).flatMap(({ prefix, message, traceback }) => [`${prefix}${message}`, ...traceback]);
}

const FILES: ReadonlyMap<string, Contents> = new Map([
  ['/etc/openstack-release', openstackRelease],
  ['/var/log/nova/nova-compute.log', novaComputeLog]
]);

const DIRECTORIES: ReadonlySet<string> = new Set([
  '/',
  '/root',
  ...[...FILES.keys()].flatMap((path) =>
    path
      .split('/')
      .slice(1, -1)
      .map((_, index, parts) => `/${parts.slice(0, index + 1).join('/')}`)
  )
]);

/** A path from the root on, without `.` and `..`. */
export function resolvePath({ environment }: Terminal, path: string): string {
  const from = path.startsWith('/') ? '' : (environment.PWD ?? '/');
  const home = path === '~' || path.startsWith('~/') ? (environment.HOME ?? '/') + path.slice(1) : null;
  const parts: string[] = [];
  for (const part of (home ?? `${from}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Why a file cannot be read, in the words that come after its name. */
export type FileProblem = 'No such file or directory' | 'Is a directory';

/** The lines of a file, or why it has none. */
export function readFile(terminal: Terminal, path: string): readonly string[] | FileProblem {
  const resolved = resolvePath(terminal, path);
  const contents = FILES.get(resolved);
  if (contents) return contents(terminal);
  return DIRECTORIES.has(resolved) ? 'Is a directory' : 'No such file or directory';
}

/** Whether there is such a directory. */
export function isDirectory(terminal: Terminal, path: string): boolean {
  return DIRECTORIES.has(resolvePath(terminal, path));
}

/** Whether there is such a file. */
export function isFile(terminal: Terminal, path: string): boolean {
  return FILES.has(resolvePath(terminal, path));
}

/** The names in a directory. */
export function listDirectory(terminal: Terminal, path: string): readonly string[] {
  const resolved = resolvePath(terminal, path);
  const inside = resolved === '/' ? '/' : `${resolved}/`;
  const names = [...FILES.keys(), ...DIRECTORIES]
    .filter((one) => one.startsWith(inside) && one !== inside)
    .map((one) => one.slice(inside.length).split('/')[0] ?? '');
  return [...new Set(names)].toSorted();
}

/** All paths, for completion and patterns. */
export const allPaths: readonly string[] = [...FILES.keys(), ...DIRECTORIES].toSorted();
