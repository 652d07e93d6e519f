/**
 * Which commands somebody may have meant.
 *
 * Upstream: cliff/app.py (App.get_fuzzy_matches), cliff/utils.py (COST, damerau_levenshtein): what a letter too many or
 * too few, another letter, or two in the wrong order weigh.
 */

const INSERTION = 1;
const SUBSTITUTION = 2;
const DELETION = 3;

/** What it costs to make one word of another; two letters in the wrong order cost nothing. */
function distance(one: string, other: string): number {
  if (one === '') return other.length * INSERTION;
  if (other === '') return one.length * DELETION;
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column * INSERTION)];
  for (let i = 1; i <= one.length; i++) {
    const above = rows[i - 1] ?? [];
    const row = [i * DELETION];
    for (let j = 1; j <= other.length; j++) {
      const substituted = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : SUBSTITUTION);
      const inserted = (row[j - 1] ?? 0) + INSERTION;
      const deleted = (above[j] ?? 0) + DELETION;
      const isSwapped = i > 1 && j > 1 && one[i - 2] === other[j - 1] && one[i - 1] === other[j - 2];
      const swapped = isSwapped ? (rows[i - 2]?.[j - 2] ?? 0) : Infinity;
      row.push(Math.min(substituted, inserted, deleted, swapped));
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

/** Commands that begin as typed, and those whose first word is nearest to it; in alphabetical order each. */
export function fuzzyMatches(names: readonly string[], typed: string): readonly string[] {
  const sorted = names.toSorted();
  const begun = sorted.filter((name) => name.startsWith(typed));
  const others = sorted
    .filter((name) => !name.startsWith(typed))
    .map((name) => ({ name, far: distance(typed, name.split(' ')[0] ?? '') }));
  const nearest = Math.min(...others.map(({ far }) => far));
  return [...begun, ...others.filter(({ far }) => far === nearest).map(({ name }) => name)];
}
