import { warning } from '../../base/diagnostic.ts';
import { placeAt } from '../../base/source.ts';
import { withChildren } from '../../equation/parts.ts';
import { literalValue, measure } from '../../equation/unit-check.ts';
import { formatUnit, sameUnit } from '../../equation/unit.ts';
import { unitReader } from '../foreign/units.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Expr } from '../../model/expr.ts';
import type { Definition } from '../foreign/foreign-model.ts';
import type { Unit } from '../../equation/unit.ts';
import type { DeclaredUnits } from '../../equation/unit-check.ts';
import type { World } from './world.ts';

const ALIKE: ReadonlySet<string> = new Set(['min', 'max', 'mod', 'clip']);
const SUMS: ReadonlySet<string> = new Set(['+', '-', '<', '<=', '>', '>=', '==', '!=']);

/**
 * The expression with 0 for every bare number that is added, compared or chosen: the check lets 0 stand for anything, and
 * few authors give `STEP(1, 5)` a constant for the 5.
 */
function forgiving(expr: Expr): Expr {
  const inner = withChildren(expr, forgiving);
  const free = (e: Expr): Expr =>
    literalValue(e) === undefined ? e : { kind: 'number', value: 0, span: e.span };
  if (inner.kind === 'binary' && SUMS.has(inner.op))
    return { ...inner, left: free(inner.left), right: free(inner.right) };
  if (inner.kind === 'if') return { ...inner, then: free(inner.then), otherwise: free(inner.otherwise) };
  if (inner.kind === 'call' && ALIKE.has(inner.fn)) return { ...inner, args: inner.args.map(free) };
  return inner;
}

/** Most that is told of a model's units: one whose author never minded them would be nothing but that. */
const MOST_WARNINGS = 50;

/**
 * What disagrees in the units of a foreign model, once for each equation as it is written. Models are often used without
 * right units, so these never stop a run; what a file leaves out agrees with everything.
 */
export function unitWarnings(world: World): readonly Diagnostic[] {
  const read = unitReader(world.foreign.units);
  const unitOf = (id: string): Unit | undefined => {
    const made = world.made.get(id);
    return made && !made.hidden ? read(made.definition.unit.text) : undefined;
  };
  const units: DeclaredUnits = {
    time: read(world.foreign.specs.timeUnit),
    variable: unitOf,
    table: () => ({ x: undefined, y: undefined }),
  };
  const checked = new Set<Definition>();
  const warnings: Diagnostic[] = [];
  for (const [id, made] of world.made) {
    const { definition, hidden } = made;
    if (hidden || made.kind === 'table' || made.kind === 'stock' || checked.has(definition)) continue;
    checked.add(definition);
    if (literalValue(made.expr) !== undefined) continue;
    const problems: Diagnostic[] = [];
    const computed = measure(forgiving(made.expr), definition.source, units, problems);
    const declared = unitOf(id);
    const where = { ...placeAt(definition.source, made.expr.span.from), variable: id };
    for (const problem of problems)
      warnings.push({ ...problem, severity: 'warning', where: { ...problem.where, variable: id } });
    if (problems.length === 0 && declared && typeof computed !== 'string' && !sameUnit(declared, computed)) {
      const args = { name: id, declared: formatUnit(declared), computed: formatUnit(computed) };
      warnings.push(warning('unit-declared', args, where));
    }
    if (warnings.length >= MOST_WARNINGS) break;
  }
  return warnings.slice(0, MOST_WARNINGS);
}
