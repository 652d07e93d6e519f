/**
 * The two files that search engines read besides the pages.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './files.ts';

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** The paths of the pages that shall be found, from the root: `/`, `/lessons/`. */
export function pagesToFind(site: string): string[] {
  return filesIn(site)
    .filter((file) => file.endsWith('index.html'))
    .filter((file) => !readFileSync(join(site, file), 'utf8').includes('name="robots" content="noindex"'))
    .map((file) => `/${file.slice(0, -'index.html'.length)}`);
}

/**
 * The content of each file, by its name. `siteUrl`: where the site will be; a sitemap needs absolute addresses, so
 * without one there is none.
 */
export function searchFiles(paths: readonly string[], siteUrl: string | null): ReadonlyMap<string, string> {
  const robots = ['User-agent: *', 'Allow: /'];
  if (siteUrl === null) return new Map([['robots.txt', `${robots.join('\n')}\n`]]);
  const addresses = paths.map((path) => `<url><loc>${escapeXml(siteUrl + path.slice(1))}</loc></url>`).sort();
  const sitemap = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...addresses,
    '</urlset>'
  ];
  return new Map([
    ['robots.txt', `${[...robots, `Sitemap: ${siteUrl}sitemap.xml`].join('\n')}\n`],
    ['sitemap.xml', `${sitemap.join('\n')}\n`]
  ]);
}
