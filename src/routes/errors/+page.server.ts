import { errorEntries, type ErrorEntry } from './entries.ts';

export async function load(): Promise<{ entries: readonly ErrorEntry[] }> {
  return { entries: await errorEntries() };
}
