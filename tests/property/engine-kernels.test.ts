import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeKernel } from '../../src/engine/compile/kernel.ts';
import { interpret } from '../../src/engine/interpret.ts';
import type { Outcome } from '../../src/engine/plan.ts';
import { cases, methods } from './engine-models.ts';

const seed = 20261121;

/** All numbers of an outcome. Not-a-numbers are all alike; −0 and 0 are not. */
const numbers = ({ values, opening, closing, totals }: Outcome) =>
  [values, opening, closing, totals].map((row) => Array.from(row, (x) => (Object.is(x, -0) ? '−0' : x)));

for (const method of methods) {
  for (const [path, inlineBytes] of [
    ['in one function', Infinity],
    ['in several functions', 0],
  ] as const) {
    test(`${method} ${path} gives what the oracle gives, to the last bit`, () => {
      fc.assert(
        fc.property(cases, ({ checked, plan }) => {
          const request = {
            method,
            series: plan.series,
            rows: plan.grid.rows,
            totals: true,
            watch: false,
            inlineBytes,
          };
          const kernel = makeKernel(checked, request);
          expect(numbers(kernel.run({ ...plan, method }))).toEqual(
            numbers(interpret(checked, { ...plan, method })),
          );
        }),
        { seed, numRuns: 300 },
      );
    });
  }
}
