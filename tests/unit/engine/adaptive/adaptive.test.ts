import { describe, expect, test } from 'vitest';
import { createAdaptive } from '../../../../src/engine/adaptive/adaptive.ts';
import type { Tolerance } from '../../../../src/engine/adaptive/solver.ts';
import { createEngine } from '../../../../src/engine/engine.ts';
import { savedTimes } from '../../../../src/engine/integrate/time-grid.ts';
import { planRun } from '../../../../src/engine/plan-run.ts';
import { seriesOf } from '../../../../src/model/experiment.ts';
import type { RunRequest } from '../../../../src/model/experiment.ts';
import type { AdaptiveMethod } from '../../../../src/model/model.ts';
import { checkedOf, modelOf } from '../model-of.ts';
import type { Sketch } from '../model-of.ts';

type How = Partial<Tolerance> & { readonly method?: AdaptiveMethod };
const nothing = { policy: {}, scenario: {} };

function carriedOut(sketch: Sketch, { method = 'rk45', ...tolerance }: How = {}) {
  const checked = checkedOf(sketch);
  const plan = planRun(checked, nothing, { series: 'all', method });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return { plan: plan.value, answer: createAdaptive(checked)(plan.value, tolerance) };
}

function solved(sketch: Sketch, how?: How) {
  const { plan, answer } = carriedOut(sketch, how);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const times = savedTimes(plan.grid);
  const { values } = answer.value.outcome;
  const of = (id: string, row = times.length - 1) => values[plan.series.indexOf(id) * times.length + row]!;
  return { ...answer.value, times, of };
}

const spanOf = (stop: number) => ({ start: 0, stop, dt: stop, saveStep: stop, method: 'rk4' as const });
const near = (found: number, expected: number, relative: number) =>
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);

const lotkaVolterra: Sketch = {
  simSpecs: spanOf(10),
  stocks: {
    x: { initial: '1', in: ['born'], out: ['eaten'] },
    y: { initial: '1', in: ['fed'], out: ['died'] },
  },
  flows: { born: '1.5 * x', eaten: 'x * y', fed: 'x * y', died: '3 * y' },
};

const vanDerPol = (mu: string, stop: number): Sketch => ({
  simSpecs: spanOf(stop),
  stocks: { x: { initial: '2', in: ['dx'] }, v: { initial: mu === '1' ? '0' : '-0.66', in: ['dv'] } },
  flows: { dx: 'v', dv: `${mu} * ((1 - x * x) * v${mu === '1' ? ') - x' : ' - x)'}` },
});

const robertson = (stop: number): Sketch => ({
  simSpecs: spanOf(stop),
  stocks: {
    a: { initial: '1', in: ['back'], out: ['slow'] },
    b: { initial: '0', in: ['slow'], out: ['back', 'fast'] },
    c: { initial: '0', in: ['fast'] },
  },
  flows: { slow: '0.04 * a', back: '1e4 * b * c', fast: '3e7 * b * b' },
});

describe.each(['rk45', 'stiff'] as const)('%s', (method) => {
  test('Lotka and Volterra', () => {
    const { of } = solved(lotkaVolterra, { method, relative: 1e-10, absolute: 1e-12 });
    near(of('x'), 1.026344767575093, 1e-8);
    near(of('y'), 0.909691078136115, 1e-8);
  });

  test('van der Pol, not stiff', () => {
    const { of } = solved(vanDerPol('1', 20), { method, relative: 1e-10, absolute: 1e-12 });
    near(of('x'), 2.008149762175, 1e-7);
    near(of('v'), -0.042508875273, 1e-6);
  });

  test('tighter tolerance, smaller error', () => {
    const errorAt = (relative: number) =>
      Math.abs(solved(lotkaVolterra, { method, relative, absolute: relative }).of('x') - 1.026344767575093);
    expect(errorAt(1e-9)).toBeLessThan(errorAt(1e-5) / 100);
  });

  test('between steps it interpolates: every saved time is as exact as the last', () => {
    const decay: Sketch = {
      simSpecs: { start: 0, stop: 10, dt: 0.25, saveStep: 0.25 },
      stocks: { s: { initial: '1', out: ['f'] } },
      flows: { f: 's' },
    };
    const { times, of } = solved(decay, { method });
    expect(times).toHaveLength(41);
    for (const [row, time] of times.entries()) {
      expect(Math.abs(of('s', row) - Math.exp(-time))).toBeLessThan(3e-7);
      expect(of('f', row)).toBe(of('s', row));
    }
  });

  test('time in the equations: a cubic', () => {
    const { of } = solved(
      { simSpecs: spanOf(2), stocks: { s: { initial: '0', in: ['f'] } }, flows: { f: '4 * time ^ 3' } },
      { method },
    );
    near(of('s'), 16, 1e-6);
  });
});

