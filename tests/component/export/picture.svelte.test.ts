import { afterEach, describe, expect, it } from 'vitest';
import type { Lab } from '../../../src/lib/engine/cloud/lab.ts';
import { articleLab, articleRequests, articleStory } from '../../../src/lib/session/article.ts';
import { goTo } from '../../../src/lib/session/session.ts';
import { picturePng } from '../../../src/lib/ui/export/picture-png.ts';
import { momentSvg } from '../../../src/lib/ui/export/moment-svg.ts';
import { pictureSvg } from '../../../src/lib/ui/export/picture-svg.ts';
import { attach, detach } from '../../support/lab/instance.ts';
import { sessionAfter } from '../../support/lab/session.ts';

/** The picture in the page, read as a browser reads the file. */
function draw(svg: string): SVGSVGElement {
  const file = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const root = document.importNode(file.documentElement, true);
  document.body.append(root);
  return root as unknown as SVGSVGElement;
}

function named(name: string): Lab {
  return { ...articleLab, volumes: articleLab.volumes.map((volume) => ({ ...volume, name })) };
}

const names = [
  'volume1',
  'WWWWMMMM-@@@@',
  'Backup <of> "everything" & more, for ever and ever and ever',
  '备份卷 💾 数据'
];

describe('the picture as the browser sets it', () => {
  afterEach(() => {
    document.querySelectorAll('body > svg').forEach((svg) => svg.remove());
  });

  it.each(names)('keeps the words of %s inside its chip', (name) => {
    const svg = draw(pictureSvg(sessionAfter(articleRequests.slice(0, 3), named(name)), 'light').svg);
    const chips = [...svg.querySelectorAll('g:has(> rect[rx="11"])')];
    expect(chips.length).toBeGreaterThan(8);
    for (const chip of chips) {
      const outline = chip.querySelector('rect')!.getBoundingClientRect();
      const words = chip.querySelector('text')!.getBoundingClientRect();
      expect(words.right).toBeLessThanOrEqual(outline.right - 4);
      expect(words.left).toBeGreaterThanOrEqual(outline.left + 4);
    }
  });

  it.each([0, 4, 5, 8])('keeps all words apart and inside, after %i of the article’s requests', (count) => {
    const svg = draw(pictureSvg(sessionAfter(articleRequests.slice(0, count)), 'dark').svg);
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
    for (const one of texts) {
      expect(one.right).toBeLessThanOrEqual(frame.right);
      const others = texts.filter((other) => other !== one && Math.abs(other.top - one.top) < 4);
      expect(others.filter((other) => other.left < one.right && one.left < other.right)).toEqual([]);
    }
  });

  it('says in both that only one of libvirt’s definitions has a disk, with all words apart', () => {
    const svg = draw(pictureSvg(sessionAfter([attach, { type: 'pause' }, detach]), 'light').svg);
    const texts = [...svg.querySelectorAll('text')];
    const note = texts.find(({ textContent }) => textContent === 'live only')!.getBoundingClientRect();
    const chips = [...svg.querySelectorAll('rect[fill-opacity]')].map((chip) => chip.getBoundingClientRect());
    const beside = chips.filter(({ top, bottom }) => top < note.bottom && note.top < bottom);
    expect(beside.length).toBe(4);
    expect(beside.filter(({ left, right }) => left < note.right && note.left < right)).toEqual([]);
    expect(svg.querySelector('desc')?.textContent).toContain('libvirt domain: volume1 (live only)');
  });

  it('keeps the words of every moment of the article inside, those of a terminal too', () => {
    const story = articleStory();
    for (const position of story.timeline.line.keys()) {
      const svg = draw(momentSvg(goTo(story, position), 'The article').svg);
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
      expect(texts.filter(({ right, bottom }) => right > frame.right - 24 || bottom > frame.bottom)).toEqual([]);
      svg.remove();
    }
  });

  it('has a name and a description in words', () => {
    const svg = draw(pictureSvg(sessionAfter(articleRequests.slice(0, 4)), 'light').svg);
    expect(svg.querySelector('title')?.textContent).toBe('Who thinks which disk is where, Nova 17.0.0.0b1');
    expect(svg.querySelector('desc')?.textContent).toContain(
      'vdb: Nova computation: swap; Nova and libvirt disagree here.'
    );
  });

  it('becomes a PNG of twice its size, and of less where a canvas could not hold it', async () => {
    const picture = pictureSvg(sessionAfter([]), 'light');
    const drawn = await createImageBitmap(await picturePng(picture));
    expect([drawn.width, drawn.height]).toEqual([2 * picture.width, 2 * picture.height]);
    const huge = await createImageBitmap(await picturePng({ ...picture, height: 20_000 }));
    expect(huge.height).toBeLessThanOrEqual(8192);
  });
});
