import { must } from '../base/assert.ts';
import { hasErrors } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import { SEED } from '../equation/names.ts';
import { eachPart } from '../equation/parts.ts';
import { createReader } from './equations.ts';
import { equationOf, exprOf, isComputed } from './equation-of.ts';
import { checkFlowUnits, readUnits } from './model-units.ts';
import { orderModel } from './order-model.ts';
import { checkStructure } from './structure.ts';
import type { Diagnostic, Severity, Where } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { Expr } from '../model/expr.ts';
import type { Model } from '../model/model.ts';
import type { Parameter, VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import type { Resolved } from './resolve.ts';

/**
 * Makes sure that a model can run and means what its units say. Fails with every error that it has, and its warnings,
 * in the order of the file. Wrong units are errors in a native model; models from elsewhere are often used without
 * right units, so there they are warnings.
 */
export function check(model: Model): Result<CheckedModel, readonly Diagnostic[]> {
  const variables = [...model.variables.values()];
  const units = readUnits(model);
  const read = createReader(model, units);
  const problems: Diagnostic[] = [...checkStructure(model)];
  const unitProblems: Diagnostic[] = [...units.problems];

  const resolved = new Map<VariableId, Resolved>();
  for (const variable of variables) {
    const { id } = variable;
    if (variable.kind === 'stock') unitProblems.push(...checkFlowUnits(variable, model, units));
    const source = equationOf(variable);
    if (source === undefined) continue;
    const given = exprOf(variable);
    if (given) {
      resolved.set(id, { expr: given, uses: usesOf(given), asked: [] });
      continue;
    }
    const found = read(id, source);
    if (found.resolved !== undefined) resolved.set(id, found.resolved);
    problems.push(...found.problems);
    unitProblems.push(...found.unitProblems);
  }

  const order = orderModel(model, resolved);
  problems.push(...order.problems);
  const severity: Severity = model.dialect === 'native' ? 'error' : 'warning';
  const found = inFileOrder([...problems, ...unitProblems.map((d) => ({ ...d, severity }))]);
  if (hasErrors(found)) return fail(found);

  const expr = (id: VariableId) => must(resolved.get(id), id).expr;
  return ok({
    model,
    parameters: [
      ...variables.filter((v) => v.kind === 'parameter'),
      ...([...resolved.values()].some(({ uses }) => uses.has(SEED)) ? [seed] : []),
    ],
    tables: variables.filter((v) => v.kind === 'table'),
    stocks: variables.filter((v) => v.kind === 'stock').map((stock) => ({ stock, initial: expr(stock.id) })),
    equations: new Map(variables.filter(isComputed).map(({ id }) => [id, expr(id)])),
    constants: order.constants,
    dynamic: order.dynamic,
    initials: order.initials,
    warnings: found,
  });
}

const words = { sv: '', en: '' };
const nowhere = { file: '', line: 1, column: 1 };

/** The run's seed, of a model that draws. */
const seed: Parameter = {
  id: SEED,
  kind: 'parameter',
  name: words,
  about: words,
  unit: { ...nowhere, text: '1' },
  place: nowhere,
  hidden: true,
  value: 0,
  distribution: { shape: 'fixed', min: 0, max: 0 },
  evidence: { grade: 'assumed', source: words },
};

/** What reads the past changes with time. */
function usesOf(expr: Expr): ReadonlySet<string> {
  const uses = new Set<string>();
  eachPart(expr, (part) => {
    if (part.kind === 'ref') uses.add(part.name);
    else if (part.kind === 'past') uses.add('steptime');
  });
  return uses;
}

/** Within one file by line and column; what has no place stands first. */
function inFileOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const compare = (a: Where, b: Where): number =>
    (a.file ?? '').localeCompare(b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0);
  return diagnostics.toSorted((a, b) => compare(a.where, b.where));
}
