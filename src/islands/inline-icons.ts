/**
 * Makes plain SVG of Lucide's icons while building.
 *
 * Lucide's own component builds each icon while the page runs, element by element and with attributes that nobody knows
 * before; what that takes of Svelte and of Lucide would be 3 kB gzip of every page. Here an icon keeps its drawing and
 * the two properties that this project gives it: `size` (pixels) and `aria-hidden`, which is always true.
 */
import type { Plugin } from 'vite';

/** An element of an icon: its tag, and its attributes. */
type Drawn = readonly [string, Readonly<Record<string, string | number>>];

// The development server adds a version to the name.
const ICON = /lucide[/\\]svelte[/\\]dist[/\\]icons[/\\][\w-]+\.svelte(\?v=\w+)?$/;
const DATA = /const iconData = (\{.*\});/;

function drawn([tag, attributes]: Drawn): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${written.join('')} />`;
}

function componentOf(source: string, file: string): string {
  const data = DATA.exec(source)?.[1];
  if (data === undefined) throw new Error(`${file} holds no icon as this version of Lucide was known to write it`);
  const { node } = JSON.parse(data) as { readonly node: readonly Drawn[] };
  return `<script>const { size } = $props();</script>
<svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor"
  stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${node.map(drawn).join('')}</svg>`;
}

export function inlineIcons(): Plugin {
  return {
    name: 'inline-icons',
    // Before Svelte compiles it.
    enforce: 'pre',
    transform(source, id) {
      return ICON.test(id) ? { code: componentOf(source, id), map: null } : null;
    }
  };
}
