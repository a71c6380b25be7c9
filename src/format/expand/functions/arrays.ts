import { call, div, eq, iff, join, le, lt, mul, num, op, sub, sum } from '../build.ts';
import { piecesOf } from '../containers/contents.ts';
import { batchesOf } from '../containers/batches.ts';
import { loopsIn } from '../loops.ts';
import { entryOf } from '../references.ts';
import { elementOf, indexOf } from '../subscripts.ts';
import { keyOf } from '../world.ts';
import { sharedBy } from '../vectors.ts';
import { canonical } from '../../../equation/dialects/names.ts';
import type { Expr } from '../../../model/expr.ts';
import type { CallSite } from '../call-site.ts';
import type { Batches } from '../containers/batches.ts';
import type { ElementEntry, VariableEntry } from '../world.ts';
import type { ForeignFunction } from './function.ts';

/** The values that an array function runs through; of a conveyor by itself, what stands on its places. */
const valuesOf = (s: CallSite, i = 0): readonly Expr[] =>
  piecesIn(s, i) ?? s.each(i).map(([value]) => value!);

/** The one element that an argument names: a scalar, or with all subscripts of an array. */
function scalarIn(s: CallSite, i: number): ElementEntry | undefined {
  const arg = s.term.args[i];
  const entry = arg?.kind === 'name' ? entryOf(arg.name, s.context) : undefined;
  if (arg?.kind !== 'name' || entry?.kind !== 'variable') return undefined;
  if (!holdsPieces(entry)) return undefined;
  const subscripts = arg.subscripts ?? [];
  if (subscripts.length !== entry.ranges.length || subscripts.some((sub) => sub.kind !== 'index'))
    return undefined;
  const elements = subscripts.flatMap((subscript, k) => {
    const index = indexOf(subscript, k, entry, s.context, (t) => s.context.world.rules.lower(t, s.context), arg.span); // prettier-ignore
    return index && 'element' in index ? [index.element] : [];
  });
  return entry.elements.get(keyOf(elements));
}

/** Whether it is a container or a curve, which hold more than one value; an array is of one kind. */
function holdsPieces({ elements }: VariableEntry): boolean {
  for (const { definition } of elements.values()) {
    const { body } = definition;
    return body.kind === 'stock' ? (body.conveyor ?? body.queue) !== undefined : body.kind === 'curve';
  }
  return false;
}

function piecesIn(s: CallSite, i: number): readonly Expr[] | undefined {
  const element = scalarIn(s, i);
  return element && piecesOf(element, s.term.args[i]!.span, s.context);
}

/** The batches of a queue that is the only argument. */
function batchesIn(s: CallSite): Batches | undefined {
  const element = s.count === 1 ? scalarIn(s, 0) : undefined;
  return element && batchesOf(element, s.context);
}

/** Over a list, or over the batches of a queue, of which there may be fewer than places. */
const listOrQueue =
  (over: (values: readonly Expr[]) => Expr, ofBatches: (queue: Batches) => Expr) =>
  (s: CallSite): Expr => {
    const queue = batchesIn(s);
    return queue ? ofBatches(queue) : over(listOf(s));
  };
/** What the batches hold, and something else for those that have left. */
const some = (queue: Batches, absent: Expr): readonly Expr[] =>
  queue.held.map((held) => iff(lt(num(0), held), held, absent));
const meanOf = (queue: Batches): Expr => div(sum(queue.held), call('max', num(1), queue.count));
const none = (queue: Batches, value: Expr): Expr => iff(eq(queue.count, num(0)), num(0), value);

const smallest = (values: readonly Expr[]): Expr => join(values, num(Infinity), (a, b) => call('min', a, b));
const largest = (values: readonly Expr[]): Expr => join(values, num(-Infinity), (a, b) => call('max', a, b));
const product = (values: readonly Expr[]): Expr => join(values, num(1), mul);
const mean = (values: readonly Expr[]): Expr => div(sum(values), num(values.length));

/** One array to run through; or several values side by side, of which one may be an array that the left side has not. */
const listOf = (s: CallSite): readonly Expr[] =>
  s.count === 1
    ? valuesOf(s)
    : s.term.args.flatMap((arg, i) => {
        const free = [...loopsIn([arg], s.context).values()].some((range) => !elementOf(range, s.context));
        return piecesIn(s, i) ?? (free ? s.each(i).map(([value]) => value!) : [s.value(i)]);
      });

const reduceOr =
  (over: (values: readonly Expr[]) => Expr) =>
  (s: CallSite): Expr =>
    over(listOf(s));

