/** The headers as `_headers`, which Netlify and Cloudflare read from the site's root. They serve it from the domain's. */
import { headersOf } from './headers.ts';

/**
 * Both join the values of all rules that fit, so no two may: each file and folder at the site's root gets one rule with
 * everything. `files`: paths of the site.
 */
export function headersFile(files: readonly string[]): string {
  const entries = new Set(files.map((file) => /^(_app\/immutable|[^/]+)(\/?)/.exec(file)?.[0] ?? file));
  return [...entries].flatMap((entry) => rulesOf(entry)).join('\n');
}

function rulesOf(entry: string): string[] {
  const paths = entry.endsWith('/') ? [`/${entry}*`] : entry === 'index.html' ? ['/', '/index.html'] : [`/${entry}`];
  const lines = Object.entries(headersOf(entry)).map(([name, value]) => `  ${name}: ${value}`);
  return paths.map((path) => `${path}\n${lines.join('\n')}\n`);
}
