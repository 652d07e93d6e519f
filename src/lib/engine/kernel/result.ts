/**
 * What an operation that may be refused returns.
 *
 * The real systems raise an exception; here a refusal is a value, so that whoever calls must say what happens then.
 * Only a bug of our own throws.
 */
export type Result<Value, Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Refusal };

/** The operation happened; `value` is what came of it. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** The operation was refused; nothing changed. */
export function refuse<Refusal>(error: Refusal): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error };
}
