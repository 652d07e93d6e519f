/**
 * What a request is about: the flavor and the volume that the reader has chosen, and with them each request, ready.
 */
import type { ApiRequest, ApiRequestName } from '../engine/cloud/operations.ts';
import { cloudOf, type Session } from '../session/session.ts';

/** A request of each kind to nova-api; what is done behind its back has no button. */
export type Requests = Readonly<Record<ApiRequestName, ApiRequest>>;

export class Choices {
  /** The id that was chosen; one that is not there any more gives way to the first. */
  chosenFlavor = $state('');
  chosenVolume = $state('');

  readonly #session: () => Session;
  readonly #cloud = $derived.by(() => cloudOf(this.#session()));
  readonly otherFlavors = $derived.by(() =>
    this.#cloud.lab.flavors.filter(({ id }) => id !== this.#cloud.instance.flavor.id)
  );
  readonly flavor = $derived(this.#among(this.otherFlavors, this.chosenFlavor));
  readonly volume = $derived(this.#among(this.#cloud.volumes, this.chosenVolume));
  readonly requests: Requests = $derived.by(() => ({
    attach: { type: 'attach', volume_id: this.volume },
    detach: { type: 'detach', volume_id: this.volume },
    resize: { type: 'resize', flavor: this.flavor },
    confirm: { type: 'confirm' },
    revert: { type: 'revert' },
    softReboot: { type: 'softReboot' },
    hardReboot: { type: 'hardReboot' },
    stop: { type: 'stop' },
    start: { type: 'start' },
    pause: { type: 'pause' },
    unpause: { type: 'unpause' },
    suspend: { type: 'suspend' },
    resume: { type: 'resume' },
    rescue: { type: 'rescue' },
    unrescue: { type: 'unrescue' },
    shelve: { type: 'shelve' },
    unshelve: { type: 'unshelve' },
    rebuild: { type: 'rebuild' },
    resetState: { type: 'resetState', state: 'active' },
    delete: { type: 'delete' },
    resetVolume: { type: 'resetVolume', volume_id: this.volume, status: 'available', attach_status: null }
  }));

  constructor(session: () => Session) {
    this.#session = session;
  }

  #among(options: readonly { readonly id: string }[], chosen: string): string {
    return options.find(({ id }) => id === chosen)?.id ?? options[0]?.id ?? '';
  }
}
