import { describe, expect, it } from 'vitest';
import { articleRequests, articleStory } from '../../../../src/lib/session/article.ts';
import { goTo } from '../../../../src/lib/session/session.ts';
import { sharedText } from '../../../../src/lib/ui/share/share-forms.ts';
import { sessionAfter } from '../../../support/lab/session.ts';

const ADDRESS = 'https://docs.example.org/playground/#1.abc';

/** The moment in which libvirt refuses the volume. */
const refused = goTo(articleStory(), 39);

describe('a moment that is shared', () => {
  it('is its address, and nothing around it', () => {
    expect(sharedText('address', refused, ADDRESS)).toBe(ADDRESS);
  });

  it('is in Markdown a link whose words tell the release and the step', () => {
    expect(sharedText('markdown', refused, ADDRESS)).toBe(
      `[Nova 17.0.0.0b1, step 39: libvirt refuses: target vdc already exists. In the domain, vdc is the disk swap.](${ADDRESS})`
    );
  });

  it('is told as a beginning where nothing has happened', () => {
    const words = sharedText('markdown', goTo(refused, 0), ADDRESS);
    expect(words).toBe(`[Nova 17.0.0.0b1, step 0: the server as it was built](${ADDRESS})`);
  });

  it('keeps brackets of an address from ending the link', () => {
    const words = sharedText('markdown', refused, 'https://example.org/wiki(2)/#1.abc');
    expect(words).toMatch(/\(https:\/\/example\.org\/wiki%282%29\/#1\.abc\)$/);
  });
});

describe('the text of a ticket', () => {
  const lines = sharedText('ticket', sessionAfter(articleRequests.slice(0, 5)), ADDRESS).split('\n');

  it('begins with the log lines of the request that failed, without tracebacks', () => {
    const end = lines.indexOf('```', 1);
    expect(lines[0]).toBe('```text');
    expect(lines[1]).toMatch(/ ERROR nova\.virt\.libvirt\.driver .* target vdc already exists$/);
    expect(lines.slice(1, end).every((line) => / ERROR .*target vdc already exists$/.test(line))).toBe(true);
  });

  it('then tells the state, what to try, and where to see it', () => {
    const places = [
      '**Situation**',
      '| **vdc** ⚠ |',
      '## What repairs it',
      '- Hard reboot: ',
      'See it step by step: ['
    ].map((start) => lines.findIndex((line) => line.startsWith(start)));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    expect(lines.at(-2)).toContain(`(${ADDRESS})`);
  });

  it('has no symptom and no repair where nothing is wrong', () => {
    const [first, ...rest] = sharedText('ticket', goTo(refused, 0), ADDRESS).split('\n');
    expect(first).toMatch(/^\*\*Situation\*\* \(moment 0 of \d+\): Nova and libvirt agree\.$/);
    expect(rest.join('\n')).not.toContain('##');
  });
});