test.each([
  [40, 0.7158270687194, 9.185534764558e-6, 0.2841637457458],
  [4e5, 4.938274521e-3, 1.984994088e-8, 0.9950617056],
  [1e11, 2.0833401497e-8, 8.33336077033e-14, 0.9999999791665],
])('Robertson at %d: found stiff, handed over, and nothing is lost', (stop, a, b, c) => {
  const found = solved(robertson(stop), { relative: 1e-9, absolute: 1e-16 });
  near(found.of('a'), a, 1e-5);
  near(found.of('b'), b, 1e-5);
  near(found.of('c'), c, 1e-5);
  expect(found.of('a') + found.of('b') + found.of('c')).toBeCloseTo(1, 9);
  expect(found.warnings).toMatchObject([{ code: 'stiff' }]);
});

test('van der Pol, stiff: mu = 10^6', () => {
  // The reference starts at (2, 0); a fast transient takes v to −0.66 at once.
  const sketch = vanDerPol('1e6', 2);
  const { of } = solved(
    { ...sketch, stocks: { ...sketch.stocks, v: { initial: '0', in: ['dv'] } } },
    { method: 'stiff', relative: 1e-9, absolute: 1e-9 },
  );
  near(of('x'), 1.70616773217, 1e-5);
  near(of('v'), -0.892809701025, 1e-4);
});

test('Arenstorf: the orbit closes', () => {
  const [m, n] = ['0.012277471', '(1 - 0.012277471)'];
  const d1 = `((x + ${m})^2 + y^2)^1.5`;
  const d2 = `((x - ${n})^2 + y^2)^1.5`;
  const { of } = solved(
    {
      simSpecs: spanOf(17.0652165601579625589),
      stocks: {
        x: { initial: '0.994', in: ['dx'] },
        y: { initial: '0', in: ['dy'] },
        u: { initial: '0', in: ['du'] },
        v: { initial: '-2.00158510637908252240537862224', in: ['dv'] },
      },
      flows: {
        dx: 'u',
        dy: 'v',
        du: `x + 2*v - ${n}*(x + ${m})/${d1} - ${m}*(x - ${n})/${d2}`,
        dv: `y - 2*u - ${n}*y/${d1} - ${m}*y/${d2}`,
      },
    },
    { relative: 1e-12, absolute: 1e-12 },
  );
  expect(Math.hypot(of('x') - 0.994, of('y'))).toBeLessThan(1e-6);
});

test('gives up with a reason: too many steps, or none short enough', () => {
  const told = (sketch: Sketch, how?: How) => {
    const { answer } = carriedOut(sketch, how);
    return answer.ok ? [] : answer.error;
  };
  expect(told(robertson(4e5), { steps: 30 })).toMatchObject([
    { code: 'no-solution', args: { problem: 'steps' } },
  ]);
  // s = 1 / (1 − t) is infinite at 1.
  const blowUp: Sketch = {
    simSpecs: spanOf(2),
    stocks: { s: { initial: '1', in: ['f'] } },
    flows: { f: 's * s' },
  };
  const [problem] = told(blowUp);
  expect(problem?.code).toBe('no-solution');
  if (problem?.code === 'no-solution') expect(problem.args.time).toBeCloseTo(1, 3);
});

