/**
 * `npm run audit`: builds the site and lets Lighthouse judge it, as a phone on a slow network sees it.
 *
 * `npm run audit -- / /errors/` looks at these pages only, `--runs 5` at each so many times. Of several runs the
 * median counts; other work on the machine still lowers what is measured of speed.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromiumLaunchOptions } from '../support/chromium.js';
import { lighthouseFolder } from '../support/setup/lighthouse.js';
import { buildFolder, buildWhenStale } from '../support/site/build.ts';
import { createStaticServer, listen } from '../support/site/server.ts';
import { auditedPages, CATEGORIES, type AuditedPage, type Category } from './pages.ts';

type Scores = Readonly<Record<Category, number>>;

/** One look at a page: its scores of 100, and what cost points, by the title that Lighthouse gives it. */
interface Look {
  readonly scores: Scores;
  readonly faults: readonly string[];
}

const COMPRESSED = ['.html', '.css', '.js', '.svg', '.json', '.txt'];

/** The build as a host serves it: beside each text its compressed forms, of which the server chooses. */
function asHosted(): string {
  const folder = mkdtempSync(join(tmpdir(), 'audited-site-'));
  cpSync(buildFolder, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!COMPRESSED.includes(extname(name)) || name.startsWith('pictures')) continue;
    const file = join(folder, name);
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content));
    writeFileSync(`${file}.br`, brotliCompressSync(content));
  }
  return folder;
}

/** What is read of Lighthouse's report. */
interface Report {
  readonly categories: Readonly<
    Record<Category, { readonly score: number | null; readonly auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly displayValue?: string }>
  >;
  readonly runtimeError?: { readonly message: string };
}

const { executablePath, args } = chromiumLaunchOptions();

/** Lighthouse is run and not imported: its packages are no others' than of those who audit. */
async function reportOn(url: string): Promise<Report> {
  const run = promisify(execFile)(
    join(lighthouseFolder, 'node_modules/.bin/lighthouse'),
    [
      url,
      '--output=json',
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${['--headless=new', ...args].join(' ')}`
    ],
    { maxBuffer: 1e9, env: { ...process.env, ...(executablePath && { CHROME_PATH: executablePath }) } }
  );
  // It ends with 1 after a look that failed; what went wrong stands in its report.
  const { stdout } = await run.catch((failure: unknown) => {
    if (failure instanceof Error && 'stdout' in failure && failure.stdout) return failure as { stdout: string };
    throw failure;
  });
  return JSON.parse(stdout) as Report;
}

async function look(url: string): Promise<Look> {
  const { categories, audits, runtimeError } = await reportOn(url);
  if (runtimeError) throw new Error(runtimeError.message);
  const scores = CATEGORIES.map((name) => [name, Math.round(100 * (categories[name].score ?? 0))]);
  const counted = CATEGORIES.flatMap((name) => categories[name].auditRefs).filter(({ weight }) => weight > 0);
  const faults = counted.flatMap(({ id }) => {
    const { score = null, title = id, displayValue = '' } = audits[id] ?? {};
    return score !== null && score < 0.9 ? [`${title} ${displayValue}`.trim()] : [];
  });
  return { scores: Object.fromEntries(scores) as Scores, faults };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Looks at a page several times, prints what was found, and says whether it is good enough. */
async function judge({ path, least }: AuditedPage, site: string, runs: number): Promise<boolean> {
  const looks: Look[] = [];
  while (looks.length < runs) looks.push(await look(site + path));
  const told = CATEGORIES.map((name) => {
    const score = median(looks.map(({ scores }) => scores[name]));
    const floor = least[name];
    return { text: floor === undefined ? '' : String(score), isLow: floor !== undefined && score < floor };
  });
  console.log(
    `| /${path.padEnd(20)} | ${told.map(({ text, isLow }) => (text + (isLow ? ' !' : '')).padEnd(14)).join(' | ')} |`
  );
  const isLow = told.some((one) => one.isLow);
  if (isLow) for (const fault of new Set(looks.flatMap(({ faults }) => faults))) console.log(`    ${fault}`);
  return !isLow;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' } }
});
const chosen = auditedPages.filter(({ path }) => positionals.length === 0 || positionals.includes(`/${path}`));
if (chosen.length === 0) {
  console.error(`None of these is audited. There are: ${auditedPages.map(({ path }) => `/${path}`).join(', ')}.`);
  process.exit(1);
}
if (!buildWhenStale()) process.exit(1);

const folder = asHosted();
const server = createStaticServer(folder, '/', { compressed: true });
try {
  const site = `http://localhost:${await listen(server, 0)}/`;
  console.log(`| ${'page'.padEnd(21)} | ${CATEGORIES.map((name) => name.padEnd(14)).join(' | ')} |`);
  console.log(`| ${'-'.repeat(21)} | ${CATEGORIES.map(() => '-'.repeat(14)).join(' | ')} |`);
  let isGood = true;
  for (const page of chosen) isGood = (await judge(page, site, Number(values.runs))) && isGood;
  if (!isGood) process.exitCode = 1;
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
