import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter(),
    // Relative paths let the same build run from the root, from a sub-path and from a file share.
    paths: { relative: true },
    // Kit's own bootstrap is the only inline script; its hash stands in the page's policy.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self', 'unsafe-inline'],
        'font-src': ['self'],
        'img-src': ['self'],
        'worker-src': ['self'],
        'connect-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none']
      }
    }
  }
};
