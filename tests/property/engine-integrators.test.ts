import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createRunner } from '../../src/engine/run.ts';
import { seriesOf } from '../../src/model/experiment.ts';
import type { FixedMethod } from '../../src/model/model.ts';
import { checkedOf } from '../unit/engine/model-of.ts';
import { methods } from './engine-models.ts';

const seed = 20261121;

// Many models, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });
const experiment = { policy: {}, scenario: {} };

/** Logistic growth, whose course is known: K / (1 + (K/y0 − 1)·e^(−r·t)). */
const { run: logistic } = createRunner(
  checkedOf({
    simSpecs: { start: 0, stop: 4 },
    parameters: { r: 1, K: 10, y0: 1 },
    stocks: { y: { initial: 'y0', in: ['growth'] } },
    flows: { growth: 'r * y * (1 - y / K)' },
  }),
);

function errorAt(method: FixedMethod, dt: number, scenario: { r: number; K: number; y0: number }): number {
  const run = logistic({ policy: {}, scenario }, { series: ['y'], method, dt, saveStep: 4 });
  if (!run.ok) throw new Error(JSON.stringify(run.error));
  const { r, K, y0 } = scenario;
  return Math.abs(run.value.values[1]! - K / (1 + (K / y0 - 1) * Math.exp(-r * 4)));
}

test.each([
  ['euler', 1],
  ['rk2', 2],
  ['rk4', 4],
] as const)('%s: half the step makes the error about 2^%d times smaller', (method, order) => {
  const scenarios = fc.record({
    r: fc.double({ min: 0.4, max: 0.6, noNaN: true }),
    K: fc.double({ min: 8, max: 20, noNaN: true }),
    y0: fc.double({ min: 0.5, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const measured = Math.log2(errorAt(method, 1 / 16, scenario) / errorAt(method, 1 / 32, scenario));
      expect(Math.abs(measured - order)).toBeLessThan(0.25);
    }),
    { seed, numRuns: 100 },
  );
});

test('time goes into the stages: RK4 integrates a cubic in time exactly, Heun a line, Euler a constant', () => {
  const { run: powers } = createRunner(
    checkedOf({
      simSpecs: { start: 0, stop: 2, dt: 0.5, saveStep: 2 },
      stocks: Object.fromEntries([0, 1, 2, 3].map((n) => [`s${n}`, { initial: '0', in: [`f${n}`] }])),
      flows: Object.fromEntries([0, 1, 2, 3].map((n) => [`f${n}`, `${n + 1} * time ^ ${n}`])),
    }),
  );
  const exact: Readonly<Record<FixedMethod, number>> = { euler: 0, rk2: 1, rk4: 3 };
  for (const method of methods) {
    const run = powers(experiment, { series: ['s0', 's1', 's2', 's3'], method });
    if (!run.ok) throw new Error(JSON.stringify(run.error));
    for (const n of [0, 1, 2, 3]) {
      const error = Math.abs(seriesOf(run.value, `s${n}`)![1]! - 2 ** (n + 1));
      if (n <= exact[method]) expect(error).toBeLessThan(1e-12);
      else expect(error).toBeGreaterThan(1e-3);
    }
  }
});

test('nobody is lost: in a closed ring of stocks the sum stays, and every account closes', () => {
  const { run: ring } = createRunner(
    checkedOf({
      simSpecs: { start: 0, stop: 50, dt: 0.125, saveStep: 0.125 },
      parameters: { a: 0.1, b: 0.2, c: 0.3, limit: 40 },
      stocks: {
        x: { initial: '100', in: ['zx'], out: ['xy'], nonNegative: true },
        y: { initial: '10', in: ['xy'], out: ['yz'] },
        z: { initial: '1', in: ['yz'], out: ['zx'] },
      },
      flows: { xy: 'min(limit, a * x * y / (x + y))', yz: 'b * y', zx: 'c * z' },
    }),
  );
  const rate = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.constantFrom(...methods),
      fc.record({ a: rate, b: rate, c: rate, limit: fc.double({ min: 0, max: 1000, noNaN: true }) }),
      (method, scenario) => {
        const run = ring({ policy: {}, scenario }, { series: ['x', 'y', 'z'], method });
        if (!run.ok) throw new Error(JSON.stringify(run.error));
        const [x, y, z] = ['x', 'y', 'z'].map((id) => seriesOf(run.value, id)!);
        for (let i = 0; i < run.value.times.length; i++) expect(x![i]! + y![i]! + z![i]!).toBeCloseTo(111, 9);
        for (const { residual } of run.value.balance) expect(Math.abs(residual)).toBeLessThan(1e-9);
        expect(run.value.diagnostics).toEqual([]);
      },
    ),
    { seed, numRuns: 100 },
  );
});

test('a non-negative stock stays at or above zero under Euler, whatever is drawn from it', () => {
  const { run: drained } = createRunner(
    checkedOf({
      simSpecs: { start: 0, stop: 20, dt: 0.25, saveStep: 0.25 },
      parameters: { start: 10, into: 1, first: 1, second: 1 },
      stocks: {
        source: { initial: 'start', in: ['supply'], out: ['a', 'b'], nonNegative: true },
        next: { initial: '0', in: ['a'], out: ['c'], nonNegative: true },
      },
      flows: { supply: 'into', a: 'first', b: 'second', c: '3 * first' },
    }),
  );
  const amount = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.record({ start: amount, into: amount, first: amount, second: amount }), (scenario) => {
      const run = drained({ policy: {}, scenario }, { series: 'all' });
      if (!run.ok) throw new Error(JSON.stringify(run.error));
      for (const id of ['source', 'next']) {
        for (const level of seriesOf(run.value, id)!) expect(level).toBeGreaterThan(-1e-9);
      }
      for (const { residual } of run.value.balance) expect(Math.abs(residual)).toBeLessThan(1e-9);
    }),
    { seed, numRuns: 200 },
  );
});
