import type { Diagnostic } from '../base/diagnostic.ts';
import { streamOf, uniformOf } from '../base/random.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Engine, ModelHandle } from '../engine/api.ts';
import type {
  Contribution,
  Contributions,
  ContributionsRequest,
  OutcomeValues,
} from '../model/contributions.ts';
import { valueAt } from '../model/reading.ts';

/** With so many levers every order is taken: 2^11 runs are a few seconds. */
const mostExact = 11;
/** Orders that are drawn for more levers: each with its reverse, which evens out first and last places. */
const drawnPairs = 64;

/** What a lever's step adds, told of each step of each order with the order's weight. */
type Step = (lever: number, before: OutcomeValues, after: OutcomeValues, weight: number) => void;

/**
 * What each lever of a policy contributes: the change that it makes when it is added to those before it, averaged over
 * the orders in which they can be added. No order is the right one, and where levers help or hinder each other the
 * first would take the honour of the last; the average treats all alike and leaves nothing over. It is the Shapley
 * value of the levers (Shapley, A value for n-person games, 1953); drawn orders as in Castro, Gómez and Tejada,
 * Polynomial calculation of the Shapley value based on sampling, Computers & Operations Research 36, 2009.
 */
export function contributionsOf(
  engine: Pick<Engine, 'run'>,
  handle: ModelHandle,
  request: ContributionsRequest,
): Result<Contributions, readonly Diagnostic[]> {
  const { experiment, outcomes, times, seed } = request;
  const settings = Object.entries(experiment.policy);
  const count = settings.length;
  const cells = outcomes.length * times.length;
  const known = new Map<string, OutcomeValues>();
  let problems: readonly Diagnostic[] | undefined;

  /** The outcomes with these levers set and the others at their default; NaN once a run has failed. */
  const withLevers = (levers: readonly number[]): OutcomeValues => {
    const key = [...levers].sort((a, b) => a - b).join();
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const values = new Float64Array(cells).fill(NaN);
    if (problems === undefined) {
      const policy = Object.fromEntries(levers.map((lever) => settings[lever]!));
      const done = engine.run(handle, { ...experiment, policy }, { series: outcomes, stop: times.at(-1)! });
      if (!done.ok) problems = done.error;
      else
        outcomes.forEach((name, o) =>
          times.forEach((t, i) => (values[o * times.length + i] = valueAt(done.value, name, t))),
        );
    }
    known.set(key, values);
    return values;
  };

  const all = settings.map((_, lever) => lever);
  const averages = all.map(() => new Float64Array(cells));
  const addTo =
    (sums: readonly OutcomeValues[]): Step =>
    (lever, before, after, weight) => {
      const sum = sums[lever]!;
      for (let i = 0; i < cells; i++) sum[i]! += weight * (after[i]! - before[i]!);
    };
  let errors: readonly OutcomeValues[] | undefined;
  if (count <= mostExact) overAllOrders(count, withLevers, addTo(averages));
  else {
    const squares = all.map(() => new Float64Array(cells));
    for (const pair of drawnOrders(count, seed)) {
      const ofPair = all.map(() => new Float64Array(cells));
      for (const order of pair) alongOrder(order, withLevers, addTo(ofPair));
      for (const lever of all) {
        for (let i = 0; i < cells; i++) {
          const value = ofPair[lever]![i]!;
          averages[lever]![i]! += value / drawnPairs;
          squares[lever]![i]! += value ** 2 / drawnPairs;
        }
      }
    }
    errors = squares.map((sum, lever) =>
      sum.map((square, i) => Math.sqrt(Math.max(0, square - averages[lever]![i]! ** 2) / (drawnPairs - 1))),
    );
  }

  const none = withLevers([]);
  const change = (levers: readonly number[]): OutcomeValues =>
    withLevers(levers).map((value, i) => value - none[i]!);
  const whole = change(all);
  const levers = all.map((lever): Contribution => ({
    lever: settings[lever]![0],
    average: averages[lever]!,
    alone: change([lever]),
    ...(errors && { error: errors[lever]! }),
  }));
  if (problems !== undefined) return fail(problems);
  const orders = errors && 2 * drawnPairs;
  return ok({ request, levers, whole, orders, runs: known.size });
}

/** Every set of levers once, each lever's step from it with the share of all orders that take that step. */
function overAllOrders(
  count: number,
  withLevers: (levers: readonly number[]) => OutcomeValues,
  add: Step,
): void {
  for (let set = 0; set < 2 ** count; set++) {
    const inside = levers(count).filter((lever) => set & (1 << lever));
    const before = withLevers(inside);
    for (const lever of levers(count)) {
      if (set & (1 << lever)) continue;
      add(lever, before, withLevers([...inside, lever]), shareOfOrders(count, inside.length));
    }
  }
}

/** The share of all orders in which a lever comes right after a certain set of `before` others: k! (n − 1 − k)! / n! */
function shareOfOrders(count: number, before: number): number {
  let share = 1 / count;
  for (let k = 1; k <= before; k++) share *= k / (count - k);
  return share;
}

/** Orders drawn by the seed, each beside its reverse. */
function* drawnOrders(count: number, seed: number): Iterable<readonly (readonly number[])[]> {
  const stream = streamOf(seed, 'orders of levers');
  for (let pair = 0; pair < drawnPairs; pair++) {
    const order = [...levers(count)];
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(uniformOf(stream(pair * count + i)) * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    yield [order, order.toReversed()];
  }
}

/** The steps of one order of a pair. */
function alongOrder(
  order: readonly number[],
  withLevers: (levers: readonly number[]) => OutcomeValues,
  add: Step,
): void {
  for (const [place, lever] of order.entries()) {
    add(lever, withLevers(order.slice(0, place)), withLevers(order.slice(0, place + 1)), 1 / 2);
  }
}

const levers = (count: number): readonly number[] => Array.from({ length: count }, (_, lever) => lever);
