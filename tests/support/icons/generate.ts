/** `npm run generate` writes the icons beside the SVG that they are drawn of. */
import { readFileSync, writeFileSync } from 'node:fs';
import { drawIcons } from './draw.ts';

for (const [name, content] of Object.entries(drawIcons(readFileSync('static/favicon.svg', 'utf8')))) {
  writeFileSync(`static/${name}`, content);
}
