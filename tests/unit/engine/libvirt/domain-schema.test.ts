import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Domain } from '../../../../src/lib/engine/libvirt/domain.ts';
import { formatDomainXml, type XmlDialect } from '../../../../src/lib/engine/libvirt/domain-xml.ts';
import { releases } from '../../../../src/lib/engine/nova/releases/release.ts';
import { run } from '../../../support/lab/instance.ts';
import { anyStory, obey, tell } from '../../../support/lab/random.ts';
import { gallery } from './gallery.ts';
import { anyPlainDomain } from './random.ts';

const DIALECTS: readonly XmlDialect[] = ['3', '9'];

/** Every text that can be printed of the domains, each once. */
function textsOf(domains: readonly Domain[]): readonly string[] {
  const texts = domains.flatMap((domain) =>
    DIALECTS.flatMap((dialect) => [false, true].map((inactive) => formatDomainXml(domain, { dialect, inactive })))
  );
  return [...new Set(texts)];
}

/** The same labs each time, with what is done to their servers. */
const STORIES = fc.sample(anyStory, { seed: 20171010, numRuns: 300 });

/** The same domains each time, beyond what Nova asks for. */
const DOMAINS = fc.sample(anyPlainDomain, { seed: 20171010, numRuns: 150 });

/** The domain at every moment of a story, also between the steps of what is waited for. */
function domainsOf({ lab, commands }: (typeof STORIES)[number]): readonly Domain[] {
  const [built] = tell(lab, []);
  let last = built;
  const moments = [built];
  for (const command of commands) {
    moments.push(...(command.type === 'settle' ? run(last) : [obey(last, command)]));
    last = moments.at(-1)!;
  }
  const domains = new Set(moments.map(({ context }) => context.cloud.domain));
  return [...domains].filter((domain) => domain !== null);
}

const LAB_TEXTS = textsOf(STORIES.flatMap(domainsOf));

const SCHEMA = '/usr/share/libvirt/schemas/domain.rng';
const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;
const missing = [
  ...(hasXmllint ? [] : ['xmllint (Debian: libxml2-utils)']),
  ...(existsSync(SCHEMA) ? [] : [`${SCHEMA} (Debian: libvirt0)`])
].join(' and ');

if (missing !== '') {
  process.stdout.write(`\nNOT CHECKED: domain XML against libvirt's RelaxNG schema, for want of ${missing}.\n\n`);
}

/** What xmllint has against the texts; empty when it has nothing. One call, because reading the schema takes longest. */
function complaints(texts: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'domain-xml-'));
  const files = texts.map((text, at) => {
    const file = join(folder, `${at}.xml`);
    writeFileSync(file, text);
    return file;
  });
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--relaxng', SCHEMA, ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024
  });
  rmSync(folder, { recursive: true });
  const said = stderr.replace(/.* validates\n/g, '');
  return status === 0 ? said : `xmllint ended with ${status}\n${said}`;
}

describe("domain-xml at random: what is checked against libvirt's own schema", () => {
  it('[XML-7] is some hundreds of texts from every release', () => {
    expect(new Set(STORIES.map(({ lab }) => lab.release)).size).toBe(releases.length);
    expect(LAB_TEXTS.length).toBeGreaterThan(1000);
  });
});

describe.skipIf(missing !== '')("domain-xml: libvirt's own schema", () => {
  it('[XML-7] accepts every kind of disk and hardware, live and inactive, in both dialects', () => {
    expect(complaints(textsOf(gallery()))).toBe('');
  });

  it('[XML-7] accepts every moment of labs driven at random', () => {
    expect(complaints(LAB_TEXTS)).toBe('');
  });

  it('[XML-7] accepts domains of any hardware and any disks', () => {
    expect(complaints(textsOf(DOMAINS))).toBe('');
  });

  it('[XML-7] and is really asked: it refuses a disk without a target', () => {
    const wrong = textsOf(gallery())
      .filter((text) => text.includes('<disk '))
      .map((text) => text.replace(/ *<target dev='.*' bus=.*\n/, ''));
    expect(complaints(wrong).match(/fails to validate/g)).toHaveLength(wrong.length);
  });
});
