/**
 * What a dialog has last answered, for its status line. A screen reader is told it again even where the words are the
 * same.
 */
import { tick } from 'svelte';

export class Said {
  words = $state('');

  async say(words: string): Promise<void> {
    this.words = '';
    await tick();
    this.words = words;
  }
}
