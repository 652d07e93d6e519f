import { describe, expect, it } from 'vitest';
import { searchFiles } from '../../../src/build/search-files.ts';
import { siteUrlOf } from '../../../src/hosting/site-url.ts';

describe('the address of the site', () => {
  it('may be left out', () => {
    expect([siteUrlOf(undefined), siteUrlOf('')]).toEqual([null, null]);
  });

  it.each(['https://example.org/', 'http://localhost:4173/', 'https://example.org/docs/playground/'])(
    'can be %s',
    (url) => {
      expect(siteUrlOf(url)).toBe(url);
    }
  );

  it.each(['example.org/', 'https://example.org', 'https://example.org/docs', 'https://a.org/?q=/', '/docs/', 'x y'])(
    'cannot be %s, and says how it should be',
    (url) => {
      expect(() => siteUrlOf(url)).toThrow(`SITE_URL is ${url}, and should be like https://example.org/playground/`);
    }
  );
});

describe('what search engines read', () => {
  it('lists every page by its absolute address', () => {
    const files = searchFiles(['/lessons/', '/'], 'https://example.org/a&b/');
    expect(files.get('sitemap.xml')?.match(/<loc>.*?<\/loc>/g)).toEqual([
      '<loc>https://example.org/a&amp;b/</loc>',
      '<loc>https://example.org/a&amp;b/lessons/</loc>'
    ]);
    expect(files.get('robots.txt')).toContain('Sitemap: https://example.org/a&b/sitemap.xml\n');
  });

  it('has no sitemap where nobody knows the address', () => {
    expect([...searchFiles(['/'], null)]).toEqual([['robots.txt', 'User-agent: *\nAllow: /\n']]);
  });
});
