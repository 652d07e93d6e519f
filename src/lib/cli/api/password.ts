/**
 * The password that Nova gives to an administrator of the guest.
 *
 * Upstream: nova/utils.py (generate_password: letters and digits that are not mistaken for each other, at least one of
 * each kind, mixed). Simplified: it comes from the request that asked for it, so that the same commands print the same.
 */
import { seededUuid, seedOf } from '../../engine/kernel/seeded-id.ts';

const KINDS = ['23456789', 'ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz'] as const;

const LENGTH = 12;

/** Twelve characters for a request. */
export function generatePassword(request_id: string): string {
  const hex = seededUuid(seedOf(request_id)).replaceAll('-', '');
  return Array.from({ length: LENGTH }, (_, index) => {
    const kind = KINDS[(index * 2 + parseInt(hex.charAt(0), 16)) % KINDS.length] ?? KINDS[0];
    return kind.charAt(parseInt(hex.slice(index * 2, index * 2 + 2), 16) % kind.length);
  }).join('');
}
