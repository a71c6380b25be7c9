import { expect, test } from 'vitest';
import { balancesOf, unbalanced } from '../../../src/engine/balance.ts';
import { checkedOf } from './model-of.ts';

const checked = checkedOf({
  stocks: {
    a: { initial: '0', in: ['into'], out: ['across', 'away'] },
    b: { initial: '0', in: ['across'] },
    still: { initial: '7' },
  },
  flows: { into: '1', across: '1', away: '1' },
});

const balances = (closing: readonly [number, number, number], away = 2) =>
  balancesOf(checked, ['away', 'into', 'across'], {
    values: new Float64Array(0),
    opening: Float64Array.of(10, 0, 7),
    closing: Float64Array.from(closing),
    totals: Float64Array.of(away, 5, 3),
  });

test('accounts for each stock by the totals of its own flows', () => {
  expect(balances([10, 3, 7])).toEqual([
    { stock: 'a', opening: 10, inflows: 5, outflows: 5, closing: 10, residual: 0 },
    { stock: 'b', opening: 0, inflows: 3, outflows: 0, closing: 3, residual: 0 },
    { stock: 'still', opening: 7, inflows: 0, outflows: 0, closing: 7, residual: 0 },
  ]);
});

test('what is missing is the residual: more than zero has gone, less has come from nowhere', () => {
  expect(balances([9, 3.5, 7]).map((b) => b.residual)).toEqual([1, -0.5, 0]);
});

test('warns of accounts that do not close, not of rounding', () => {
  expect(unbalanced(balances([10 + 1e-12, 3, 7]))).toEqual([]);
  expect(unbalanced(balances([9, 3, 7.001]))).toMatchObject([
    {
      code: 'not-conserved',
      severity: 'warning',
      args: { stock: 'a', residual: 1 },
      where: { variable: 'a' },
    },
    { code: 'not-conserved', args: { stock: 'still' } },
  ]);
  expect(unbalanced(balances([10, 3, 7], Infinity))).toMatchObject([{ args: { stock: 'a' } }]);
});
