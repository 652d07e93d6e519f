/** A site on a server of its own, which a test can replace, or pull the plug of. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from '../../../src/build/files.ts';
import { buildServiceWorker } from '../../../src/build/service-worker.ts';
import { buildFolder } from './build.ts';
import { createStaticServer, listen } from './server.ts';

export interface Host {
  /** Where the site is, with `/` at its end. */
  readonly address: string;
  /** From now on there is no server. */
  readonly stop: () => Promise<void>;
}

/** `wanted`: a port that is free; 0 for any. */
export async function host(folder: string, base: string, wanted = 0): Promise<Host> {
  const server = createStaticServer(folder, base);
  const port = await listen(server, wanted);
  return {
    address: `http://localhost:${port}${base}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      })
  };
}

/** A copy of the built site that a test may change. */
export class SiteCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'site-'));

  constructor() {
    cpSync(buildFolder, this.folder, { recursive: true });
  }

  /** Writes anew the text files whose names end so. */
  change(ending: string, write: (text: string) => string): void {
    for (const file of filesIn(this.folder).filter((name) => name.endsWith(ending))) {
      const text = readFileSync(join(this.folder, file), 'utf8');
      const changed = write(text);
      if (changed !== text) writeFileSync(join(this.folder, file), changed);
    }
  }

  /** Makes the next version of it: with another text in a page, and another name for a file that is fetched late. */
  async update(): Promise<void> {
    const late = filesIn(this.folder).find((file) => /\/Guest-[^/]+\.js$/.test(file));
    const name = /Guest-[^/]+\.js$/.exec(late ?? '')?.[0];
    if (late === undefined || name === undefined) throw new Error('the build has no pane of the guest any more');
    this.change('.js', (script) => script.replaceAll(name, 'Guest-NextOne1.js'));
    this.change('.html', (page) => page.replaceAll(name, 'Guest-NextOne1.js').replace('<h1', '<h1 data-next'));
    cpSync(join(this.folder, late), join(this.folder, late.replace(name, 'Guest-NextOne1.js')));
    rmSync(join(this.folder, late));
    await buildServiceWorker(this.folder);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
