/** What the statechart shows of the session: where the server is, what is pointed at, and what can be done. */
import type { Request } from '../../engine/cloud/operations.ts';
import type { Transition } from '../../machine/statechart.ts';
import { cloudOf } from '../../session/session.ts';
import { commandOf } from '../../session/views/client-view.ts';
import { lifecycleOf, statechart } from '../../session/views/lifecycle.ts';
import { refusalOf } from '../../session/views/operations.ts';
import type { Playground } from '../playground.svelte.ts';
import { en } from '../text/en.ts';
import { lifecycleText } from '../text/en/lifecycle.ts';

export class ChartState {
  readonly #playground: () => Playground;
  readonly #session = $derived.by(() => this.#playground().session);
  readonly lifecycle = $derived.by(() => lifecycleOf(this.#session));
  /** What the pointer is on, or else the focus. */
  hovered: Transition | null = $state.raw(null);
  focused: Transition | null = $state.raw(null);
  readonly pointed = $derived(this.hovered ?? this.focused);
  /** What is told and drawn strongest: what is pointed at, or else the way that the server is on or went last. */
  readonly shown = $derived(this.pointed ?? this.lifecycle.journey.transition);

  constructor(playground: () => Playground) {
    this.#playground = playground;
  }

  /** Whether the server is where a transition begins. */
  startsHere({ from }: Transition): boolean {
    return from === null || from === this.lifecycle.box;
  }

  /** The request that takes a transition; null for one that nobody asks for. */
  requestOf({ operation }: Transition): Request | null {
    return operation === null ? null : this.#playground().choices.requests[operation];
  }

  /** Why a transition cannot be taken now; null when it can. */
  reasonAgainst(transition: Transition): string | null {
    const request = this.requestOf(transition);
    const refusal = request && refusalOf(this.#session, request);
    if (refusal !== null || this.startsHere(transition)) return refusal;
    return lifecycleText.elsewhere(transition.from ?? '', this.lifecycle.box);
  }

  act(request: Request): void {
    this.#playground().act(request);
  }

  commandOf(request: Request): string {
    return commandOf(cloudOf(this.#session), request);
  }
}

/** The boxes of the drawing: the machine's, and the one that stands for all. */
export const boxNames: readonly string[] = [...statechart.boxes, 'any'];

/** What leads out of a box. */
export function transitionsFrom(box: string): readonly Transition[] {
  return statechart.transitions.filter(({ from }) => (from ?? 'any') === box);
}

/** How a box is called. */
export function boxLabel(box: string): string {
  return box === 'any' ? lifecycleText.anyState : box;
}

/** `Stop: active to stopped`. */
export function transitionName({ operation, from, ends }: Transition): string {
  const start = boxLabel(from ?? 'any');
  const name = operation === null ? lifecycleText.byItself : en.requests[operation];
  const stays = ends.every((to) => to === from);
  return stays ? lifecycleText.stays(name, start) : lifecycleText.leads(name, start, ends);
}
