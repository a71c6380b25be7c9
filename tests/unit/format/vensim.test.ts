import { describe, expect, test } from 'vitest';
import { mdl, mistakes, read, simulate } from './foreign-run.ts';

const run = (equations: string) => simulate(mdl(equations), 'm.mdl');
const values = (equations: string, name = 'x') => (run(equations) as Record<string, number[]>)[name];

describe('numbers and operators', () => {
  test.each([
    ['-2^2', -4],
    ['2^3^2', 512],
    ['2^-1', 0.5],
    ['7 - 2 - 1', 4],
    ['.5 + 5. + 1e-3', 5.501],
    [':NOT: 1 = 2', 1],
    ['1 = 1 :AND: 2 <> 3', 1],
    ['IF THEN ELSE(1 > 2 :OR: 3 >= 3, 10, 20)', 10],
    ['MODULO(-7, 3)', -1],
    ['INTEGER(-2.7)', -2],
    ['QUANTUM(-7.5, 2)', -6],
    ['ZIDZ(1, 1e-7)', 0],
    ['XIDZ(1, 0, 9)', 9],
    ['LOG(8, 2)', 3],
    ['{comment {inside}} 3', 3],
    ['1 + \\\n\t2', 3],
  ])('%s is %d', (equation, value) => {
    expect(values(`x = ${equation} ~~|`)![0]).toBeCloseTo(value, 12);
  });

  test('names differ neither by case, blanks nor underscores', () => {
    expect(values('My  Rate = 3 ~~|\nx = my_rate + "MY RATE" ~~|')).toEqual([6, 6, 6, 6, 6]);
  });
});

describe('time', () => {
  test.each([
    ['STEP(5, 2)', [0, 0, 5, 5, 5]],
    ['PULSE(1, 2)', [0, 1, 1, 0, 0]],
    ['PULSE(1, 0)', [0, 1, 0, 0, 0]],
    ['PULSE TRAIN(0, 1, 2, 3)', [1, 0, 1, 0, 0]],
    ['RAMP(2, 1, 3)', [0, 0, 2, 4, 4]],
    ['RAMP(1, 2, 1)', [0, 0, 0, 1, 2]],
    ['INITIAL(Time + 7)', [7, 7, 7, 7, 7]],
    ['DELAY FIXED(Time, 2, -1)', [-1, -1, 0, 1, 2]],
    ['DELAY FIXED(Time, 0, -1)', [-1, 0, 1, 2, 3]],
    ['SAMPLE IF TRUE(Time = 2, Time * 10, 1)', [1, 1, 20, 20, 20]],
    ['SMOOTH(STEP(8, 0), 2)', [8, 8, 8, 8, 8]],
    ['SMOOTHI(8, 2, 0)', [0, 4, 6, 7, 7.5]],
    ['DELAY1I(8, 2, 0)', [0, 4, 6, 7, 7.5]],
    ['INTEG(2, 1)', [1, 3, 5, 7, 9]],
  ])('%s', (equation, series) => {
    expect(values(`x = ${equation} ~~|`)).toEqual(series);
  });

  test('ACTIVE INITIAL counts only for values at the start', () => {
    const found = run('a = ACTIVE INITIAL(s * 2, 5) ~~|\ns = INTEG(1, a + 1) ~~|') as Record<
      string,
      number[]
    >;
    expect(found['s']).toEqual([6, 7, 8, 9, 10]);
    expect(found['a']).toEqual([12, 14, 16, 18, 20]);
  });
});

describe('subscripts', () => {
  test('a range, a list of numbers and a sum', () => {
    const found = run('D: a, (b1-b2) ~~|\nv[D] = 1, 2, 3 ~~|\nx = SUM(v[D!] * v[D!]) ~~|') as Record<
      string,
      number[]
    >;
    expect(found['x']![0]).toBe(14);
    expect(found['v[b2]']![0]).toBe(3);
  });

  test('a mapping takes the element beside it', () => {
    expect(
      values('A: a1, a2 ~~|\nB: b1, b2 -> A ~~|\nv[B] = 10, 20 ~~|\nx[A] = v[B] + 1 ~~|', 'x[a2]')![0],
    ).toBe(21);
  });

  test('EXCEPT leaves elements to other equations, whichever stands first', () => {
    const found = run('D: a, b, c ~~|\nx[a] = 1 ~~|\nx[D] :EXCEPT: [a], [b] = 3 ~~|\nx[b] = 2 ~~|') as Record<
      string,
      number[]
    >;
    expect([found['x[a]']![0], found['x[b]']![0], found['x[c]']![0]]).toEqual([1, 2, 3]);
  });

  test('the same dimension inside and outside a sum', () => {
    const equations = 'D: a, b ~~|\nE: D ~~|\nm[D, E] = 1, 2; 3, 4; ~~|\nx[D] = SUM(m[D, D!]) ~~|';
    expect(values(equations, 'x[b]')![0]).toBe(7);
  });

  test('vectors: sort order, rank, map and select', () => {
    const found = run(
      'D: a, b, c ~~|\nv[D] = 30, 10, 20 ~~|\no[D] = VECTOR SORT ORDER(v[D], 1) ~~|\nr[D] = VECTOR RANK(v[D], -1) ~~|\ns[D] = VECTOR REORDER(v[D], o[D]) ~~|\nm = VECTOR ELM MAP(v[a], 2) ~~|\nt = VECTOR SELECT(v[D!], v[D!], 0, 8, 0) ~~|',
    ) as Record<string, number[]>;
    const at = (name: string) => ['a', 'b', 'c'].map((e) => found[`${name}[${e}]`]![0]);
    expect(at('o')).toEqual([1, 2, 0]);
    expect(at('r')).toEqual([1, 3, 2]);
    expect(at('s')).toEqual([10, 20, 30]);
    expect(found['m']![0]).toBe(20);
    expect(found['t']![0]).toBe(10);
  });

  test('a matrix times its inverse is the identity', () => {
    const found = run(
      'R: r1, r2 ~~|\nC <-> R ~~|\nK <-> R ~~|\nm[R, C] = 0, 2; 4, 1; ~~|\ni[R, C] = INVERT MATRIX(m[R, C], 2) ~~|\np[R, C] = SUM(m[R, K!] * i[K!, C]) ~~|',
    ) as Record<string, number[]>;
    expect(['r1,r1', 'r1,r2', 'r2,r1', 'r2,r2'].map((e) => found[`p[${e}]`]![0])).toEqual([1, 0, 0, 1]);
  });
});

