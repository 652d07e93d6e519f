/** Which Firefox the tests drive: one answer for the set-up and Playwright. */
import { existsSync } from 'node:fs';

/** Debian's; Playwright drives a stock Firefox by a protocol that not every version speaks alike. */
const knownPath = '/usr/bin/firefox-esr';

/** The path of a stock Firefox on this machine; undefined means that only Playwright's own can serve. */
export function findFirefox() {
  const chosen = process.env['FIREFOX_PATH'];
  if (chosen === undefined || chosen === '') return existsSync(knownPath) ? knownPath : undefined;
  if (!existsSync(chosen)) throw new Error(`FIREFOX_PATH says ${chosen}, and there is no such file.`);
  return chosen;
}

/**
 * What a project of Playwright's says to use it. Playwright cannot ask a stock Firefox for dark colours; a preference can.
 * @param {{ dark: boolean }} options
 */
export function firefoxProject({ dark }) {
  const executablePath = findFirefox();
  return {
    browserName: /** @type {const} */ ('firefox'),
    // Playwright speaks to its own Firefox in another way than to a stock one.
    ...(executablePath === undefined ? {} : { channel: 'moz-firefox' }),
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      firefoxUserPrefs: { 'ui.systemUsesDarkTheme': dark ? 1 : 0 }
    }
  };
}
