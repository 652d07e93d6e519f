/** The pages that are audited, and what each must reach. */

/** The categories of Lighthouse that are looked at, by its ids. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** A page, by its path below the root of the site, and the least score of each category, of 100. */
export interface AuditedPage {
  readonly path: string;
  readonly least: Partial<Readonly<Record<Category, number>>>;
}

const ALL = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };

export const auditedPages: readonly AuditedPage[] = [
  { path: '', least: ALL },
  { path: 'lessons/', least: ALL },
  { path: 'errors/', least: ALL },
  // A part of somebody else's page, and not for indexing.
  { path: 'embed/', least: { performance: 98, accessibility: 100, 'best-practices': 100 } }
];
