import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter(),
    // Relative paths let the same build run from the root, from a sub-path and from a file share.
    paths: { relative: true },
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
        'manifest-src': ['self'],
        'connect-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none']
      }
    }
  }
};
