import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { makeEnsembleKernel } from '../../src/engine/compile/ensemble-kernel.ts';
import { interpret } from '../../src/engine/interpret.ts';
import { cases, methods, number } from './engine-models.ts';

const seed = 20261121;

// Many models, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const shapes = [
  ['in one function', 1, { whole: Infinity, part: 0 }],
  ['in one function', 4, { whole: Infinity, part: 0 }],
  ['in many functions', 2, { whole: 0, part: 0 }],
] as const;

test.each(
  methods.flatMap((method) => shapes.map(([path, groups, sizes]) => ({ method, path, groups, sizes }))),
)(
  '$method $path, $groups groups: every lane gives what the oracle gives, to the last bit',
  ({ method, groups, sizes }) => {
    const property = cases.chain(({ checked, plan }) => {
      const begin = fc.record({
        parameters: fc.array(number, {
          minLength: checked.parameters.length,
          maxLength: checked.parameters.length,
        }),
        initials: fc.array(fc.option(number, { nil: NaN }), {
          minLength: checked.stocks.length,
          maxLength: checked.stocks.length,
        }),
      });
      return fc.record({
        checked: fc.constant(checked),
        plan: fc.constant(plan),
        begins: fc.array(begin, { minLength: 1, maxLength: 2 * groups + 1 }),
      });
    });
    fc.assert(
      fc.property(property, ({ checked, plan, begins }) => {
        const { series, grid } = plan;
        const kernel = makeEnsembleKernel(
          checked,
          { method, series, steps: grid.steps, rows: grid.rows, saveEachStep: grid.saveEvery === 1, sizes },
          groups,
        );
        const found: Float64Array[] = [];
        kernel.run({
          grid,
          runs: begins.length,
          begin: (i, parameters, initials) => {
            parameters.set(begins[i]!.parameters);
            initials.set(begins[i]!.initials);
          },
          take: (first, count, values) => {
            for (let lane = 0; lane < count; lane++) {
              found[first + lane] = values.filter((_, i) => i % kernel.width === lane);
            }
          },
        });
        const expected = begins.map(
          ({ parameters, initials }) =>
            interpret(checked, {
              ...plan,
              method,
              parameters: Float64Array.from(parameters),
              initials: Float64Array.from(initials),
            }).values,
        );
        expect(found).toEqual(expected);
      }),
      { seed, numRuns: 150 },
    );
  },
);
