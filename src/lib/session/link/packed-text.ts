/**
 * Text as it stands in a link: deflated, and written in letters that no program between two people changes.
 *
 * Formats: RFC 1951 (raw deflate, by the browser's own streams), RFC 4648 section 5 (base64url) without padding.
 */

/** The most bytes that a packed text unpacks to: a small link must not fill the memory. */
const MOST_BYTES = 400_000;

/** Whether `unpack` would take the text back. */
export function canBePacked(text: string): boolean {
  return new TextEncoder().encode(text).length <= MOST_BYTES;
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, most: number) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // By a reader, because WebKit's streams know no `for await`.
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > most) throw new RangeError('it unpacks to more than a link may hold');
    chunks.push(read.value);
  }
  return new Blob(chunks as BlobPart[]).arrayBuffer();
}

function toBase64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

/** Packs a text. */
export async function pack(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'), MOST_BYTES);
  return toBase64url(new Uint8Array(bytes));
}

/** Unpacks what `pack` made. Throws when it is damaged, or unpacks to too much. */
export async function unpack(packed: string): Promise<string> {
  const bytes = await through(fromBase64url(packed), new DecompressionStream('deflate-raw'), MOST_BYTES);
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
