import { describe, expect, test } from 'vitest';
import { contributionsOf } from '../../../src/analysis/contributions.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import type { Contributions } from '../../../src/model/contributions.ts';
import type { Model } from '../../../src/model/model.ts';
import { readyPolicy } from '../../../src/model/policy.ts';
import { savedBy, valueAt } from '../../../src/model/reading.ts';
import { full, openModel } from '../../golden/open-model.ts';
import { modelOf } from '../engine/model-of.ts';

/** People after one step are what the levers make of them: known without a simulation. */
const product = modelOf({
  simSpecs: { start: 0, stop: 1 },
  parameters: { a: 0, b: 0, c: 0 },
  stocks: { s: { initial: '0', in: ['gain'] } },
  flows: { gain: 'a * b + 10 * c' },
});

function opened(model: Model) {
  const engine = createEngine();
  const answer = engine.open(model);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return { engine, handle: answer.value.handle };
}

function explained(
  model: Model,
  policy: Readonly<Record<string, number>>,
  outcomes: readonly string[],
  times: readonly number[],
  extra: {
    readonly seed?: number;
    readonly scenario?: Readonly<Record<string, number>>;
    readonly settle?: boolean;
  } = {},
): Contributions {
  const { engine, handle } = opened(model);
  const { seed = 1, scenario = {}, settle } = extra;
  const experiment = { policy, scenario, ...(settle === undefined ? {} : { settle }) };
  const done = contributionsOf(engine, handle, { experiment, outcomes, times, seed });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

const sums = ({ levers, whole }: Contributions): number[] =>
  [...whole].map((_, i) => levers.reduce((sum, l) => sum + l.average[i]!, 0));

test('what two levers make only together is shared evenly; one that works by itself keeps its own', () => {
  const told = explained(product, { a: 3, b: 4, c: 2 }, ['s'], [1]);
  expect(told.levers.map((l) => [l.lever, l.average[0], l.alone[0]])).toEqual([
    ['a', 6, 0],
    ['b', 6, 0],
    ['c', 20, 20],
  ]);
  expect(told.whole[0]).toBe(32);
  expect([told.orders, told.runs]).toEqual([undefined, 8]);
});

test('a lever that nothing reads contributes nothing, and none at all is no mistake', () => {
  expect(explained(product, { a: 3 }, ['s'], [1]).levers[0]!.average[0]).toBe(0);
  const none = explained(product, {}, ['s'], [0, 1]);
  expect([none.levers, [...none.whole], none.runs]).toEqual([[], [0, 0], 1]);
});

test('a run that fails is told of', () => {
  const { engine, handle } = opened(product);
  const request = {
    experiment: { policy: { a: 1, x: 2 }, scenario: {} },
    outcomes: ['s'],
    times: [1],
    seed: 1,
  };
  const done = contributionsOf(engine, handle, request);
  expect(!done.ok && done.error[0]!.code).toBe('unknown-setting');
});

describe('in the calibrated model', () => {
  const kommun = openModel('kommun');
  const series = ['outside_all', 'new_exclusion', 'pv_total', 'pv_public'];
  const times = [6, 22, 42];
  const ready = kommun.model.strategies.map((s) => readyPolicy(kommun.model, {}, s));
  const mixed = { ...full('rescue', 'early'), lever_structure: 0.4, reinvest_share: 0.5 };

  test.each([...ready, mixed])(
    'the parts add up to what the strategy changes on screen, in people and kronor',
    (policy) => {
      const told = explained(kommun.model, policy, series, times);
      const [run, base] = [policy, {}].map((p) => kommun.run(p, { saveStep: 1 / 4 }));
      series.forEach((name, o) =>
        times.forEach((time, i) => {
          const whole = valueAt(run!, name, time) - valueAt(base!, name, time);
          const at = o * times.length + i;
          expect(told.whole[at]).toBe(whole);
          expect(Math.abs(sums(told)[at]! - whole)).toBeLessThan(1e-9 * Math.max(1, Math.abs(whole)));
        }),
      );
      expect(savedBy(run!, base!, 'pv_total', 22)).toBe(-told.whole[2 * times.length + 1]!);
    },
  );

  test('also under assumptions of one’s own, from their state of rest', () => {
    const told = explained(kommun.model, ready[0]!, ['outside_all'], [22], {
      scenario: { t_build: 6 },
      settle: true,
    });
    expect(told.levers).toHaveLength(3);
    expect(Math.abs(sums(told)[0]! - told.whole[0]!)).toBeLessThan(1e-9);
    expect(told.whole[0]).toBeLessThan(-100);
  });
});

test('with many levers orders are drawn, by the seed: the parts add up, and the truth is within their error', () => {
  const ids = Array.from({ length: 13 }, (_, i) => `p${i}`);
  const many = modelOf({
    simSpecs: { start: 0, stop: 1 },
    parameters: Object.fromEntries(ids.map((id) => [id, 0])),
    stocks: { s: { initial: '0', in: ['gain'] } },
    flows: { gain: `p0 * p1 * p2 + ${ids.slice(3).join(' + ')}` },
  });
  const policy = Object.fromEntries(ids.map((id, i) => [id, i + 1]));
  const [one, again, other] = [1, 1, 2].map((seed) => explained(many, policy, ['s'], [1], { seed }));
  expect(one!.orders).toBe(128);
  expect(one!.levers).toEqual(again!.levers);
  expect(one!.levers).not.toEqual(other!.levers);
  expect(sums(one!)[0]).toBeCloseTo(one!.whole[0]!, 9);
  for (const { lever, average, error } of one!.levers) {
    const truth = ['p0', 'p1', 'p2'].includes(lever) ? 2 : policy[lever]!;
    expect(Math.abs(average[0]! - truth)).toBeLessThanOrEqual(3 * error![0]! + 1e-9);
    expect(error![0]).toBeLessThan(0.35);
  }
});
