/** Takes over a component that was prerendered into the page. */
import { hydrate, type Component } from 'svelte';

/** Makes the prerendered component of that name live; its element must stand in the page. */
export function wake(name: string, component: Component): void {
  const target = document.querySelector(`[data-island='${name}']`);
  if (!target) throw new Error(`the page has no island ${name}`);
  hydrate(component, { target });
}
