import { must } from '../base/assert.ts';
import { ok } from '../base/result.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { ManyEngine, ModelHandle } from '../engine/api.ts';
import { seriesOf, type Experiment, type Run } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { Confidence } from '../model/structure.ts';
import type { VariableId } from '../model/variable.ts';

/**
 * The tests of confidence as figures, for one experiment and its base: everyone is counted, the ledger adds up, half the
 * step gives the same, and base stays where it begins.
 */
export function confidenceIn(
  engine: ManyEngine,
  handle: ModelHandle,
  experiment: Experiment,
  base: Experiment,
): Result<Confidence, readonly Diagnostic[]> {
  const model = engine.modelOf(handle);
  const outcomes = model.outcomes.map((o) => o.variable);
  const { dt, saveStep } = model.simSpecs;
  const whole = engine.run(handle, experiment, { series: 'all' });
  if (!whole.ok) return whole;
  const half = engine.run(handle, experiment, { series: outcomes, dt: dt / 2, saveStep });
  if (!half.ok) return half;
  const still = engine.run(handle, base, { series: outcomes });
  if (!still.ok) return still;
  return ok({
    residual: Math.max(
      0,
      ...whole.value.balance
        .filter((b) => model.variables.get(b.stock)?.unit.text.trim() === 'person')
        .map((b) => Math.abs(b.residual)),
    ),
    ledger: ledgerDifference(model, whole.value),
    step: Math.max(0, ...outcomes.map((name) => difference(whole.value, half.value, name))),
    drift:
      model.equilibrium === undefined
        ? undefined
        : Math.max(0, ...outcomes.map((name) => drift(valuesOf(still.value, name)))),
  });
}

const valuesOf = (run: Run, name: VariableId): Float64Array => must(seriesOf(run, name), name);

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** The largest difference between two runs as a share of the largest value. */
function difference(a: Run, b: Run, name: VariableId): number {
  const [left, right] = [valuesOf(a, name), valuesOf(b, name)];
  const size = largest(right);
  return size === 0 ? 0 : largest(left.map((value, i) => value - right[i]!)) / size;
}

function drift(values: Float64Array): number {
  const size = Math.max(1e-9, Math.abs(values[0]!));
  return largest(values.map((value) => value - values[0]!)) / size;
}

function ledgerDifference({ ledger, actors }: Model, run: Run): number | undefined {
  if (ledger === undefined) return undefined;
  const parts = actors.filter((a) => a.money === 'cash').map((a) => valuesOf(run, a.costRate));
  return largest(
    valuesOf(run, ledger.publicCost).map((sum, i) => parts.reduce((rest, part) => rest - part[i]!, sum)),
  );
}
