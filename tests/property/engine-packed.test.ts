import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { makeEnsembleKernel } from '../../src/engine/compile/ensemble-kernel.ts';
import { makeKernel } from '../../src/engine/compile/kernel.ts';
import type { CheckedModel } from '../../src/engine/checked.ts';
import { interpret } from '../../src/engine/interpret.ts';
import { planRun } from '../../src/engine/plan-run.ts';
import type { FixedMethod } from '../../src/model/model.ts';
import { checkedOf } from '../unit/engine/model-of.ts';
import type { Sketch, StockSketch } from '../unit/engine/model-of.ts';
import { methods } from './engine-models.ts';

const seed = 20261121;

// Many models, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

/** Values joined in pairs, then the pairs, and so on, as the sum over an array is. */
const joined = (values: readonly string[], pair: (a: string, b: string) => string): string => {
  let row = values;
  while (row.length > 1) {
    row = Array.from({ length: Math.ceil(row.length / 2) }, (_, i) =>
      row[2 * i + 1] === undefined ? row[2 * i]! : pair(row[2 * i]!, row[2 * i + 1]!),
    );
  }
  return row[0]!;
};

/** Functions of all values of an array. */
const wholes: readonly ((values: readonly string[]) => string)[] = [
  (values) => joined(values, (a, b) => `(${a} + ${b})`),
  (values) => `1 + ${joined(values, (a, b) => `(${a} + ${b})`)} / ${values.length}`,
  (values) =>
    joined(
      values.map((x, i) => `${x} * exp(-${x} / ${i + 9})`),
      (a, b) => `(${a} + ${b})`,
    ),
  (values) => joined(values, (a, b) => `max(${a}, ${b})`),
  (values) => values.map((x) => `${x} / 3`).join(' + '),
];

/** Equations of member i of an array: x is its stock, w another, c a constant of its own. */
const formulas: readonly ((x: string, w: string, c: string, i: number) => string)[] = [
  (x, w) => `0.1 * ${x} - 0.05 * ${w}`,
  (x, _, c) => `${x} / (1 + ${c} * ${x} ^ 2)`,
  (x, w, _, i) => `${i + 0.5} * exp(-${x} / 10) + sqrt(abs(${w}))`,
  (x, _, c) => `${x} > ${c} ? ${c} * sin(time) : min(${x}, 3)`,
  (x, w, _, i) => `curve${i % 2}(${x}) * max(${w}, 0.25)`,
  (x, w) => `${x} * 0.1 + (not (${w} > 5) or ${x} == 1 ? 0.01 : dt)`,
  (x, _, c) => `ln(1 + abs(${x}))^${c}`,
];

interface Array_ {
  readonly count: number;
  readonly inflow: number;
  readonly outflow: number;
  /** Each has a constant of its own, or all have one. */
  readonly own: boolean;
  readonly nonNegative: boolean;
  readonly drained: boolean;
  /** Which other stock an equation reads: the one before, or one further and further away. */
  readonly reads: 'before' | 'far' | 'every second';
  readonly whole: number;
}

