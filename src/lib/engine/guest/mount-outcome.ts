/** What can become of a line of /etc/fstab. What becomes of it is in mount.ts. */

/** `wrong`: another disk than the line was written for is taken, and nobody says a word. */
export const OUTCOMES = ['right', 'wrong', 'refused', 'missing'] as const;
export type Outcome = (typeof OUTCOMES)[number];
