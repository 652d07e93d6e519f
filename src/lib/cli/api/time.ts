/** Times as the APIs write them. All take milliseconds since 1970 and tell UTC. */

/** `2018-01-06T22:17:00Z` (nova/utils.py: isotime). */
export function isotime(time: number): string {
  return `${new Date(time).toISOString().slice(0, -5)}Z`;
}

/** `2018-01-06T22:17:00.000000` (datetime.isoformat). */
export function isoformat(time: number): string {
  return `${new Date(time).toISOString().slice(0, -1)}000`;
}
