/**
 * A list that grows at its end stays scrolled there, unless its reader has scrolled away to read something.
 */
import type { Attachment } from 'svelte/attachments';

/** Pixels from the end that still count as the end. */
const NEAR = 8;

/** Follows the end of what `entries` shows. */
export function followEnd(entries: () => readonly unknown[]): Attachment<HTMLElement> {
  return (list) => {
    let follows = true;
    const onscroll = () => {
      follows = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
    };
    list.addEventListener('scroll', onscroll, { passive: true });
    $effect(() => {
      if (entries().length > 0 && follows) list.scrollTop = list.scrollHeight;
    });
    return () => {
      list.removeEventListener('scroll', onscroll);
    };
  };
}
