/** Which Chromium the tests drive and with which arguments: one answer for the set-up, Vitest and Playwright. */
import { existsSync } from 'node:fs';

const knownPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** The path of a Chromium on this machine; undefined means that only Playwright's own can serve. */
export function findChromium() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen === undefined || chosen === '') return knownPaths.find((path) => existsSync(path));
  if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH says ${chosen}, and there is no such file.`);
  return chosen;
}

/** Playwright's launch options: a browser that calls nobody. */
export function chromiumLaunchOptions() {
  const executablePath = findChromium();
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      // Chromium refuses to run its sandbox as root, which is what containers run as.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic'
    ]
  };
}
