import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttachedDisk } from '../../src/lib/engine/libvirt/disk.ts';
import type { Domain } from '../../src/lib/engine/libvirt/domain.ts';
import { formatDomainXml, type XmlDialect, type XmlOptions } from '../../src/lib/engine/libvirt/domain-xml.ts';
import { parseDomainXml } from '../../src/lib/engine/libvirt/parse-domain-xml.ts';
import { xmlDialect } from '../../src/lib/engine/nova/releases/release.ts';
import { anyStory, tell } from '../support/lab/random.ts';
import { asDomain, defined, disk, I440FX, Q35 } from '../unit/engine/libvirt/lab.ts';
import { anyCall, anyDomain, perform } from '../unit/engine/libvirt/random.ts';

const DIALECTS: readonly XmlDialect[] = ['3', '9'];

/** What of a disk can be in the text: at rest nothing of the run, and in the old dialect no number of the source. */
function told(one: AttachedDisk, running: boolean, dialect: XmlDialect): AttachedDisk {
  const serial = one.serial === '' ? null : one.serial;
  if (!running || one.alias === null) return { ...one, serial, alias: null, sourceIndex: null, backing: [] };
  const backing = one.source === null ? [] : one.backing;
  return { ...one, serial, backing, sourceIndex: dialect === '9' ? one.sourceIndex : null };
}

/** Reads back what is printed of a domain, and compares both the facts and the text. */
function readsBack(domain: Domain, options: XmlOptions): number {
  const text = formatDomainXml(domain, options);
  const read = parseDomainXml(text);
  if (!read.ok) throw new Error(`line ${read.error.line}: ${read.error.message}\n${text}`);
  const again = formatDomainXml(asDomain(read.value), options);
  if (again !== text) expect(again).toBe(text);
  const running = !options.inactive && domain.live !== null;
  const { hardware, disks, controllers, fixed } = (running ? domain.live : (domain.persistent ?? domain.live))!;
  const { scsiController, rootPorts } = read.value.definition.hardware;
  expect(read.value).toEqual({
    name: domain.name,
    uuid: domain.uuid,
    id: running ? domain.id : null,
    // What was asked for of controllers cannot be told from what libvirt added.
    definition: {
      hardware: { ...hardware, scsiController, rootPorts },
      fixed,
      controllers,
      disks: disks.map((one) => told(one, running, options.dialect))
    },
    unread: []
  });
  return disks.length;
}

describe('domain XML, printed and read back', () => {
  it('[READ-2] is the same text and the same domain, whatever it is made of', () => {
    let disks = 0;
    let running = 0;
    fc.assert(
      fc.property(anyDomain, fc.constantFrom(...DIALECTS), fc.boolean(), (domain, dialect, inactive) => {
        disks += readsBack(domain, { dialect, inactive });
        if (domain.live !== null && !inactive) running++;
      }),
      { numRuns: 500 }
    );
    expect(disks).toBeGreaterThan(500);
    expect(running).toBeGreaterThan(50);
  });

  it.each([
    ['i440fx', I440FX],
    ['q35', Q35]
  ])('[READ-2] and whatever is attached, detached, started and stopped: %s', (_, hardware) => {
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 20 }), fc.constantFrom(...DIALECTS), (calls, dialect) => {
        let domain = defined(hardware, disk('vda'));
        for (const one of calls) {
          const result = perform(domain, one);
          if (result.ok && result.value) domain = result.value;
        }
        for (const inactive of [false, true]) readsBack(domain, { dialect, inactive });
      }),
      { numRuns: 150 }
    );
  });

  it('[READ-2] and in every lab, whatever is done to its server', () => {
    fc.assert(
      fc.property(anyStory, ({ lab, commands }) => {
        const domains = new Set(tell(lab, commands).map(({ context }) => context.cloud.domain));
        const dialect = xmlDialect(lab.release);
        for (const domain of domains) {
          for (const inactive of [false, true]) if (domain !== null) readsBack(domain, { dialect, inactive });
        }
      }),
      { numRuns: 100 }
    );
  });
});

/** Pieces that XML is made of, and some that it is not. */
const anyPiece = fc.oneof(
  fc.constantFrom(
    ...['<domain', '<devices>', '</devices>', '<disk type="file">', '</disk>', '<target ', "dev='vda'", '/>', '>', '<'],
    ...['<!--', '-->', '<!DOCTYPE a [', '<!ENTITY b "&b;">', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<?x?>'],
    ...['&amp;', '&b;', '&#x0;', '&#99999999;', '&', "'", '"', '=', '\n', '\r', '\0', '\uFFFF', '\uD800', '__proto__']
  ),
  fc.string({ unit: 'binary', maxLength: 5 })
);

/** A cut in a text: from where, how much of it goes, and what comes there instead. */
const anyCut = fc.record({ at: fc.nat(), length: fc.nat(30), put: fc.oneof(fc.constant(''), anyPiece) });

describe('text from anybody', () => {
  const refusedOrRead = (text: string) => {
    const read = parseDomainXml(text);
    if (read.ok) {
      expect(read.value.definition.disks.every(({ target }) => typeof target.dev === 'string')).toBe(true);
      return;
    }
    expect(read.error.message).not.toBe('');
    expect(read.error.message.length).toBeLessThan(300);
    expect(read.error.line ?? 1).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
  };

  it('[READ-1] never makes the reader throw: 2,000 texts of pieces of XML', () => {
    const anyPieces = fc.array(anyPiece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(anyPieces, refusedOrRead), { numRuns: 2000 });
  });

  it('[READ-1] never makes the reader throw: 2,000 printed domains with cuts', () => {
    fc.assert(
      fc.property(anyDomain, fc.array(anyCut, { minLength: 1, maxLength: 4 }), (domain, cuts) => {
        const printed = formatDomainXml(domain, { dialect: '9', inactive: false });
        refusedOrRead(
          cuts.reduce((text, { at, length, put }) => {
            const from = at % text.length;
            return text.slice(0, from) + put + text.slice(from + length);
          }, printed)
        );
      }),
      { numRuns: 2000 }
    );
  });
});
