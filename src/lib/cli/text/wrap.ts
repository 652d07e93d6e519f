/**
 * Paragraphs broken into lines as Python's textwrap does it: at spaces and after hyphens, words too long cut.
 *
 * Upstream: Lib/textwrap.py (TextWrapper.wordsep_re, _wrap_chunks, _handle_long_word), with its defaults.
 */

/** White space, a dash between words, or a word up to where it may be broken. */
const WORD_SEPARATOR =
  /(\s+|(?<=[\w!"'&.,?])-{2,}(?=\w)|\S+?(?:-(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[\w!"'&.,?]-))(?=[^\d\W]-?[^\d\W])|(?=\s|$)|(?<=[\w!"'&.,?])(?=-{2,}\w)))/;

/** The lines of one paragraph, none longer than `width`; white space is made one space each. */
export function wrap(text: string, width: number): readonly string[] {
  const chunks = text
    .replace(/\s+/g, ' ')
    .trim()
    .split(WORD_SEPARATOR)
    .filter((chunk) => chunk !== '');
  const lines: string[] = [];
  let line = '';
  while (chunks.length > 0) {
    const [chunk = ''] = chunks;
    if (line === '' && chunk === ' ') {
      chunks.shift();
    } else if (line.length + chunk.length <= width) {
      line += chunk;
      chunks.shift();
    } else if (chunk.length > width && line.length < width) {
      const room = width - line.length;
      line += chunk.slice(0, room);
      chunks[0] = chunk.slice(room);
    } else {
      lines.push(line.trimEnd());
      line = '';
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
