import { assert, must } from '../base/assert.ts';
import { factorise, solveFor } from '../engine/linear.ts';
import { seriesOf } from '../model/experiment.ts';
import type { Run } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';

/**
 * What happens to one person in a model of many: an absorbing Markov chain in continuous time. People in the same stock
 * are taken to be alike and without memory, and the rates stay as they are (Kemeny and Snell, Finite Markov Chains, 1960).
 */

export interface Chain {
  /** States in which a person can be. */
  readonly states: readonly string[];
  /** Ways to leave for good. */
  readonly endings: readonly string[];
  /** Rate per unit of time from state i to state j, row by row; the diagonal is not used. */
  readonly rates: readonly (readonly number[])[];
  /** Rate per unit of time from state i to ending j. */
  readonly leaving: readonly (readonly number[])[];
}

export interface Prospects {
  /** Expected time in each state. */
  readonly times: readonly number[];
  readonly total: number;
  /** Variance of the total time. */
  readonly variance: number;
  /** Probability of each ending. */
  readonly endings: readonly number[];
  /** Probability of ever being in each state. */
  readonly ever: readonly number[];
}

/** The generator: rates off the diagonal, and on it what leaves the state, negative. */
function generatorOf({ states, rates, leaving }: Chain): Float64Array {
  const size = states.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    let out = leaving[i]!.reduce((sum, rate) => sum + rate, 0);
    for (let j = 0; j < size; j++) {
      if (j === i) continue;
      const rate = rates[i]![j]!;
      assert(rate >= 0, `the rate from ${states[i]} to ${states[j]} is not negative`);
      matrix[i * size + j] = rate;
      out += rate;
    }
    matrix[i * size + i] = -out;
  }
  return matrix;
}

const transposed = (matrix: Float64Array, size: number): Float64Array =>
  matrix.map((_, k) => matrix[(k % size) * size + Math.floor(k / size)]!);

/** What awaits someone who begins in a state. Undefined if a state can never be left for good. */
export function prospectsFrom(chain: Chain, from: string): Prospects | undefined {
  const { states, endings, leaving } = chain;
  const size = states.length;
  const start = states.indexOf(from);
  assert(start >= 0, `${from} is a state`);
  const minus = generatorOf(chain).map((x) => -x);
  const rows = factorise(transposed(minus, size), size);
  const columns = factorise(minus, size);
  if (rows === undefined || columns === undefined) return undefined;
  const unit = (i: number) => Float64Array.from({ length: size }, (_, j) => Number(i === j));
  const times = solveFor(rows, unit(start));
  const totals = solveFor(columns, new Float64Array(size).fill(1));
  const second = solveFor(columns, totals);
  return {
    times: [...times],
    total: totals[start]!,
    variance: 2 * second[start]! - totals[start]! ** 2,
    endings: endings.map((_, e) => times.reduce((sum, time, i) => sum + time * leaving[i]![e]!, 0)),
    ever: states.map((_, j) => (j === start ? 1 : times[j]! / solveFor(columns, unit(j))[j]!)),
  };
}

/** Probability of being in each state after some time. */
export function occupancyAfter(chain: Chain, from: string, time: number): readonly number[] {
  const size = chain.states.length;
  const start = chain.states.indexOf(from);
  return [...exponential(generatorOf(chain), size, time).subarray(start * size, (start + 1) * size)];
}

/** Expected time in each state within some time. */
export function timesWithin(chain: Chain, from: string, time: number): readonly number[] {
  // What is spent in all, less what is spent after: those still there go on from where they are.
  const all = must(prospectsFrom(chain, from), 'a way out of every state').times;
  const after = occupancyAfter(chain, from, time).map((share, i) =>
    must(prospectsFrom(chain, chain.states[i]!), 'a way out').times.map((t) => share * t),
  );
  return all.map((t, j) => t - after.reduce((sum, row) => sum + row[j]!, 0));
}

/** Probability of ever being in any of some states. */
export function everIn(chain: Chain, from: string, some: readonly string[]): number {
  if (some.includes(from)) return 1;
  const inside = chain.states.map((state) => some.includes(state));
  const kept = chain.states.flatMap((_, i) => (inside[i] ? [] : [i]));
  const cut: Chain = {
    states: kept.map((i) => chain.states[i]!),
    endings: ['reached', 'left'],
    rates: kept.map((i) => kept.map((j) => chain.rates[i]![j]!)),
    leaving: kept.map((i) => [
      chain.rates[i]!.reduce((sum, rate, j) => (inside[j] ? sum + rate : sum), 0),
      chain.leaving[i]!.reduce((sum, rate) => sum + rate, 0),
    ]),
  };
  return must(prospectsFrom(cut, from), 'a way out of every state').endings[0]!;
}

