// The last line of .ci/run: a build server reads the count of tests from it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function closingLine(report: object | undefined, status: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'uppstroms-ci-'));
  const file = join(folder, 'report.json');
  writeFileSync(file, report === undefined ? '' : JSON.stringify(report));
  const { stdout } = spawnSync(process.execPath, ['.ci/closing-line.mjs', file, `${status}`], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return stdout.trim().split('\n').at(-1) ?? '';
}

const file = { status: 'passed', assertionResults: [{}] };
const passed = {
  testResults: [file],
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};

const cases: readonly [string, object | undefined, number, string][] = [
  ['all passed', passed, 0, '7 passed, 0 failed'],
  ['some failed', { ...passed, numFailedTests: 2 }, 1, '7 passed, 2 failed'],
  ['some skipped', { ...passed, numPendingTests: 3 }, 0, '7 passed, 0 failed, 3 skipped'],
  [
    'a file did not load',
    { ...passed, testResults: [file, { status: 'failed', assertionResults: [] }] },
    1,
    '7 passed, 1 failed',
  ],
  ['an error outside every test', passed, 1, '7 passed, 1 failed'],
  ['the checks before the tests failed', undefined, 2, '0 passed, 1 failed'],
];
test.each(cases)('says the count when %s', (_, report, status, line) => {
  expect(closingLine(report, status)).toBe(line);
});
