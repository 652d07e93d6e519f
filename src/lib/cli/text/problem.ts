/** How a reader of text stops in the middle of its work: what is wrong, as a value for whoever called. */
import { ok, refuse, type Result } from '../../engine/kernel/result.ts';

/** Thrown by a reader and caught by `attempt` alone. */
export class Problem extends Error {}

/** What a reader returns, or what it found wrong. */
export function attempt<Value>(read: () => Value): Result<Value, string> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof Problem) return refuse(error.message);
    throw error;
  }
}
