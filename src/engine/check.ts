import { hasErrors } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import { SEED } from '../equation/names.ts';
import { eachPart } from '../equation/parts.ts';
import { createReader } from './equations.ts';
import { equationOf, exprOf } from './equation-of.ts';
import { checkFlowUnits, readNames } from './model-units.ts';
import { orderModel } from './order-model.ts';
import { checkStructure } from './structure.ts';
import type { Diagnostic, Severity, Where } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { Expr } from '../model/expr.ts';
import type { Model } from '../model/model.ts';
import type { Parameter, VariableId } from '../model/variable.ts';
import type { CheckedModel, CheckedStock } from './checked.ts';

/**
 * Makes sure that a model can run and means what its units say. Fails with every error that it has, and its warnings,
 * in the order of the file. Wrong units are errors in a native model; models from elsewhere are often used without
 * right units, so there they are warnings.
 */
export function check(model: Model): Result<CheckedModel, readonly Diagnostic[]> {
  const variables = [...model.variables.values()];
  const names = readNames(model);
  const read = createReader(model, names);
  const problems: Diagnostic[] = [...checkStructure(model, names)];
  const unitProblems: Diagnostic[] = [...names.problems];

  const equations = new Map<VariableId, Expr>();
  const stocks: CheckedStock[] = [];
  const usesOf: (readonly string[] | undefined)[] = [];
  let draws = false;
  for (const variable of variables) {
    const { id } = variable;
    let uses: readonly string[] | undefined;
    const take = (expr: Expr, itsUses: readonly string[]): void => {
      if (variable.kind === 'stock') stocks.push({ stock: variable, initial: expr });
      else equations.set(id, expr);
      uses = itsUses;
    };
    if (variable.kind === 'stock') unitProblems.push(...checkFlowUnits(variable, model, names));
    const source = equationOf(variable);
    const given = exprOf(variable);
    if (given) take(given, namesIn(given));
    else if (source !== undefined) {
      const found = read(id, source);
      if (found.resolved !== undefined) take(found.resolved.expr, found.resolved.uses);
      problems.push(...found.problems);
      unitProblems.push(...found.unitProblems);
    }
    if (uses?.includes(SEED) === true) draws = true;
    usesOf.push(uses);
  }

  const order = orderModel(variables, names, usesOf);
  problems.push(...order.problems);
  const severity: Severity = model.dialect === 'native' ? 'error' : 'warning';
  const found = inFileOrder([...problems, ...unitProblems.map((d) => ({ ...d, severity }))]);
  if (hasErrors(found)) return fail(found);

  return ok({
    model,
    parameters: [...variables.filter((v) => v.kind === 'parameter'), ...(draws ? [seed] : [])],
    tables: variables.filter((v) => v.kind === 'table'),
    stocks,
    equations,
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
function namesIn(expr: Expr): readonly string[] {
  const names = new Set<string>();
  eachPart(expr, (part) => {
    if (part.kind === 'ref') names.add(part.name);
    else if (part.kind === 'past') names.add('steptime');
  });
  return [...names];
}

/** Within one file by line and column; what has no place stands first. */
function inFileOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const compare = (a: Where, b: Where): number =>
    (a.file ?? '').localeCompare(b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0);
  return diagnostics.toSorted((a, b) => compare(a.where, b.where));
}