test('lookups: between points, outside, forward, backward and inverted', () => {
  const found = run(
    't([(0,0)-(9,9)], (0,0),(1,10),(3,30)) ~~|\na = t(2) ~~|\nb = t(9) ~~|\nc = LOOKUP FORWARD(t, 2) ~~|\nd = LOOKUP BACKWARD(t, 2) ~~|\ne = LOOKUP EXTRAPOLATE(t, 4) ~~|\nf = LOOKUP INVERT(t, 20) ~~|\ng = WITH LOOKUP(0.5, ((0,0),(1,4))) ~~|\nh = LOOKUP FORWARD(t, 1) ~~|',
  ) as Record<string, number[]>;
  expect('abcdefgh'.split('').map((n) => found[n]![0])).toEqual([20, 30, 30, 10, 40, 2, 2, 10]);
});

test('a macro has variables of its own at each use, and further results', () => {
  const found = run(
    ':MACRO: FILL(rate, from : left)\nFILL = INTEG(rate, from) ~~|\nleft = 100 - FILL + Time$ ~~|\n:END OF MACRO:\nx = FILL(1, 0 : rest) ~~|\ny = FILL(2, 10 : other) ~~|\nz = rest ~~|',
  ) as Record<string, number[]>;
  expect(found['x']).toEqual([0, 1, 2, 3, 4]);
  expect(found['y']).toEqual([10, 12, 14, 16, 18]);
  expect(found['z']).toEqual([100, 100, 100, 100, 100]);
});

test('a further result with the name of a variable that has an equation is that variable’s own value', () => {
  const macro = ':MACRO: TWO(a:half)\nTWO = a * half ~~|\nhalf = a / 2 ~~|\n:END OF MACRO:\n';
  expect(values(`${macro}x = TWO(4: x) ~~|`)![0]).toBe(8);
});

test('rates that are sums of variables become flows', () => {
  const model = read(
    mdl('births = s * 0.1 ~~|\ndeaths = s * 0.05 ~~|\ns = INTEG(births - deaths, 100) ~~|'),
    'm.mdl',
  );
  expect(model.ok && model.value.variables.get('s')).toMatchObject({
    inflows: ['births'],
    outflows: ['deaths'],
  });
});

test('what is wrong is told at its place, all of it', () => {
  const found = mistakes(mdl('a = b + 1 ~~|\nc = FOO(2) ~~|\nd = (3 ~~|'), 'm.mdl');
  expect(found).toEqual(['4:7 equation-syntax {"found":""}']);
  expect(mistakes(mdl('birth rate = 2 ~~|\na = brth rate + 1 ~~|\nc = SMOTH(2, 3) ~~|'), 'm.mdl')).toEqual([
    '3:5 unknown-name {"name":"brth rate","nearest":"birth rate"}',
    '4:5 unknown-function {"name":"SMOTH","nearest":"smooth"}',
  ]);
});

test('a macro that uses itself, and a range that leads nowhere', () => {
  expect(run(':MACRO: F(a)\nF = F(a) + 1 ~~|\n:END OF MACRO:\nx = F(1) ~~|')).toEqual(['circular-macro']);
  expect(run('A: a1 ~~|\nB: b1 ~~|\nv[B] = 1 ~~|\nx[A] = v[B] ~~|')).toEqual(['unmapped-range']);
});

test('a time step, an end and rows that change as the model runs', () => {
  const found = run(
    's = INTEG(s, 1) ~~|\nx = Time - INITIAL TIME ~~|\nTIME STEP = IF THEN ELSE(Time < 2, 1, 0.5) ~~|\nFINAL TIME = IF THEN ELSE(Time < 1, 1, 4) ~~|\nSAVEPER = IF THEN ELSE(Time < 3, TIME STEP, 1) ~~|',
  ) as Record<string, number[]>;
  expect(found['x']).toEqual([0, 1, 2, 2.5, 3, 4]);
  expect(found['s']).toEqual([1, 2, 4, 6, 9, 9 * 1.5 ** 2]);
});

test('a variable of which only the causes are known', () => {
  expect(run('a = 1 ~~|\nx = A FUNCTION OF(a) ~~|')).toEqual(['no-equation']);
});

test('a net present value counts each payment at its worth', () => {
  // 100 a year at 25 %: worth 1, 0.8, 0.64…
  expect(values('x = NPV(100, 0.25, 0, 1) ~~|')!.map((v) => Math.round(v * 1e9) / 1e9)).toEqual([
    100, 180, 244, 295.2, 336.16,
  ]);
});
