/**
 * What a server should send with each file: the one place that says so. The files for nginx, Netlify, Cloudflare and
 * object storage are made of it, and the tests serve the site with it.
 */
import { contentSecurityPolicy } from './content-security-policy.js';

/** Values by the name of the header. */
export type Headers = Readonly<Record<string, string>>;

/** What a rule is about: a folder (ends with `/`; the empty one is the whole site) or a file, from the site's root. */
export interface Rule {
  readonly path: string;
  readonly headers: Headers;
}

const keywords = new Set(['none', 'self', 'unsafe-inline']);

function policy(ancestors: string): string {
  const directives = Object.entries(contentSecurityPolicy).map(([name, sources]) =>
    [name, ...sources.map((source) => (keywords.has(source) ? `'${source}'` : source))].join(' ')
  );
  return [...directives, `frame-ancestors ${ancestors}`].join('; ');
}

/** What the page does without; that the list is not complete does no harm, as no page runs a script of others. */
const deniedFeatures = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];

/** Another site may load it, also one that isolates itself. */
const forOthers: Headers = { 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** It keeps its name when it changes; whoever put it into a page can wait ten minutes for that. */
const forOthersToKeep: Headers = {
  ...forOthers,
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'public, max-age=600'
};

/** Of the rules that fit a file, the last one that has a header says its value. */
export const rules: readonly Rule[] = [
  {
    path: '',
    headers: {
      // Kept, but asked about each time: a page names the hashed files of its own version.
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': policy("'self'"),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff'
    }
  },
  // The name of such a file has a hash of its content, so the content of that name never changes.
  { path: '_app/immutable/', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  { path: 'embed/', headers: { ...forOthers, 'Content-Security-Policy': policy('*') } },
  { path: 'embed.v1.js', headers: forOthersToKeep },
  { path: 'pictures/', headers: forOthersToKeep }
];

const fits = (rule: Rule, file: string): boolean =>
  rule.path === '' || rule.path.endsWith('/') ? file.startsWith(rule.path) : file === rule.path;

/** The headers of a file, by its path from the site's root: `lessons/names/` or `_app/immutable/x.js`. */
export function headersOf(file: string): Headers {
  return rules.filter((rule) => fits(rule, file)).reduce<Headers>((all, { headers }) => ({ ...all, ...headers }), {});
}
