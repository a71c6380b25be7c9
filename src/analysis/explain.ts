import { must } from '../base/assert.ts';
import { ok } from '../base/result.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { ManyEngine, ModelHandle } from '../engine/api.ts';
import type { CheckedModel } from '../engine/checked.ts';
import { readsOf } from '../engine/reads.ts';
import type { Expr } from '../model/expr.ts';
import type { Explanation, ExplanationRequest, Reason } from '../model/structure.ts';
import type { Stock, VariableId } from '../model/variable.ts';
import { linksOf, shownLinks, signOf, slopesAt } from './links.ts';
import { momentOf, throughTo, type Moment } from './moment.ts';

/** Beyond this many changed values their orders are too many to take all. */
const mostDivided = 12;

/**
 * What a value is worked out from, and how much of its difference to base comes from each part. An equation's difference is
 * divided by the average over all orders in which its values can change from base to now (Shapley, 1953), a stock's by what
 * has gone through each flow since the start.
 */
export function explain(
  engine: ManyEngine,
  handle: ModelHandle,
  request: ExplanationRequest,
): Result<Explanation, readonly Diagnostic[]> {
  const { variable: id, time } = request;
  const checked = engine.checkedOf(handle);
  const { model, equations } = checked;
  const variable = must(model.variables.get(id), id);
  const now = momentOf(engine, handle, request.experiment, time);
  if (!now.ok) return now;
  const base = momentOf(engine, handle, request.base, time);
  if (!base.ok) return base;
  const written = equations.get(id);
  // What a reader has made of a delay or a belt is not what its author wrote: then only what it is worked out from is told.
  const isMade =
    written !== undefined && [...readsOf(written)].some((name) => model.variables.get(name)?.hidden);
  const expr = isMade ? undefined : written;
  const reasons =
    variable.kind === 'stock'
      ? flowReasons(variable, now.value, base.value)
      : isMade
        ? shownReasons(id, checked, now.value, base.value)
        : expr === undefined
          ? []
          : readReasons(expr, [...model.variables.keys()], now.value, base.value);
  const table = variable.kind === 'table';
  return ok({
    request,
    value: table ? NaN : now.value.get(id),
    base: table ? NaN : base.value.get(id),
    expr,
    reasons,
  });
}

function flowReasons({ inflows, outflows }: Stock, now: Moment, base: Moment): readonly Reason[] {
  const reason =
    (sign: 1 | -1) =>
    (flow: VariableId): Reason => ({
      variable: flow,
      value: now.get(flow),
      base: base.get(flow),
      sign,
      contribution: sign * (throughTo(now.run, flow, now.row) - throughTo(base.run, flow, base.row)),
    });
  return [...inflows.map(reason(1)), ...outflows.map(reason(-1))];
}

function shownReasons(id: VariableId, checked: CheckedModel, now: Moment, base: Moment): readonly Reason[] {
  const links = shownLinks(linksOf(checked), checked.model).filter(({ to }) => to === id);
  return [...new Set(links.map(({ from }) => from))]
    .filter((from) => checked.model.variables.get(from)?.kind !== 'table')
    .map((from) => ({
      variable: from,
      value: now.get(from),
      base: base.get(from),
      sign: undefined,
      contribution: undefined,
    }));
}

function readReasons(
  expr: Expr,
  variables: readonly VariableId[],
  now: Moment,
  base: Moment,
): readonly Reason[] {
  const known = new Set(variables);
  const names = [...readsOf(expr)].filter((name) => known.has(name));
  const changed = names.filter((name) => now.get(name) !== base.get(name));
  const parts = changed.length <= mostDivided ? divide(expr, changed, now, base) : undefined;
  const size = Math.abs(now.compute(expr));
  return names.map((name): Reason => {
    const at = now.get(name);
    const slopes = slopesAt((value) => now.compute(expr, new Map([[name, value]])), at);
    return {
      variable: name,
      value: at,
      base: base.get(name),
      sign: signOf(slopes, Math.max(size, 1e-9) / Math.max(Math.abs(at), 1e-9)),
      contribution: parts === undefined ? undefined : (parts.get(name) ?? 0),
    };
  });
}

/** The Shapley value of each changed name: every set of the others is weighed by the orders in which it comes first. */
function divide(
  expr: Expr,
  changed: readonly VariableId[],
  now: Moment,
  base: Moment,
): ReadonlyMap<VariableId, number> | undefined {
  const count = changed.length;
  const values = Float64Array.from({ length: 2 ** count }, (_, set) =>
    base.compute(
      expr,
      new Map(changed.map((name, i) => [name, (set >> i) & 1 ? now.get(name) : base.get(name)])),
    ),
  );
  if (!values.every(Number.isFinite)) return undefined;
  const factorial = [1];
  for (let i = 1; i <= count; i++) factorial.push(factorial[i - 1]! * i);
  return new Map(
    changed.map((name, i) => {
      let sum = 0;
      for (let set = 0; set < values.length; set++) {
        if ((set >> i) & 1) continue;
        const before = ones(set);
        const weight = (factorial[before]! * factorial[count - before - 1]!) / factorial[count]!;
        sum += weight * (values[set | (1 << i)]! - values[set]!);
      }
      return [name, sum];
    }),
  );
}

function ones(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
