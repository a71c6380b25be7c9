import { eachPart } from '../../equation/parts.ts';
import type { Expr } from '../../model/expr.ts';
import type { GraphicalFunction, Parameter, Stock, Variable, VariableId } from '../../model/variable.ts';
import type { CheckedModel, CheckedStock } from '../checked.ts';
import { derivativeOf } from './derivative.ts';
import type { Slopes } from './derivative.ts';

/** The variable that carries the derivative of another. */
export const tangentName = (id: VariableId): VariableId => `∂ ${id}`;
/** The parameter that says how far a direction goes along a parameter or a stock's initial value. */
export const seedName = (id: VariableId): VariableId => `∂∂ ${id}`;

export interface TangentModel {
  /** The model with one more variable for each that the inputs move, and a seed, 0 unless it is set, for each input. */
  readonly checked: CheckedModel;
  /** The variables that the inputs move at all; all other derivatives are 0. */
  readonly moved: ReadonlySet<VariableId>;
  /** Parts of equations at which the derivative leaves something out: jumps, and the times of jumps. */
  readonly leftOut: readonly { readonly variable: VariableId; readonly part: string }[];
}

/**
 * Forward differentiation of a whole model: run by any kernel and any fixed-step method, it gives exactly the derivative
 * of what that method computes, as every step is linear in the flows.
 * @param inputs parameters, or stocks for their initial values
 */
export function tangentModel(checked: CheckedModel, inputs: readonly VariableId[]): TangentModel {
  const moved = movedBy(checked, inputs);
  const leftOut: { variable: VariableId; part: string }[] = [];
  const input = new Set(inputs);
  const isParameter = new Set(checked.parameters.map(({ id }) => id));
  const slopesIn = (variable: VariableId): Slopes => ({
    ref: (name, span) => {
      if (!moved.has(name)) return undefined;
      return { kind: 'ref', name: isParameter.has(name) ? seedName(name) : tangentName(name), span };
    },
    table: tangentName,
    leavesOut: (part) => leftOut.push({ variable, part }),
  });
  const span = { from: 0, to: 0 };
  const zero: Expr = { kind: 'number', value: 0, span };
  const slopeOf = (id: VariableId, expr: Expr): Expr => derivativeOf(expr, slopesIn(id)) ?? zero;
  const withTangent = (ids: readonly VariableId[]): readonly VariableId[] =>
    ids.flatMap((id) => (moved.has(id) ? [id, tangentName(id)] : [id]));

  const equations = new Map<VariableId, Expr>();
  for (const [id, expr] of checked.equations) {
    equations.set(id, expr);
    if (moved.has(id)) equations.set(tangentName(id), slopeOf(id, expr));
  }
  const seeds = checked.parameters
    .concat(checked.stocks.flatMap(({ stock }) => (input.has(stock.id) ? [seedOf(stock)] : [])))
    .filter(({ id }) => input.has(id));
  const stocks = checked.stocks.flatMap((each): readonly CheckedStock[] => {
    const { stock, initial } = each;
    if (!moved.has(stock.id)) return [each];
    if (stock.nonNegative && stock.outflows.length > 0) leftOut.push({ variable: stock.id, part: 'limit' });
    const tangents = (flows: readonly VariableId[]) => flows.filter((id) => moved.has(id)).map(tangentName);
    const tangent: Stock = {
      ...stock,
      id: tangentName(stock.id),
      inflows: tangents(stock.inflows),
      outflows: tangents(stock.outflows),
      nonNegative: false,
      hidden: true,
    };
    const slope = slopeOf(stock.id, initial);
    const seed: Expr = { kind: 'ref', name: seedName(stock.id), span };
    const start: Expr = input.has(stock.id)
      ? { kind: 'binary', op: '+', left: seed, right: slope, at: 0, span }
      : slope;
    return [each, { stock: tangent, initial: start }];
  });
  const parameters = [
    ...checked.parameters,
    ...seeds.map((seed) => ({ ...seed, id: seedName(seed.id), value: 0 })),
  ];
  const tables = checked.tables.flatMap((table) => [table, slopesOf(table)]);
  const variables = new Map<VariableId, Variable>(checked.model.variables);
  for (const added of [...parameters, ...stocks.map(({ stock }) => stock), ...tables]) {
    if (!variables.has(added.id)) variables.set(added.id, added);
  }
  for (const id of checked.equations.keys()) {
    const variable = variables.get(id);
    if (moved.has(id) && variable !== undefined) {
      variables.set(tangentName(id), { ...variable, id: tangentName(id), hidden: true });
    }
  }
  return {
    checked: {
      ...checked,
      model: { ...checked.model, variables },
      parameters,
      tables,
      stocks,
      equations,
      constants: withTangent(checked.constants),
      dynamic: withTangent(checked.dynamic),
      initials: withTangent(checked.initials),
    },
    moved,
    leftOut,
  };
}

/** What depends on the inputs, by way of equations, initial values and stocks, until nothing more is found. */
function movedBy(checked: CheckedModel, inputs: readonly VariableId[]): ReadonlySet<VariableId> {
  const moved = new Set(inputs);
  const reads = (expr: Expr): boolean => {
    let found = false;
    eachPart(
      expr,
      (part) => (found ||= (part.kind === 'ref' || part.kind === 'past') && moved.has(part.name)),
    );
    return found;
  };
  for (let before = -1; before < moved.size;) {
    before = moved.size;
    for (const [id, expr] of checked.equations) if (reads(expr)) moved.add(id);
    for (const { stock, initial } of checked.stocks) {
      const flows = [...stock.inflows, ...stock.outflows];
      if (reads(initial) || flows.some((flow) => moved.has(flow))) moved.add(stock.id);
    }
  }
  return moved;
}

function seedOf(stock: Stock): Parameter {
  const evidence = { grade: 'assumed', source: stock.name } as const;
  const distribution = { shape: 'fixed', min: 0, max: 0 } as const;
  const { id, name, about, unit, place } = stock;
  return { id, name, about, unit, place, kind: 'parameter', value: 0, distribution, evidence };
}

/** A graphical function's slope: level from each point to the next, at a point that of the segment which begins there. */
function slopesOf(table: GraphicalFunction): GraphicalFunction {
  const { x, y, extrapolate } = table;
  const slopes = x.slice(1).map((right, i) => (y[i + 1]! - y[i]!) / (right - x[i]!));
  const last = x.at(-1)!;
  const before = extrapolate ? (slopes[0] ?? 0) : 0;
  const after = extrapolate ? (slopes.at(-1) ?? 0) : 0;
  const points: [x: number, y: number][] = [[x[0]! - 1, before]];
  for (const [i, at] of x.entries()) {
    points.push([at, i === 0 ? before : slopes[i - 1]!], [at, slopes[i] ?? after]);
  }
  points.push([last + 1, after]);
  const { extrapolate: _, ...level } = table;
  return {
    ...level,
    id: tangentName(table.id),
    hidden: true,
    x: points.map(([at]) => at),
    y: points.map(([, slope]) => slope),
  };
}
