import { error, onVariable } from '../base/diagnostic.ts';
import { ok } from '../base/result.ts';
import { placeAt } from '../base/source.ts';
import { literalValue, measure } from '../equation/unit-check.ts';
import { formatUnit, parseUnit, sameUnit, timesPower } from '../equation/unit.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { SourceText } from '../base/source.ts';
import type { Expr } from '../model/expr.ts';
import type { DeclaredUnits } from '../equation/unit-check.ts';
import type { Unit } from '../equation/unit.ts';
import type { Model } from '../model/model.ts';
import type { Stock, VariableId } from '../model/variable.ts';

/** The units that a model declares. One that is empty, or that cannot be read, is not known and not checked. */
export interface ModelUnits extends DeclaredUnits {
  /** What is wrong with units as they are written. */
  readonly problems: readonly Diagnostic[];
}

/** Units by their text, so that equal texts give one and the same. */
const known = new Map<string, Unit>();
const limit = 5000;

function unitOf(source: SourceText): Result<Unit, Diagnostic> {
  const before = known.get(source.text);
  if (before !== undefined) return ok(before);
  const unit = parseUnit(source);
  if (!unit.ok) return unit;
  if (known.size >= limit) known.clear();
  known.set(source.text, unit.value);
  return unit;
}

export function readUnits(model: Model): ModelUnits {
  const problems: Diagnostic[] = [];
  const read = (id: VariableId, source: SourceText): Unit | undefined => {
    if (source.text.trim() === '') return undefined;
    const unit = unitOf(source);
    if (!unit.ok) problems.push(...onVariable(id, [unit.error]));
    return unit.ok ? unit.value : undefined;
  };

  const { file, simSpecs, variables } = model;
  // A foreign model need not say what its time is counted in.
  const time =
    simSpecs.timeUnit === '' ? undefined : unitOf({ text: simSpecs.timeUnit, file, line: 1, column: 1 });
  if (time?.ok === false) problems.push({ ...time.error, where: { file } });
  const units = new Map<VariableId, Unit | undefined>();
  const xUnits = new Map<VariableId, Unit | undefined>();
  for (const [id, variable] of variables) {
    units.set(id, read(id, variable.unit));
    if (variable.kind === 'table') xUnits.set(id, read(id, variable.xUnit));
  }
  return {
    time: time?.ok ? time.value : undefined,
    variable: (name) => units.get(name),
    table: (name) => ({ x: xUnits.get(name), y: units.get(name) }),
    problems,
  };
}

/**
 * What is wrong with the units of an equation. An equation that is a number alone has the unit that its variable
 * declares: it is the place where that number is given.
 */
export function checkUnits(
  id: VariableId,
  expr: Expr,
  source: SourceText,
  units: ModelUnits,
): readonly Diagnostic[] {
  if (literalValue(expr) !== undefined) return [];
  const problems: Diagnostic[] = [];
  const computed = measure(expr, source, units, problems);
  const declared = units.variable(id);
  if (declared && typeof computed !== 'string' && !sameUnit(declared, computed)) {
    const args = { name: id, declared: formatUnit(declared), computed: formatUnit(computed) };
    problems.push(error('unit-declared', args, placeAt(source, expr.span.from)));
  }
  return problems;
}

/** Flows whose unit is not that of their stock per time. */
export function checkFlowUnits(stock: Stock, model: Model, units: ModelUnits): readonly Diagnostic[] {
  const unit = units.variable(stock.id);
  if (!unit || !units.time) return [];
  const expected = timesPower(unit, units.time, -1);
  return [...stock.inflows, ...stock.outflows].flatMap((id) => {
    const flow = model.variables.get(id);
    const declared = units.variable(id);
    if (flow?.kind !== 'flow' || !declared || sameUnit(declared, expected)) return [];
    const args = {
      flow: id,
      declared: formatUnit(declared),
      stock: stock.id,
      expected: formatUnit(expected),
    };
    return onVariable(id, [error('unit-flow', args, placeAt(flow.unit, 0))]);
  });
}
