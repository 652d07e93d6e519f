/**
 * Serves the built site as a static host would, with the headers that a host should send.
 *
 * Why not `vite preview`: Kit answers there from its own server output, so a page that only works with that server
 * would look fine. Why not `sirv-cli`: it can mount no sub-path, and it answers `/lessons/x` with the page of
 * `/lessons/x/`, whose relative links then point one folder too high; real hosts redirect. So: `sirv`, which Kit
 * brings along anyway, behind the few lines below.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersOf } from '../../../src/hosting/headers.ts';

/**
 * Makes a server of `folder` under `base` (`/` or `/some/path/`); it does not listen yet. `compressed`: beside the files
 * lie their `.br` and `.gz`, and the folder stays as it is.
 */
export function createStaticServer(folder: string, base: string, { compressed = false } = {}): Server {
  // `dev` reads the folder at each request instead of once, so a new build shows without a restart.
  const files = sirv(folder, { dev: !compressed, etag: true, brotli: compressed, gzip: compressed });
  const notFoundPage = join(folder, '404.html');

  return createServer((request, response) => {
    const answerNotFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(existsSync(notFoundPage) ? readFileSync(notFoundPage) : 'Not found');
    };

    const [pathname = '/', query] = (request.url ?? '/').split('?');
    const search = query === undefined ? '' : `?${query}`;
    if (!`${pathname}/`.startsWith(base)) {
      answerNotFound();
      return;
    }
    const withinBase = pathname.slice(base.length - 1);
    if (!pathname.endsWith('/') && existsSync(join(folder, withinBase, 'index.html'))) {
      response.writeHead(302, { location: `${pathname}/${search}` }).end();
      return;
    }
    for (const [name, value] of Object.entries(headersOf(withinBase.slice(1)))) response.setHeader(name, value);
    request.url = `${withinBase}${search}`;
    files(request, response, answerNotFound);
  });
}

/** Listens on `port`, or on the next free one after it (0: any), and returns the one it got. */
export async function listen(server: Server, port: number): Promise<number> {
  const taken = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(error);
    });
    server.listen(port, 'localhost', () => {
      resolve(false);
    });
  });
  if (taken) return listen(server, port + 1);
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
