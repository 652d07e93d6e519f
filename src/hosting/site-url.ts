/**
 * Where the site will be, if whoever builds it knows: SITE_URL in the environment. Only what must be absolute needs it
 * (canonical addresses, the sitemap, the picture of a shared link); without it that is left out.
 */

/** An absolute address that ends with a slash, from what the environment says; null when it says nothing. */
export function siteUrlOf(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  if (!/^https?:\/\/[^/\s?#]+\/(?:[^\s?#]*\/)?$/.test(value)) {
    throw new Error(
      `SITE_URL is ${value}, and should be like https://example.org/playground/ : absolute, with a slash at its end and ` +
        'nothing after it. Correct it, or leave it out.'
    );
  }
  return value;
}

export const siteUrl = siteUrlOf(process.env['SITE_URL']);
