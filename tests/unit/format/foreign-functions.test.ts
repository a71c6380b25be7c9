import { describe, expect, test } from 'vitest';
import { mdl, mistakes, read, simulate, xmile } from './foreign-run.ts';

type Found = Record<string, number[]>;
const vensim = (equations: string): Found => simulate(mdl(equations), 'm.mdl') as Found;
const isee = (variables: string): Found => simulate(xmile(variables), 'm.xmile') as Found;
const codes = (text: string, file: string): readonly string[] => {
  const model = read(text, file);
  return model.ok ? (model.value.warnings ?? []).map((d) => d.code) : model.error.map((d) => d.code);
};
const aux = (name: string, eqn: string): string => `<aux name="${name}"><eqn>${eqn}</eqn></aux>`;

describe('delays whose time changes', () => {
  const shorter = 'time to it = IF THEN ELSE(Time < 2, 2, 1) ~~|\n';
  const longer = 'time to it = IF THEN ELSE(Time < 2, 1, 2) ~~|\n';
  const input = 'in = 10 + Time ~~|\n';

  test.each([
    ['DELAY MATERIAL', shorter, 'in, time to it, 7, -1', [7, 7, 10, 11 + 12, 13]],
    ['DELAY MATERIAL', longer, 'in, time to it, 7, -1', [7, 10, 11, -1, 12]],
    ['DELAY INFORMATION', shorter, 'in, time to it, 7', [7, 7, 10, 12, 13]],
    ['DELAY INFORMATION', longer, 'in, time to it, 7', [7, 10, 11, 11, 12]],
    ['DELAY FIXED', shorter, 'in, time to it, 7', [7, 7, 10, 11, 12]],
  ])('%s, %s', (name, time, given, series) => {
    expect(vensim(`${time}${input}x = ${name}(${given}) ~~|`)['x']).toEqual(series);
  });

  test('stages shorter than a step are put together, and that is told', () => {
    const text = mdl('x = DELAY N(STEP(8, 0), 1, 0, 20) ~~|');
    expect((simulate(text, 'm.mdl') as Found)['x']).toEqual([0, 8, 8, 8, 8]);
    expect(codes(text, 'm.mdl')).toEqual(['approximated']);
  });

  test('no trend is told from nothing', () => {
    expect(vensim('x = FORECAST(0 * Time, 2, 3) ~~|')['x']).toEqual([0, 0, 0, 0, 0]);
  });
});

test.each([
  [0, [2, 2, 1.5, 3, 3]],
  [1, [0, 0, 0.875, 3.5, 3.5]],
  [2, [2, 2, 2, 3, 3]],
  [3, [3, 2, 1.5, 3, 5]],
  [4, [2, 2, 1, 3, 3]],
  [6, [0, -1, -1, 2, 0]],
  [7, [-2.5, 0, 0.875, 3.5, 7.5]],
  [9, [-1, -1, -1, 2, 2]],
])('heights of an array at even distances, way %d', (mode, series) => {
  const found = vensim(
    `d: (d1-d3) ~~|\nv[d] = 2, 1, 3 ~~|\nat = WITH LOOKUP(Time, ((0,-1),(1,0),(2,0.5),(3,2),(4,3))) ~~|
x = VECTOR LOOKUP(v[d1], at, 0, 2, ${mode}) ~~|`,
  );
  expect(found['x']).toEqual(series);
});

test.each([
  [5, [0, 0.5, 1.5, 2, 2]],
  [8, [-0.5, 0.5, 1.5, 2.5, 3.5]],
])('the place of a height in an array, way %d', (mode, series) => {
  const look = (v: string): Found =>
    vensim(
      `d: (d1-d3) ~~|\nv[d] = ${v} ~~|\nheight = 2 * Time ~~|\nx = VECTOR LOOKUP(v[d1], height, 0, 2, ${mode}) ~~|`,
    );
  // Heights of 1, 3 and 5 rise by 2 in a distance of 1; from 5 down to 1 the places lie the other way round.
  expect(look('1, 3, 5')['x']).toEqual(series);
  expect(look('5, 3, 1')['x']).toEqual(series.map((x) => 2 - x));
});

test('what is invested is written off in even parts, all of it', () => {
  const found = vensim('x = DEPRECIATE STRAIGHTLINE(s, 2, 1, 0) ~~|\ns = PULSE(1, 1) * 100 ~~|');
  expect(found['x']).toEqual([0, 50, 50, 0, 0]);
});

