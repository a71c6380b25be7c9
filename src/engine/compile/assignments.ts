import { must } from '../../base/assert.ts';
import { childrenOf, withChildren } from '../../equation/parts.ts';
import type { ArithmeticOp, Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import type { Scheme } from '../integrate/index.ts';
import type { Schedule } from '../schedule.ts';
import { openingName, reachName, stepName, totalName, weightedName } from './statements.ts';

/**
 * `name` takes the value of an expression. Lists of assignments say what `statements.ts` writes one after the other,
 * for parts of it to be carried out side by side. In a list each name is assigned once, before others read it; a name
 * that is read in its own assignment has the value from before.
 */
export interface Assignment {
  readonly name: string;
  readonly value: Expr;
  readonly reads: ReadonlySet<string>;
  /** The expression without its names and numbers; undefined if it cannot be computed for two at a time. */
  readonly shape: string | undefined;
  /** How many parts the expression has. */
  readonly parts: number;
}

/** Whether an expression is a call of a function of the kernel. */
export type IsCall = (expr: Expr) => boolean;

const nextPrefix = '#next ';
/** The stock at the next stage. */
const nextName = (stock: VariableId): string => `${nextPrefix}${stock}`;
/** The stock whose next value a name means. */
export const stockOfNext = (name: string): VariableId | undefined =>
  name.startsWith(nextPrefix) ? name.slice(nextPrefix.length) : undefined;

const span = { from: 0, to: 0 };
const ref = (name: string): Expr => ({ kind: 'ref', name, span });
const number = (value: number): Expr => ({ kind: 'number', value, span });
const binary = (op: ArithmeticOp, left: Expr, right: Expr): Expr => {
  return { kind: 'binary', op, left, right, at: 0, span };
};
const sum = (parts: readonly Expr[]): Expr =>
  parts.length === 0 ? number(0) : parts.reduce((a, b) => binary('+', a, b));

function assignment(name: string, value: Expr): Assignment {
  const reads = new Set<string>();
  let parts = 0;
  const shapeOf = (expr: Expr): string | undefined => {
    parts++;
    if (expr.kind === 'number') return '.';
    if (expr.kind === 'ref') {
      reads.add(expr.name);
      return '.';
    }
    let shape = expr.kind === 'binary' ? expr.op : expr.kind === 'call' ? expr.fn : expr.kind;
    let alone = expr.kind === 'past';
    for (const child of childrenOf(expr)) {
      const part = shapeOf(child);
      if (part === undefined) alone = true;
      else shape += part;
    }
    return alone ? undefined : `(${shape})`;
  };
  const shape = shapeOf(value);
  return { name, value, reads, shape, parts };
}

/** Equations, each call in them and each of its arguments an assignment of its own before the one it is part of. */
export const evaluations = (
  { equations }: CheckedModel,
  ids: readonly VariableId[],
  isCall: IsCall,
): readonly Assignment[] =>
  ids.flatMap((id) => {
    const whole = assignment(id, must(equations.get(id), id));
    const parts: Assignment[] = [];
    const apart = (expr: Expr): Expr => {
      const name = `#part ${parts.length} ${id}`;
      parts.push(assignment(name, expr));
      return ref(name);
    };
    const without = (expr: Expr): Expr => {
      const inner = withChildren(expr, without);
      return isCall(expr) ? apart(withChildren(inner, apart)) : inner;
    };
    if (whole.shape === undefined) return [whole];
    const rest = without(whole.value);
    return rest === whole.value ? [whole] : [...parts, assignment(id, rest)];
  });

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
