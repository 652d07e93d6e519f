/**
 * Left, right and space move through the steps, unless something else has the focus that wants the key.
 */
import type { Playground } from '../playground.svelte.ts';

const KEEPS_ITS_KEYS = 'input, select, textarea, button, a, summary, [contenteditable], [tabindex], .monaco-editor';

/** Takes a key for the steps, if it is free. */
export function stepKeys(event: KeyboardEvent, playground: Playground): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.target instanceof Element && event.target.closest(KEEPS_ITS_KEYS)) return;
  if (event.key === 'ArrowLeft' && playground.canStepBack) playground.stepBack();
  else if (event.key === 'ArrowRight' && playground.canStepForward) playground.stepForward();
  else if (event.key === ' ') playground.toggle();
  else return;
  event.preventDefault();
}