describe('moments', () => {
  const settings = (unit: string): string =>
    `\n\\\\\\---/// Sketch\n///---\\\\\\\n37:2020\n38:11\n39:21\n40:${unit}\n`;
  const dated = (unit: string, measure: number) =>
    simulate(`${mdl(`x = GET TIME VALUE(0, 0, ${measure}) ~~|`)}${settings(unit)}`, 'm.mdl') as Found;

  test.each([
    ['year', 1, [2020, 2020, 2021, 2021, 2021]],
    ['quarter', 2, [4, 4, 1, 1, 1]],
    ['month', 3, [11, 12, 1, 2, 3]],
    ['day', 4, [21, 21, 21, 21, 21]],
  ])('the %s', (_, measure, series) => {
    expect(dated('2', measure)['x']).toEqual(series);
  });

  test.each([
    ['a year of 360 days: a day', '2', 6, [727520, 727550, 727580, 727610, 727640]],
    ['days by the calendar, over a leap day', '4', 4, [27, 28, 29, 1, 2], [2024, 2, 27]],
    ['months by the calendar', '3', 3, [12, 12, 1, 1, 1], [2023, 12, 24]],
    ['years by the calendar', '4', 1, [1999, 1999, 2000, 2000, 2000], [1999, 12, 30]],
    ['days of the week', '4', 5, [5, 6, 0, 1, 2], [2026, 11, 20]],
    ['hours', '5', 7, [0, 1, 2, 3, 4]],
    ['minutes', '6', 8, [0, 1, 2, 3, 4]],
  ])('%s', (_, unit, measure, series, [year, month, day] = [2020, 11, 21]) => {
    const at = settings(unit)
      .replace('37:2020', `37:${year}`)
      .replace('38:11', `38:${month}`)
      .replace('39:21', `39:${day}`);
    const found = simulate(`${mdl(`x = GET TIME VALUE(0, 0, ${measure}) ~~|`)}${at}`, 'm.mdl') as Found;
    expect(found['x']).toEqual(series);
  });

  test('seconds, which need not be whole; what is only meant for chance is told', () => {
    const found = dated('7', 9)['x']!;
    for (const [i, x] of found.entries()) expect(x).toBeCloseTo(i, 2);
    // Seconds since the year 0 began, by the half million: on 21 November 2020, 738 115 days had passed.
    const seconds = (738_115 * 86_400) % 500_000;
    expect(dated('7', 10)['x']).toEqual([0, 1, 2, 3, 4].map((i) => seconds + i));
  });

  test('the time itself, from now or from the start', () => {
    const found = vensim('x = GET TIME VALUE(0, 2, 0) ~~|\ny = GET TIME VALUE(1, 2, 0) ~~|');
    expect([found['x'], found['y']]).toEqual([
      [2, 3, 4, 5, 6],
      [2, 2, 2, 2, 2],
    ]);
  });
});

describe('markets', () => {
  // Each gives way from half a unit below its price to half a unit above it.
  const market = (demand: number): Found =>
    vensim(
      `p: ptype, ppriority, pwidth, pextra ~~|\nd: d1, d2 ~~|\ns: s1 ~~|
dp[d, p] = 1, 2, 1, 0; 1, 2, 1, 0; ~~|\nsp[s, p] = 1, 2, 1, 0 ~~|
wanted[d] = ${demand / 2} ~~|\noffered[s] = 100 ~~|
price = FIND MARKET PRICE(wanted[d1], dp[d1, ptype], offered[s1], sp[s1, ptype]) ~~|
bought[d] = DEMAND AT PRICE(wanted[d], dp[d, ptype], price) ~~|
sold[s] = SUPPLY AT PRICE(offered[s], sp[s, ptype], price) ~~|`,
    );

  test.each([
    [100, 2],
    [200, 650 / 300],
  ])('a demand of %d meets the supply at %d', (demand, price) => {
    const found = market(demand);
    expect(found['price']![0]).toBeCloseTo(price, 6);
    expect(found['bought[d1]']![0]! + found['bought[d2]']![0]!).toBeCloseTo(found['sold[s1]']![0]!, 4);
    expect(found['sold[s1]']![0]).toBeCloseTo(100 * (price - 1.5), 4);
  });
});

