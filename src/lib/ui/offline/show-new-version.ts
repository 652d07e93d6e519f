/** Shows the notice of a new version; fetched when there is one. */
import { mount, unmount } from 'svelte';
import { ADDRESS_REST } from '../share/address-rest.ts';
import NewVersion from './NewVersion.svelte';

/** `reload`: how the new version comes. */
export function showNewVersion(reload: () => void): void {
  const notice = mount(NewVersion, {
    target: document.body,
    props: {
      onreload: () => {
        // So that what was done last is kept.
        setTimeout(reload, 2 * ADDRESS_REST);
      },
      onlater: () => void unmount(notice)
    }
  });
}
