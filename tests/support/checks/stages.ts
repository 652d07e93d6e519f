/** Everything that is checked, in order: the cheap and telling first, the built site last. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One check: a command that succeeds or fails, and for test runners the report that says how many tests did. */
export interface Stage {
  readonly name: string;
  /** The words of its heading. */
  readonly about: string;
  /** A program of node_modules/.bin with its arguments. */
  readonly command: readonly [string, ...string[]];
  /** Where a test runner writes what it counted; without one the stage counts as one check. */
  readonly report?: string;
  /** Stages that must have succeeded, or this one would judge something stale. */
  readonly needs?: readonly string[];
  /** Not part of `npm test`, which has to do with one browser: runs only when it is named. */
  readonly onlyByName?: true;
}

const reportsFolder = 'reports';

/** Where a stage leaves how it ended: a file each, so that several runs add up (see closing-line.js). */
export const outcomesFolder = join(reportsFolder, 'outcomes');

export const stages: readonly Stage[] = [
  { name: 'sync', about: 'generated types (svelte-kit sync)', command: ['svelte-kit', 'sync'] },
  { name: 'types', about: 'types (svelte-check)', command: ['svelte-check', '--fail-on-warnings'] },
  { name: 'lint', about: 'lint (eslint)', command: ['eslint', '--max-warnings', '0', '.'] },
  {
    name: 'layers',
    about: 'dependency rules (dependency-cruiser)',
    command: ['depcruise', '--output-type', 'err-long', 'src', 'tests']
  },
  { name: 'format', about: 'format (prettier)', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'unused', about: 'unused files, exports and packages (knip)', command: ['knip'] },
  vitestStage('tests', 'unit, conformance and property tests', ['unit', 'conformance', 'property']),
  vitestStage('component', 'component tests in Chromium', ['component']),
  { name: 'build', about: 'build', command: ['vite', 'build', '--logLevel', 'warn'] },
  { name: 'size', about: 'weight of the first load (size-limit)', command: ['size-limit'], needs: ['build'] },
  {
    name: 'e2e',
    about: 'browser tests against the built site',
    command: ['playwright', 'test'],
    report: join(reportsFolder, 'e2e.json'),
    needs: ['build']
  },
  {
    name: 'browsers',
    about: "the article's case in Chromium, Firefox and WebKit",
    command: ['playwright', 'test', '--config', 'playwright.browsers.config.ts'],
    report: join(reportsFolder, 'browsers.json'),
    needs: ['build'],
    onlyByName: true
  }
];

function vitestStage(name: string, about: string, projects: readonly string[]): Stage {
  const report = join(reportsFolder, `${name}.json`);
  return {
    name,
    about,
    report,
    command: [
      'vitest',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      // A project without a single test is fine while its folder is empty, and a broken file pattern after that.
      ...(projects.some((project) => hasFiles(join('tests', project))) ? [] : ['--passWithNoTests'])
    ]
  };
}

function hasFiles(folder: string): boolean {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => entry.isFile());
  } catch {
    return false;
  }
}
