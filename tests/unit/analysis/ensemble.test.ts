import { describe, expect, test, vi } from 'vitest';
import { runEnsemble, sketchEnsemble } from '../../../src/analysis/ensemble.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import type { EnsembleRequest } from '../../../src/model/ensemble.ts';
import { seriesOf } from '../../../src/model/experiment.ts';
import { uncertainIn } from '../../../src/model/certainty.ts';
import { ensembleSum } from '../../../src/model/merge-ensemble.ts';
import type { Model } from '../../../src/model/model.ts';
import type { Variable } from '../../../src/model/variable.ts';
import { readShipped } from '../../tools/shipped-models.ts';
import { modelOf } from '../engine/model-of.ts';

// The largest model is settled again and again, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 });

/** Decay at an uncertain rate from an uncertain level. */
function decay(): Model {
  const model = modelOf({
    simSpecs: { start: 0, stop: 2, dt: 0.5, saveStep: 1, method: 'rk4' },
    parameters: { rate: 1, level: 100, fixed: 0 },
    stocks: { s: { initial: 'level', out: ['loss'] } },
    flows: { loss: 's * rate + fixed' },
  });
  const uncertain = (id: string, min: number, max: number): [string, Variable] => {
    const variable = model.variables.get(id);
    if (variable?.kind !== 'parameter') throw new Error(id);
    return [id, { ...variable, distribution: { shape: 'uniform', min, max } }];
  };
  const changed = [uncertain('rate', 0, 2), uncertain('level', 50, 150)];
  return { ...model, variables: new Map([...model.variables, ...changed]) };
}

const request: EnsembleRequest = {
  experiment: { policy: {}, scenario: {} },
  vary: 'all',
  outcomes: ['s', 'loss'],
  times: {},
  sampler: 'lhs',
  runs: 100,
  seed: 1,
};

function opened(model: Model) {
  const engine = createEngine();
  const answer = engine.open(model);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return { engine, handle: answer.value.handle };
}

const part = (asked: Partial<EnsembleRequest> = {}, from = 0, to = 100) => {
  const { engine, handle } = opened(decay());
  return sketchEnsemble(engine, handle, { ...request, ...asked }, { from, to });
};
const partOf = (...args: Parameters<typeof part>) => {
  const answer = part(...args);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};

describe('an ensemble', () => {
  test('gives each draw the values that a single run with them gives, to the last bit', () => {
    const { engine, handle } = opened(decay());
    let runs = 0;
    const done = runEnsemble(engine, handle, request, { from: 3, to: 40 }, (block) => {
      for (let i = 0; i < block.count; i++, runs++) {
        const [rate, level] = block.drawn(i);
        const single = engine.run(
          handle,
          { policy: {}, scenario: { rate: rate!, level: level! } },
          { series: request.outcomes },
        );
        if (!single.ok) throw new Error(JSON.stringify(single.error));
        for (const [o, id] of request.outcomes.entries()) {
          const found = [0, 1, 2].map((row) => block.values[(o * 3 + row) * block.width + i]);
          expect(found).toEqual([...seriesOf(single.value, id)!]);
        }
      }
    });
    expect(done).toMatchObject({ ok: true, value: { vary: ['rate', 'level'] } });
    expect(runs).toBe(37);
  });

  test('in one part and in seven: the same bands', () => {
    const whole = ensembleSum();
    whole.add(partOf());
    const shared = ensembleSum();
    const edges = [0, 1, 13, 14, 50, 77, 99, 100];
    for (let i = edges.length - 2; i >= 0; i--) shared.add(partOf({}, edges[i], edges[i + 1]));
    const shares = [0, 0.05, 0.5, 0.95, 1];
    expect(shared.bands(shares)).toEqual(whole.bands(shares));
  });

  test('has the quantiles of what it draws', () => {
    const sum = ensembleSum();
    sum.add(partOf({ sampler: 'sobol', runs: 1024, outcomes: ['s'] }, 0, 1024));
    const { bands, times, runs, failed } = sum.bands([0.1, 0.5, 0.9]);
    expect([...times]).toEqual([0, 1, 2]);
    expect([runs, failed]).toEqual([1024, 0]);
    for (const [k, level] of [60, 100, 140].entries()) {
      expect(Math.abs(bands[0]!.values[3 * k]! - level)).toBeLessThan(0.2);
    }
  });

  test('draws what is named, and all that is uncertain but what is set', () => {
    const drawn = (asked: Partial<EnsembleRequest>) => {
      const { engine, handle } = opened(decay());
      return runEnsemble(engine, handle, { ...request, ...asked }, { from: 0, to: 1 }, () => undefined);
    };
    expect(drawn({ experiment: { policy: {}, scenario: { level: 90 } } })).toMatchObject({
      value: { vary: ['rate'] },
    });
    expect(drawn({ vary: ['level'] })).toMatchObject({ value: { vary: ['level'] } });
    expect(drawn({ vary: ['levl'] })).toMatchObject({
      error: [{ code: 'unknown-setting', args: { name: 'levl', nearest: 'level' } }],
    });
    expect(drawn({ vary: ['fixed'] })).toMatchObject({ error: [{ code: 'nothing-to-draw' }] });
    expect(drawn({ vary: ['loss'] })).toMatchObject({ error: [{ code: 'not-settable' }] });
    expect(drawn({ outcomes: ['x'] })).toMatchObject({ error: [{ code: 'unknown-series' }] });
  });

  test('counts runs that are not finite, and leaves their values out', () => {
    const failing = partOf({ experiment: { policy: {}, scenario: { fixed: 1e308 } }, times: { stop: 100 } });
    expect(failing.failed).toBe(100);
    const sum = ensembleSum();
    sum.add(failing);
    expect(sum.bands([0.5]).bands[0]!.values.every((value) => !Number.isFinite(value))).toBe(false);
  });
});

