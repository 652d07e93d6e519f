/** `npm start`: builds the site when needed and serves it. `--base /some/path/` and `--port N` (or PORT) are for tests. */
import { parseArgs } from 'node:util';
import { buildFolder, buildWhenStale } from './build.ts';
import { createStaticServer, listen } from './server.ts';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: '/' },
    port: { type: 'string', default: process.env['PORT'] ?? '4173' },
    'no-build': { type: 'boolean', default: false }
  }
});

if (!values['no-build'] && !buildWhenStale()) process.exit(1);
const port = await listen(createStaticServer(buildFolder, values.base), Number(values.port));
console.log(`\nnova-disk-playground is at http://localhost:${String(port)}${values.base}\n(Ctrl+C ends it)`);
