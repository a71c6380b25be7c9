import { expect } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import { makeEnsembleKernel } from '../../../src/engine/compile/ensemble-kernel.ts';
import { makeKernel } from '../../../src/engine/compile/kernel.ts';
import { interpret } from '../../../src/engine/interpret.ts';
import { isFixed } from '../../../src/engine/plan.ts';
import { planRun } from '../../../src/engine/plan-run.ts';
import { shareParts } from '../../../src/engine/share-parts.ts';
import type { Model } from '../../../src/model/model.ts';

/** Runs a model by the oracle, both kinds of kernel for one run and the one for many: every bit has to be the same. */
export function expectSameBits(model: Model): void {
  const checked = check(model);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const series = [...model.variables.values()].flatMap((v) => (v.kind === 'table' ? [] : [v.id]));
  const planned = planRun(checked.value, { policy: {}, scenario: {} }, { series });
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  const plan = planned.value;
  if (!isFixed(plan)) throw new Error(`steps of its own: ${plan.method}`);
  const { method, grid } = plan;
  const { steps, rows } = grid;
  const request = { method, series, steps, rows, saveEachStep: grid.saveEvery === 1, totals: true, watch: false }; // prettier-ignore
  const own = interpret(checked.value, plan);
  for (const paired of [Infinity, 0]) {
    const kernel = makeKernel(shareParts(checked.value), { ...request, sizes: { paired } });
    const { values } = kernel.run(plan);
    const differing = own.values.findIndex((value, i) => !Object.is(value, values[i]));
    expect(differing < 0 ? 'none' : series[Math.floor(differing / rows)], `paired ${paired}`).toBe('none');
  }
  const many = makeEnsembleKernel(shareParts(checked.value), request, 1);
  many.run({
    grid,
    runs: 2,
    begin: (_, parameters, initials) => {
      parameters.set(plan.parameters);
      initials.set(plan.initials);
    },
    take: (_, count, values) => {
      for (let lane = 0; lane < count; lane++) {
        const differing = own.values.findIndex(
          (value, i) => !Object.is(value, values[i * many.width + lane]),
        );
        expect(differing < 0 ? 'none' : series[Math.floor(differing / rows)], `lane ${lane}`).toBe('none');
      }
    },
  });
}