describe('kommun', () => {
  const read = readShipped('kommun');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const model = read.value;
  const outcomes = ['outside_all'];
  const settling = { ...request, outcomes, experiment: { ...request.experiment, settle: true } };
  const { engine, handle } = opened(model);

  test('each draw at rest to begin with: the same as single runs that settle', () => {
    const times = { stop: 4 };
    const vary = uncertainIn(model, {}, {}).map(({ parameter }) => parameter.id);
    const asked = { ...settling, runs: 6, times };
    const done = runEnsemble(engine, handle, asked, { from: 0, to: 6 }, (block) => {
      for (let i = 0; i < block.count; i++) {
        const scenario = Object.fromEntries([...block.drawn(i)].map((value, k) => [vary[k]!, value]));
        const single = engine.run(
          handle,
          { policy: {}, scenario, settle: true },
          { series: outcomes, ...times },
        );
        const rows = block.values.length / block.width;
        const found = Array.from({ length: rows }, (_, row) => block.values[row * block.width + i]);
        if (single.ok) expect(found).toEqual([...single.value.values]);
        else expect(found).toEqual(found.map(() => NaN));
      }
    });
    expect(done).toMatchObject({ ok: true, value: { vary } });
  });

  test('a draw without a state of rest has no value at any time, and is counted', () => {
    const asked = { ...settling, runs: 500, times: { stop: 0.25 } };
    const part = sketchEnsemble(engine, handle, asked, { from: 100, to: 200 });
    if (!part.ok) throw new Error(JSON.stringify(part.error));
    expect(part.value.failed).toBeGreaterThan(0);
    const missing = part.value.sketches.map(({ notFinite }) => notFinite);
    expect(missing).toEqual(missing.map(() => part.value.failed));
  });

  test('ranges are those of the municipality, as they are for how sure an answer is', () => {
    const where = { preset: 'nacka' };
    const expected = uncertainIn(model, where, {});
    const grown = expected.findIndex(({ scale }) => scale !== 1);
    const drawn = (vary: EnsembleRequest['vary']): number => {
      let value = NaN;
      const asked = {
        ...request,
        outcomes,
        times: { stop: 0.25 },
        vary,
        experiment: { ...where, policy: {}, scenario: {} },
      };
      const done = runEnsemble(engine, handle, asked, { from: 0, to: 1 }, (block) => {
        value = block.drawn(0)[vary === 'all' ? grown : 0]!;
      });
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      if (vary === 'all') expect(done.value.vary).toEqual(expected.map(({ parameter }) => parameter.id));
      return value;
    };
    const { parameter, scale } = expected[grown]!;
    const all = drawn('all');
    expect(all).toBeGreaterThanOrEqual(parameter.distribution.min * scale);
    expect(all).toBeLessThanOrEqual(parameter.distribution.max * scale);
    // Named alone it draws the same.
    expect(drawn([parameter.id])).toBe(all);
    expect(Math.abs(all / scale - parameter.value)).toBeLessThan(parameter.value);
  });
});
