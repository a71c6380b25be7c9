import { expect, test, vi } from 'vitest';
import { makeKernel } from '../../../../src/engine/compile/kernel.ts';
import { compileKernel } from '../../../../src/engine/compile/kernel-code.ts';
import type { KernelRequest } from '../../../../src/engine/compile/request.ts';
import { oneLane } from '../../../../src/engine/compile/lanes.ts';
import type { CheckedModel } from '../../../../src/engine/checked.ts';
import { interpret } from '../../../../src/engine/interpret.ts';
import { planRun } from '../../../../src/engine/plan-run.ts';
import type { FixedMethod } from '../../../../src/model/model.ts';
import { checkedOf } from '../model-of.ts';
import type { StockSketch } from '../model-of.ts';

// Large models, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 30_000 });

const compileScalar = (checked: CheckedModel, request: KernelRequest) =>
  compileKernel(checked, request, { lanes: oneLane, groups: 1 });

/** Stocks in a row, each draining into the next by a delay that depends on its level: three equations a stock. */
function chain(stocks: number) {
  const ids = Array.from({ length: stocks }, (_, i) => i);
  const sketch = (i: number): StockSketch => ({ initial: '100', in: [`f${i}`], out: [`f${i + 1}`] });
  return checkedOf({
    simSpecs: { stop: 1, dt: 0.25, saveStep: 0.5 },
    parameters: { tau: 2, half: 50 },
    stocks: Object.fromEntries(ids.map((i) => [`s${i}`, sketch(i)])),
    flows: { f0: '10', ...Object.fromEntries(ids.map((i) => [`f${i + 1}`, `s${i} / a${i}`])) },
    auxiliaries: Object.fromEntries(ids.map((i) => [`a${i}`, `tau * (1 + 0.5 * s${i} / (s${i} + half))`])),
  });
}

function request(
  checked: ReturnType<typeof chain>,
  method: FixedMethod,
  times: { stop?: number; saveStep?: number } = {},
) {
  const planned = planRun(checked, { policy: {}, scenario: {} }, { series: 'all', method, ...times });
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  const { series, grid } = planned.value;
  const asked = {
    method,
    series,
    steps: grid.steps,
    rows: grid.rows,
    saveEachStep: false,
    totals: true,
    watch: false,
  };
  return { plan: planned.value, asked };
}

/** Sizes of the bodies in a module's code section, read by the binary format. */
function bodySizes(module: Uint8Array): number[] {
  let at = 8;
  const unsigned = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = module[at++]!;
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
      if (byte < 0x80) return value;
    }
  };
  for (;;) {
    const id = module[at++];
    const length = unsigned();
    if (id === 10) break;
    at += length;
  }
  return Array.from({ length: unsigned() }, () => {
    const size = unsigned();
    at += size;
    return size;
  });
}

test('a small model is one function', () => {
  const checked = chain(10);
  expect(bodySizes(compileScalar(checked, request(checked, 'rk4').asked).module)).toHaveLength(1);
});

test.each(['euler', 'rk4'] as const)('no function of a large model is large (%s)', (method) => {
  const checked = chain(2000);
  const { plan, asked } = request(checked, method);
  const oracle = interpret(checked, plan);
  const alone = { ...asked, sizes: { paired: 2 } };
  const sizes = bodySizes(compileScalar(checked, alone).module);
  expect(sizes.length).toBeGreaterThan(5);
  expect(Math.max(...sizes)).toBeLessThan(40_000);
  expect(makeKernel(checked, alone).run(plan)).toEqual(oracle);
  // In loops all of it is short.
  expect(compileScalar(checked, asked).module.length).toBeLessThan(40_000);
  expect(makeKernel(checked, asked).run(plan)).toEqual(oracle);
});

test.each([
  ['all together', (all: readonly string[]) => all],
  ['each by itself', (all: readonly string[]) => all.toReversed()],
  [
    'twice, and parameters among them',
    (all: readonly string[]) => ['half', ...all.slice(0, 9), 'tau', ...all],
  ],
])('a large kernel saves rows and gives series: %s', (_, chosen) => {
  const checked = chain(10);
  const { plan, asked } = request(checked, 'rk4', { stop: 50, saveStep: 0.25 });
  const series = chosen(plan.series);
  const kernel = makeKernel(checked, {
    ...asked,
    series,
    saveEachStep: true,
    sizes: { whole: 0, paired: 2 },
  });
  expect(plan.grid.rows).toBe(201);
  // Again, since totals begin at nothing in each run.
  for (let run = 0; run < 2; run++) {
    expect(kernel.run({ ...plan, series })).toEqual(interpret(checked, { ...plan, series }));
  }
});

test('identical requests make identical bytes, which engines compile once', () => {
  const checked = chain(20);
  const { asked } = request(checked, 'rk4');
  expect(compileScalar(checked, asked).module).toEqual(compileScalar(checked, asked).module);
});

test('without totals a kernel is smaller, and its series are the same', () => {
  const checked = chain(20);
  const { plan, asked } = request(checked, 'rk4');
  const lean = { ...asked, totals: false };
  expect(compileScalar(checked, lean).module.length).toBeLessThan(
    compileScalar(checked, asked).module.length,
  );
  const [full, without] = [makeKernel(checked, asked).run(plan), makeKernel(checked, lean).run(plan)];
  expect(without.values).toEqual(full.values);
  expect(without.totals).toEqual(new Float64Array(full.totals.length));
});

test('what neither a stock nor a series needs is not worked out', () => {
  const checked = checkedOf({
    stocks: { s: { initial: '1', in: ['f'] } },
    flows: { f: 's' },
    auxiliaries: { unseen: 'exp(s) + exp(2 * s)' },
  });
  const asked = {
    method: 'euler',
    steps: 1,
    rows: 2,
    saveEachStep: true,
    totals: true,
    watch: false,
  } as const;
  const size = (series: readonly string[]) => bodySizes(compileScalar(checked, { ...asked, series }).module);
  expect(size(['s'])).toHaveLength(1);
  expect(size(['s', 'unseen'])).toHaveLength(2);
});
