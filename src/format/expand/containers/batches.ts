import { DT, START, STOP, both, div, eq, iff, lt, num, ref, sub, sum } from '../build.ts';
import { valueAtStart } from '../constant-value.ts';
import { contextOf } from '../making.ts';
import { MOST_STEPS } from '../stay.ts';
import { complain } from '../world.ts';
import type { Expr } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { Context, ElementEntry } from '../world.ts';

const zero = num(0);

/** What is left in a queue of what came in so many steps ago, as a step begins. */
export const batchId = (queue: VariableId, age: number): VariableId => `${queue}|batch ${age}`;
/** How many batches there are from the front to that one. */
export const placeId = (queue: VariableId, age: number): VariableId => `${queue}|batches to ${age}`;

/** The steps of a run, and one. */
export const stepsOf = (context: Context): number =>
  Math.ceil(valueAtStart(div(sub(STOP, START), DT), context) ?? NaN) + 1;

export function tooLong(steps: number, context: Context): undefined {
  complain(context, { from: 0, to: 0 }, 'too-many', { what: 'steps', count: steps, limit: MOST_STEPS });
  return undefined;
}

/** The batches of a queue as a step begins, as equations may ask for them (XMILE 3.7). */
export interface Batches {
  /** What each step's batch still holds, 0 if it has left; their order is the queue's. */
  readonly held: readonly Expr[];
  readonly count: Expr;
  /** The batch at a place, 1 for the front; 0 if there is none. */
  readonly at: (place: Expr) => Expr;
}

export function batchesOf(
  { id, definition, ...element }: ElementEntry,
  { world }: Context,
): Batches | undefined {
  const { body } = definition;
  if (body.kind !== 'stock' || !body.queue) return undefined;
  const steps = stepsOf(contextOf(world, { id, definition, ...element }));
  world.counted.add(id);
  if (!(steps <= MOST_STEPS)) return { held: [], count: zero, at: () => zero };
  const ages = Array.from({ length: steps }, (_, i) => steps - i);
  const held = ages.map((age) => ref(batchId(id, age)));
  return {
    held,
    count: ref(placeId(id, 1)),
    at: (place) =>
      sum(
        ages.map((age, i) => iff(both(lt(zero, held[i]!), eq(ref(placeId(id, age)), place)), held[i]!, zero)),
      ),
  };
}
