/**
 * What an author pastes to show a moment on a page of their own: one template for each thing that pages are written in.
 *
 * Volumes and flavors have names of any content, and those stand in the title. So each value is escaped for what the
 * template puts it into: an attribute of HTML, which also holds inside reStructuredText, Markdown, MDX and AsciiDoc;
 * the text of a link; a parameter of a Hugo shortcode.
 */
import { writePresentation, type Presentation } from '../../session/link/presentation.ts';
import { linkTarget, markdownLink } from '../export/markdown.ts';
import { svgElement } from '../export/svg-markup.ts';
import { FRAME_RIGHTS } from '../embed/frame-rights.ts';
import { shareEmbedText as text } from '../text/en/share-embed.ts';

export const RECIPES = ['element', 'html', 'rest', 'markdown', 'picture', 'hugo', 'mdx', 'asciidoc'] as const;
export type Recipe = (typeof RECIPES)[number];

/** A moment as it is to be shown elsewhere. */
export interface Embed {
  /** The absolute address of the playground, with a `/` at its end. */
  readonly site: string;
  /** How it is shown, and which lesson's moment, where it is one's. */
  readonly presentation: Partial<Presentation>;
  /** The session as a link carries it; null for a lesson's moment, which needs none. */
  readonly fragment: string | null;
  /** The moment in words. */
  readonly title: string;
  /** Of the frame, in pixels. */
  readonly height: number;
}

function addressOf({ fragment }: Embed, path: string, presentation: Partial<Presentation>): string {
  const query = writePresentation(presentation);
  return `${path}${query && `?${query}`}${fragment === null ? '' : `#${fragment}`}`;
}

/** What stands in the frame. */
export function frameAddress(embed: Embed): string {
  return addressOf(embed, `${embed.site}embed/`, embed.presentation);
}

/** The same moment on the playground's own page. */
function fullAddress(embed: Embed): string {
  const { lesson = null, step = null } = embed.presentation;
  return addressOf(embed, embed.site, { lesson, step });
}

/** A still picture of the moment, which the build draws for each one of a lesson; null where there is none. */
function pictureAddress({ site, presentation: { lesson, step } }: Embed): string | null {
  return typeof lesson === 'string' && typeof step === 'number' ? `${site}pictures/${lesson}/${step}.svg` : null;
}

/** A line break or an empty line would end what the template has begun. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function attributes(embed: Embed): Record<'src' | 'title' | 'width' | 'height' | 'loading', string> {
  return {
    src: frameAddress(embed),
    title: oneLine(embed.title),
    width: '100%',
    height: String(embed.height),
    loading: 'lazy',
    ...FRAME_RIGHTS
  };
}

/** The frame as one line of HTML, which escapes in attributes what XML does. */
function frame(embed: Embed): string {
  return svgElement('iframe', { ...attributes(embed), style: 'border: 0' }, '');
}

/**
 * Of a shortcode: between double quotes, in which Hugo knows `\"` and no way to write a backslash; so one with a backslash
 * stands between backquotes, in which everything is itself.
 */
function hugoParameter(value: string): string {
  if (value.includes('\\') && !value.includes('`')) return `\`${value}\``;
  return `"${value.replaceAll('\\', '').replaceAll('"', '\\"')}"`;
}

/** What a link in reStructuredText leads to. One that ends in `_` would be the name of another link. */
function restTarget(address: string): string {
  return address.replace(/_$/, '\\_');
}

/** What a link in AsciiDoc leads to, between `++`, where nothing in it is markup. */
function asciidocTarget(address: string): string {
  return `++${address.replaceAll('+', '%2B')}++`;
}

/** What the element is told, by its attributes, as the query tells a frame. Its height is its own business. */
function elementAttributes({ presentation, fragment, title }: Embed): Record<string, string> {
  const asked = Object.fromEntries(new URLSearchParams(writePresentation(presentation)));
  return { ...asked, ...(fragment !== null && { 'src-hash': fragment }), label: oneLine(title) };
}

const templates: Readonly<Record<Exclude<Recipe, 'picture'>, (embed: Embed) => string>> = {
  element: (embed) =>
    [
      svgElement('script', { src: `${embed.site}embed.v1.js`, async: '' }, ''),
      // What stands in it is for readers without JavaScript.
      svgElement(
        'nova-disk-playground',
        elementAttributes(embed),
        svgElement('a', { href: fullAddress(embed) }, text.open)
      )
    ].join('\n'),
  html: (embed) => frame(embed),
  rest: (embed) =>
    ['.. raw:: html', '', `   ${frame(embed)}`, '', `\`${text.open} <${restTarget(fullAddress(embed))}>\`__`].join(
      '\n'
    ),
  // Two braces would be Jekyll's.
  markdown: (embed) => `<div>${frame(embed).replaceAll('{', '&#123;')}</div>`,
  hugo: (embed) => {
    const { src, title, height } = attributes(embed);
    const parameters = Object.entries({ src, title, height }).map(([name, value]) => `${name}=${hugoParameter(value)}`);
    return [
      `{{/* layouts/shortcodes/nova-disk-playground.html */}}`,
      `<iframe src="{{ .Get "src" }}" title="{{ .Get "title" }}" width="100%" height="{{ .Get "height" }}" loading="lazy" sandbox="${FRAME_RIGHTS.sandbox}" allow="${FRAME_RIGHTS.allow}" style="border: 0"></iframe>`,
      '',
      `{{< nova-disk-playground ${parameters.join(' ')} >}}`
    ].join('\n');
  },
  mdx: (embed) => svgElement('iframe', attributes(embed), '').replace('<iframe', '<iframe style={{ border: 0 }}'),
  asciidoc: (embed) =>
    [
      // Only a web page: a PDF would print what stands in a passthrough block.
      'ifdef::backend-html5[]',
      '++++',
      frame(embed),
      '++++',
      'endif::[]',
      '',
      `link:${asciidocTarget(fullAddress(embed))}[${text.open}]`
    ].join('\n')
};

/** The text to paste; null where the moment has no picture. */
export function embedRecipe(recipe: Recipe, embed: Embed): string | null {
  if (recipe !== 'picture') return templates[recipe](embed);
  const picture = pictureAddress(embed);
  return picture && `[!${markdownLink(embed.title, picture)}](${linkTarget(fullAddress(embed))})`;
}
