import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { CheckedModel } from '../../src/engine/checked.ts';
import { makeKernel } from '../../src/engine/compile/kernel.ts';
import { interpret } from '../../src/engine/interpret.ts';
import { neededFor } from '../../src/engine/needed.ts';
import { shareParts } from '../../src/engine/share-parts.ts';
import type { Expr } from '../../src/model/expr.ts';
import { cases, methods } from './engine-models.ts';

// Many models, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const seed = 20261122;
const span = { from: 0, to: 0 };

/** The model with variables that say what others say, alone and within more: parts that stand in several places. */
function echoed(checked: CheckedModel): { readonly model: CheckedModel; readonly echoes: readonly string[] } {
  const equations = new Map(checked.equations);
  const echoes = checked.dynamic.flatMap((id) => {
    const own = equations.get(id)!;
    const two: Expr = { kind: 'number', value: 2, span };
    const square: Expr = { kind: 'binary', op: '^', left: own, right: two, at: 0, span };
    const both: Expr = { kind: 'binary', op: '-', left: square, right: own, at: 0, span };
    equations.set(`echo ${id}`, own).set(`more ${id}`, both).set(`again ${id}`, square);
    return [`echo ${id}`, `more ${id}`, `again ${id}`];
  });
  return { model: { ...checked, equations, dynamic: [...checked.dynamic, ...echoes] }, echoes };
}

test.each(methods)('%s: parts worked out once give the same bits', (method) => {
  let shared = 0;
  fc.assert(
    fc.property(cases, ({ checked, plan: { series, ...rest } }) => {
      const { model, echoes } = echoed(checked);
      const plan = { ...rest, series: [...series, ...echoes], method };
      const less = shareParts(model);
      if (less !== model) shared++;
      const outcome = interpret(model, plan);
      expect(interpret(less, plan)).toEqual(outcome);
      const { grid } = plan;
      const request = {
        method,
        series: plan.series,
        steps: grid.steps,
        rows: grid.rows,
        saveEachStep: grid.saveEvery === 1,
        totals: true,
        watch: false,
      };
      expect(makeKernel(less, request).run(plan)).toEqual(outcome);
    }),
    { seed, numRuns: 150 },
  );
  expect(shared).toBeGreaterThan(50);
});

test.each(methods)('%s: what series need gives the same bits as all', (method) => {
  let fewer = 0;
  fc.assert(
    fc.property(cases, ({ checked, plan }) => {
      const series = plan.series.slice(0, 1);
      const needed = neededFor(checked, series);
      if (needed.equations.size < checked.equations.size) fewer++;
      const initials = plan.initials.filter((_, i) => needed.stocks.includes(checked.stocks[i]!));
      const whole = interpret(checked, { ...plan, series, method }).values;
      expect(interpret(needed, { ...plan, series, initials, method }).values).toEqual(whole);
    }),
    { seed, numRuns: 150 },
  );
  expect(fewer).toBeGreaterThan(50);
});
