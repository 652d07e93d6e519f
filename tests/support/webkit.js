/**
 * WebKit as Linux has it: WebKitGTK, driven through its own WebDriver on a display that nobody sees. (Playwright can
 * only drive a WebKit that it has built itself.)
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs, by their names on the path, and Debian's packages of them. */
export const webKitPrograms = { driver: 'WebKitWebDriver', display: 'Xvfb' };
export const webKitPackages = ['webkit2gtk-driver', 'xvfb'];

/** Whether all that is needed is on this machine. */
export function hasWebKit() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return Object.values(webKitPrograms).every((program) => folders.some((folder) => existsSync(join(folder, program))));
}
