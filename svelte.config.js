import adapter from '@sveltejs/adapter-static';
import { contentSecurityPolicy } from './src/hosting/content-security-policy.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter(),
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
      directives: contentSecurityPolicy
    }
  }
};
