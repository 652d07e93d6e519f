/**
 * `virsh detach-disk`: the disk is looked for in the definition that the change is for, by its target or its source.
 *
 * Upstream: libvirt tools/virsh-domain.c (cmdDetachDisk, virshFindDisk).
 */
import { sourcePath, type AttachedDisk } from '../../../engine/libvirt/disk.ts';
import { formatDiskXml } from '../../../engine/libvirt/domain-xml.ts';
import type { Domain, DomainDefinition } from '../../../engine/libvirt/domain.ts';
import { cloudOf } from '../../../session/session.ts';
import type { Terminal } from '../../terminal.ts';
import { callLibvirt } from './act.ts';
import { affectExclusive, affectFlags, affectOptions, isForConfig } from './affect.ts';
import { answer, fail, type VirshCall, type VirshCommand, type VirshReply } from './call.ts';
import { domainOption, withDomain } from './find-domain.ts';
import { bool, data, SINCE_9 } from './option.ts';

/** The definition whose XML is looked at. */
function definitionOf({ live, persistent }: Domain, isInactive: boolean): DomainDefinition | null {
  return isInactive ? (persistent ?? live) : (live ?? persistent);
}

/** Words for completion: targets of disks. */
function targetWords({ session }: Terminal): readonly string[] {
  const { domain } = cloudOf(session);
  return domain ? (definitionOf(domain, false)?.disks ?? []).map(({ target }) => target.dev) : [];
}

/** Printed by libxml2, which indents nothing: each line stands as it stood in the domain's XML. */
function printXml(call: VirshCall, disk: AttachedDisk, isInactive: boolean): VirshReply {
  const [first = '', ...more] = formatDiskXml(disk, { dialect: call.dialect, inactive: isInactive })
    .trimEnd()
    .replaceAll("'", '"')
    .split('\n');
  return { ...answer(call, [first, ...more.map((line) => `    ${line}`)]), isUnterminated: true };
}

const DETACH = { done: 'Disk detached successfully', failed: 'Failed to detach disk', api: 'virDomainDetachDevice' };

export const detachDisk: VirshCommand = {
  name: 'detach-disk',
  help: 'detach disk device',
  description: 'Detach disk device.',
  options: [
    domainOption(),
    data('target', 'target of disk device', { mayBeEmpty: true, complete: targetWords }),
    ...affectOptions,
    bool('print-xml', 'print XML document rather than detach the disk', SINCE_9)
  ],
  exclusive: affectExclusive,
  run: withDomain((call, domain) => {
    const wanted = call.given.get('target') ?? '';
    // Asked for only now: a domain that is not there comes first.
    if (wanted === '') return fail(call, "Failed to get option 'target': Option argument is empty");
    const isInactive = isForConfig(call) || domain.live === null;
    const disks = definitionOf(domain, isInactive)?.disks ?? [];
    const disk = disks.find(({ target, source }) => target.dev === wanted || sourcePath(source) === wanted);
    if (!disk) {
      const missing = call.dialect === '9' ? 'No disk found' : 'No found disk';
      return fail(call, `${missing} whose source path or target is ${wanted}`);
    }
    if (call.given.has('print-xml')) return printXml(call, disk, isInactive);
    const flags = affectFlags(call, domain);
    return callLibvirt(call, { command: 'virsh detach-disk', target: disk.target.dev, flags }, DETACH);
  })
};
