/** Ends a `switch` over a union: does not compile while a variant is missing, and throws should one slip through. */
export function exhaustive(variant: never): never {
  throw new Error(`unhandled variant: ${JSON.stringify(variant)}`);
}
