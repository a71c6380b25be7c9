// Prints 'N passed, N failed' for a report of Vitest (argument 1) and the exit code of the whole run (argument 2).
import { readFileSync } from 'node:fs';

/**
 * @typedef {{
 *   testResults: { status: string, assertionResults: unknown[] }[],
 *   numPassedTests: number,
 *   numFailedTests: number,
 *   numPendingTests?: number,
 *   numTodoTests?: number,
 * }} Report
 */

const [, , file = '', status = '1'] = process.argv;
const text = readFileSync(file, 'utf8');
if (text === '') console.log('No test was run: something before the tests failed (see above).');
const report =
  text === ''
    ? { testResults: [], numPassedTests: 0, numFailedTests: 0 }
    : /** @type {Report} */ (JSON.parse(text));

// A file that could not even be loaded has no tests of its own to fail.
const unloaded = report.testResults.filter(
  (result) => result.status === 'failed' && result.assertionResults.length === 0,
).length;
let failed = report.numFailedTests + unloaded;
if (status !== '0' && failed === 0) failed = 1; // an error outside every test, or a check before them
const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);

console.log(`${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
