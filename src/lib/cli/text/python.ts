/**
 * Values as Python writes them: `str()`, and `json.dumps()` with its spaces.
 */

/** What an API answers with, once it is parsed. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** `{"id": "a54facb5-...", "delete_on_termination": false}` (json.dumps, ensure_ascii=False). */
export function toJson(value: Value): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(toJson).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${toJson(inner)}`)
    .join(', ')}}`;
}

/** `'a'`, and `"it's"` where that saves a backslash (repr of a str). */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped}${quote}`;
}

/** `['a54facb5-...']`, `{'id': None}` (repr). */
export function repr(value: Value): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return str(value);
  if (isList(value)) return `[${value.map(repr).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, inner]) => `${quoted(key)}: ${repr(inner)}`)
    .join(', ')}}`;
}

/** `True`, `None`, `512` (str). */
export function str(value: Value): string {
  if (typeof value === 'string') return value;
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'number' ? String(value) : repr(value);
}