describe('chance in Vensim', () => {
  const draws: readonly (readonly [string, mean: number, deviation: number])[] = [
    ['RANDOM NORMAL(-1000, 1000, 5, 2, 1)', 5, 2],
    ['RANDOM EXPONENTIAL(0, 1000, 1, 2, 1)', 3, 2],
    ['RANDOM LOGISTIC(-1000, 1000, 5, 1, 1)', 5, Math.PI / Math.sqrt(3)],
    ['RANDOM POISSON(0, 1000, 4, 0, 1, 1)', 4, 2],
    ['RANDOM GAMMA(0, 1000, 3, 0, 1, 1)', 3, Math.sqrt(3)],
    ['RANDOM BETA(0, 1, 2, 2, 0, 1, 1)', 0.5, Math.sqrt(0.05)],
    ['RANDOM BINOMIAL(0, 10, 0.5, 10, 0, 1, 1)', 5, Math.sqrt(2.5)],
    ['RANDOM TRIANGULAR(0, 6, 0, 3, 6, 1)', 3, Math.sqrt(1.5)],
    ['RANDOM UNIFORM(2, 4, 1)', 3, Math.sqrt(1 / 3)],
    ['RANDOM NEGATIVE BINOMIAL(0, 1000, 0.5, 4, 0, 1, 1)', 8, Math.sqrt(8)],
    ['RANDOM LOOKUP(rising, 0, 1000, 1, 2, 1)', 5, Math.sqrt(2)],
  ];
  const long = (equations: string): Found => vensim(`${equations}\nFINAL TIME = 2000 ~~|\n`);

  test('draws have the mean and deviation of their distribution', () => {
    // The curve of RANDOM LOOKUP rises from 0 to 3: mean 2, variance 1/2, and then stretched by 2.
    const found = long(
      'rising((0,0),(3,1)) ~~|\n' + draws.map(([draw], i) => `x${i} = ${draw} ~~|`).join('\n'),
    );
    for (const [i, [draw, mean, deviation]] of draws.entries()) {
      const values = found[`x${i}`]!;
      const average = values.reduce((a, b) => a + b) / values.length;
      const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - average) ** 2, 0) / values.length);
      expect(Math.abs(average - mean) / deviation, draw).toBeLessThan(0.1);
      expect(Math.abs(spread / deviation - 1), draw).toBeLessThan(0.1);
    }
  });

  test('beyond its bounds a draw is made again, not cut off', () => {
    const values = long('x = RANDOM NORMAL(-1, 1, 0, 1, 1) ~~|')['x']!;
    expect(values.every((v) => v >= -1 && v <= 1)).toBe(true);
    expect(values.filter((v) => Math.abs(v) === 1).length).toBeLessThan(5);
  });
});

describe('chance in isee’s way', () => {
  const long = (eqn: string): number[] =>
    (simulate(xmile(aux('x', eqn), '', '<sim_specs><start>0</start><stop>500</stop><dt>0.25</dt></sim_specs>'), 'm.xmile') as Found)['x']!; // prettier-ignore

  test.each([
    ['NORMAL(0, 1, 7, -1, 0.5)', -1, 0.5],
    ['NORMAL(0, 1, NAN, 0, NAN)', 0, 6],
    ['POISSON(4, NAN, 2, 6)', 2, 6],
    ['EXPRND(3, 1, NAN, 2)', 0, 2],
  ])('%s stays within its bounds', (eqn, low, high) => {
    const values = long(eqn);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...values)).toBeLessThanOrEqual(high);
    expect(new Set(values).size).toBeGreaterThan(3);
  });

  test('a value may hold for an interval', () => {
    const values = long('UNIFORM(0, 1, 3, NAN, NAN, 1)');
    for (const [k, value] of values.entries()) expect(value).toBe(values[k - (k % 4)]);
    expect(new Set(values).size).toBe(501);
  });
});

describe('functions of isee', () => {
  test.each([
    ['FACTORIAL(5)', 120],
    ['COMBINATIONS(5, 2)', 10],
    ['PERMUTATIONS(5, 2)', 20],
    ['ROOTN(8, 3)', 2],
    ['FV(0.1, 2, -100, 0)', 210],
    ['PMT(0.1, 2, -173.55371900826447, 0)', 100],
    ['NORMALCDF(-1.959963985, 1.959963985)', 0.95],
    ['INVNORM(0.5, 3, 2)', 3],
    ['INVNORM(0.975)', 1.959963984540054],
    ['INVNORM(0.001)', -3.090232306167813],
    ['LOOKUPMEAN(t)', 20],
    ['LOOKUPAREA(t, 0, 1)', 10],
    ['LOOKUP(COSH, 0)', 1],
    ['SUM(1, 2, 4)', 7],
    ['PROD(2, 3, 4)', 24],
    ['STDDEV(1, 2, 3)', Math.sqrt(2 / 3)],
  ])('%s is %d', (eqn, value) => {
    const table = '<gf name="t"><xscale min="0" max="2"/><ypts>0,20,40</ypts></gf>';
    expect(isee(table + aux('x', eqn))['x']![0]).toBeCloseTo(value, 2);
  });

  test('the change from one step to the next, and growth by the step', () => {
    const found = isee(aux('x', 'DERIVN(TIME * TIME, 1)'));
    expect(found['x']!.slice(1)).toEqual([1, 3, 5, 7]);
  });

  test('a variable that has a function’s name is meant where it is named', () => {
    expect(isee(aux('mean', '3') + aux('x', 'mean + MEAN(4, 6)'))['x']![0]).toBe(8);
  });
});