const arrays: fc.Arbitrary<readonly Array_[]> = fc.array(
  fc.record({
    count: fc.integer({ min: 1, max: 23 }),
    inflow: fc.nat(formulas.length - 1),
    outflow: fc.nat(formulas.length - 1),
    own: fc.boolean(),
    nonNegative: fc.constantFrom(false, false, true),
    drained: fc.boolean(),
    reads: fc.constantFrom('before', 'far', 'every second'),
    whole: fc.nat(wholes.length - 1),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Arrays whose members flow into each other, one model of them all; by members or by kinds, as a file may list them. */
function modelOf(parts: readonly Array_[], byMember: boolean): CheckedModel {
  const stocks: Record<string, StockSketch> = {};
  const flows: Record<string, string> = {};
  const auxiliaries: Record<string, string> = {};
  const parameters: Record<string, number> = { shared: 1.5 };
  for (const [a, part] of parts.entries()) {
    const members = Array.from({ length: part.count }, (_, i) => i);
    if (part.own) for (const i of members) parameters[`c${a}_${i}`] = 0.5 + i / 7;
    const others = {
      before: (i: number) => Math.max(0, i - 1),
      far: (i: number) => (i * i + 3) % part.count,
      'every second': (i: number) => (2 * i) % part.count,
    };
    const equation = (formula: number, i: number) =>
      formulas[formula]!(
        `s${a}_${i}`,
        `s${a}_${others[part.reads](i)}`,
        part.own ? `c${a}_${i}` : 'shared',
        i,
      );
    const level = (i: number) => {
      auxiliaries[`x${a}_${i}`] = equation(part.outflow, i);
    };
    const flow = (i: number) => {
      flows[`f${a}_${i}`] = i === 0 ? equation(part.inflow, 0) : `x${a}_${i - 1} / 4`;
    };
    for (const i of members) {
      const out = part.drained || i + 1 < part.count ? [`f${a}_${i + 1}`] : [];
      stocks[`s${a}_${i}`] = {
        initial: `${3 + i}`,
        in: [`f${a}_${i}`],
        out,
        nonNegative: part.nonNegative,
      };
      if (byMember) {
        level(i);
        flow(i);
      }
    }
    if (!byMember) {
      members.forEach(level);
      members.forEach(flow);
    }
    if (part.drained) flow(part.count);
    auxiliaries[`whole${a}`] = wholes[part.whole]!(members.map((i) => `s${a}_${i}`));
    flows[`more${a}`] = `0.01 * whole${a}`;
    stocks[`more${a}_0`] = { initial: '1', in: [`more${a}`] };
  }
  const tables: Sketch['tables'] = {
    curve0: [
      [0, 1],
      [5, 2],
      [10, 0],
    ],
    curve1: [
      [0, 0.5],
      [1, 0.25],
      [20, 3],
    ],
  };
  return checkedOf({
    simSpecs: { start: 0, stop: 6, dt: 0.125, saveStep: 0.125 },
    parameters,
    tables,
    stocks,
    flows,
    auxiliaries,
  });
}

function planOf(
  checked: CheckedModel,
  method: FixedMethod,
  series: readonly string[] | 'all',
  saveStep: number,
) {
  const plan = planRun(checked, { policy: {}, scenario: {} }, { series, method, saveStep });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const sizes = [
  ['in one function', { whole: Infinity, part: 0 }],
  ['in many functions', { whole: 0, part: 300, rows: 7 }],
] as const;

test.each(methods.flatMap((method) => sizes.map(([path, size]) => [method, path, size] as const)))(
  '%s %s: oracle, alone, in pairs and loops, and side by side, the same to the last bit',
  (method, _, size) => {
    fc.assert(
      fc.property(
        arrays,
        fc.boolean(),
        fc.constantFrom(0.125, 0.25),
        fc.constantFrom(1, 2, 5),
        fc.boolean(),
        fc.constantFrom(2, 5, 12, Infinity),
        fc.constantFrom(0, 2048),
        (parts, byMember, saveStep, every, totals, loop, most) => {
          const checked = modelOf(parts, byMember);
          const all = planOf(checked, method, 'all', saveStep);
          const plan = { ...all, series: all.series.filter((__, i) => i % every === 0) };
          const { series, grid } = plan;
          const request = {
            method,
            series,
            steps: grid.steps,
            rows: grid.rows,
            saveEachStep: grid.saveEvery === 1,
            totals,
            watch: false,
          };
          const oracle = interpret(checked, plan);
          const alone = makeKernel(checked, { ...request, sizes: { ...size, paired: 2 } }).run(plan);
          const pairs = makeKernel(checked, {
            ...request,
            sizes: { ...size, paired: 0, loop, series: most },
          });
          expect(alone.values).toEqual(oracle.values);
          expect(alone.closing).toEqual(oracle.closing);
          expect(pairs.run(plan)).toEqual(alone);
          // A kernel runs again as if it were new.
          expect(pairs.run(plan)).toEqual(alone);
          const ensemble = makeEnsembleKernel(checked, request, 1);
          ensemble.run({
            grid,
            runs: 2,
            begin: (__, parameters, initials) => {
              parameters.set(plan.parameters);
              initials.set(plan.initials);
            },
            take: (__, ___, values) => {
              expect(values.filter((____, i) => i % 2 === 1)).toEqual(oracle.values);
            },
          });
        },
      ),
      { seed, numRuns: 25 },
    );
  },
);
