/** Fetching what a page needs next, while it wakes. */

/**
 * Fetches in a task of its own: a page that wakes has enough to do in one, and a slow phone has to scroll meanwhile.
 * What fails, fails as `fetch` does.
 */
export async function soon<Fetched>(fetch: () => Promise<Fetched>): Promise<Fetched> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  return fetch();
}
