import { eachPart } from '../equation/parts.ts';
import type { Expr } from '../model/expr.ts';
import type { CheckedModel } from './checked.ts';
import { traitsOf } from './reads.ts';
import type { Ops } from '../numeric/ops.ts';

/**
 * The variables whose past is read, each with the number of steps that have to be remembered, the present one
 * included; Infinity if it is only known as the model runs.
 */
export function historiesOf(checked: CheckedModel): ReadonlyMap<string, number> {
  const before = known.get(checked);
  if (before !== undefined) return before;
  const found = newHistories(checked);
  known.set(checked, found);
  return found;
}

const known = new WeakMap<CheckedModel, ReadonlyMap<string, number>>();

function newHistories({ equations, stocks }: CheckedModel): ReadonlyMap<string, number> {
  const slots = new Map<string, number>();
  const look = (part: Expr): void => {
    if (part.kind !== 'past') return;
    const needed = part.steps.kind === 'number' ? Math.max(1, Math.trunc(part.steps.value)) + 1 : Infinity;
    slots.set(part.name, Math.max(slots.get(part.name) ?? 0, needed));
  };
  for (const { past } of traitsOf(equations).values()) past.forEach(look);
  for (const { initial } of stocks) eachPart(initial, look);
  return slots;
}

/** Whether the past that is meant is the beginning of the step that is being worked out. */
export const isThisStep = (steps: Expr): boolean => steps.kind === 'number' && steps.value === 0;

/** The step that `steps` ago means at step `now`: whole steps, at least one; below 0 before the start. */
export function stepAgo<V, M, I>(o: Ops<V, M, I>, now: V, steps: V): V {
  const count = o.let(steps);
  return o.sub(now, o.choose(o.le(o.num(1), count), o.trunc(count), o.num(1)));
}
