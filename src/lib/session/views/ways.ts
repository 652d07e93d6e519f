/** The ways out of a conflict of names, by name. What comes of each is tried out (ways-out.ts). */

/** The ways that somebody may try, the least drastic first. */
export const WAYS = [
  'softReboot',
  'stopStart',
  'hardReboot',
  'shelveUnshelve',
  'stopDetach',
  'resetDetach',
  'rebuild'
] as const;
export type Way = (typeof WAYS)[number];

/** Those that take volumes away first. They are for a name that Nova gives twice, and make no sense otherwise. */
export const DETACHING_WAYS: readonly Way[] = ['stopDetach', 'resetDetach'];

/** What can come of a way. `refused`: nova-api does not take one of its requests. */
export const WAY_OUTCOMES = ['repaired', 'not repaired', 'refused'] as const;
export type WayOutcome = (typeof WAY_OUTCOMES)[number];
