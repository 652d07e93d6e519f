/** Which parts an embedded page shows. What they are made of is in panels.ts, which is fetched. */
import type { Panel, Presentation } from '../../session/link/presentation.ts';

const USUAL: readonly Panel[] = ['step', 'truths', 'client', 'log'];

/** They are there to do something to the server. */
const ACTING: readonly Panel[] = ['operations', 'repairs'];

/** They work on a playground; for all others it is enough that the session is walked. */
export const ON_PLAYGROUND = ['operations', 'repairs', 'lifecycle'] as const satisfies readonly Panel[];

/** The parts to show, and those that were asked for and are left out because nothing may be done here. */
export function wantedPanels({
  panels,
  readonly
}: Presentation): Readonly<Record<'shown' | 'leftOut', readonly Panel[]>> {
  const wanted = panels.length > 0 ? panels : USUAL;
  const leftOut = readonly ? wanted.filter((panel) => ACTING.includes(panel)) : [];
  const shown = wanted.filter((panel) => !leftOut.includes(panel));
  return { shown: shown.length > 0 ? shown : USUAL, leftOut };
}
