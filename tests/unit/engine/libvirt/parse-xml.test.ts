import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../../src/lib/engine/libvirt/parse-xml.ts';
import { element, formatXml, textElement, type XmlElement } from '../../../../src/lib/engine/libvirt/xml.ts';

function read(text: string): XmlElement {
  const parsed = parseXml(text);
  if (parsed.ok) return parsed.value;
  throw new Error(`line ${parsed.error.line}: ${parsed.error.message}`);
}

function refusalOf(text: string): string {
  const parsed = parseXml(text);
  if (parsed.ok) throw new Error('not refused');
  return `${parsed.error.line}: ${parsed.error.message}`;
}

describe('parse-xml', () => {
  it('[READ-1] reads elements, attributes in either quotes, text, and characters spelled by name or number', () => {
    expect(read(`<a v='R&amp;D &lt;"it&apos;s"&gt;' w="&#65;&#x1F600;'"><b>x &quot;y&quot;</b><c/></a>`)).toEqual(
      element('a', { v: `R&D <"it's">`, w: "A😀'" }, [textElement('b', 'x "y"'), element('c')])
    );
  });

  it('[READ-1] passes over a declaration, comments, a byte order mark and space around the root', () => {
    const text =
      '\uFEFF\n<?xml version="1.0" encoding="UTF-8"?>\n<!-- by hand -->\n<a><!-- < & -->b<!----></a >\r\n<!-- end -->\n';
    expect(read(text)).toEqual(textElement('a', 'b'));
  });

  it('[READ-1] tells an empty element from an empty text, and keeps space where there is nothing else', () => {
    expect(read('<a/>').text).toBeNull();
    expect(read('<a></a>').text).toBe('');
    expect(read('<a> \r\n</a>').text).toBe(' \n');
  });

  it('[READ-1] leaves out text beside child elements', () => {
    expect(read('<a>one<b/>two</a>')).toEqual(element('a', {}, [element('b')]));
  });

  it('[READ-1] takes a line break or tab within a value for a space, unless it is spelled by number', () => {
    expect(read("<a v='1\n2\t3&#10;4'/>").attributes).toEqual([['v', '1 2 3\n4']]);
  });

  it('[READ-1] reads what is printed, with double quotes within metadata', () => {
    const one = element('domain', { type: 'kvm' }, [
      element('metadata', {}, [element('n:i', { 'xmlns:n': 'http://x/"1"' }, [textElement('n:b', "it's <&>")])]),
      textElement('empty', '')
    ]);
    expect(read(formatXml(one))).toEqual(one);
  });

  it.each([
    ['', '1: there is no element'],
    ['\n\n $ virsh dumpxml 1', '3: text outside of the root element'],
    ['<a/>\nmore', '2: text outside of the root element'],
    ['<a/>\n<b/>', '2: <b> behind the root element'],
    ['<a>\n<b>\n</a>', '3: </a> stands where <b> of line 2 must be closed'],
    ['<a>\n<b>\n', '2: <b> is never closed'],
    ['</a>', '1: </a> closes nothing'],
    ['<a>\n<!DOCTYPE a [<!ENTITY b "c">]></a>', '2: a DOCTYPE or another declaration is not read'],
    ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', '1: a DOCTYPE or another declaration is not read'],
    ['<a><![CDATA[x]]></a>', '1: a CDATA section is not read'],
    ['<a><?php ?></a>', '1: a processing instruction is not read'],
    ['<a>\n&b;</a>', '2: & that begins none of the characters that XML names'],
    ['<a>R&D</a>', '1: & that begins none of the characters that XML names'],
    ["<a v='&#0;'/>", '1: the attribute v: & that begins none of the characters that XML names'],
    ['<a>&#xD800;</a>', '1: & that begins none of the characters that XML names'],
    ['<a>&#1114112;</a>', '1: & that begins none of the characters that XML names'],
    ['<a>\n\0</a>', '2: a character that XML does not have'],
    ['<a>]]></a>', '1: ]]> in a text'],
    ['<a><!-- x -- y --></a>', '1: -- in a comment'],
    ['<a><!-- x', '1: a comment is never closed'],
    ["<a v='1' v='2'/>", '1: the attribute v for the second time'],
    ["<a v='1'w='2'/>", '1: the attribute w without a space before it'],
    ['<a v=1/>', '1: the attribute v: its value is not quoted'],
    ['<a v/>', '1: the attribute v: no = behind it'],
    ["<a v='1/>", '1: the attribute v: its quote is never closed'],
    ["<a\nv='\n<'/>", '3: the attribute v: < in its value'],
    ['<a =/>', '1: an attribute without a name'],
    ['<a', '1: the tag <a is never closed'],
    ['<a / >', '1: the tag <a is never closed'],
    ['<a>< b/></a>', '1: < that begins no element']
  ])('[READ-1] refuses %j', (text, words) => {
    expect(refusalOf(text)).toBe(words);
  });

  it('[READ-1] goes 256 elements deep and no deeper', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(parseXml(nested(256)).ok).toBe(true);
    expect(refusalOf(nested(257))).toBe('1: elements are nested deeper than 256');
    expect(refusalOf('<a>'.repeat(1_000_000))).toBe('1: elements are nested deeper than 256');
  });

  it('[READ-1] refuses more than 4 MiB, and keeps its words short whatever a name is', () => {
    expect(refusalOf(' '.repeat(4 * 1024 * 1024 + 1))).toBe('null: the text is longer than 4194304 characters');
    expect(refusalOf(`<${'a'.repeat(100_000)}>`)).toBe(`1: <${'a'.repeat(40)}...> is never closed`);
  });

  // In quadratic time each of these takes minutes: the test would end by its timeout.
  it.each([
    ['references that are none', `<a>${'&'.repeat(2_000_000)}</a>`],
    ['references that are some', `<a>${'&amp;'.repeat(800_000)}</a>`],
    ['space in a tag', `<a${' '.repeat(4_000_000)}`],
    ['space in a text', `<a>${' \n'.repeat(2_000_000)}`],
    ['attributes', `<a${Array.from({ length: 200_000 }, (_, at) => ` a${at}=''`).join('')}/>`],
    ['children', `<a>${'<b/>'.repeat(900_000)}</a>`],
    ['comments', `<a>${'x<!---->'.repeat(500_000)}</a>`],
    ['comments that never end', `<a>${'<!-- '.repeat(800_000)}`],
    ['a value that never ends', `<a ${'v="'.repeat(1_000_000)}`],
    ['lines', `${'\n'.repeat(4_000_000)}<`]
  ])('[READ-1] reads or refuses in linear time: %s', (_, text) => {
    expect(parseXml(text)).toHaveProperty('ok');
  });
});
