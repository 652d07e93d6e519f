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

/**
 * Makes the prerendered component of that name live; its element must stand in the page.
 *
 * In a task of its own: the script has just been evaluated, and both at once would keep a slow phone from scrolling.
 */
export function wake<Props extends Record<string, unknown>>(
  name: string,
  component: Component<Props>,
  props: Props
): void {
  setTimeout(() => {
    hydrate(component, { target: islandOf(name), props });
  });
}
