/** `npm run release`, after the build: the site as one archive, with what is needed to host it, and checksums. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { archive, checksums, releaseContents } from './archive.ts';

const target = 'release';
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };

const contents = await releaseContents('build');
const zip = archive(`${name}-${version}`, { ...contents, SHA256SUMS: Buffer.from(checksums(contents)) });
const file = `${name}-${version}.zip`;

rmSync(target, { recursive: true, force: true });
mkdirSync(target);
writeFileSync(`${target}/${file}`, zip);
writeFileSync(`${target}/SHA256SUMS`, checksums({ [file]: zip }));
console.log(`${target}/${file}: ${Object.keys(contents).length} files, ${(zip.length / 1e6).toFixed(2)} MB`);
