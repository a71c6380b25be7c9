import { expect, test } from 'vitest';
import { createRunner } from '../../../src/engine/run.ts';
import { seriesOf } from '../../../src/model/experiment.ts';
import type { Experiment, Run, RunRequest } from '../../../src/model/experiment.ts';
import { checkedOf } from './model-of.ts';
import type { Sketch } from './model-of.ts';

const none: Experiment = { policy: {}, scenario: {} };
const all: RunRequest = { series: 'all' };

const attempt = (sketch: Sketch, request = all, experiment = none) =>
  createRunner(checkedOf(sketch)).run(experiment, request);

function run(sketch: Sketch, request = all, experiment = none): Run {
  const result = attempt(sketch, request, experiment);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const series = (of: Run, name: string): number[] => [...(seriesOf(of, name) ?? [])];

const tank: Sketch = {
  simSpecs: { start: 0, stop: 3, dt: 1, saveStep: 1 },
  parameters: { rate: 0.5, supply: 10 },
  stocks: { tank: { initial: '4 * supply', in: ['filling'], out: ['leaking'] } },
  flows: { filling: 'supply', leaking: 'rate * tank' },
  auxiliaries: {
    twice: '2 * tank',
    fixed: 'rate + 1',
    clock: 'time + 10 * dt + 100 * starttime + 1000 * stoptime',
  },
};

test('gives each series under its name, at the saved times', () => {
  const result = run(tank);
  expect([...result.times]).toEqual([0, 1, 2, 3]);
  expect(result.names).toEqual(['tank', 'filling', 'leaking', 'twice', 'fixed', 'clock']);
  expect(series(result, 'tank')).toEqual([40, 30, 25, 22.5]);
  expect(series(result, 'leaking')).toEqual([20, 15, 12.5, 11.25]);
  expect(series(result, 'filling')).toEqual([10, 10, 10, 10]);
  expect(series(result, 'twice')).toEqual([80, 60, 50, 45]);
  expect(series(result, 'fixed')).toEqual([1.5, 1.5, 1.5, 1.5]);
  expect(series(result, 'clock')).toEqual([3010, 3011, 3012, 3013]);
});

test('gives only what is asked for, in the order asked, parameters too', () => {
  const result = run(tank, { series: ['twice', 'rate'] });
  expect(result.names).toEqual(['twice', 'rate']);
  expect([...result.values]).toEqual([80, 60, 50, 45, 0.5, 0.5, 0.5, 0.5]);
});

test('saves every so many steps, and the step that stops is the last', () => {
  const result = run(tank, { series: ['tank'], saveStep: 2 });
  expect([...result.times]).toEqual([0, 2]);
  expect([...result.values]).toEqual([40, 25]);
  expect(result.balance).toEqual([
    { stock: 'tank', opening: 40, inflows: 30, outflows: 47.5, closing: 22.5, residual: 0 },
  ]);
});

test("takes Heun's step with rk2: the mean of the flows at both ends", () => {
  // 40 → ends 10 − 20 = −10 and 10 − 15 = −5.
  expect(series(run(tank, { series: ['tank'], method: 'rk2' }), 'tank')[1]).toBe(32.5);
});

test("takes Kutta's step with rk4", () => {
  // Net flows 10 − s/2 at s = 40, 35, 36.25 and 31.875.
  const expected = 40 + (-10 + 2 * -7.5 + 2 * -8.125 + -5.9375) / 6;
  expect(series(run(tank, { series: ['tank'], method: 'rk4' }), 'tank')[1]).toBeCloseTo(expected, 12);
});

test('a stock begins at what is set, else at its equation with the values of this run', () => {
  expect(series(run(tank, all, { policy: { supply: 1 }, scenario: {} }), 'tank')[0]).toBe(4);
  expect(series(run(tank, all, { policy: { supply: 1, tank: 7 }, scenario: {} }), 'tank')[0]).toBe(7);
});

test('initial values may need other stocks and what follows from them', () => {
  const result = run({
    stocks: { b: { initial: 'half + 1' }, a: { initial: '8' } },
    auxiliaries: { half: 'a / 2' },
  });
  expect(series(result, 'b')[0]).toBe(5);
});

test('runs of one model share nothing: not values, not what an earlier run left behind', () => {
  const runner = createRunner(checkedOf(tank)).run;
  const first = runner(none, all);
  const second = runner({ policy: { supply: 0 }, scenario: {} }, all);
  const third = runner(none, all);
  if (!first.ok || !second.ok || !third.ok) throw new Error('no run');
  expect(series(second.value, 'tank')).toEqual([0, 0, 0, 0]);
  expect(third.value).toEqual(first.value);
  expect(third.value.values.buffer).not.toBe(first.value.values.buffer);
  expect(third.value.values.buffer.byteLength).toBe(third.value.values.byteLength);
});

test('several experiments are answered as one by one, in pairs when it is done often, a wrong one among them', () => {
  const runner = createRunner(checkedOf(tank));
  const experiments = [1, 2, NaN, 3, 4, 5].map((supply) => ({ policy: { supply }, scenario: {} }));
  const alone = experiments.map((experiment) => runner.run(experiment, all));
  for (let time = 0; time < 5; time++) expect(runner.runEach(experiments, all)).toEqual(alone);
  expect(alone.map(({ ok }) => ok)).toEqual([true, true, false, true, true, true]);
});

test('one of a pair that leaves the numbers does not spoil the other', () => {
  const runner = createRunner(checkedOf({ ...tank, auxiliaries: { share: '1 / rate' } }));
  const experiments = [0, 0.5].map((rate) => ({ policy: { rate }, scenario: {} }));
  const answers = Array.from({ length: 4 }, () => runner.runEach(experiments, all)).at(-1)!;
  expect(answers[0]).toMatchObject({
    ok: false,
    error: [{ code: 'not-finite', args: { variable: 'share' } }],
  });
  expect(answers[1]).toEqual(runner.run(experiments[1]!, all));
});

test('each request is answered on its own terms, again and again, however many there are', () => {
  const runner = createRunner(checkedOf(tank)).run;
  const ask = (request: RunRequest) => {
    const result = runner(none, request);
    return result.ok ? [...result.value.values] : [];
  };
  const stops = Array.from({ length: 20 }, (_, i) => i + 1);
  for (const round of [1, 2]) {
    expect([round, stops.map((stop) => ask({ series: ['twice'], stop }).length)]).toEqual([
      round,
      stops.map((n) => n + 1),
    ]);
    expect(ask({ series: ['tank'] })).toEqual([40, 30, 25, 22.5]);
    expect(ask({ series: ['leaking', 'tank'] })).toEqual([20, 15, 12.5, 11.25, 40, 30, 25, 22.5]);
    expect(ask({ series: ['tank'], method: 'rk2', stop: 1 })).toEqual([40, 32.5]);
    expect(ask({ series: ['tank'], saveStep: 3 })).toEqual([40, 22.5]);
    expect(ask({ series: ['tank'], start: 1, stop: 3, dt: 2, saveStep: 2 })).toEqual([40, 20]);
  }
});

test('a model without stocks is worked out at each moment', () => {
  expect(series(run({ simSpecs: { stop: 2 }, auxiliaries: { x: 'time * time' } }), 'x')).toEqual([0, 1, 4]);
});

test('outflows of a non-negative stock share what is there, and readers see the shares', () => {
  const result = run({
    simSpecs: { stop: 2, dt: 1 },
    stocks: { s: { initial: '9', in: ['in'], out: ['a', 'b'], nonNegative: true } },
    flows: { in: '3', a: '16', b: '8' },
    auxiliaries: { seen: 'a + b' },
  });
  expect(series(result, 's')).toEqual([9, 0, 0]);
  expect(series(result, 'a')).toEqual([8, 2, 2]);
  expect(series(result, 'b')).toEqual([4, 1, 1]);
  expect(series(result, 'seen')).toEqual([12, 3, 3]);
  expect(result.balance[0]).toMatchObject({ inflows: 6, outflows: 15, residual: 0 });
});

test('without non_negative the same stock goes below zero', () => {
  const result = run({
    simSpecs: { stop: 2, dt: 1 },
    stocks: { s: { initial: '9', out: ['a'] } },
    flows: { a: '16' },
  });
  expect(series(result, 's')).toEqual([9, -7, -23]);
});

const failing = (auxiliaries: Sketch['auxiliaries'], flow = 'bad'): Sketch => ({
  simSpecs: { start: 0, stop: 4, dt: 0.5, saveStep: 2, method: 'euler' },
  stocks: { s: { initial: '1', in: ['f'] }, fine: { initial: '1' } },
  flows: { f: flow },
  auxiliaries: { first: 'fine + time', ...auxiliaries, victim: 'bad + s' },
});

test.each([
  ['the first in order of evaluation, not what it spoils', failing({ bad: '1 / (time - 1)' }), 'bad', 1],
  ['a time that is not saved', failing({ bad: 'sqrt(1.5 - time)' }), 'bad', 2],
  ['the start', failing({ bad: 'ln(0 * time)' }), 'bad', 0],
  ['a constant', failing({ bad: '1 / 0' }), 'bad', 0],
  ['a stock that grows too large', failing({ bad: 's' }, '1e160 * s'), 'f', 0.5],
  ['the stock itself', failing({ bad: 's' }, '1.7e308'), 's', 1],
])('a value that is not finite makes no run, and is told by its origin: %s', (_, sketch, variable, time) => {
  for (const asked of ['all', ['fine', 'victim'], ['s']] as const) {
    const result = attempt(sketch, { series: asked });
    if (asked[0] === 's' && result.ok) continue;
    expect(result).toMatchObject({ ok: false, error: [{ code: 'not-finite', args: { variable, time } }] });
    if (!result.ok) expect(result.error[0]!.where).toMatchObject({ variable, file: 'sketch.yaml' });
  }
});

test('a stage between two steps is watched too', () => {
  const sketch = failing({ bad: 'sqrt(0.2 - (time - 0.25) ^ 2) + 1' });
  const result = attempt(sketch, { series: ['s'], method: 'rk4', stop: 2 });
  expect(result).toMatchObject({ ok: false, error: [{ args: { variable: 'bad', time: 0.75 } }] });
});

test('what nobody asks for, and no stock needs, may be without a value', () => {
  const sketch: Sketch = { stocks: { s: { initial: '1' } }, auxiliaries: { ratio: '1 / (time - time)' } };
  expect(series(run(sketch, { series: ['s'] }), 's')).toEqual([1, 1]);
  expect(attempt(sketch).ok).toBe(false);
});
