/**
 * The part of the build that comes after Kit's adapter: what is made from the finished site, each from what the one
 * before has left. The service worker comes last, because it lists all that there is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { headersFile } from '../hosting/headers-file.ts';
import { siteUrl } from '../hosting/site-url.ts';
import { filesIn } from './files.ts';
import { removeLeftovers } from './leftovers.ts';
import { licencesText } from './licences.ts';
import { pagesToFind, searchFiles } from './search-files.ts';
import { buildServiceWorker } from './service-worker.ts';
import type { ShippedPackages } from './shipped-packages.ts';

async function finish(site: string, shipped: ShippedPackages): Promise<void> {
  const write = (name: string, text: string): void => writeFileSync(join(site, name), text);
  removeLeftovers(site);
  for (const [name, text] of searchFiles(pagesToFind(site), siteUrl)) write(name, text);
  // Twice, as its own parts are shipped too, and it lists the file that says so.
  await buildServiceWorker(site, [shipped.watch()]);
  write('licences.txt', licencesText(readFileSync('LICENSE', 'utf8'), shipped.list()));
  await buildServiceWorker(site);
  write('_headers', headersFile(filesIn(site)));
}

/** `site`: the folder that the adapter writes to. */
export function finishSite(site: string, shipped: ShippedPackages): Plugin {
  return {
    name: 'finish-site',
    apply: 'build',
    closeBundle: {
      sequential: true,
      // After Kit's own hook of that name, which runs the adapter.
      order: 'post',
      handler: () => finish(site, shipped)
    }
  };
}
