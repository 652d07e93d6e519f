/**
 * Ids that look like the real ones but come from a number, so that the same commands give the same bytes.
 */

/** Mixes a number into 32 well spread bits (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function word(seed: number, index: number): string {
  return mix(seed * 4 + index + 0x9e3779b9)
    .toString(16)
    .padStart(8, '0');
}

/** A version 4 UUID; the same seed gives the same one. */
export function seededUuid(seed: number): string {
  const hex = word(seed, 0) + word(seed, 1) + word(seed, 2) + word(seed, 3);
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A number for a text, spread over 32 bits (FNV-1a): for ids that belong to something with a name. */
export function seedOf(text: string): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  return bits >>> 0;
}
