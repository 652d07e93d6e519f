/**
 * Text that is safe inside Markdown (CommonMark with GitHub's tables), whatever a name contains.
 */

/** A name inside a sentence or a cell of a table: nothing in it is markup. Underscores inside words are none anyway. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<>|~&#$@]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_');
}

/** What a link leads to. An absolute address is encoded already, but for the brackets that would end the link. */
export function linkTarget(address: string): string {
  return address.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** A link with plain words. */
export function markdownLink(text: string, address: string): string {
  return `[${escapeMarkdown(text)}](${linkTarget(address)})`;
}

/** Backticks, more of them than the text has anywhere in a row. */
function fenceFor(text: string, least: number): string {
  const runs = text.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(least, ...runs.map(({ length }) => length + 1)));
}

/** Code inside a sentence. */
export function codeSpan(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const fence = fenceFor(line, 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Lines of code as a block. */
export function codeBlock(lines: readonly string[]): readonly string[] {
  const fence = fenceFor(lines.join('\n'), 3);
  return [`${fence}text`, ...lines, fence];
}

/** A table; its cells must be escaped already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

/** An item of a numbered list, with what belongs to it below it. */
export function numbered(number: number, lines: readonly string[]): readonly string[] {
  const marker = `${number}. `;
  const [first = '', ...others] = lines;
  return [marker + first, ...others.map((line) => (line === '' ? '' : ' '.repeat(marker.length) + line))];
}
