import { describe, expect, test } from 'vitest';
import { createAdaptive } from '../../../../src/engine/adaptive/adaptive.ts';
import type { AdaptiveRequest } from '../../../../src/engine/adaptive/adaptive.ts';
import { checkedOf } from '../model-of.ts';
import type { Sketch } from '../model-of.ts';

function solved(sketch: Sketch, request: Partial<AdaptiveRequest> = {}) {
  const answer = createAdaptive(checkedOf(sketch))(
    { policy: {}, scenario: {} },
    { series: 'all', ...request },
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const { times, names, values } = answer.value;
  const of = (id: string, row = times.length - 1) => values[names.indexOf(id) * times.length + row]!;
  return { ...answer.value, of };
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

describe.each(['dormand-prince', 'rosenbrock'] as const)('%s', (solver) => {
  test('Lotka and Volterra', () => {
    const { of } = solved(lotkaVolterra, { solver, relative: 1e-10, absolute: 1e-12 });
    near(of('x'), 1.026344767575093, 1e-8);
    near(of('y'), 0.909691078136115, 1e-8);
  });

  test('van der Pol, not stiff', () => {
    const { of } = solved(vanDerPol('1', 20), { solver, relative: 1e-10, absolute: 1e-12 });
    near(of('x'), 2.008149762175, 1e-7);
    near(of('v'), -0.042508875273, 1e-6);
  });

  test('tighter tolerance, smaller error', () => {
    const errorAt = (relative: number) =>
      Math.abs(solved(lotkaVolterra, { solver, relative, absolute: relative }).of('x') - 1.026344767575093);
    expect(errorAt(1e-9)).toBeLessThan(errorAt(1e-5) / 100);
  });

  test('between steps it interpolates: every saved time is as exact as the last', () => {
    const decay: Sketch = {
      simSpecs: { start: 0, stop: 10, dt: 0.25, saveStep: 0.25 },
      stocks: { s: { initial: '1', out: ['f'] } },
      flows: { f: 's' },
    };
    const { times, of } = solved(decay, { solver });
    expect(times).toHaveLength(41);
    for (const [row, time] of times.entries()) {
      expect(Math.abs(of('s', row) - Math.exp(-time))).toBeLessThan(3e-7);
      expect(of('f', row)).toBe(of('s', row));
    }
  });

  test('time in the equations: a cubic', () => {
    const { of } = solved(
      { simSpecs: spanOf(2), stocks: { s: { initial: '0', in: ['f'] } }, flows: { f: '4 * time ^ 3' } },
      { solver },
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
  expect(found.stiffFrom).toBeGreaterThan(0);
});

test('van der Pol, stiff: mu = 10^6', () => {
  // The reference starts at (2, 0); a fast transient takes v to −0.66 at once.
  const sketch = vanDerPol('1e6', 2);
  const { of } = solved(
    { ...sketch, stocks: { ...sketch.stocks, v: { initial: '0', in: ['dv'] } } },
    { solver: 'rosenbrock', relative: 1e-9, absolute: 1e-9 },
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
    { solver: 'dormand-prince', relative: 1e-12, absolute: 1e-12 },
  );
  expect(Math.hypot(of('x') - 0.994, of('y'))).toBeLessThan(1e-6);
});

test('gives up with a reason: too many steps, or none short enough', () => {
  const told = (sketch: Sketch, request: Partial<AdaptiveRequest>) => {
    const answer = createAdaptive(checkedOf(sketch))(
      { policy: {}, scenario: {} },
      { series: 'all', ...request },
    );
    return answer.ok ? [] : answer.error;
  };
  expect(told(robertson(4e5), { solver: 'dormand-prince', steps: 3000 })).toMatchObject([
    { code: 'no-solution', args: { problem: 'steps' } },
  ]);
  // s = 1 / (1 − t) is infinite at 1.
  const blowUp: Sketch = {
    simSpecs: spanOf(2),
    stocks: { s: { initial: '1', in: ['f'] } },
    flows: { f: 's * s' },
  };
  const [problem] = told(blowUp, {});
  expect(problem?.code).toBe('no-solution');
  if (problem?.code === 'no-solution') expect(problem.args.time).toBeCloseTo(1, 3);
  expect(told(lotkaVolterra, { series: ['z'] })).toMatchObject([{ code: 'unknown-series' }]);
  expect(told({ ...lotkaVolterra, auxiliaries: { since: 'starttime' } }, {})).toMatchObject([
    { code: 'not-supported' },
  ]);
});
