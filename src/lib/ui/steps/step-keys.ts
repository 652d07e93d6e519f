/**
 * Left, right and space move through the steps, unless something else has the focus that wants the key.
 *
 * Space never begins the article, because that would put the reader's own story away: it only pauses and continues.
 */
import type { Playground } from '../playground.svelte.ts';

const KEEPS_ARROWS = 'input, select, textarea, [contenteditable], [tabindex], .monaco-editor';
const KEEPS_SPACE = `${KEEPS_ARROWS}, button, a, summary`;

/** Takes a key for the steps, if it is free. */
export function stepKeys(event: KeyboardEvent, playground: Playground): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const keeper = event.key === ' ' ? KEEPS_SPACE : KEEPS_ARROWS;
  if (event.target instanceof Element && event.target.closest(keeper)) return;
  if (event.key === 'ArrowLeft' && playground.canStepBack) playground.stepBack();
  else if (event.key === 'ArrowRight' && playground.canStepForward) playground.stepForward();
  else if (event.key === ' ' && (playground.playing || playground.canContinue)) playground.toggle();
  else return;
  event.preventDefault();
}
