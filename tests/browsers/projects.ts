/** The story in each engine, once in the light and once in the dark, as projects of Playwright's. */
import type { Project } from '@playwright/test';
import { firefoxProject } from '../support/firefox.js';
import { DARK } from './story.ts';

interface Engine {
  readonly name: string;
  readonly testMatch: string;
  readonly use?: typeof firefoxProject;
}

const chromium: Engine = { name: 'Chromium', testMatch: 'playwright.e2e.ts' };
const firefox: Engine = { name: 'Firefox', testMatch: 'playwright.e2e.ts', use: firefoxProject };
const webKit: Engine = { name: 'WebKit', testMatch: 'webkit.e2e.ts' };

const projectsOf = ({ name, testMatch, use }: Engine): readonly Project[] => [
  { name, testDir: 'tests/browsers', testMatch, grepInvert: DARK, use: { ...use?.({ dark: false }) } },
  {
    name: `${name} in the dark`,
    testDir: 'tests/browsers',
    testMatch,
    grep: DARK,
    use: { ...use?.({ dark: true }), colorScheme: 'dark' }
  }
];

export const inChromium = projectsOf(chromium);
export const inAllBrowsers = [chromium, firefox, webKit].flatMap(projectsOf);
