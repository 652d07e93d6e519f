/** Somebody else's site, which puts the playground into its pages: another origin, with headers of its own. */
import { createServer } from 'node:http';
import { listen } from './server.ts';

export interface HostSite {
  /** The address of its one page. */
  readonly address: string;
  readonly close: () => void;
}

/** Serves a page of `body` under every address. */
export async function startHost(body: string, headers: Readonly<Record<string, string>> = {}): Promise<HostSite> {
  const server = createServer((request, response) => {
    // A browser asks for it on its own; without an answer it would complain.
    if (request.url === '/favicon.ico') response.writeHead(204).end();
    else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(`<!doctype html><html lang="en"><title>A guide</title><body>${body}</body></html>`);
    }
  });
  const port = await listen(server, 0);
  return { address: `http://localhost:${String(port)}/`, close: () => server.close() };
}
