import { describe, expect, it } from 'vitest';
import { cloudOf } from '../../../src/lib/session/session.ts';
import { Playground } from '../../../src/lib/ui/playground.svelte.ts';

/** A playground in which the article is told and paused at its first step. */
function told(playground = new Playground()): Playground {
  playground.tellArticle();
  playground.pause();
  return playground;
}

describe('playground', () => {
  it('runs through the article chapter by chapter, to its end', () => {
    const playground = told();
    const chapters = [];
    while (playground.canContinue) {
      playground.runToEnd();
      chapters.push(playground.chapter);
    }
    expect(chapters).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 'end']);
  });

  it('loses no story of its reader, however many were set aside', () => {
    const playground = new Playground();
    playground.act({ type: 'stop' });
    const first = playground.session;
    playground.startOver();
    playground.act({ type: 'pause' });
    const second = playground.session;
    told(playground).backToEarlier();
    expect(playground.session).toBe(second);
    playground.backToEarlier();
    expect(playground.session).toBe(first);
    playground.backToEarlier();
    expect(playground.session).toBe(second);
  });

  it('keeps nothing of a server to which nothing was done', () => {
    expect(told().setAside).toBeNull();
  });

  it('goes on with the story, told or own, when the API refuses a request', () => {
    const playground = told();
    playground.act({ type: 'start' });
    expect(playground.refusal).toContain("Cannot 'start' instance");
    expect(playground.guided).toBe(true);
    expect(cloudOf(playground.session).instance.vm_state).toBe('active');
  });

  it('keeps the article where it was left by a request of the reader’s own', () => {
    const playground = told();
    playground.runToEnd();
    const left = playground.session;
    playground.act({ type: 'stop' });
    expect(playground.setAside).toBe('article');
    playground.backToEarlier();
    expect(playground.session).toBe(left);
    expect(playground.chapter).toBe(0);
    expect(playground.setAside).toBe('own');
  });
});
