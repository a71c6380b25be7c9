import { describe, expect, test } from 'vitest';
import { createAnalyst } from '../../../src/analysis/analyst.ts';
import { runEnsemble } from '../../../src/analysis/ensemble.ts';
import { numberAt, streamOf } from '../../../src/base/random.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { interpret } from '../../../src/engine/interpret.ts';
import { planRun } from '../../../src/engine/plan-run.ts';
import { builtins } from '../../../src/equation/builtins/index.ts';
import { readModel } from '../../../src/format/read.ts';
import type { Stretch } from '../../../src/model/ensemble.ts';
import type { Run } from '../../../src/model/experiment.ts';
import { seriesOf } from '../../../src/model/experiment.ts';
import type { Method, Model } from '../../../src/model/model.ts';
import { numberOps } from '../../../src/numeric/number-ops.ts';
import { checkedOf, modelOf } from './model-of.ts';

/** Equations that draw random numbers. */

const sketch = {
  simSpecs: { start: 2, stop: 27, dt: 0.125, saveStep: 0.125 },
  parameters: { mean: 10, deviation: 2 },
  stocks: {
    people: { initial: 'poisson(50)', in: ['arriving'], out: ['leaving'] },
  },
  flows: { arriving: 'max(0, normal(mean, deviation))', leaving: 'people * uniform(0.1, 0.3)' },
  auxiliaries: {
    even: 'uniform(0, 1)',
    other: 'uniform(0, 1)',
    twice: 'uniform(0, 1) - uniform(0, 1)',
    held: 'normal(mean, deviation, 9, 12)',
    wait: 'exponential(mean)',
    price: 'lognormal(mean, deviation)',
    few: 'poisson(mean / 3)',
    many: 'poisson(mean * 20)',
  },
};
const model = modelOf(sketch);

function runOf(options: { seed?: number; method?: Method; of?: Model } = {}): Run {
  const engine = createEngine();
  const opened = engine.open(options.of ?? model);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { seed, method } = options;
  const experiment = { policy: {}, scenario: {}, ...(seed === undefined ? {} : { seed }) };
  const run = engine.run(opened.value.handle, experiment, { series: 'all', ...(method && { method }) });
  if (!run.ok) throw new Error(JSON.stringify(run.error));
  return run.value;
}
const series = (run: Run, name: string): Float64Array => seriesOf(run, name)!;

test.each(['euler', 'rk2', 'rk4'] as const)(
  '%s: a run draws what the oracle draws, to the last bit',
  (method) => {
    const run = runOf({ seed: 7, method });
    const checked = checkedOf(sketch);
    const plan = planRun(checked, { policy: {}, scenario: {}, seed: 7 }, { series: run.names, method });
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    expect(run.values).toEqual(interpret(checked, plan.value).values);
  },
);

describe('draws', () => {
  test('follow from the seed, which is 0 if nobody says', () => {
    expect(runOf().values).toEqual(runOf({ seed: 0 }).values);
    expect(runOf({ seed: 1 }).values).toEqual(runOf({ seed: 1 }).values);
    const [one, two] = [series(runOf({ seed: 1 }), 'even'), series(runOf({ seed: 2 }), 'even')];
    expect(one.filter((value, i) => value === two[i])).toHaveLength(0);
  });

  test('are another at each step and at each place, even with the same text', () => {
    const run = runOf();
    for (const name of ['even', 'other', 'held', 'wait', 'price']) {
      expect(new Set(series(run, name)).size).toBe(201);
    }
    const [even, other] = [series(run, 'even'), series(run, 'other')];
    expect(even.filter((value, i) => value === other[i])).toHaveLength(0);
    expect(series(run, 'twice').filter((value) => value === 0)).toHaveLength(0);
  });

  test('stand still while a step is worked out in stages', () => {
    expect(series(runOf({ method: 'rk4' }), 'even')).toEqual(series(runOf({ method: 'euler' }), 'even'));
  });

  test('of one variable do not hang on what else is in the model', () => {
    const alone = modelOf({ simSpecs: sketch.simSpecs, auxiliaries: { other: 'uniform(0, 1)' } });
    expect(series(runOf({ of: alone }), 'other')).toEqual(series(runOf(), 'other'));
  });

  test('are the same number again after an edit elsewhere', () => {
    const before = series(runOf(), 'held');
    const edited = modelOf({ ...sketch, auxiliaries: { ...sketch.auxiliaries, even: 'uniform(0, 2)' } });
    expect(series(runOf({ of: edited }), 'held')).toEqual(before);
  });
});

test('a foreign model without a seed of its own draws by the run’s; with one, by that', () => {
  const text = (equation: string) =>
    `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"><header><vendor>v</vendor><product version="1">p</product></header><sim_specs><start>0</start><stop>9</stop></sim_specs><model><variables><aux name="x"><eqn>${equation}</eqn></aux></variables></model></xmile>`;
  const drawn = (equation: string, seed: number) => {
    const read = readModel(text(equation), 'm.xmile', { parts: new Map() });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return [...series(runOf({ of: read.value, seed }), 'x')];
  };
  expect(drawn('NORMAL(0, 1)', 1)).not.toEqual(drawn('NORMAL(0, 1)', 2));
  expect(drawn('NORMAL(0, 1, 5)', 1)).toEqual(drawn('NORMAL(0, 1, 5)', 2));
});

