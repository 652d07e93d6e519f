/** Takes over a component that was prerendered into the page. */
import { hydrate, type Component } from 'svelte';

function islandOf(name: string): HTMLElement {
  const island = document.querySelector<HTMLElement>(`[data-island='${name}']`);
  if (!island) throw new Error(`the page has no island ${name}`);
  return island;
}

/** What the page says of the island of that name. The build wrote it, together with this script. */
export function factsOf(name: string): unknown {
  return JSON.parse(islandOf(name).dataset['facts'] ?? 'null');
}

/** Makes the prerendered component of that name live; its element must stand in the page. */
export function wake<Props extends Record<string, unknown>>(
  name: string,
  component: Component<Props>,
  props: Props
): void {
  hydrate(component, { target: islandOf(name), props });
}
