/** What a browser needs to install the site. Everything in it counts from where it lies, so it fits any path. */
import { themeColors } from '$lib/ui/theme-colors.ts';
import { pageText } from '$lib/ui/text/en/page.ts';

export const prerender = true;

export function GET(): Response {
  const png = 'image/png';
  // No `id`: it would count from the origin, and copies of the site on one origin would be one app.
  return Response.json({
    name: pageText.appName,
    short_name: pageText.appShortName,
    description: pageText.description,
    lang: 'en',
    start_url: './',
    scope: './',
    display: 'standalone',
    theme_color: themeColors.light,
    background_color: themeColors.light,
    icons: [
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: png },
      { src: 'icon-512.png', sizes: '512x512', type: png },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: png, purpose: 'maskable' }
    ]
  });
}
