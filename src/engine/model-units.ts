import { must } from '../base/assert.ts';
import { error, onVariable } from '../base/diagnostic.ts';
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
import type { Stock, Variable, VariableId } from '../model/variable.ts';

/** What a name of a model means. A unit that is empty, or that cannot be read, is not known and not checked. */
export interface Named {
  readonly id: VariableId;
  readonly kind: Variable['kind'];
  /** Its place among the model's variables. */
  readonly index: number;
  readonly unit: Unit | undefined;
  /** Of a graphical function. */
  readonly xUnit: Unit | undefined;
}

/** The names of a model, with the units that it declares. */
export interface ModelNames extends DeclaredUnits {
  readonly of: (name: string) => Named | undefined;
  /** What is wrong with units as they are written. */
  readonly problems: readonly Diagnostic[];
}

/** Units by their text, so that equal texts give one and the same. */
const known = new Map<string, Unit>();
const limit = 5000;

function unitOf(source: SourceText): Result<Unit, Diagnostic> {
  const unit = parseUnit(source);
  if (!unit.ok) return unit;
  if (known.size >= limit) known.clear();
  known.set(source.text, unit.value);
  return unit;
}

export function readNames(model: Model): ModelNames {
  const problems: Diagnostic[] = [];
  const read = (id: VariableId, source: SourceText): Unit | undefined => {
    const before = known.get(source.text);
    if (before !== undefined || source.text.trim() === '') return before;
    const unit = unitOf(source);
    if (!unit.ok) problems.push(...onVariable(id, [unit.error]));
    return unit.ok ? unit.value : undefined;
  };

  const { file, simSpecs, variables } = model;
  // A foreign model need not say what its time is counted in.
  const time =
    simSpecs.timeUnit === '' ? undefined : unitOf({ text: simSpecs.timeUnit, file, line: 1, column: 1 });
  if (time?.ok === false) problems.push({ ...time.error, where: { file } });
  const names = new Map<string, Named>();
  for (const [id, variable] of variables) {
    const { kind } = variable;
    const xUnit = kind === 'table' ? read(id, variable.xUnit) : undefined;
    names.set(id, { id, kind, index: names.size, unit: read(id, variable.unit), xUnit });
  }
  return {
    of: (name) => names.get(name),
    time: time?.ok ? time.value : undefined,
    variable: (name) => names.get(name)?.unit,
    table: (name) => {
      const table = names.get(name);
      return { x: table?.xUnit, y: table?.unit };
    },
    problems,
  };
}

const none: readonly Diagnostic[] = [];

/**
 * What is wrong with the units of an equation. An equation that is a number alone has the unit that its variable
 * declares: it is the place where that number is given.
 */
export function checkUnits(
  id: VariableId,
  expr: Expr,
  source: SourceText,
  units: DeclaredUnits,
): readonly Diagnostic[] {
  if (literalValue(expr) !== undefined) return none;
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
export function checkFlowUnits(stock: Stock, model: Model, names: ModelNames): readonly Diagnostic[] {
  const unit = names.variable(stock.id);
  if (!unit || !names.time) return none;
  const expected = timesPower(unit, names.time, -1);
  const wrong: Diagnostic[] = [];
  const look = (id: VariableId): void => {
    const { kind, unit: declared } = names.of(id) ?? {};
    if (kind !== 'flow' || !declared || sameUnit(declared, expected)) return;
    const args = {
      flow: id,
      declared: formatUnit(declared),
      stock: stock.id,
      expected: formatUnit(expected),
    };
    const place = placeAt(must(model.variables.get(id), id).unit, 0);
    wrong.push(...onVariable(id, [error('unit-flow', args, place)]));
  };
  stock.inflows.forEach(look);
  stock.outflows.forEach(look);
  return wrong;
}
