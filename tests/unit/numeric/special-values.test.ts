import { describe, expect, test } from 'vitest';
import { numberFunctions } from '../../../src/numeric/numeric.ts';
import { drawers, randomFrom, type Name } from '../../tools/numeric/arguments.ts';
import { ulps } from '../../tools/numeric/big.ts';
import { reference } from '../../tools/numeric/reference.ts';

const { exp, ln, log10, pow, sin, cos, tan, asin, acos, atan, atan2, sinh, cosh, tanh } = numberFunctions;
const LEAST = 5e-324;
const MOST = Number.MAX_VALUE;
const PI = Math.PI;

describe('special values', () => {
  test.each<[string, (x: number) => number, readonly (readonly [number, number])[]]>([
    [
      'exp',
      exp,
      [
        [0, 1],
        [-0, 1],
        [Infinity, Infinity],
        [-Infinity, 0],
        [1, Math.E],
        [LEAST, 1],
        [MOST, Infinity],
      ],
    ],
    [
      'ln',
      ln,
      [
        [0, -Infinity],
        [-0, -Infinity],
        [1, 0],
        [Infinity, Infinity],
        [-1, NaN],
        [-Infinity, NaN],
      ],
    ],
    [
      'log10',
      log10,
      [
        [0, -Infinity],
        [-0, -Infinity],
        [1, 0],
        [Infinity, Infinity],
        [-1, NaN],
        [-LEAST, NaN],
      ],
    ],
    [
      'sin',
      sin,
      [
        [0, 0],
        [-0, -0],
        [Infinity, NaN],
        [-Infinity, NaN],
        [LEAST, LEAST],
        [-LEAST, -LEAST],
      ],
    ],
    [
      'cos',
      cos,
      [
        [0, 1],
        [-0, 1],
        [Infinity, NaN],
        [-Infinity, NaN],
        [LEAST, 1],
      ],
    ],
    [
      'tan',
      tan,
      [
        [0, 0],
        [-0, -0],
        [Infinity, NaN],
        [-Infinity, NaN],
        [-LEAST, -LEAST],
      ],
    ],
    [
      'asin',
      asin,
      [
        [0, 0],
        [-0, -0],
        [1, PI / 2],
        [-1, -PI / 2],
        [1.0000000000000002, NaN],
        [Infinity, NaN],
      ],
    ],
    [
      'acos',
      acos,
      [
        [1, 0],
        [0, PI / 2],
        [-0, PI / 2],
        [-1, PI],
        [-1.0000000000000002, NaN],
        [Infinity, NaN],
      ],
    ],
    [
      'atan',
      atan,
      [
        [0, 0],
        [-0, -0],
        [Infinity, PI / 2],
        [-Infinity, -PI / 2],
        [1, PI / 4],
        [-LEAST, -LEAST],
      ],
    ],
    [
      'sinh',
      sinh,
      [
        [0, 0],
        [-0, -0],
        [Infinity, Infinity],
        [-Infinity, -Infinity],
        [LEAST, LEAST],
        [-711, -Infinity],
      ],
    ],
    [
      'cosh',
      cosh,
      [
        [0, 1],
        [-0, 1],
        [Infinity, Infinity],
        [-Infinity, Infinity],
        [-711, Infinity],
      ],
    ],
    [
      'tanh',
      tanh,
      [
        [0, 0],
        [-0, -0],
        [Infinity, 1],
        [-Infinity, -1],
        [-LEAST, -LEAST],
        [20, 1],
        [MOST, 1],
      ],
    ],
  ])('%s', (_, f, table) => {
    expect(f(NaN)).toBe(NaN);
    for (const [x, y] of table) expect(f(x), `at ${x}`).toBe(y);
  });

  const awkward = [
    0,
    1,
    2,
    3,
    0.5,
    1.5,
    LEAST,
    1e-310,
    1e300,
    MOST,
    2 ** 53,
    2 ** 53 - 1,
    0.9999999999999999,
    Infinity,
  ];
  const pairs = [NaN, ...awkward, ...awkward.map((x) => -x)].flatMap((x, _, all) =>
    all.map((y) => [x, y] as const),
  );

  test('pow has those of JavaScript', () => {
    const special = pairs.filter(([x, y]) => [NaN, 0, 1, Infinity].includes(Math.abs(x ** y)));
    expect(special.length).toBeGreaterThan(500);
    for (const [x, y] of special) expect(pow(x, y), `${x} ** ${y}`).toBe(x ** y);
    expect(pow(-2, 3)).toBe(-8);
    expect(pow(-2, -2)).toBe(0.25);
    expect(pow(-0.5, 1073)).toBe(-(2 ** -1073));
  });

  test('atan2 has those of JavaScript', () => {
    const special = pairs.filter(
      ([y, x]) => [y, x].some((z) => !Number.isFinite(z) || z === 0) || Math.abs(y) === Math.abs(x),
    );
    expect(special.length).toBeGreaterThan(200);
    for (const [y, x] of special) expect(atan2(y, x), `atan2(${y}, ${x})`).toBe(Math.atan2(y, x));
  });
});

