import { literalValue, measure } from '../../equation/unit-check.ts';
import { parseUnit, sameUnit, timesPower } from '../../equation/unit.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { SourceText } from '../../base/source.ts';
import type { Expr } from '../../model/expr.ts';
import type { Unit } from '../../equation/unit.ts';
import type { Model } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';

/**
 * Whether all units of a model are there and agree by our own rules, which stop a run. Other programs only warn, and
 * most of their files have units that nobody has checked.
 */
export function unitsHold({ variables, simSpecs, file }: Model): boolean {
  const time = unitOf({ text: simSpecs.timeUnit, file, line: 1, column: 1 });
  const units = new Map<VariableId, Unit>();
  for (const v of variables.values()) {
    const unit = v.hidden ? undefined : unitOf(v.unit);
    if (unit === undefined) return false;
    units.set(v.id, unit);
  }
  if (time === undefined) return false;
  const declared = {
    time,
    variable: (name: string) => units.get(name),
    table: (name: string) => {
      const table = variables.get(name);
      return { x: table?.kind === 'table' ? unitOf(table.xUnit) : undefined, y: units.get(name) };
    },
  };
  const fits = (id: VariableId, expr: Expr | undefined, source: SourceText): boolean => {
    if (expr === undefined || literalValue(expr) !== undefined) return true;
    const problems: Diagnostic[] = [];
    const found = measure(expr, source, declared, problems);
    return problems.length === 0 && (typeof found === 'string' || sameUnit(found, units.get(id)!));
  };
  return [...variables.values()].every((v) => {
    if (v.kind === 'flow' || v.kind === 'aux') return fits(v.id, v.expr, v.equation);
    if (v.kind !== 'stock') return true;
    const rate = timesPower(units.get(v.id)!, time, -1);
    const flows = [...v.inflows, ...v.outflows];
    return fits(v.id, v.initialExpr, v.initial) && flows.every((flow) => sameUnit(units.get(flow)!, rate));
  });
}

function unitOf(source: SourceText): Unit | undefined {
  if (source.text.trim() === '') return undefined;
  const unit = parseUnit(source);
  return unit.ok ? unit.value : undefined;
}