describe('what is not computed', () => {
  test('is told by its name; a slip of the pen is another thing', () => {
    expect(mistakes(mdl('x = TASK AVAILABLE(1, 2) ~~|\ny = DELEY1(1, 2) ~~|'), 'm.mdl')).toEqual([
      '2:5 not-computed {"name":"TASK AVAILABLE","why":"not-described"}',
      '3:5 unknown-function {"name":"DELEY1","nearest":"delay1"}',
    ]);
  });

  test('tests of a model’s behaviour are left out of it', () => {
    const text = mdl('holds :THE CONDITION: x > 1 :IMPLIES: x > 0 ~~|\nx = 2 ~~|');
    expect((simulate(text, 'm.mdl') as Found)['x']).toEqual([2, 2, 2, 2, 2]);
    expect(codes(text, 'm.mdl')).toEqual(['left-out']);
  });
});

test('a mapping that Vensim did not write to XMILE is taken in order, and that is told', () => {
  const dimension = (name: string, ...elements: readonly string[]): string =>
    `<dim name="${name}">${elements.map((e) => `<elem name="${e}"/>`).join('')}</dim>`;
  const dimensions = `<dimensions>${dimension('a', 'a1', 'a2')}${dimension('b', 'b1', 'b2')}</dimensions>`;
  const variables =
    '<aux name="v"><dimensions><dim name="b"/></dimensions><element subscript="b1"><eqn>1</eqn></element><element subscript="b2"><eqn>2</eqn></element></aux>' +
    '<aux name="x"><dimensions><dim name="a"/></dimensions><eqn>v[b]</eqn></aux>';
  const own = xmile(variables, dimensions);
  const byVensim = own.replace('<vendor>v<', '<vendor>Ventana Systems<');
  const found = simulate(byVensim, 'm.xmile') as Found;
  expect([found['x[a1]']![0], found['x[a2]']![0]]).toEqual([1, 2]);
  expect(codes(byVensim, 'm.xmile')).toEqual(['approximated']);
  expect(simulate(own, 'm.xmile')).toContain('unmapped-range');
});

test('part of an array: from one place to another, not to one that changes as the model runs', () => {
  const array = '<aux name="u"><dimensions><dim name="d"/></dimensions><eqn>d * 10</eqn></aux>';
  const of = (eqn: string) => simulate(xmile(array + aux('lo', '2') + aux('now', 'TIME + 1') + aux('x', eqn), '<dimensions><dim name="d" size="3"/></dimensions>'), 'm.xmile'); // prettier-ignore
  expect((of('SUM(u[2:3])') as Found)['x']![0]).toBe(50);
  expect((of('SUM(u[lo:3])') as Found)['x']![0]).toBe(50);
  expect((of('SUM(u[1:lo]) + SUM(u[lo:SIZE(u)]) + SUM(u[lo:lo + 1])') as Found)['x']![0]).toBe(130);
  expect(of('SUM(u[now:3])')).toEqual(['not-supported']);
  expect(of('SUM(u[2:4])')).toEqual(['bad-subscript']);
});

test('a variable of the main model that takes what a module gives', () => {
  const model = xmile(
    '<module name="part"><connect to=".x" from="part.y"/><connect to="part.z" from=".w"/></module><aux name="x" access="input"><eqn>part</eqn></aux><aux name="w"><eqn>7</eqn></aux>',
  ).replace('</xmile>', '<model name="part"><variables><aux name="z" access="input"/><aux name="y" access="output"><eqn>z + 1</eqn></aux></variables></model></xmile>'); // prettier-ignore
  expect((simulate(model, 'm.xmile') as Found)['x']![0]).toBe(8);
});