describe('an ensemble', () => {
  const drawn = {
    ...model,
    variables: new Map(
      [...model.variables].map(([id, v]) => [
        id,
        id === 'mean' && v.kind === 'parameter'
          ? { ...v, distribution: { shape: 'uniform' as const, min: 5, max: 15 } }
          : v,
      ]),
    ),
  };
  const request = {
    experiment: { policy: {}, scenario: {} },
    vary: 'all',
    outcomes: ['people', 'price', 'held'],
    times: { stop: 5 },
    sampler: 'lhs',
    runs: 21,
    seed: 3,
  } as const;

  test('draws in each run what a single run with its seed draws', () => {
    const engine = createEngine();
    const opened = engine.open(drawn);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const { handle } = opened.value;
    let runs = 0;
    const done = runEnsemble(engine, handle, request, { from: 0, to: 21 }, (block) => {
      const rows = block.values.length / block.width;
      for (let i = 0; i < block.count; i++) {
        const [mean] = block.drawn(i);
        const seed = numberAt(streamOf(3, 'runs')(block.first + i));
        const single = engine.run(
          handle,
          { policy: {}, scenario: { mean: mean! }, seed },
          { series: request.outcomes, ...request.times },
        );
        if (!single.ok) throw new Error(JSON.stringify(single.error));
        const found = Float64Array.from({ length: rows }, (_, row) => block.values[row * block.width + i]!);
        expect(found).toEqual(single.value.values);
        runs++;
      }
    });
    expect([done.ok, runs]).toEqual([true, 21]);
  });

  test('in parts is the same as in one', () => {
    const analyst = createAnalyst();
    const opened = analyst.open(drawn);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const part = (stretch: Stretch) => {
      const answer = analyst.sketchEnsemble(opened.value.handle, request, stretch);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      return answer.value.sketches;
    };
    const last = { from: 13, to: 21 };
    part({ from: 0, to: 13 });
    expect(part(last)).toEqual(part(last));
  });
});

/** Draws spread evenly over 0 to 1: their quantiles are those of the distribution. */
describe('the distributions', () => {
  const of = (name: string, draw: number, ...args: readonly number[]): number =>
    builtins.get(name)!.meaning(numberOps, [draw, ...args]);
  const count = 4000;
  const draws = Array.from({ length: count }, (_, i) => (i + 0.5) / count);
  const momentsOf = (values: readonly number[]) => {
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    return { mean, deviation: Math.sqrt(variance) };
  };

  test.each([
    ['uniform', [2, 8], 5, 6 / Math.sqrt(12)],
    ['normal', [10, 2], 10, 2],
    ['lognormal', [10, 5], 10, 5],
    ['exponential', [4], 4, 4],
    ['poisson', [3], 3, Math.sqrt(3)],
    ['poisson', [29.5], 29.5, Math.sqrt(29.5)],
    ['poisson', [40], 40, Math.sqrt(40)],
    ['poisson', [1000], 1000, Math.sqrt(1000)],
    // Half a normal distribution: its mean is √(2/π), its variance 1 − 2/π.
    ['normal', [0, 1, 0], Math.sqrt(2 / Math.PI), Math.sqrt(1 - 2 / Math.PI)],
    ['normal', [0, 1, -1, 1], 0, 0.5395600641217],
  ] as const)('%s%j has its mean and deviation', (name, args, mean, deviation) => {
    const found = momentsOf(draws.map((draw) => of(name, draw, ...args)));
    expect(Math.abs(found.mean - mean)).toBeLessThan(2e-3 * deviation);
    expect(found.deviation / deviation).toBeCloseTo(1, 2);
  });

  test('a bounded normal never leaves its bounds, far out either', () => {
    for (const [low, high] of [
      [-1, 1],
      [3, 4],
      [-40, -30],
      [8, 8.5],
      [20, 1e9],
    ] as const) {
      const values = draws.map((draw) => of('normal', draw, 0, 1, low, high));
      expect([Math.min(...values) >= low, Math.max(...values) <= high]).toEqual([true, true]);
      expect(new Set(values).size).toBeGreaterThan(count / 2);
    }
  });

  test('a Poisson draw is the count at which the sum of chances passes it', () => {
    const exact = (mean: number, draw: number): number => {
      let [term, below, k] = [Math.exp(-mean), Math.exp(-mean), 0];
      while (below <= draw) {
        term *= mean / ++k;
        below += term;
      }
      return k;
    };
    const apart = (mean: number) =>
      draws.map((draw) => Math.abs(of('poisson', draw, mean) - exact(mean, draw)));
    for (const mean of [0, 0.1, 3, 29.9]) expect(Math.max(...apart(mean))).toBe(0);
    for (const mean of [30, 100, 500]) {
      const found = apart(mean);
      expect(Math.max(...found)).toBeLessThanOrEqual(1);
      expect(found.reduce((a, b) => a + b)).toBeLessThan(count / 1000);
    }
  });
});
