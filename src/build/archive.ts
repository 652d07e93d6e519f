/** What a release holds, and its bytes: the same input always gives the same ones. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { nginxHeaders, nginxMaps } from '../hosting/nginx.ts';
import { objectStorageScript } from '../hosting/object-storage.ts';
import { filesIn } from './files.ts';
import { bundleWorker } from './service-worker.ts';

/** By their path in the archive. */
type Contents = Record<string, Uint8Array>;

function folder(from: string, to: string): Contents {
  return Object.fromEntries(filesIn(from).map((file) => [`${to}/${file}`, readFileSync(join(from, file))]));
}

async function retiredWorker(): Promise<Uint8Array> {
  const scratch = mkdtempSync(join(tmpdir(), 'retired-'));
  await bundleWorker('retired-service-worker.ts', scratch, 'service-worker.js');
  const script = readFileSync(join(scratch, 'service-worker.js'));
  rmSync(scratch, { recursive: true });
  return script;
}

/** `site`: the folder of the built site. */
export async function releaseContents(site: string): Promise<Contents> {
  const text = (content: string): Uint8Array => Buffer.from(content);
  return {
    ...folder(site, 'site'),
    'hosting/nginx/playground-maps.conf': text(nginxMaps()),
    'hosting/nginx/playground-headers.conf': text(nginxHeaders()),
    'hosting/object-storage.sh': text(objectStorageScript()),
    'hosting/github-pages.yml': readFileSync('src/hosting/github-pages.yml'),
    'hosting/gitlab-pages.yml': readFileSync('src/hosting/gitlab-pages.yml'),
    'hosting/retire/service-worker.js': await retiredWorker(),
    LICENSE: readFileSync('LICENSE'),
    LICENSES: readFileSync(join(site, 'licences.txt')),
    'README.md': readFileSync('README.md')
  };
}

/** As `sha256sum --check` reads it. */
export function checksums(contents: Contents): string {
  return Object.keys(contents)
    .sort()
    .map(
      (path) =>
        `${createHash('sha256')
          .update(contents[path] ?? '')
          .digest('hex')}  ${path}\n`
    )
    .join('');
}

/** A zip with everything below one folder, sorted, without the time or the owner of any file. */
export function archive(name: string, contents: Contents): Uint8Array {
  const paths = Object.keys(contents).sort();
  const files: Zippable = Object.fromEntries(
    paths.map((path) => [`${name}/${path}`, contents[path] ?? new Uint8Array()])
  );
  // The first day that a zip can say, in whatever time zone this is.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}
