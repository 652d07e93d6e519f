/**
 * The last line of `.ci/run`: `N passed, N failed`, counted from what the runners wrote into reports/.
 *
 * Each test counts as one; a stage that is no test runner (types, lint, ...) counts as one check of its own. Whatever
 * went wrong without a failed test to show for it (a crash, a missing report, a file that does not load) counts as
 * one failure, so that a failed run never closes with `0 failed`. Uses Node alone: the installation may have failed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ passed: number; failed: number }} Count */
/** @typedef {{ name: string; outcome: 'passed' | 'failed' | 'not run'; report?: string }} Outcome */
/** @typedef {{ status: string; assertionResults: { status: string }[] }} VitestFile */
/** @typedef {{ numPassedTests: number; numFailedTests: number; testResults: VitestFile[] }} VitestReport */
/** @typedef {{ stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }} PlaywrightReport */

/**
 * @param {string | undefined} path
 * @returns {unknown} undefined where there is no whole report
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {VitestReport | PlaywrightReport} report
 * @returns {Count}
 */
function countTests(report) {
  if ('stats' in report) {
    const { expected, unexpected, flaky } = report.stats;
    return { passed: expected, failed: unexpected + flaky + report.errors.length };
  }
  const filesThatDidNotLoad = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + filesThatDidNotLoad.length };
}

/**
 * @param {Outcome} stage
 * @returns {Count}
 */
function countStage({ outcome, report: path }) {
  const asOneCheck = outcome === 'passed' ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (path === undefined) return asOneCheck;
  const report = /** @type {VitestReport | PlaywrightReport | undefined} */ (readReport(path));
  if (report === undefined) return { passed: 0, failed: 1 };
  const { passed, failed } = countTests(report);
  return { passed, failed: outcome === 'passed' ? failed : Math.max(failed, 1) };
}

/** How each command ended that wrote into reports/. */
const statuses = process.argv.slice(2).map(Number);
const folder = 'reports/outcomes';
const counts = (existsSync(folder) ? readdirSync(folder) : []).map((file) => {
  const outcome = /** @type {Outcome | undefined} */ (readReport(join(folder, file)));
  return outcome === undefined ? { passed: 0, failed: 1 } : countStage(outcome);
});
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const counted = counts.reduce((sum, count) => sum + count.failed, 0);
const failed = statuses.every((status) => status === 0) && passed > 0 ? counted : Math.max(counted, 1);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
