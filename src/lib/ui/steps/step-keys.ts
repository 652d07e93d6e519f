/**
 * Left, right and space move through the steps, unless something else has the focus that wants the key.
 *
 * Space begins the article only where nothing has happened yet, so it never puts the reader's own story away.
 */
import type { Walk } from '../walk.svelte.ts';

const KEEPS_ARROWS = 'input, select, textarea, [contenteditable], [tabindex], .monaco-editor';
const KEEPS_LETTERS = 'input, select, textarea, [contenteditable], .monaco-editor';
const KEEPS_SPACE = `${KEEPS_ARROWS}, button, a, summary`;

/** Behind a modal dialog nothing moves, wherever in the dialog the focus is. */
function isBehindDialog(): boolean {
  return document.querySelector('dialog:modal') !== null;
}

/** Takes a key for the steps, if it is free. */
export function stepKeys(event: KeyboardEvent, playground: Walk, help: () => void): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isBehindDialog()) return;
  if (event.shiftKey && event.key !== '?') return;
  const keeper = event.key === ' ' ? KEEPS_SPACE : event.key === '?' ? KEEPS_LETTERS : KEEPS_ARROWS;
  if (event.target instanceof Element && event.target.closest(keeper)) return;
  if (event.key === 'ArrowLeft' && playground.canStepBack) playground.stepBack();
  else if (event.key === 'ArrowRight' && playground.canStepForward) playground.stepForward();
  else if (event.key === ' ' && (playground.playing || playground.canPlay)) playground.toggle();
  else if (event.key === '?') help();
  else return;
  event.preventDefault();
}
