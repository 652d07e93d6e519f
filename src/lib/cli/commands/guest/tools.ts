/**
 * The commands that somebody logged in to the guest has: those that tell what its disks are called.
 *
 * Upstream: util-linux 2.38 misc-utils/lsblk.c, misc-utils/blkid.c, sys-utils/mount.c; coreutils 9.1 src/ls.c, src/cat.c
 * (Debian 12). Simplified: /etc/fstab is the one that the lab's operator writes by name, with nofail.
 */
import { blkidLine, mountLine } from '../../../engine/guest/blkid.ts';
import type { FstabOptions } from '../../../engine/guest/fstab.ts';
import type { LinkLine } from '../../../engine/guest/lsblk.ts';
import { cloudOf, type Session } from '../../../session/session.ts';
import { disksInGuest, type DiskInGuest } from '../../../session/views/guest-disks.ts';
import { disksInUse, guestView, uuidLinks } from '../../../session/views/guest-view.ts';
import { readOptions, type ToolOption } from '../../text/options.ts';

const FSTAB: FstabOptions = { by: 'name', nofail: true };

/** What a command of the guest printed. */
export interface Printed {
  readonly out: readonly string[];
  readonly errors: readonly string[];
  readonly exit: number;
}

/** A command of the guest. */
export interface GuestTool {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly ToolOption[];
  /** The exit status where an option is wrong. */
  readonly misuse: number;
  readonly run: (session: Session, given: ReadonlySet<string>, operands: readonly string[]) => Printed;
  readonly complete: (session: Session) => readonly string[];
}

function printed(out: readonly string[], errors: readonly string[] = [], exit = 0): Printed {
  return { out, errors, exit };
}

function devicePath({ name }: DiskInGuest): string {
  return `/dev/${name}`;
}

/** The guest's disks by name. */
function disksByName(session: Session): readonly DiskInGuest[] {
  return disksInGuest(cloudOf(session)).toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

function devicePaths(session: Session): readonly string[] {
  return disksByName(session).map(devicePath);
}

/** Directories of links to the guest's disks. */
const LINKS: Readonly<Record<string, (session: Session) => readonly LinkLine[]>> = {
  '/dev/disk/by-id': (session) => guestView(session, FSTAB).links,
  '/dev/disk/by-uuid': uuidLinks
};

const FILES: Readonly<Record<string, (session: Session) => readonly string[]>> = {
  '/etc/fstab': (session) => guestView(session, FSTAB).fstab.map(({ line }) => line)
};

const lsblk: GuestTool = {
  name: 'lsblk',
  summary: 'its disks, and where they are mounted',
  options: [],
  misuse: 1,
  run: (session, _given, operands) => {
    const { lsblk: lines } = guestView(session, FSTAB);
    const known = devicePaths(session);
    const wrong = operands.filter((path) => !known.includes(path));
    const errors = wrong.map((path) => `lsblk: ${path}: not a block device`);
    if (operands.length > 0 && wrong.length === operands.length) return printed([], errors, 32);
    // A line without a disk below one that has it is the disk's second mount point.
    let isShown = true;
    const shown = lines.filter(({ disk }) => {
      if (disk) isShown = operands.length === 0 || operands.includes(`/dev/${disk.name}`);
      return isShown;
    });
    return printed(
      shown.map(({ text }) => text),
      errors,
      wrong.length > 0 ? 64 : 0
    );
  },
  complete: devicePaths
};

const blkid: GuestTool = {
  name: 'blkid',
  summary: 'what is on its disks: UUID, label, type',
  options: [],
  misuse: 4,
  run: (session, _given, operands) => {
    const disks = disksByName(session).filter((disk) => operands.length === 0 || operands.includes(devicePath(disk)));
    const lines = disks.map(({ name, fileSystem, bytes }) => blkidLine(name, fileSystem, bytes));
    const missing = operands.filter((path) => !devicePaths(session).includes(path));
    const errors = missing.map((path) => `blkid: error: ${path}: No such file or directory`);
    return printed(lines, errors, lines.length > 0 ? 0 : 2);
  },
  complete: devicePaths
};

const mount: GuestTool = {
  name: 'mount',
  summary: 'what is mounted where',
  options: [],
  misuse: 1,
  run: (session, _given, operands) => {
    if (operands.length > 0) {
      return printed([], ['mount: the lab mounts nothing by hand; leave the operands out to see what is mounted'], 1);
    }
    const used = disksInUse(session, FSTAB).filter(({ file }) => file !== 'none');
    return printed(used.map(({ disk, file }) => mountLine(disk.name, disk.fileSystem, file)));
  },
  complete: () => []
};

const cat: GuestTool = {
  name: 'cat',
  summary: 'a file of the guest: /etc/fstab',
  options: [],
  misuse: 1,
  run: (session, _given, operands) => {
    const missing = operands.filter((path) => !(path in FILES));
    const errors = missing.map(
      (path) => `cat: ${path}: ${path in LINKS ? 'Is a directory' : 'No such file or directory'}`
    );
    const lines = operands.flatMap((path) => FILES[path]?.(session) ?? []);
    return printed(lines, errors, errors.length > 0 ? 1 : 0);
  },
  complete: () => Object.keys(FILES)
};

function withoutSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

/** A directory of `ls`; udev makes none without links. */
function listLinks(links: readonly LinkLine[], isLong: boolean): readonly string[] {
  if (!isLong) return links.map(({ link }) => link);
  return ['total 0', ...links.map(({ mode, link, target }) => `${mode} ${link} -> ${target}`)];
}

const ls: GuestTool = {
  name: 'ls',
  summary: 'links to its disks: ls -l /dev/disk/by-id, /dev/disk/by-uuid',
  options: [{ letter: 'l' }, { letter: 'a', name: 'all' }, { letter: 'A', name: 'almost-all' }, { letter: '1' }],
  misuse: 2,
  run: (session, given, operands) => {
    const found = operands.map((path) => ({ path, links: LINKS[withoutSlash(path)]?.(session) ?? [] }));
    const missing = found.filter(({ path, links }) => links.length === 0 && !(path in FILES));
    const blocks = found
      .filter(({ links }) => links.length > 0)
      .map(({ path, links }) => {
        const lines = listLinks(links, given.has('l'));
        return operands.length > 1 ? [`${path}:`, ...lines] : lines;
      });
    const files = operands.filter((path) => path in FILES);
    const errors = missing.map(({ path }) => `ls: cannot access '${path}': No such file or directory`);
    const separated = blocks.flatMap((block, index) => (index === 0 && files.length === 0 ? block : ['', ...block]));
    return printed([...files, ...separated], errors, errors.length > 0 ? 2 : 0);
  },
  complete: () => [...Object.keys(LINKS), ...Object.keys(FILES)]
};

export const guestTools: readonly GuestTool[] = [lsblk, blkid, mount, cat, ls];

/** Runs a tool with its words. */
export function runTool(tool: GuestTool, session: Session, words: readonly string[]): Printed {
  const read = readOptions(tool.options, words);
  if (read.ok) return tool.run(session, new Set(read.value.given.keys()), read.value.operands);
  return printed([], [`${tool.name}: ${read.error}`, `Try '${tool.name} --help' for more information.`], tool.misuse);
}
