import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import adapter from '@sveltejs/adapter-static';
import { searchFiles } from './src/routes/search-files.js';
import { siteUrl } from './src/routes/site-url.js';

const site = adapter();

/**
 * The site as static files, and what search engines read: only now is it known which pages there are.
 *
 * @type {import('@sveltejs/kit').Adapter}
 */
const findableSite = {
  ...site,
  async adapt(builder) {
    await site.adapt(builder);
    const isFound = (/** @type {{ file: string }} */ { file }) =>
      !readFileSync(join('build', file), 'utf8').includes('name="robots" content="noindex"');
    const found = [...builder.prerendered.pages].filter(([, page]) => isFound(page)).map(([path]) => path);
    for (const [file, text] of searchFiles(found, siteUrl)) writeFileSync(join('build', file), text);
  }
};

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: findableSite,
    // Relative paths let the same build run from the root, from a sub-path and from a file share.
    paths: { relative: true },
    prerender: {
      // A link to the playground may carry a session behind its #, which is no place on the page.
      handleMissingId: ({ id, message }) => {
        if (!/^\d+\./.test(id)) throw new Error(message);
      }
    },
    // No page has an inline script; a hash would be written for one that came in.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self', 'unsafe-inline'],
        'font-src': ['self'],
        // The export draws its picture from an SVG that the page itself has just made, as a blob: URL. Only a script of
        // this page can make such a URL, and an SVG that is an image runs no script and fetches nothing; so this lets in
        // nothing from outside. data: would, because markup that somebody slips in could carry one.
        'img-src': ['self', 'blob:'],
        'worker-src': ['self'],
        // The dialog that makes an embed shows it, and that is a page of this site.
        'frame-src': ['self'],
        'connect-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none']
      }
    }
  }
};
