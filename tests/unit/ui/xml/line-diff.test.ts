import { describe, expect, it } from 'vitest';
import { goTo, type Session } from '../../../../src/lib/session/session.ts';
import { xmlChange, type DefinitionKind, type DefinitionXml } from '../../../../src/lib/session/views/domain-xml.ts';
import { markLines, type MarkedLine } from '../../../../src/lib/ui/xml/line-diff.ts';
import { after } from './texts.ts';

const plain = (...lines: readonly string[]): DefinitionXml => ({ text: lines.join('\n'), disks: [] });
const signs = { same: ' ', added: '+', removed: '-' };
const told = (lines: readonly MarkedLine[]) => lines.map(({ mark, line }) => `${signs[mark]}${line.text}`);

/** What each step up to the cursor did to a definition, where it did anything. */
function changes(session: Session, kind: DefinitionKind): readonly (readonly MarkedLine[])[] {
  const steps = session.timeline.line.map((_, position) => markLines(xmlChange(goTo(session, position), kind)));
  return steps.map((lines) => lines.filter(({ mark }) => mark !== 'same')).filter((lines) => lines.length > 0);
}

describe('the marks of a step', () => {
  it('put what went before what came', () => {
    const lines = markLines({ before: plain('<a>', '<b/>', '</a>'), after: plain('<a>', '<c/>', '</a>') });
    expect(told(lines)).toEqual([' <a>', '-<b/>', '+<c/>', ' </a>']);
  });

  it('cover whole elements, although two disks end alike', () => {
    const disk = (dev: string) => ['  <disk>', `    <target dev='${dev}'/>`, '    <readonly/>', '  </disk>'];
    const [vda, vdb] = [disk('vda'), disk('vdb')];
    const added = markLines({ before: plain('<d>', ...vda, '</d>'), after: plain('<d>', ...vda, ...vdb, '</d>') });
    expect(told(added).filter((line) => line.startsWith('+'))).toEqual(vdb.map((line) => `+${line}`));
    const removed = markLines({ before: plain('<d>', ...vda, ...vdb, '</d>'), after: plain('<d>', ...vdb, '</d>') });
    expect(told(removed).filter((line) => line.startsWith('-'))).toEqual(vda.map((line) => `-${line}`));
  });

  it('keep every line of both definitions, in order', () => {
    const session = after(8);
    for (let position = 0; position < session.timeline.line.length; position++) {
      const change = xmlChange(goTo(session, position), 'live');
      const lines = markLines(change);
      const without = (mark: string) => lines.filter((one) => one.mark !== mark).map(({ line }) => `${line.text}\n`);
      expect(without('added').join('')).toBe(change.before.text);
      expect(without('removed').join('')).toBe(change.after.text);
    }
  });

  it('are the volume’s disk, from its first line to its last, when it is attached and detached', () => {
    const [attached, , , detached] = changes(after(4), 'live');
    for (const lines of [attached!, detached!]) {
      expect(lines[0]!.line.text.trim()).toBe("<disk type='block' device='disk'>");
      expect(lines.at(-1)!.line.text.trim()).toBe('</disk>');
      expect(lines.every(({ disk }) => disk?.name === 'volume1')).toBe(true);
    }
    expect(new Set(attached!.map(({ mark }) => mark))).toEqual(new Set(['added']));
    expect(new Set(detached!.map(({ mark }) => mark))).toEqual(new Set(['removed']));
  });

  it('are on no line while a definition stays, and on all when it comes or goes', () => {
    const idle = markLines(xmlChange(after(0), 'live'));
    expect(idle.length).toBeGreaterThan(100);
    expect(idle.every(({ mark }) => mark === 'same')).toBe(true);
    const text = plain('<a>', '</a>');
    expect(told(markLines({ before: plain(), after: text }))).toEqual(['+<a>', '+</a>']);
    expect(told(markLines({ before: text, after: plain() }))).toEqual(['-<a>', '-</a>']);
  });
});

describe('the disks of the lines', () => {
  it('are those of the database, whatever libvirt calls them', () => {
    const lines = markLines(xmlChange(after(4), 'persistent'));
    const targets = lines.filter(({ line }) => line.name === 'target' && line.parent === 'disk');
    expect(targets.map(({ disk, line }) => `${disk?.kind}: ${line.text.trim()}`)).toEqual([
      "root: <target dev='vda' bus='virtio'/>",
      "swap: <target dev='vdc' bus='virtio'/>"
    ]);
  });
});
