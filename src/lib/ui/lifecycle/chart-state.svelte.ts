/** What the statechart shows of the session: where the server is, what is pointed at, and what can be done. */
import type { Request } from '../../engine/cloud/operations.ts';
import type { Route, Transition } from '../../machine/statechart.ts';
import { cloudOf } from '../../session/session.ts';
import { commandOf } from '../../session/views/client-view.ts';
import { lifecycleOf, statechart } from '../../session/views/lifecycle.ts';
import { refusalOf } from '../../session/views/operations.ts';
import type { Playground } from '../playground.svelte.ts';
import { en } from '../text/en.ts';
import { lifecycleText } from '../text/en/lifecycle.ts';

/** A transition as it is told, and how far the server is on it. */
export interface Told {
  readonly transition: Transition;
  /** All, until it shows which one it is. */
  readonly routes: readonly Route[];
  /** How many of the task states have begun. */
  readonly begun: number;
  /** Which of them the server is in; null when it is on no way. */
  readonly at: number | null;
  readonly kind: 'pointed' | 'inFlight' | 'last' | 'failed';
}

export class ChartState {
  readonly #playground: () => Playground;
  readonly #session = $derived.by(() => this.#playground().session);
  readonly lifecycle = $derived.by(() => lifecycleOf(this.#session));
  /** What the pointer is on, or else the focus. */
  hovered: Transition | null = $state.raw(null);
  focused: Transition | null = $state.raw(null);
  readonly pointed = $derived(this.hovered ?? this.focused);
  /** What is told and drawn strongest: what is pointed at, or else the way that the server is on or went last. */
  readonly told: Told = $derived.by(() => {
    const { journey } = this.lifecycle;
    const transition = this.pointed ?? journey.transition;
    if (transition !== journey.transition) {
      return { transition, routes: transition.routes, begun: 0, at: null, kind: 'pointed' };
    }
    const routes = journey.route ? [journey.route] : transition.routes;
    const begun = journey.tasksBegun;
    if (journey.inFlight) return { transition, routes, begun, at: begun - 1, kind: 'inFlight' };
    return { transition, routes, begun, at: null, kind: journey.route ? 'last' : 'failed' };
  });

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
    if (this.#playground().isReadonly) return lifecycleText.readonly;
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
