/**
 * Keeps the session in the address of the page: a reload, the way back from another page, a bookmark and a copied address
 * all find it again.
 *
 * The address is replaced, never added to, so that the browser's back button leaves the page and does not step.
 */
import { isLink, linkOf, sessionOfLink } from '../../session/link/link.ts';
import type { Session } from '../../session/session.ts';
import type { Playground } from '../playground.svelte.ts';

/** Milliseconds of rest before the address is written: browsers refuse to replace it many times a second. */
const REST = 300;

function fragment(): string {
  return location.hash.slice(1);
}

async function follow(playground: Playground): Promise<void> {
  if (!isLink(fragment())) return;
  const opened = await sessionOfLink(fragment());
  if (opened.ok) playground.open(opened.value);
  else playground.linkProblem = opened.error;
}

async function write(session: Session, isPristine: boolean): Promise<void> {
  const link = isPristine ? null : await linkOf(session);
  if (link === null && !isLink(fragment())) return;
  history.replaceState(history.state, '', link === null ? location.pathname + location.search : `#${link}`);
}

/** Opens the session of the address, if it has one, and keeps it there; returns what ends that. */
export async function keepInAddress(playground: Playground): Promise<() => void> {
  await follow(playground);
  const onhashchange = () => void follow(playground);
  addEventListener('hashchange', onhashchange);
  const stop = $effect.root(() => {
    $effect(() => {
      const { session, isPristine } = playground;
      const timer = setTimeout(() => void write(session, isPristine), REST);
      return () => {
        clearTimeout(timer);
      };
    });
  });
  return () => {
    removeEventListener('hashchange', onhashchange);
    stop();
  };
}
