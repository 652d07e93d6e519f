/**
 * The two files that search engines read besides the pages.
 */

/**
 * @param {string} text
 * @returns {string}
 */
function escapeXml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/**
 * @param {readonly string[]} paths of the pages that shall be found, from the root: `/`, `/lessons/`
 * @param {string | null} siteUrl where the site will be; a sitemap needs absolute addresses, so without one there is none
 * @returns {ReadonlyMap<string, string>} the content of each file, by its name
 */
export function searchFiles(paths, siteUrl) {
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
