import { expect, test } from 'vitest';
import { compileKernel } from '../../../../src/engine/compile/kernel-code.ts';
import { oneLane } from '../../../../src/engine/compile/lanes.ts';
import type { CheckedModel } from '../../../../src/engine/checked.ts';
import type { Sizes } from '../../../../src/engine/compile/request.ts';
import { schemes } from '../../../../src/engine/integrate/index.ts';
import { planRun } from '../../../../src/engine/plan-run.ts';
import { chain, places, sir } from '../../../bench/engine-models.ts';
import { disassemble, loopOf } from './disassemble.ts';
import type { Instruction } from './disassemble.ts';

type FixedMethod = keyof typeof schemes;

/** What the kernel of a whole run is made of: its functions, and what they do in each step. */
function codeOf(
  checked: CheckedModel,
  method: FixedMethod,
  sizes: Partial<Sizes> = {},
  asked: readonly string[] | 'all' = 'all',
) {
  const plan = planRun(checked, { policy: {}, scenario: {} }, { series: asked, method });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const { series, grid } = plan.value;
  const request = { method, series, steps: grid.steps, rows: grid.rows, saveEachStep: true };
  const { module } = compileKernel(
    checked,
    { ...request, totals: false, watch: false, sizes },
    { lanes: oneLane, groups: 1 },
  );
  const functions = disassemble(module);
  return { functions, step: loopOf(functions[0]!) };
}

const count = (code: readonly Instruction[], ...names: readonly string[]): number =>
  code.filter(({ name }) => names.includes(name)).length;

const indices = (code: readonly Instruction[], ...names: readonly string[]): ReadonlySet<number> =>
  new Set(code.flatMap(({ name, index }) => (names.includes(name) && index !== undefined ? [index] : [])));

test.each(['euler', 'rk4'] as const)(
  'a step of the epidemic keeps all it works with at hand (%s)',
  (method) => {
    const { functions, step } = codeOf(sir, method);
    expect(functions).toHaveLength(1);
    expect(count(step, 'call')).toBe(0);
    expect(count(step, 'f64Load')).toBe(0);
    // Each of the seven series is stored once.
    expect(count(step, 'f64Store')).toBe(7);
    // One loop, one decision: whether this was the last row.
    expect([count(step, 'loop'), count(step, 'if')]).toEqual([1, 1]);
  },
);

test.each(['euler', 'rk4'] as const)(
  'a step of the epidemic holds nothing that is not read (%s)',
  (method) => {
    const { functions, step } = codeOf(sir, method);
    const read = indices(functions[0]!, 'localGet');
    expect([...indices(step, 'localSet', 'localTee')].filter((local) => !read.has(local))).toEqual([]);
  },
);

test('a step of the epidemic does the arithmetic of its equations and no more', () => {
  // prevalence, recovery; infection (2) and three times step · net; N (2) and three stocks; three nets
  const arithmetic = { f64Div: 2, f64Mul: 5, f64Add: 5, f64Sub: 3 };
  const { step } = codeOf(sir, 'euler');
  for (const [name, times] of Object.entries(arithmetic))
    expect([name, count(step, name)]).toEqual([name, times]);
  // What is set is not taken back at once.
  const back = step.filter(
    ({ name, index }, i) =>
      name === 'localGet' && step[i - 1]?.name === 'localSet' && step[i - 1]!.index === index,
  );
  expect(back).toEqual([]);
  // Each of the 15 operations takes two operands and 7 of their results are given a place; 7 values are stored; what is
  // left is the loop's: the row, the step, and whether it was the last.
  expect(step.length).toBeLessThanOrEqual(82);
});

test('a step of the epidemic by Runge and Kutta is four of its stages and what weighs them', () => {
  const { step } = codeOf(sir, 'rk4');
  expect(count(step, 'f64Div')).toBe(4 * 2);
  // Four times infection, three stages' and the step's moves of three stocks, and the two weights of 2 of two flows.
  expect(count(step, 'f64Mul')).toBe(4 * 2 + 4 * 3 + 2 * 2);
  expect(step.length).toBeLessThanOrEqual(262);
});

test('a step of the chain is done in pairs', () => {
  const { functions, step } = codeOf(chain(100), 'euler');
  expect(count(step, 'call', 'f64Div', 'f64Mul')).toBe(0);
  // Two divisions for each of the hundred links, two at a time.
  expect(count(step, 'two div')).toBe(100);
  // Every value is stored in its row once, and moved to its series once: 150 pairs and one constant, padded to 16.
  expect(count(step, 'two store')).toBe(150 + 152);
  expect(functions).toHaveLength(2);
});

test('exponentials of a group are computed in one loop', () => {
  const { functions, step } = codeOf(chain(100, true), 'euler');
  expect(count(step, 'call')).toBe(1);
  expect(functions.filter((code) => count(code, 'loop') > 0)).toHaveLength(2);
});

test('an array is carried out in loops, whose code is as long for eighty elements as for forty', () => {
  const of = (elements: number) =>
    codeOf(places(elements), 'euler', { whole: 0, loop: 16 }, ['total']).functions;
  const [few, many] = [of(40), of(80)];
  expect(many.map(names)).toEqual(few.map(names));
  const [main, ...parts] = many;
  expect(count(main!, 'loop')).toBe(1);
  // Growth, pressure, what leaves, and the stocks; the first row of both sums.
  const driving = parts.find((code) => count(code, 'two div') > 0)!;
  expect([count(driving, 'loop'), count(driving, 'two store')]).toEqual([6, 6]);
  // What a sum is folded with is written once, and called for both.
  expect(count(driving, 'call')).toBe(2);
});

const names = (code: readonly Instruction[]): readonly string[] => code.map(({ name }) => name);
