import { describe, expect, it } from 'vitest';
import { allLessons } from '../../../src/lib/lessons/all.ts';
import { releases } from '../../../src/lib/engine/nova/releases/release.ts';
import { errorTopics, type ErrorTopic, type TopicName } from '../../../src/lib/session/errors/error-case.ts';
import { repaired, seenAt, shortened } from '../../../src/lib/session/errors/error-text.ts';
import { sessionAt } from '../../../src/lib/session/lesson/story.ts';
import { sessionOfLink } from '../../../src/lib/session/link/link.ts';
import { act, cloudOf, goTo, reportOf, type Session } from '../../../src/lib/session/session.ts';
import { computeLog } from '../../../src/lib/session/views/compute-log.ts';
import { fourTruths } from '../../../src/lib/session/views/four-truths.ts';
import { errorsText } from '../../../src/lib/ui/text/en/errors.ts';
import { linksOf } from '../../../src/lib/ui/text/rich.ts';
import { glossary } from '../../../src/lib/lessons/glossary.ts';
import { isRequest, requestOf } from '../../../src/lib/session/lesson/deed.ts';
import { errorEntries } from '../../../src/routes/errors/entries.ts';

const topics = Object.entries(errorTopics) as [TopicName, ErrorTopic][];
const entries = await errorEntries();
const headings = entries.flatMap((entry) => entry.headings);

/** A heading as a pattern: an ellipsis stands for an id. */
function literally(heading: string): RegExp {
  const parts = heading.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('[0-9a-f]{8}-[0-9a-f-]{27}'));
}

/** What nova-compute.log got in the step itself, as it was written. */
function logged(moment: Session): readonly string[] {
  return computeLog(moment)
    .filter(({ position }) => position === moment.timeline.position)
    .flatMap(({ message, traceback }) => [message, ...traceback]);
}

describe.each(topics)('the error %s', (name, { kind, cases }) => {
  const entry = entries.find(({ topic }) => topic === name)!;

  it.each(releases)('is headed by what %s says, and only that', (release) => {
    const index = releases.indexOf(release);
    const expected = entry.headings.filter(({ from, to, silent }) => {
      return releases.indexOf(from) <= index && index <= releases.indexOf(to) && !silent.includes(release);
    });
    const seen = cases.map((one) => seenAt(release, one, kind)).filter((one) => one !== null);
    expect(new Set(seen.map(({ text }) => text))).toEqual(new Set(expected.map(({ text }) => text)));
    for (const { text, moment } of kind === 'refusal' ? [] : seen) {
      expect(logged(moment).some((line) => literally(text).test(line))).toBe(true);
    }
  });

  it('has words for each of its cases, and links to what there is', () => {
    const words = errorsText.topics[name];
    expect(words.cases).toHaveLength(cases.length);
    const links = [words.short, words.why, ...words.check, ...words.repair, ...words.cases].flatMap(linksOf);
    expect(links.filter((link) => !(link in glossary))).toEqual([]);
    expect(cases.filter(({ lesson }) => lesson !== undefined)).toHaveLength(
      entry.cases.filter(({ lesson }) => lesson !== null).length
    );
  });

  it('leads to the moment in which it comes', async () => {
    for (const { fragment, stretches } of entry.cases) {
      const followed = await sessionOfLink(fragment!);
      if (!followed.ok) throw new Error(followed.error);
      const last = stretches.at(-1)!;
      expect(cloudOf(followed.value).lab.release).toBe(last.to);
      if (kind !== 'refusal') expect(logged(followed.value).map(shortened).join('\n')).toContain(last.text);
    }
  });
});

const mendable = topics.flatMap(([name, { kind, cases, repair, repairSince = '15.0.0' }]) =>
  repair ? [{ name, kind, one: cases[0], repair, since: releases.indexOf(repairSince) }] : []
);

describe('the repair', () => {
  it('of a detach that failed is none yet at 15.0.0, where the guest keeps the disk', () => {
    const { kind, cases, repair } = errorTopics.detachFailed;
    const mended = repaired(seenAt('15.0.0', cases[0], kind)!.moment, repair)!;
    expect(fourTruths(cloudOf(mended)).verdict.kind).toBe('latent');
  });

  it.each(mendable)('of $name mends it at every release that it is for', ({ kind, one, repair, since }) => {
    const seen = releases
      .slice(since)
      .map((release) => seenAt(release, one, kind))
      .filter((one) => one !== null);
    for (const { moment } of seen) {
      const mended = repaired(moment, repair)!;
      const { instance, volumes, bdms } = cloudOf(mended);
      expect([instance.vm_state, fourTruths(cloudOf(mended)).verdict.kind]).toEqual(['active', 'agree']);
      const wished = repair.filter(isRequest).map((deed) => requestOf(cloudOf(mended), deed));
      for (const request of wished) {
        if (request.type !== 'attach' && request.type !== 'detach') continue;
        const last = wished.findLast((other) => 'volume_id' in other && other.volume_id === request.volume_id)!;
        expect(bdms.some(({ volume_id }) => volume_id === request.volume_id)).toBe(last.type === 'attach');
        expect(volumes.find(({ id }) => id === request.volume_id)?.status).toBe(
          last.type === 'attach' ? 'in-use' : 'available'
        );
      }
    }
  });
});

describe('what nova-api answers', () => {
  const refused = topics.filter(([, { kind }]) => kind === 'refusal');

  it.each(refused)('is literally what heads %s', (name, { cases, kind }) => {
    for (const one of cases) {
      const last = one.deeds.at(-1)!;
      for (const release of releases) {
        const seen = seenAt(release, one, kind);
        if (!seen) continue;
        const asked = act(seen.moment, typeof last === 'string' ? requestOf(cloudOf(seen.moment), last) : last);
        if (asked.ok) throw new Error(`${name} is not refused at ${release}`);
        expect(asked.error.message).toMatch(literally(seen.text));
        expect(asked.error.code).toBe(seen.code);
      }
    }
  });
});

describe('the page about errors', () => {
  it('has one address for each text', () => {
    expect(new Set(headings.map(({ id }) => id)).size).toBe(headings.length);
    expect(new Set(headings.map(({ text }) => text)).size).toBe(headings.length);
  });

  it('knows every failure that a lesson ends in', () => {
    const texts = new Set(headings.map(({ text }) => text));
    for (const { lesson } of allLessons) {
      const story = sessionAt(lesson, lesson.parts.length);
      const events = story.timeline.line.flatMap((_, position) => reportOf(goTo(story, position))?.events ?? []);
      const failures = events.flatMap((event) => (event.type === 'failure' ? [shortened(event.failure.message)] : []));
      expect(failures.filter((text) => !texts.has(text))).toEqual([]);
    }
  });

  it('shows the article’s error in the picture of its lesson, and the way out that does the least harm first', () => {
    const entry = entries.find(({ topic }) => topic === 'targetExists')!;
    expect(entry.picture?.path).toBe('the-article/39.svg');
    expect(entry.ways?.ways.find(({ outcome }) => outcome === 'repaired')?.way).toBe('stopStart');
  });
});
