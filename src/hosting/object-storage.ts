/** A script that puts the site into object storage, which keeps for each file how long it may be cached, and no more. */
import { rules } from './headers.ts';

const cached = rules.flatMap(({ path, headers }) =>
  headers['Cache-Control'] === undefined ? [] : [{ path, value: headers['Cache-Control'] }]
);

const inRclone = (path: string): string => (path.endsWith('/') ? `/${path}**` : `/${path}`);

function copy(filters: readonly string[], value: string): string {
  const options = [...filters.map((filter) => `--filter '${filter}'`), `--header-upload 'Cache-Control: ${value}'`];
  return `rclone copy "$site" "$target" ${options.join(' ')}`;
}

/** New files come first and the worker last: whoever looks meanwhile finds a whole site. */
export function objectStorageScript(): string {
  const [rest, ...special] = cached;
  if (rest?.path !== '') throw new Error('the first rule is about the whole site');
  const others = special.map(({ path }) => `- ${inRclone(path)}`);
  return `#!/bin/sh
# Puts the site into a bucket of S3, Swift or RadosGW with rclone: object-storage.sh SITE REMOTE:BUCKET/PATH
# Files of earlier versions stay, for pages that are still open; remove them when you like.
set -eu
site=$1 target=$2
${special.map(({ path, value }) => copy([`+ ${inRclone(path)}`, '- *'], value)).join('\n')}
${copy(['- /service-worker.js', ...others], rest.value)}
${copy(['+ /service-worker.js', '- *'], rest.value)}
`;
}
