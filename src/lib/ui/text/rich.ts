/**
 * The little markup of lessons: `*...*` stresses, `` `...` `` is code, `[[term]]` and `[[words|term]]` lead to the
 * glossary.
 */

/** A stretch of a text. `term`: the key of the glossary that it leads to. */
export type Stretch =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'term'; readonly text: string; readonly term: string };

const MARKUP = /\*([^*]+)\*|`([^`]+)`|\[\[([^\]|]+)(?:\|([^\]]+))?\]\]/g;

/** The key of a term that stands for itself: `config drive` is `config-drive`. */
function keyOf(term: string): string {
  return term.toLowerCase().replaceAll(' ', '-');
}

/** The stretches of a text, in order. */
export function stretches(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  const plainUntil = (to: number) => {
    if (to > from) found.push({ kind: 'text', text: text.slice(from, to) });
  };
  for (const match of text.matchAll(MARKUP)) {
    const [whole, strong, code, words = '', term] = match;
    plainUntil(match.index);
    if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (code !== undefined) found.push({ kind: 'code', text: code });
    else found.push({ kind: 'term', text: words, term: term ?? keyOf(words) });
    from = match.index + whole.length;
  }
  plainUntil(text.length);
  return found;
}

/** The terms that a text links to. A stressed stretch may hold a link. */
export function linksOf(text: string): readonly string[] {
  return stretches(text).flatMap((stretch) => {
    if (stretch.kind === 'term') return [stretch.term];
    return stretch.kind === 'strong' ? linksOf(stretch.text) : [];
  });
}

/** The text without its markup. */
export function plain(text: string): string {
  return stretches(text)
    .map((stretch) => (stretch.kind === 'strong' ? plain(stretch.text) : stretch.text))
    .join('');
}
