/**
 * What a static host answers where the site has no page. It is shown at addresses of any depth, from which nothing
 * relative is found: so it brings its few lines of style along, and has links only where somebody has said where the
 * site is.
 */
import { palette, type Token } from '$lib/ui/export/palette.ts';
import { notFoundText as text } from '$lib/ui/text/en/not-found.ts';
import { siteUrl } from '../../hosting/site-url.ts';

export const prerender = true;

const color = (token: Token): string => `light-dark(${palette.light[token]}, ${palette.dark[token]})`;

const style = `
:root { color-scheme: light dark; background: ${color('ground')}; color: ${color('ink')} }
body { max-width: 40rem; margin: 15vh auto 0; padding: 0 1.5rem; font: 1.125rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.75rem; line-height: 1.2 }
a { color: ${color('accent')} }
li { margin-block: 0.5rem }`;

function ways(site: string | null): string {
  if (site === null) return `<p>${text.shorten}</p>`;
  const links = text.pages.map(([path, words]) => `<li><a href="${site}${path}">${words}</a></li>`);
  return `<p>${text.where}</p>\n<ul>\n${links.join('\n')}\n</ul>`;
}

export function GET(): Response {
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="robots" content="noindex" />
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<title>${text.title}</title>
<style>${style}
</style>
</head>
<body>
<main>
<h1>${text.title}</h1>
<p>${text.short}</p>
${ways(siteUrl)}
</main>
</body>
</html>
`;
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
