/**
 * Whether an address of the playground can stand in other people's pages.
 */

/** `local`: of this machine alone. `insecure`: browsers keep it out of pages that came by https. */
export type SiteProblem = 'local' | 'insecure';

/** What is wrong with a site's absolute address; null where nothing is. */
export function siteProblem(site: string): SiteProblem | null {
  const { protocol, hostname } = new URL(site);
  if (/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return 'local';
  return protocol === 'https:' ? null : 'insecure';
}