describe('edges of the range', () => {
  test.each<[number, number]>([
    [709.782712893384, 1.7976931348622732e308],
    [709.7827128933841, Infinity],
    [-708.3964185322641, 2.2250738585072626e-308],
    [-745.1332191019411, LEAST],
    [-745.1332191019412, 0],
  ])('exp %d = %d', (x, y) => expect(exp(x)).toBe(y));

  test('sinh and cosh reach as far as a double does', () => {
    for (const f of [sinh, cosh]) {
      expect(f(710.4758600739439)).toBeGreaterThan(1.79e308);
      expect(f(710.4758600739439)).toBeLessThan(Infinity);
      expect(f(710.475860073944)).toBe(Infinity);
    }
  });

  test('ln and log10 of subnormal numbers', () => {
    expect(ln(LEAST)).toBe(-744.4400719213812);
    expect(log10(LEAST)).toBe(-323.3062153431158);
  });
});

describe('hard cases', () => {
  // The double closest to a multiple of π/2 of all (Muller et al., Elementary Functions, ch. 11), and others close.
  const close = [
    6381956970095103 * 2 ** 797,
    2 ** 120 * 4874,
    1e22,
    MOST,
    884279719003555 / 2,
    5.319372648326541e255,
    2 ** 20,
    11,
    22,
    355,
    710,
    103993,
    1668333,
    1048575.99999,
  ];
  test.each(['sin', 'cos', 'tan'] as const)('%s next to multiples of π/2', (name) => {
    for (const x of close.flatMap((angle) => [angle, -angle])) {
      const exact = reference[name]!(x, 0);
      expect(ulps(numberFunctions[name](x), exact), `at ${x}`).toBeLessThan(1.3);
    }
    expect(Math.abs(cos(close[0]!))).toBe(4.687165924254628e-19);
  });

  test('powers that are doubles are exact', () => {
    for (let x = 1; x <= 60; x++) {
      for (let y = 0, exact = 1n; exact <= 2n ** 53n && y < 1000; y++, exact *= BigInt(x)) {
        expect(pow(x, y)).toBe(Number(exact));
        expect(pow(-x, y)).toBe(y % 2 === 0 ? Number(exact) : -Number(exact));
      }
      expect(pow(x * x, 0.5)).toBe(x);
    }
    for (let y = -1074; y < 1024; y++) expect(pow(2, y)).toBe(2 ** y);
    for (let n = -307; n <= 308; n++) expect(log10(Number(`1e${n}`))).toBe(n);
  });
});

describe('shape', () => {
  const random = randomFrom(3);
  const drawn = (name: Name) =>
    drawers(random)[name].flatMap((draw) => Array.from({ length: 200 }, () => draw()[0]!));

  test.each(['sin', 'tan', 'asin', 'atan', 'sinh', 'tanh'] as const)('%s is odd', (name) => {
    const f = numberFunctions[name];
    for (const x of drawn(name)) expect(f(-x)).toBe(-f(x));
  });

  test.each(['cos', 'cosh'] as const)('%s is even', (name) => {
    const f = numberFunctions[name];
    for (const x of drawn(name)) expect(f(-x)).toBe(f(x));
  });

  test.each<[Name, number, number]>([
    ['exp', -745, 709],
    ['ln', 2 ** -1074, 4],
    ['log10', 2 ** -1074, 4],
    ['asin', -1, 1],
    ['atan', -4, 4],
    ['sinh', -710, 710],
    ['tanh', -20, 20],
  ])('%s never falls between neighbours far enough apart to differ', (name, from, to) => {
    const f: (...args: number[]) => number = numberFunctions[name];
    for (let i = 0; i < 2000; i++) {
      const x = from + (to - from) * random();
      const next = x + Math.abs(x) * 2 ** -48;
      expect(f(next), `after ${x}`).toBeGreaterThanOrEqual(f(x));
    }
  });

  test.each<[Name, readonly number[]]>([
    ['exp', [-0.34657359027997264, 0.34657359027997264, 1.0397207708399179]],
    ['ln', [0.7071067811865475, 1.414213562373095, 2 ** -1022]],
    ['atan', [0.5463, 2]],
    ['asin', [0.5]],
    ['sinh', [1, 1.0397207708399179]],
    ['tanh', [1, 1.0397207708399179]],
  ])('%s does not fall where its formula changes', (name, seams) => {
    const f: (...args: number[]) => number = numberFunctions[name];
    for (const seam of seams) {
      const step = Math.abs(seam) * 2 ** -51;
      for (let i = -50; i < 50; i++)
        expect(f(seam + (i + 1) * step)).toBeGreaterThanOrEqual(f(seam + i * step));
    }
  });
});