export const arrays: readonly ForeignFunction[] = [
  {
    xmile: ['SUM'],
    arity: [1, Infinity],
    runs: 'alone',
    lower: listOrQueue(sum, (queue) => sum(queue.held)),
  },
  { vensim: ['SUM'], arity: [1, 1], runs: true, lower: (s) => sum(valuesOf(s)) },
  { xmile: ['PROD'], arity: [1, Infinity], runs: 'alone', lower: reduceOr(product) },
  { vensim: ['PROD'], arity: [1, 1], runs: true, lower: (s) => product(valuesOf(s)) },
  {
    xmile: ['MIN'],
    arity: [1, Infinity],
    runs: 'alone',
    lower: listOrQueue(smallest, (queue) => none(queue, smallest(some(queue, num(Infinity))))),
  },
  {
    xmile: ['MAX'],
    arity: [1, Infinity],
    runs: 'alone',
    lower: listOrQueue(largest, (queue) => largest(queue.held)),
  },
  { xmile: ['MEAN'], arity: [1, Infinity], runs: 'alone', lower: listOrQueue(mean, meanOf) },
  { vensim: ['MIN'], arity: [2, 2], lower: (s) => call('min', s.value(0), s.value(1)) },
  { vensim: ['MAX'], arity: [2, 2], lower: (s) => call('max', s.value(0), s.value(1)) },
  { vensim: ['VMIN'], arity: [1, 1], runs: true, lower: (s) => smallest(valuesOf(s)) },
  { vensim: ['VMAX'], arity: [1, 1], runs: true, lower: (s) => largest(valuesOf(s)) },
  {
    // Of all values, not of a sample.
    xmile: ['STDDEV'],
    arity: [1, Infinity],
    runs: 'alone',
    lower: (s) => {
      const queue = batchesIn(s);
      if (queue) {
        const middle = s.aux('mean', meanOf(queue));
        const squares = some(queue, middle).map((v) => op('^', sub(v, middle), num(2)));
        return call('sqrt', div(sum(squares), call('max', num(1), queue.count)));
      }
      const values = listOf(s);
      const centre = s.aux('mean', mean(values));
      return call('sqrt', mean(values.map((v) => op('^', sub(v, centre), num(2)))));
    },
  },
  { xmile: ['SIZE'], arity: [1, 1], runs: true, lower: (s) => batchesIn(s)?.count ?? num(sizeOf(s)) },
  {
    vensim: ['ELMCOUNT'],
    arity: [1, 1],
    lower: (s) => {
      const arg = s.term.args[0]!;
      const range = arg.kind === 'name' ? s.context.world.dimensions.range(arg.name) : undefined;
      if (range) return num(range.elements.length);
      return s.complain('unknown-name', { name: arg.kind === 'name' ? arg.name : '' });
    },
  },
  {
    // XMILE 3.7.1.3: the place, row by row, of the k-th smallest value; a second array settles ties.
    xmile: ['RANK'],
    arity: [2, 3],
    runs: true,
    lower: (s) => {
      const ranked = (): readonly Expr[] => {
        const values = valuesOf(s).map((v) => s.aux('ranked', v));
        const ties = s.count > 2 ? valuesOf(s, 2).map((v) => s.aux('tie', v)) : undefined;
        return ranksOf(values, ties).map((r) => s.aux('place', r));
      };
      // Whole arrays are ranked once for all elements of the left side.
      const whole = [0, 2].every((i) => {
        const arg = s.term.args[i];
        return !arg || (arg.kind === 'name' && (arg.subscripts ?? []).every(({ kind }) => kind === 'all'));
      });
      const left = s.context.bindings.map((b) => b.range);
      const ranks = whole ? sharedBy(s, left, ranked) : ranked();
      const wanted = s.aux('rank', s.value(1));
      return sum(ranks.map((rank, i) => iff(eq(rank, sub(wanted, num(1))), num(i + 1), num(0))));
    },
  },
];

/** How many come before each value in ascending order; equal ones by the second list, then by their place. */
export function ranksOf(values: readonly Expr[], ties?: readonly Expr[]): readonly Expr[] {
  return values.map((value, i) =>
    sum(
      values.flatMap((other, j) => {
        if (i === j) return [];
        const plain = j < i ? le(other, value) : lt(other, value);
        if (!ties) return [plain];
        const tied = j < i ? le(ties[j]!, ties[i]!) : lt(ties[j]!, ties[i]!);
        return [iff(eq(other, value), tied, lt(other, value))];
      }),
    ),
  );
}

/** The number of elements of an array or of a dimension. */
function sizeOf(s: CallSite): number {
  const arg = s.term.args[0]!;
  const range = arg.kind === 'name' ? s.context.world.dimensions.range(arg.name) : undefined;
  if (range && arg.kind === 'name' && !s.context.scope.entries.has(canonical(arg.name)))
    return range.elements.length;
  return valuesOf(s).length;
}
