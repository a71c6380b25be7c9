import fc from 'fast-check';
import { expect, it } from 'vitest';
import { round } from '../../../src/chart/paint.ts';

it('writes a tenth as the number itself is written', () => {
  const plain = (value: number): string => String(Math.round(value * 10) / 10);
  const odd = [0, -0, -0.04, -0.3, 99.95, -1234.56, 1e9 + 0.3, 1e21, Infinity, -Infinity, NaN];
  for (const value of odd) expect(round(value)).toBe(plain(value));
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => round(value) === plain(value)),
    { seed: 7 },
  );
});
