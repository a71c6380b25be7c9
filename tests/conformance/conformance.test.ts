import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { fixtures, formatOf, readCases } from './fixtures.ts';
import { runCase } from './run-case.ts';

/**
 * Runs the suites of other programs' models. A case that has passed before must pass; the others are counted and
 * told. `CONFORMANCE_WRITE=1` stores which pass now.
 */
const list = new URL('./passing.txt', import.meta.url);
const passing = new Set(readFileSync(list, 'utf8').split('\n').filter((line) => line !== '')); // prettier-ignore
const cases = readCases();

if (cases === undefined) {
  test('the conformance suites are not here', () => {
    console.log(`The conformance suites are not at ${fixtures}: nothing was compared. Set CONFORMANCE_DIR.`);
    expect(passing.size).toBeGreaterThan(0);
  });
} else {
  const table = new Map<string, { pass: number; fail: number }>();
  const passed: string[] = [];
  const failures: string[] = [];
  describe.each(cases)('$id', (c) => {
    test.each(c.models)(
      '%s',
      (model) => {
        const id = `${c.id}/${model}`;
        const outcome = runCase(c, model);
        for (const row of [`${c.id.split('/')[0]} ${formatOf(model)}`, c.feature]) {
          const count = table.get(row) ?? { pass: 0, fail: 0 };
          count[outcome.kind]++;
          table.set(row, count);
        }
        if (outcome.kind === 'pass') passed.push(id);
        else failures.push(`${id}: ${outcome.reason}`);
        if (passing.has(id)) expect(outcome).toEqual({ kind: 'pass' });
      },
      30_000,
    );
  });
  test('every case that has passed before is still there', () => {
    const known = new Set(cases.flatMap((c) => c.models.map((m) => `${c.id}/${m}`)));
    expect([...passing].filter((id) => !known.has(id))).toEqual([]);
  });
  afterAll(() => {
    const rows = [...table].sort(([a], [b]) => a.localeCompare(b));
    const lines = rows.map(
      ([row, { pass, fail }]) => `${row.padEnd(32)} ${String(pass).padStart(4)} of ${pass + fail}`,
    );
    console.log(['Conformance', ...lines, ...failures.map((f) => `  failed: ${f}`)].join('\n'));
    if (process.env['CONFORMANCE_WRITE']) writeFileSync(list, `${passed.sort().join('\n')}\n`);
  });
}
