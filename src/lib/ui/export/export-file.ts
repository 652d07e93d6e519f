/**
 * What can be taken away from the playground: four formats of the moment under the cursor, each as a file.
 */
import { traceOf } from '../../session/export/trace-json.ts';
import { cloudOf, type Session } from '../../session/session.ts';
import type { Theme } from './palette.ts';
import { picturePng } from './picture-png.ts';
import { pictureSvg } from './picture-svg.ts';
import { traceMarkdown } from './trace-markdown.ts';

/** The formats that are text, and all of them. */
export const TEXT_FORMATS = ['markdown', 'json', 'svg'] as const;
export const FORMATS = [...TEXT_FORMATS, 'png'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];
export type Format = (typeof FORMATS)[number];

const FILES: Readonly<Record<Format, { readonly extension: string; readonly type: string }>> = {
  markdown: { extension: 'md', type: 'text/markdown;charset=utf-8' },
  json: { extension: 'json', type: 'application/json' },
  svg: { extension: 'svg', type: 'image/svg+xml' },
  png: { extension: 'png', type: 'image/png' }
};

/** Whether a format can be read, and copied, as text. */
export function isText(format: Format): format is TextFormat {
  return format !== 'png';
}

/** The name of the file: which release, which moment. */
export function fileName(session: Session, format: Format): string {
  const { release } = cloudOf(session).lab;
  return `nova-disk-playground-${release}-moment-${session.timeline.position}.${FILES[format].extension}`;
}

/** The text of a format. */
export function textOf(session: Session, format: TextFormat, theme: Theme): string {
  if (format === 'markdown') return traceMarkdown(session);
  if (format === 'svg') return pictureSvg(session, theme).svg;
  return `${JSON.stringify(traceOf(session), null, 2)}\n`;
}

/** The content of the file. Rejects only where a PNG cannot be drawn. */
export async function contentOf(session: Session, format: Format, theme: Theme): Promise<Blob> {
  if (!isText(format)) return picturePng(pictureSvg(session, theme));
  return new Blob([textOf(session, format, theme)], { type: FILES[format].type });
}
