import { must } from '../../base/assert.ts';
import { withChildren } from '../../equation/parts.ts';
import type { ArithmeticOp, Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import type { Scheme } from '../integrate/index.ts';
import type { Schedule } from '../schedule.ts';
import { assignment } from './assignment.ts';
import type { Assignment } from './assignment.ts';
import { joinedIn, joint } from './joins.ts';
import type { Joint } from './joins.ts';
import { openingName, reachName, stepName, totalName, weightedName } from './statements.ts';

/** Whether an expression is a call of a function of the kernel. */
export type IsCall = (expr: Expr) => boolean;

const nextPrefix = '#next ';
/** The stock at the next stage. */
const nextName = (stock: VariableId): string => `${nextPrefix}${stock}`;
/** The stock whose next value a name means. */
export const stockOfNext = (name: string): VariableId | undefined =>
  name.startsWith(nextPrefix) ? name.slice(nextPrefix.length) : undefined;

const span = { from: 0, to: 0 };
const ref = (name: string): Extract<Expr, { kind: 'ref' }> => ({ kind: 'ref', name, span });
const number = (value: number): Expr => ({ kind: 'number', value, span });
const binary = (op: ArithmeticOp, left: Expr, right: Expr): Expr => {
  return { kind: 'binary', op, left, right, at: 0, span };
};
const sum = (parts: readonly Expr[]): Expr =>
  parts.length === 0 ? number(0) : parts.reduce((a, b) => binary('+', a, b));

/**
 * Equations, each call in them and each of its arguments an assignment of its own before the one it is part of; and each
 * sum of as many values as make a loop.
 */
export const evaluations = (
  { equations }: CheckedModel,
  ids: readonly VariableId[],
  split: Split,
): readonly Assignment[] => ids.flatMap((id) => evaluation(id, must(equations.get(id), id), split));

/** What is taken out of expressions: calls, and sums of at least so many values. */
export interface Split {
  readonly isCall: IsCall;
  readonly loop: number;
}

function evaluation(id: string, equation: Expr, { isCall, loop }: Split): readonly Assignment[] {
  const whole = assignment(id, equation);
  if (whole.shape === undefined || (whole.parts < loop && !whole.calls)) return [whole];
  const parts: Assignment[] = [];
  const add = (expr: Expr): Extract<Expr, { kind: 'ref' }> => {
    const name = `#part ${parts.length} ${id}`;
    parts.push(assignment(name, expr));
    return ref(name);
  };
  const without = (expr: Expr): Expr => {
    if (isJoint(expr)) {
      const values = joinedIn(expr, loop);
      if (values) return folded(expr, values);
    }
    const inner = withChildren(expr, without);
    return isCall(expr) ? add(withChildren(inner, add)) : inner;
  };
  const folded = (like: Joint, values: readonly Expr[]): Expr => {
    const names = Array.from({ length: Math.ceil(values.length / 2) }, (_, i) => {
      const [left, right] = [values[2 * i]!, values[2 * i + 1]];
      return add(right === undefined ? without(left) : joint(like, without(left), without(right))).name;
    });
    const name = `#part ${parts.length} ${id}`;
    parts.push({ ...foldOf(like, names), name });
    return ref(name);
  };
  const rest = without(whole.value);
  if (rest === whole.value) return [whole];
  const last = parts.at(-1);
  // A sum that is all there is to an equation is its value.
  if (last?.fold && rest.kind === 'ref' && rest.name === last.name)
    return [...parts.slice(0, -1), { ...last, name: id }];
  return [...parts, assignment(id, rest)];
}

const foldOf = (like: Joint, names: readonly string[]): Omit<Assignment, 'name'> => ({
  value: like,
  reads: names,
  shape: undefined,
  parts: names.length,
  calls: false,
  fold: { like, names },
});

const isJoint = (expr: Expr): expr is Joint =>
  expr.kind === 'binary'
    ? expr.op === '+' || expr.op === '*'
    : expr.kind === 'call' && (expr.fn === 'min' || expr.fn === 'max');

/** What memory holds from the start: a stock's initial value that is given, or NaN. */
export const givenName = (stock: VariableId): string => `#given ${stock}`;

/** As `prepare`, up to the stocks at the start. */
export function beginnings(checked: CheckedModel, split: Split): readonly Assignment[] {
  const initials = new Map(checked.stocks.map(({ stock, initial }) => [stock.id, initial]));
  const orGiven = (id: VariableId, otherwise: Expr): Expr => {
    const then = ref(givenName(id));
    const test: Expr = { kind: 'binary', op: '==', left: then, right: then, at: 0, span };
    return { kind: 'if', test, then, otherwise, span };
  };
  const { constants, equations } = checked;
  return [...constants, ...checked.initials].flatMap((id) => {
    const initial = initials.get(id);
    return evaluation(id, initial ? orGiven(id, initial) : must(equations.get(id), id), split);
  });
}

/** As `advance`, with each stock's next value beside its present one. */
export function movesOf(
  { stocks }: CheckedModel,
  { flows }: Schedule,
  { at, weights }: Scheme,
  stage: number,
): readonly Assignment[] {
  const [single, last] = [at.length === 1, stage === at.length - 1];
  const weighted = (flow: VariableId) => ref(single ? flow : weightedName(flow));
  const moved = last ? weighted : ref;
  const by = ref(last ? stepName : reachName(at[stage + 1]!));
  return [
    ...(single ? [] : flows).map((flow) => {
      const weight = weights[stage]!;
      const part = weight === 1 ? ref(flow) : binary('*', number(weight), ref(flow));
      return assignment(weightedName(flow), stage === 0 ? part : binary('+', weighted(flow), part));
    }),
    ...stocks.map(({ stock: { id, inflows, outflows } }) => {
      const net = binary('-', sum(inflows.map(moved)), sum(outflows.map(moved)));
      const opening = ref(stage === 0 ? id : openingName(id));
      return assignment(nextName(id), binary('+', opening, binary('*', by, net)));
    }),
  ];
}

/** As the last `advance` of a kernel that keeps totals. */
export const additions = ({ flows }: Schedule, { at }: Scheme): readonly Assignment[] =>
  flows.map((flow) => {
    const moved = ref(at.length === 1 ? flow : weightedName(flow));
    return assignment(totalName(flow), binary('+', ref(totalName(flow)), moved));
  });
