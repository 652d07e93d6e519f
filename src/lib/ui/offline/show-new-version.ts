/** Shows the notice of a new version; fetched when there is one. */
import { mount, unmount } from 'svelte';
import { ADDRESS_REST } from '../share/address-rest.ts';
import NewVersion from './NewVersion.svelte';

/** `keeps`: what a reload finds again, all of the session or only the parts of a lesson that were done. */
export function showNewVersion(keeps: 'session' | 'parts', reload: () => void): void {
  const notice = mount(NewVersion, {
    target: document.body,
    props: {
      keeps,
      onreload: () => {
        // So that the address has what was done last.
        setTimeout(reload, 2 * ADDRESS_REST);
      },
      onlater: () => void unmount(notice)
    }
  });
}
