import { assert } from '../base/assert.ts';
import { error } from '../base/diagnostic.ts';
import { builtins } from '../equation/builtins/index.ts';
import { CONSTANTS, isKeyword, isName, isRunName } from '../equation/names.ts';
import { timeGrid } from './integrate/time-grid.ts';
import type { Diagnostic, DiagnosticArgs, DiagnosticCode } from '../base/diagnostic.ts';
import type { Model } from '../model/model.ts';
import type { ModelNames } from './model-units.ts';
import type { GraphicalFunction, Stock, Variable, VariableId } from '../model/variable.ts';

/** What is wrong with a model apart from its equations and units: names, times, the flows of stocks, points. */
export function checkStructure(model: Model, names: ModelNames): readonly Diagnostic[] {
  const variables = [...model.variables.values()];
  const stocks = variables.filter((v) => v.kind === 'stock');
  const tables = variables.filter((v) => v.kind === 'table');
  return [
    ...checkTimes(model),
    ...(model.dialect === 'native' ? variables.flatMap(checkName) : []),
    ...checkFlows(names, stocks, 'inflow'),
    ...checkFlows(names, stocks, 'outflow'),
    ...tables.flatMap((table) => checkPoints(table, model.dialect === 'native' && table.jumps !== true)),
  ];
}

function checkTimes({ file, simSpecs }: Model): readonly Diagnostic[] {
  const grid = timeGrid(simSpecs);
  return grid.ok ? [] : [{ ...grid.error, where: { file } }];
}

const none: readonly Diagnostic[] = [];

/** Other dialects quote names, so that anything is one. */
function checkName({ id, place }: Variable): readonly Diagnostic[] {
  if (!isName(id)) return [error('bad-name', { name: id }, { ...place, variable: id })];
  return isReserved(id) ? [error('reserved-name', { name: id }, { ...place, variable: id })] : none;
}

const isReserved = (id: string): boolean =>
  builtins.has(id) || isRunName(id) || CONSTANTS.has(id) || isKeyword(id);

/** A flow moves from one stock to one other, so it is an inflow of at most one and an outflow of at most one. */
function checkFlows(
  names: ModelNames,
  stocks: readonly Stock[],
  side: 'inflow' | 'outflow',
): readonly Diagnostic[] {
  const ends = new Map<number, VariableId>();
  const problems: Diagnostic[] = [];
  for (const stock of stocks) {
    const tell = <C extends DiagnosticCode>(code: C, args: DiagnosticArgs[C]): void => {
      problems.push(error(code, args, { ...stock.place, variable: stock.id }));
    };
    for (const name of side === 'inflow' ? stock.inflows : stock.outflows) {
      const { kind, index = -1 } = names.of(name) ?? {};
      const first = ends.get(index);
      ends.set(index, stock.id);
      if (kind === undefined) tell('unknown-reference', { name, role: side });
      else if (kind !== 'flow') tell('not-a-flow', { stock: stock.id, name });
      else if (first !== undefined) tell('flow-twice', { flow: name, first, second: stock.id, side });
    }
  }
  return problems;
}

/**
 * Points go strictly to the right, so that there is one value at each x. In other dialects two may have the same x: a
 * step, at which the second holds.
 */
function checkPoints({ id, x, y, place }: GraphicalFunction, strict: boolean): readonly Diagnostic[] {
  assert(x.length > 0 && x.length === y.length, `${id} has as many x as y`);
  const goesOn = (value: number, before = -Infinity): boolean => (strict ? value > before : value >= before);
  const wrong = x.find((value, i) => !goesOn(value, x[i - 1]) || !Number.isFinite(value + y[i]!));
  return wrong === undefined
    ? []
    : [error('points-order', { name: id, x: wrong }, { ...place, variable: id })];
}
