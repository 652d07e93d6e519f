import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../../src/lib/engine/libvirt/parse-xml.ts';
import type { XmlElement } from '../../../../src/lib/engine/libvirt/xml.ts';
import { attributeOf, childrenOf } from '../../../../src/lib/engine/libvirt/xml-tree.ts';
import { sessionAt } from '../../../../src/lib/session/lesson/story.ts';
import { cloudOf, goTo, reportOf, type Session } from '../../../../src/lib/session/session.ts';
import { fourTruths } from '../../../../src/lib/session/views/four-truths.ts';
import { momentInWords, momentSvg } from '../../../../src/lib/ui/export/moment-svg.ts';
import { palette } from '../../../../src/lib/ui/export/palette.ts';
import { lessonFolders, readLesson } from '../../../support/lessons/read.ts';

const lessons = await Promise.all(lessonFolders().map(readLesson));
const stories = lessons.map((lesson) => [lesson.title, sessionAt(lesson, lesson.parts.length)] as const);

function moments(story: Session): readonly Session[] {
  return story.timeline.line.map((_, position) => goTo(story, position));
}

function elements(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(elements)];
}

function read(svg: string): readonly XmlElement[] {
  const parsed = parseXml(svg);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return elements(parsed.value);
}

function withClass(svg: string, name: string): readonly XmlElement[] {
  return read(svg).filter((element) => attributeOf(element, 'class') === name);
}

/** The article's story at the step in which libvirt refuses. */
const [, articleStory] = stories.find(([title]) => title.startsWith('The article'))!;
const refused = moments(articleStory).find((moment) =>
  reportOf(moment)?.events.some(({ type }) => type === 'failure')
)!;

describe('the picture of a moment', () => {
  it.each(stories)('is small, well-formed, and runs and fetches nothing, at each moment of: %s', (title, story) => {
    for (const moment of moments(story)) {
      const { svg } = momentSvg(moment, title);
      expect(svg.length).toBeLessThan(9_200);
      expect(gzipSync(svg).length).toBeLessThan(2_500);
      const found = read(svg);
      expect(childrenOf(found[0]!, 'title')).toHaveLength(1);
      expect(childrenOf(found[0]!, 'desc')).toHaveLength(1);
      expect(found.filter(({ name }) => ['script', 'foreignObject', 'image', 'a'].includes(name))).toEqual([]);
      const refersTo = found.map((element) => attributeOf(element, 'href')).filter((href) => href !== null);
      expect(refersTo.filter((href) => !svg.includes(`id="${href.slice(1)}"`))).toEqual([]);
      expect(svg).not.toMatch(/url\(|@import|\son\w+=/);
    }
  });

  it.each(stories)('marks the rows in which the places disagree, at each moment of: %s', (title, story) => {
    for (const moment of moments(story)) {
      const { rows } = fourTruths(cloudOf(moment));
      const bars = withClass(momentSvg(moment, title).svg, 'bar').filter(({ name }) => name === 'rect');
      expect(bars).toHaveLength(rows.filter(({ disagrees }) => disagrees).length);
    }
  });

  it('tells the step, the verdict, the client’s silence and the line of the log', () => {
    const { svg } = momentSvg(refused, 'The article');
    expect(svg).toContain('Moment 39 of 63 · libvirt');
    expect(svg).toContain('libvirt refuses: <tspan font-weight="700">target vdc already exists</tspan>.');
    expect(svg).toContain('Nova has given vdc to volume1; libvirt already has vdc (swap).');
    expect(svg).toContain('200, device /dev/vdc');
    expect(svg).toContain('… and then nothing more: nobody tells the client what became of it');
    expect(svg).toContain('ERROR Failed to attach volume at mountpoint: /dev/vdc: libvirtError:');
    expect(momentInWords(refused)).toContain('libvirt refuses: target vdc already exists.');
  });

  it('is light in its attributes, and dark for who prefers that', () => {
    const { svg } = momentSvg(refused, 'The article');
    const paints = read(svg).flatMap((element) => [attributeOf(element, 'fill'), attributeOf(element, 'stroke')]);
    const colours = new Set(paints.filter((value) => value?.startsWith('#')));
    expect([...colours].filter((colour) => !Object.values(palette.light).includes(colour ?? ''))).toEqual([]);
    const dark = /<style>@media\(prefers-color-scheme:dark\)\{(.*)\}<\/style>/.exec(svg)?.[1] ?? '';
    for (const element of read(svg)) {
      const name = attributeOf(element, 'class');
      if (name !== null) expect(dark).toContain(`.${name}{`);
    }
    expect(dark).toContain(`svg{fill:${palette.dark.ink}}`);
  });
});
