/**
 * What a page may load and run. JavaScript, because Kit reads it before anything is compiled (svelte.config.js).
 *
 * Kit writes it into each page, so it holds on every server; a server that sends headers adds who may frame the page,
 * which a page cannot say for itself (headers.ts).
 */

/** @satisfies {Record<string, ('none' | 'self' | 'unsafe-inline' | 'blob:')[]>} */
export const contentSecurityPolicy = {
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
  // The dialog that makes an embed shows it, and that is a page of this site.
  'frame-src': ['self'],
  'connect-src': ['self'],
  'base-uri': ['none'],
  'form-action': ['none']
};
