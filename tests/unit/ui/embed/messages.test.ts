import { describe, expect, it } from 'vitest';
import { heard, supposedOrigin, targetOf, type Host } from '../../../../src/lib/ui/embed/messages.ts';

const parent = { name: 'the page around' };
const host: Host = { window: parent, origin: null };
const goTo = { novaDiskPlayground: 1, type: 'goTo', step: 3 };

function arrived(data: unknown, source: unknown = parent, origin = 'https://docs.example') {
  return { data, source, origin };
}

describe('a message that arrives in a frame', () => {
  it('is heard from the page around', () => {
    expect(heard(host, arrived(goTo))).toEqual(goTo);
    const theme = { novaDiskPlayground: 1, type: 'theme', theme: 'dark' };
    expect(heard(host, arrived(theme))).toEqual(theme);
  });

  it('may have a field that this version does not know', () => {
    expect(heard(host, arrived({ ...goTo, smooth: true }))).toEqual(goTo);
  });

  it('is nobody’s when another window has sent it, or none', () => {
    for (const source of [{ name: 'the page around' }, null, globalThis]) {
      expect(heard(host, arrived(goTo, source))).toBeNull();
    }
    expect(heard({ window: null, origin: null }, arrived(goTo, null))).toBeNull();
    expect(heard(host, arrived(goTo, parent, ''))).toBeNull();
  });

  it('is ignored when it says nothing that a host may ask', () => {
    const wrong = [
      null,
      'goTo',
      [goTo],
      { type: 'goTo', step: 3 },
      { ...goTo, novaDiskPlayground: 2 },
      { ...goTo, novaDiskPlayground: '1' },
      { ...goTo, type: 'run' },
      { ...goTo, step: -1 },
      { ...goTo, step: 1.5 },
      { ...goTo, step: Number.NaN },
      { ...goTo, step: '3' },
      { ...goTo, step: 1e9 },
      { novaDiskPlayground: 1, type: 'theme', theme: 'url(x)' }
    ];
    for (const data of wrong) expect(heard(host, arrived(data)), JSON.stringify(data)).toBeNull();
  });
});

describe('the origin that a frame answers', () => {
  it('is the page around it, as far as the browser tells', () => {
    expect(supposedOrigin(['https://docs.example', 'https://top.example'], '')).toBe('https://docs.example');
    expect(supposedOrigin(undefined, 'https://docs.example/guide/?a#b')).toBe('https://docs.example');
    expect(supposedOrigin([], '')).toBeNull();
    expect(supposedOrigin(undefined, 'no address')).toBeNull();
  });

  it('is named to the browser, and nothing is said as long as it is not known', () => {
    expect(targetOf({ ...host, origin: 'https://docs.example' })).toBe('https://docs.example');
    expect(targetOf(host)).toBeNull();
  });

  it('has no name when it is opaque', () => {
    expect(targetOf({ ...host, origin: 'null' })).toBe('*');
  });
});
