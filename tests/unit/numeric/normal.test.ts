import { describe, expect, test } from 'vitest';
import { normalBelow, normalQuantile } from '../../../src/numeric/normal.ts';
import { numberOps } from '../../../src/numeric/number-ops.ts';

const below = (x: number): number => normalBelow(numberOps, x);
const quantile = (p: number): number => normalQuantile(numberOps, p);

/** Values by mpmath 1.3 with 40 digits: erfc(−x/√2)/2, and its root. */
describe('the normal distribution', () => {
  test.each([
    [0, 0.5],
    [-0.3, 0.38208857781104736693],
    [-0.6744, 0.25002852137294061469],
    [-0.675, 0.24983788247177699727],
    [-1, 0.15865525393145705141],
    [-2.5, 0.006209665325776135167],
    [-5.6, 1.071759025831092932e-8],
    [-5.7, 5.9903714010635281878e-9],
    [-10, 7.619853024160526066e-24],
    [-20, 2.7536241186062336951e-89],
    [-37, 5.7255712225245768227e-300],
    [-Infinity, 0],
  ])('below %f lies its share', (x, share) => {
    if (share === 0) expect(below(x)).toBe(0);
    else expect(Math.abs(below(x) / share - 1)).toBeLessThan(5e-15);
  });

  test.each([
    [2 ** -53, -8.2095361516013868556],
    [1e-300, -37.047096299361199237],
    [1e-20, -9.2623400897984075796],
    [1e-12, -7.0344838253011319326],
    [1e-5, -4.2648907939228246102],
    [0.01, -2.3263478740408410931],
    [0.07, -1.4757910281791706856],
    [0.08, -1.4050715603096325447],
    [0.3, -0.52440051270804081597],
    [0.7, 0.52440051270804065631],
    [0.93, 1.475791028179171099],
    [0.999, 3.0902323061678132778],
  ])('a share of %f lies below its quantile', (share, x) => {
    expect(Math.abs(quantile(share) / x - 1)).toBeLessThan(2e-15);
  });

  test('has no end, no side and nothing outside', () => {
    expect([quantile(0), quantile(0.5), quantile(1)]).toEqual([-Infinity, 0, Infinity]);
    for (const wrong of [-0.1, 1.1, NaN]) expect(quantile(wrong)).toBeNaN();
    expect(below(NaN)).toBeNaN();
    for (const p of [0.001, 0.1, 0.25, 0.4]) expect(quantile(1 - p) + quantile(p)).toBeCloseTo(0, 14);
  });
});
