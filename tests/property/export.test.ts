import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../../src/lib/engine/libvirt/parse-xml.ts';
import type { XmlElement } from '../../src/lib/engine/libvirt/xml.ts';
import { attributeOf, childrenOf } from '../../src/lib/engine/libvirt/xml-tree.ts';
import type { InstanceSnapshot } from '../../src/lib/machine/instance.ts';
import { articleLab } from '../../src/lib/session/article.ts';
import { traceOf, type Trace } from '../../src/lib/session/export/trace-json.ts';
import { startSession, type Session } from '../../src/lib/session/session.ts';
import { startTimeline } from '../../src/lib/session/timeline.ts';
import { pictureSvg } from '../../src/lib/ui/export/picture-svg.ts';
import { traceMarkdown } from '../../src/lib/ui/export/trace-markdown.ts';
import { anyMove, make } from '../support/lab/moves.ts';
import { anyStory, tell } from '../support/lab/random.ts';
import { replay } from '../support/lab/replay.ts';

/** A session that consists of one moment. */
function sessionOf(snapshot: InstanceSnapshot): Session {
  return { timeline: startTimeline({ snapshot, request: null }) };
}

/** The lab's volumes with other names: anything that a client may send. */
const anyNamedStory = fc
  .record({
    story: anyStory,
    names: fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 4, maxLength: 4 })
  })
  .map(({ story: { lab, commands }, names }) => ({
    commands,
    lab: { ...lab, volumes: lab.volumes.map((volume, index) => ({ ...volume, name: names[index] ?? '' })) }
  }));

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

/** The outlines of all chips in the tree: they are round at both ends. */
function chips(element: XmlElement): readonly Box[] {
  const own = childrenOf(element, 'rect').filter((rect) => attributeOf(rect, 'rx') === '11');
  const number = (rect: XmlElement, name: string) => Number(attributeOf(rect, name));
  const boxes = own.map((rect) => ({
    left: number(rect, 'x'),
    right: number(rect, 'x') + number(rect, 'width'),
    top: number(rect, 'y')
  }));
  return [...boxes, ...element.children.flatMap(chips)];
}

function overlaps(boxes: readonly Box[]): readonly Box[] {
  return boxes.filter((one) =>
    boxes.some((other) => other !== one && other.top === one.top && other.left < one.right && one.left < other.right)
  );
}

describe('the picture as SVG, whatever the state and the names', () => {
  it('is well-formed, and no chip lies on another or outside', () => {
    fc.assert(
      fc.property(anyNamedStory, fc.constantFrom('light' as const, 'dark' as const), ({ lab, commands }, theme) => {
        for (const snapshot of tell(lab, commands)) {
          const { svg, width } = pictureSvg(sessionOf(snapshot), theme);
          const parsed = parseXml(svg);
          if (!parsed.ok) throw new Error(parsed.error.message);
          const boxes = chips(parsed.value);
          expect(overlaps(boxes)).toEqual([]);
          expect(boxes.filter(({ left, right }) => left < 0 || right > width)).toEqual([]);
        }
      }),
      { numRuns: 40 }
    );
  });
});

describe('a trace and a ticket, whatever was done', () => {
  const begun = startSession(articleLab);

  it('is replayed to the same trace, from its JSON alone', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 10 }), (moves) => {
        const session = moves.reduce(make, begun);
        const trace = JSON.parse(JSON.stringify(traceOf(session))) as Trace;
        expect({ ...traceOf(replay(trace)), cursor: trace.cursor }).toEqual(trace);
      }),
      { numRuns: 40 }
    );
  });

  it('is Markdown whose tables keep their columns and whose fences are closed', () => {
    fc.assert(
      fc.property(anyNamedStory, ({ lab, commands }) => {
        for (const snapshot of tell(lab, commands)) {
          const lines = traceMarkdown(sessionOf(snapshot)).split('\n');
          const rows = lines.filter((line) => line.startsWith('|'));
          expect(rows.filter((row) => row.replace(/\\./g, '').split('|').length !== 7)).toEqual([]);
        }
        const told = traceMarkdown(sessionOf(tell(lab, commands)[0]));
        expect(told.split('```').length % 2).toBe(1);
      }),
      { numRuns: 40 }
    );
  });
});