/** The ordinary path of a run: an engine, and a method that the model or the request names. */
describe('a run', () => {
  const decay: Sketch = {
    simSpecs: { start: 3, stop: 13, dt: 1, saveStep: 1, method: 'rk45' },
    parameters: { rate: 0.5 },
    stocks: {
      s: { initial: '100', out: ['f'] },
      t: { initial: '0', in: ['f'], out: ['g'] },
    },
    flows: { f: 'rate * s', g: 'step(2, 7)' },
    auxiliaries: { passed: 'time - starttime', left: 'stoptime - time' },
  };
  const runOf = (sketch: Sketch, request: Partial<RunRequest> = {}) => {
    const engine = createEngine();
    const opened = engine.open(modelOf(sketch));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    return engine.run(opened.value.handle, nothing, { series: 'all', ...request });
  };
  const done = (...args: Parameters<typeof runOf>) => {
    const run = runOf(...args);
    if (!run.ok) throw new Error(JSON.stringify(run.error));
    return run.value;
  };

  test.each(['rk45', 'stiff'] as const)(
    '%s: the solution at each saved time, and an account that closes',
    (method) => {
      const run = done(decay, { method });
      expect([...run.times]).toEqual(Array.from({ length: 11 }, (_, i) => 3 + i));
      const [s, passed, left] = ['s', 'passed', 'left'].map((name) => seriesOf(run, name)!);
      for (const [row, time] of run.times.entries()) {
        expect(s![row]! / (100 * Math.exp(-0.5 * (time - 3)))).toBeCloseTo(1, 6);
        expect([passed![row], left![row]]).toEqual([time - 3, 13 - time]);
      }
      const [drained, filled] = run.balance;
      expect(drained!.outflows).toBeCloseTo(100 * (1 - Math.exp(-5)), 5);
      expect(filled).toMatchObject({ stock: 't', opening: 0 });
      expect(filled!.inflows).toBeCloseTo(drained!.outflows, 9);
      // A jump within the run is found by the tolerance.
      expect(filled!.outflows).toBeCloseTo(12, 3);
      for (const { residual } of run.balance) expect(Math.abs(residual)).toBeLessThan(1e-9);
      expect(run.diagnostics).toEqual([]);
    },
  );

  test('the model’s own method is used, and the request’s before it', () => {
    expect(done(decay).values).toEqual(done(decay, { method: 'rk45' }).values);
    expect(seriesOf(done(decay, { method: 'euler' }), 's')![1]).toBe(50);
  });

  test('twice is the same, and from another start another', () => {
    const engine = createEngine();
    const opened = engine.open(modelOf(decay));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const { handle } = opened.value;
    const ask = (start: number) => {
      const run = engine.run(handle, nothing, { series: 'all', start });
      if (!run.ok) throw new Error(JSON.stringify(run.error));
      return run.value;
    };
    const [first, other, again] = [ask(3), ask(5), ask(3)];
    expect(again).toEqual(first);
    expect(seriesOf(other, 'passed')![0]).toBe(0);
  });

  test.each([
    ['past', { stocks: { s: { initial: '1', in: ['f'] } }, flows: { f: '1' } }, undefined],
    ['draw', { auxiliaries: { x: 'normal(0, 1)' } }, 'x'],
    ['step', { auxiliaries: { x: '1 / dt' } }, 'x'],
    ['step', { auxiliaries: { x: 'steptime' } }, 'x'],
  ] as const)('a model that goes by steps is refused by name: %s', (part, sketch, variable) => {
    const checked = checkedOf(sketch);
    const equations = new Map(checked.equations);
    const span = { from: 0, to: 0 };
    if (part === 'past') {
      const one = { kind: 'number', value: 1, span } as const;
      equations.set('f', { kind: 'past', name: 's', steps: one, initial: one, span });
    }
    const plan = planRun(checked, nothing, { series: 'all', method: 'rk45' });
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    expect(createAdaptive({ ...checked, equations })(plan.value)).toMatchObject({
      ok: false,
      error: [{ code: 'needs-steps', args: { part, variable: variable ?? 'f', method: 'rk45' } }],
    });
  });

  test('an ensemble of runs that choose their own steps: as single runs', () => {
    const engine = createEngine();
    const opened = engine.open(modelOf(decay));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const { handle } = opened.value;
    const found: number[][] = [];
    const answer = engine.runMany(handle, {
      experiment: nothing,
      request: { series: ['s', 't'] },
      vary: ['rate'],
      runs: { from: 2, to: 5 },
      draw: (index, values) => (values[0] = index / 10),
      take: (first, count, values, width) => {
        expect([first, count, width]).toEqual([2 + found.length, 1, 1]);
        found.push([...values]);
      },
    });
    expect(answer.ok).toBe(true);
    for (const [i, values] of found.entries()) {
      const run = engine.run(
        handle,
        { policy: {}, scenario: { rate: (2 + i) / 10 } },
        { series: ['s', 't'] },
      );
      expect(run.ok && [...run.value.values]).toEqual(values);
    }
    expect(found).toHaveLength(3);
  });
});
