import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { makeKernel } from '../../src/engine/compile/kernel.ts';
import { makePairKernel } from '../../src/engine/compile/pair-kernel.ts';
import { interpret } from '../../src/engine/interpret.ts';
import type { FixedPlan } from '../../src/engine/plan.ts';
import { cases, methods } from './engine-models.ts';

const seed = 20261121;

// Many models, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 180_000 });

const paths = [
  ['in one function', { whole: Infinity, part: 0 }],
  ['in a function for each phase', { whole: 0, part: Infinity }],
  ['in a function for each statement', { whole: 0, part: 0 }],
  ['in stretches of two rows', { whole: 0, part: 300, rows: 2 }],
] as const;

// On every path at once: the models and the oracle's answers are the same for all.
test.each(methods)('%s gives what the oracle gives on every path, to the last bit', (method) => {
  fc.assert(
    fc.property(cases, fc.boolean(), fc.constantFrom(0, 2), ({ checked, plan }, watch, paired) => {
      const { series, grid } = plan;
      const saveEachStep = grid.saveEvery === 1;
      const outcome = interpret(checked, { ...plan, method });
      const finite = [outcome.values, outcome.closing].every((row) => row.every(Number.isFinite));
      for (const [path, sizes] of paths) {
        const request = {
          method,
          series,
          steps: grid.steps,
          rows: grid.rows,
          saveEachStep,
          totals: true,
          watch: false,
          sizes: { ...sizes, paired },
        };
        // Equal here means the same number: 0 and −0 differ, and all that is not a number is alike.
        expect(makeKernel(checked, request).run({ ...plan, method }), path).toEqual(outcome);
        if (!watch) continue;
        // A watching kernel stops exactly when a value of the run is not finite.
        const watching = makeKernel(checked, { ...request, watch });
        const stopped = watching.firstNotFinite({ ...plan, method });
        if (!finite) expect(stopped, path).toBeDefined();
        if (stopped === undefined) expect(watching.run({ ...plan, method }), path).toEqual(outcome);
      }
    }),
    { seed, numRuns: 400 },
  );
});

test.each(methods)('%s two runs at a time give what each gives alone, accounts too', (method) => {
  fc.assert(
    fc.property(cases, fc.constantFrom(1, 0.5, 3), ({ checked, plan }, factor) => {
      const { series, grid } = plan;
      const plans = [plan, { ...plan, parameters: plan.parameters.map((value) => value * factor) }].map(
        (each) => ({ ...each, method }),
      );
      const kernel = makePairKernel(checked, {
        ...{ method, series, steps: grid.steps, rows: grid.rows },
        saveEachStep: grid.saveEvery === 1,
      });
      for (const pair of [plans, plans.toReversed()]) {
        const [a, b] = pair as [FixedPlan, FixedPlan];
        expect(kernel.run([a, b])).toEqual([interpret(checked, a), interpret(checked, b)]);
      }
    }),
    { seed, numRuns: 200 },
  );
});