/** What lies ahead of one who begins in a state, as to some states that count as outside. */
export interface Lives {
  /** Probability of ever being outside, and of leaving the model from outside. */
  readonly ever: number;
  readonly still: number;
  /** Expected time outside, of all and of those who ever are. */
  readonly time: number;
  readonly timeIfEver: number;
}

export function livesFrom(chain: Chain, from: string, outside: readonly string[]): Lives {
  const { times } = must(prospectsFrom(chain, from), 'a way out of every state');
  const where = chain.states.flatMap((state, i) => (outside.includes(state) ? [i] : []));
  const time = where.reduce((sum, i) => sum + times[i]!, 0);
  const still = where.reduce(
    (sum, i) => sum + times[i]! * chain.leaving[i]!.reduce((out, rate) => out + rate, 0),
    0,
  );
  const ever = everIn(chain, from, outside);
  return { ever, still, time, timeIfEver: ever > 0 ? time / ever : 0 };
}

/** e^(matrix·time): a series for a small part of the time, squared until the whole has passed. */
function exponential(matrix: Float64Array, size: number, time: number): Float64Array {
  const largest = Math.max(...matrix.map(Math.abs)) * time * size;
  const halvings = Math.max(0, Math.ceil(Math.log2(largest)) + 4);
  const part = matrix.map((x) => (x * time) / 2 ** halvings);
  const identity = matrix.map((_, k) => Number(k % size === Math.floor(k / size)));
  let sum: Float64Array = identity;
  let term: Float64Array = identity;
  for (let n = 1; n <= 14; n++) {
    term = product(term, part, size).map((x) => x / n);
    sum = sum.map((x, k) => x + term[k]!);
  }
  for (let i = 0; i < halvings; i++) sum = product(sum, sum, size);
  return sum;
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const c = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a[i * size + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < size; j++) c[i * size + j]! += factor * b[k * size + j]!;
    }
  }
  return c;
}

/** Stocks of people that can be left again: where a person can be. */
export function statesOf(model: Model): readonly VariableId[] {
  return [...model.variables.values()].flatMap((v) =>
    v.kind === 'stock' && v.unit.text.trim() === 'person' && v.outflows.length > 0 ? [v.id] : [],
  );
}

/** The series that a run must hold for `chainOf`. */
export function chainSeries(model: Model): readonly VariableId[] {
  const states = statesOf(model);
  const flows = states.flatMap((id) => {
    const stock = must(model.variables.get(id), id);
    return stock.kind === 'stock' ? stock.outflows : [];
  });
  return [...states, ...flows];
}

/** The chain of a model as it stands in one row of a run; each flow that leads to no other state is an ending. */
export function chainOf(model: Model, run: Run, row: number): Chain {
  const states = statesOf(model);
  const into = new Map<VariableId, number>();
  for (const [i, id] of states.entries()) {
    const stock = must(model.variables.get(id), id);
    if (stock.kind === 'stock') for (const flow of stock.inflows) into.set(flow, i);
  }
  const valueOf = (name: VariableId) => must(seriesOf(run, name), name)[row]!;
  const outflows = states.map((id) => {
    const stock = must(model.variables.get(id), id);
    return stock.kind === 'stock' ? stock.outflows : [];
  });
  const endings = outflows.flat().filter((flow) => !into.has(flow));
  const rateOf = (i: number, flow: VariableId) => valueOf(flow) / valueOf(states[i]!);
  return {
    states,
    endings,
    rates: states.map((_, i) =>
      states.map((_, j) =>
        outflows[i]!.reduce((sum, flow) => (into.get(flow) === j ? sum + rateOf(i, flow) : sum), 0),
      ),
    ),
    leaving: states.map((_, i) => endings.map((flow) => (outflows[i]!.includes(flow) ? rateOf(i, flow) : 0))),
  };
}

/** Shares as whole numbers that make up `count`, by largest remainder: an array of icons. */
export function iconsOf(shares: readonly number[], count: number): readonly number[] {
  const exact = shares.map((share) => share * count);
  const whole = exact.map(Math.floor);
  const left = Math.round(exact.reduce((a, b) => a + b, 0)) - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((x, i) => [x - whole[i]!, i] as const).sort((a, b) => b[0] - a[0]);
  for (const [, i] of byRemainder.slice(0, left)) whole[i]!++;
  return whole;
}
