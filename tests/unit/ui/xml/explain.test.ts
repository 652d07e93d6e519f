import { describe, expect, it } from 'vitest';
import { xmlText } from '../../../../src/lib/ui/text/en/xml.ts';
import {
  explainAt,
  explainAttribute,
  explainedAttributes,
  explainElement
} from '../../../../src/lib/ui/xml/explain.ts';
import { tokenize } from '../../../../src/lib/ui/xml/tokens.ts';
import { xmlLines } from '../../../../src/lib/ui/xml/xml-lines.ts';
import { everyText } from './texts.ts';

const lines = everyText().flatMap(xmlLines);

/** The keys of the catalogue that the lines use. */
function used(): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { text, name, parent } of lines) {
    const attributes = tokenize(text).flatMap(({ kind, text: word }) => (kind === 'attribute' ? [`@${word}`] : []));
    for (const attribute of ['', ...attributes]) {
      const own = `${parent}/${name}${attribute}`;
      const known = own in xmlText.elements || own in xmlText.attributes;
      keys.add(known ? own : `${name}${attribute}`);
    }
  }
  return keys;
}

describe('the explanations', () => {
  it('have a sentence for every element that can be printed', () => {
    const silent = lines.filter((line) => explainElement(line) === null).map(({ parent, name }) => `${parent}/${name}`);
    expect([...new Set(silent)]).toEqual([]);
  });

  it('have none for what is never printed', () => {
    const known = [...Object.keys(xmlText.elements), ...Object.keys(xmlText.attributes)];
    const keys = used();
    expect(known.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('are short sentences', () => {
    for (const text of [...Object.values(xmlText.elements), ...Object.values(xmlText.attributes)]) {
      expect(text).toMatch(/\.$/);
      expect(text.length).toBeLessThan(140);
    }
  });

  it('tell a target of a disk from one of a network card', () => {
    expect(explainElement({ parent: 'disk', name: 'target' })).toContain('The guest never sees it');
    expect(explainElement({ parent: 'interface', name: 'target' })).toContain('tap device');
    expect(explainElement({ parent: 'disk', name: 'iotune' })).toBeNull();
  });

  it('have a sentence for attributes that matter here, and no other stop', () => {
    const target = { text: "<target dev='vdb' bus='virtio' x='1'/>", parent: 'disk', name: 'target' };
    expect(explainedAttributes(target)).toEqual(['dev', 'bus']);
    expect(explainAttribute(target, 'x')).toBeNull();
    expect(explainAttribute({ parent: 'disk', name: 'alias' }, 'name')).toContain('virtio-disk1');
    expect(explainAttribute({ parent: 'interface', name: 'alias' }, 'name')).not.toContain('virtio-disk1');
  });

  it('are found by line and column, as an editor counts them', () => {
    const text = "<disk>\n  <target dev='vdb'/>\n</disk>\n";
    expect(explainAt(text, 2, 4)).toBe(xmlText.elements['disk/target']);
    expect(explainAt(text, 2, 11)).toBe(xmlText.attributes['disk/target@dev']);
    expect(explainAt(text, 3, 1)).toBe(xmlText.elements.disk);
    expect(explainAt(text, 9, 1)).toBeNull();
  });
});
