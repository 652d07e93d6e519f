export const prerender = true;
export const trailingSlash = 'always';
/** What runs in a page is an island (src/islands/prerender.ts); nothing of Kit's client is built or shipped. */
export const csr = false;
