import { expect, test } from 'vitest';
import { numberFunctions } from '../../../src/numeric/numeric.ts';
import { drawers, randomFrom, type Name } from '../../tools/numeric/arguments.ts';
import { ulps } from '../../tools/numeric/big.ts';
import { reference } from '../../tools/numeric/reference.ts';

/** The largest error in ulp over `each` draws of every kind of argument, and where it is. */
function worst(name: Name, each: number) {
  const f: (...args: number[]) => number = numberFunctions[name];
  let found = { error: 0, args: [] as readonly number[] };
  for (const draw of drawers(randomFrom(20240607))[name]) {
    for (let i = 0; i < each; i++) {
      const args = draw();
      const exact = reference[name]!(args[0]!, args[1]!);
      const error = exact.m === 0n ? Math.abs(f(...args)) : ulps(f(...args), exact);
      if (!(error <= found.error)) found = { error, args };
    }
  }
  return found;
}

// The largest errors found in some 300,000 draws each, and a little more.
test.each<[Name, number]>([
  ['exp', 0.9],
  ['ln', 0.9],
  ['log10', 0.75],
  ['pow', 0.9],
  ['sin', 0.8],
  ['cos', 0.8],
  ['tan', 1.4],
  ['asin', 1.2],
  ['acos', 1.2],
  ['atan', 1.35],
  ['atan2', 1.5],
  ['sinh', 1.5],
  ['cosh', 1.7],
  ['tanh', 1.65],
])('%s is never further than %d ulp from the exact value', (name, bound) => {
  const { error, args } = worst(name, 500);
  expect(error, `at ${args.join(', ')}`).toBeLessThan(bound);
});
