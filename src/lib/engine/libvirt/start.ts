/**
 * Why a domain does not start.
 *
 * Upstream: src/qemu/qemu_process.c (qemuProcessPrepareHostStorage, qemuProcessWaitForMonitor,
 * qemuProcessReportLogError), src/qemu/qemu_monitor_json.c.
 * Simplified: libvirt quotes the line that QEMU wrote as it died, with the time and the whole -device; here only QEMU's
 * own words are quoted.
 */
import { sourcePath, type AttachedDisk } from './disk.ts';
import { cannotAccessStorage, libvirtError, type LibvirtError } from './libvirt-error.ts';
import { firstLockConflict, idConflict } from './qemu.ts';

/** [START-1] Every source must exist, looked at from the last disk to the first; then QEMU must agree to every disk. */
export function refuseStart(disks: readonly AttachedDisk[], missingSources: readonly string[]): LibvirtError | null {
  if (missingSources.length > 0) {
    for (const { source } of disks.toReversed()) {
      const path = sourcePath(source);
      if (path !== null && missingSources.includes(path)) return cannotAccessStorage(path);
    }
  }
  for (const [at, disk] of disks.entries()) {
    const before = disks.slice(0, at);
    const locked = firstLockConflict(disk, before);
    const path = sourcePath(disk.source) ?? '';
    const words = idConflict(disk, before) ?? (locked && `${locked}\nIs another process using the image [${path}]?`);
    if (words !== null) return qemuDied(words);
  }
  return null;
}

function qemuDied(words: string): LibvirtError {
  return libvirtError('INTERNAL_ERROR', 'QEMU', `qemu unexpectedly closed the monitor: qemu-system-x86_64: ${words}`);
}
