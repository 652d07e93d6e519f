/**
 * The lab's domain by what an operator calls it.
 *
 * Upstream: libvirt tools/virsh-util.c (virshLookupDomainInternal: the id first, then the UUID, then the name).
 */
import { refuse, ok, type Result } from '../../../engine/kernel/result.ts';
import type { Domain } from '../../../engine/libvirt/domain.ts';
import { cloudOf } from '../../../session/session.ts';
import type { Terminal } from '../../terminal.ts';
import type { VirshCall, VirshReply } from './call.ts';
import { fail } from './call.ts';
import { data, type VirshOption } from './option.ts';

/** By what a command looks for a domain. */
export type Key = 'id' | 'uuid' | 'name';

const ANY: readonly Key[] = ['id', 'uuid', 'name'];

function keysOf({ id, uuid, name }: Domain): Readonly<Record<Key, string | null>> {
  return { id: id === null ? null : String(id), uuid, name };
}

/** Words for completion: how the domain can be called. */
function domainWords({ session }: Terminal, by: readonly Key[]): readonly string[] {
  const { domain } = cloudOf(session);
  return domain === null ? [] : by.flatMap((key) => keysOf(domain)[key] ?? []);
}

/** The option `<domain>`. */
export function domainOption(help = 'domain name, id or uuid', by: readonly Key[] = ANY): VirshOption {
  return data('domain', help, { complete: (terminal) => domainWords(terminal, by).toReversed() });
}

/** The domain that the command names, or virsh's answer where there is none of that name. */
function findDomain(call: VirshCall, by: readonly Key[] = ANY): Result<Domain, VirshReply> {
  const wanted = call.given.get('domain') ?? '';
  const { domain } = cloudOf(call.terminal.session);
  const isFound = domain !== null && by.some((key) => keysOf(domain)[key] === wanted);
  return isFound ? ok(domain) : refuse(fail(call, `failed to get domain '${wanted}'`));
}

/** A command about a domain. */
export function withDomain(
  run: (call: VirshCall, domain: Domain) => VirshReply,
  by: readonly Key[] = ANY
): (call: VirshCall) => VirshReply {
  return (call) => {
    const found = findDomain(call, by);
    return found.ok ? run(call, found.value) : found.error;
  };
}
