import { DT, START, STEP_TIME, STOP, add, both, call, div, eq, iff, join, le, lookup, lt, mul, negate, num, past, ref, sub, sum } from '../build.ts'; // prettier-ignore
import { canonical } from '../../../equation/dialects/names.ts';
import { NA } from '../../../equation/dialects/parse-term.ts';
import { valueAtStart } from '../constant-value.ts';
import { contextOf, hiddenId, make } from '../making.ts';
import { toolsOf } from '../tools.ts';
import { areaUnder } from './area.ts';
import { dataOf } from './data.ts';
import type { Term } from '../../../equation/dialects/term.ts';
import type { Expr } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { CallSite } from '../call-site.ts';
import type { Context, ElementEntry } from '../world.ts';
import type { ForeignFunction } from './function.ts';

const [zero, one] = [num(0), num(1)];
const NEAR = num(1e-9);
const MOST_STEPS = 2000;
const STEP = call('round', div(sub(STEP_TIME, START), DT));

type Call = Extract<Term, { kind: 'call' }>;

/** What is left in a queue of what came in so many steps ago. */
const agedId = (queue: VariableId, age: number): VariableId => `${queue}|aged ${age}`;

/** The ages, in steps, of what a queue holds at the start, and of all that it ever may. */
function agesOf(call: Call, context: Context): { readonly first: number; readonly all: number } | undefined {
  const range = call.args[4] && valueAtStart(context.world.rules.lower(call.args[4], context), context);
  const [dt, steps] = [DT, div(sub(STOP, START), DT)].map((e) => valueAtStart(e, context));
  if (range === undefined || dt === undefined || steps === undefined) return undefined;
  const first = Math.max(1, Math.round(range / dt) + 1);
  return { first, all: first + Math.ceil(steps) };
}

/**
 * A level that knows when what it holds came in: what came first leaves first. All that has come in is one line; what a
 * step added to it, less what has left of the line, is what there is of that step's age.
 */
function queue(s: CallSite): Expr {
  const { context } = s;
  const ages = agesOf(s.term, context);
  if (!ages) return s.complain('not-constant', { name: s.term.name });
  if (ages.all > MOST_STEPS)
    return s.complain('too-many', { what: 'steps', count: ages.all, limit: MOST_STEPS });
  const tools = toolsOf(context);
  const [asked, served, initial] = [s.plain(0), s.plain(1), s.frozen('initial', s.value(3))];
  const more = (a: Expr, b: Expr): Expr => add(call('max', zero, a), call('max', zero, negate(b)));
  const stock = hiddenId(context, 'queue');
  const [into, out] = [`${stock} inflow`, `${stock} outflow`];
  make(context, stock, { kind: 'stock', initial, inflows: [into], outflows: [out] });
  make(context, into, { kind: 'flow', expr: more(asked, served) });
  make(context, out, { kind: 'flow', expr: more(served, asked) });
  for (const flow of [into, out]) context.world.stepwise.add(flow);
  return s.table(2, ({ curve }) => {
    const { x, y } = curve();
    const { upTo, whole } = areaUnder({ x, y });
    if (!(whole > 0)) return s.complain('needs-table', { name: s.term.name });
    // Shares of what is there at the start by age, in steps: from one step on, as the curve goes.
    const breadth = x.at(-1)! - x[0]!;
    const at = (age: number): number =>
      upTo(x[0]! + (Math.min(Math.max(age, 0), ages.first - 1) / Math.max(1, ages.first - 1)) * breadth) /
      whole;
    const older = Array.from({ length: ages.first + 1 }, (_, age) =>
      age >= ages.first ? 0 : 1 - at(age - 0.5),
    );
    const shares = s.curve('profile', { x: older.map((_, i) => i), y: older }, 'continuous');
    const line = tools.name('line');
    tools.define(line, add(past(line, one, initial), mul(ref(into), DT)));
    const come = tools.aux('come', past(line, one, initial));
    if (come.kind !== 'ref') return come;
    const before = (age: number): Expr => {
      if (age === 0) return come;
      const known = past(come.name, num(age), zero);
      return iff(le(num(age), STEP), known, mul(initial, lookup(shares, sub(num(age), STEP))));
    };
    const gone = tools.aux('gone', sub(come, ref(stock)));
    for (let age = 1; age <= ages.all; age++) {
      const left = sub(before(age - 1), call('max', gone, before(age)));
      tools.define(agedId(context.owner, age), iff(lt(NEAR, left), left, zero));
    }
    return ref(stock);
  });
}

/** The queue that is named, with the ages of what is in it; a variable that is none has no value. */
function aged(
  s: CallSite,
  of: (held: readonly { readonly age: Expr; readonly amount: Expr }[]) => Expr,
): Expr {
  const element: ElementEntry | undefined = dataOf(s, 0);
  const body = element?.definition.body;
  const term = body?.kind === 'formula' && body.term.kind === 'call' ? body.term : undefined;
  if (!element || !term || canonical(term.name) !== canonical('QUEUE FIFO')) return num(NA);
  const ages = agesOf(term, contextOf(s.context.world, element));
  if (!ages || ages.all > MOST_STEPS) return num(NaN);
  return of(
    Array.from({ length: ages.all }, (_, i) => ({
      age: mul(num(i + 1), DT),
      amount: ref(agedId(element.id, i + 1)),
    })),
  );
}

/** Vensim's queues, and what may be asked of them. */
export const queues: readonly ForeignFunction[] = [
  { vensim: ['QUEUE FIFO'], arity: [5, 5], lower: queue },
  {
    vensim: ['QUEUE AGE OLDEST'],
    arity: [1, 1],
    lower: (s) =>
      aged(s, (held) => {
        const there = held.map(({ age, amount }) => iff(lt(zero, amount), age, zero));
        return join(there, zero, (a, b) => call('max', a, b));
      }),
  },
  {
    // The mean age of the oldest so many, or of all.
    vensim: ['QUEUE AGE AVERAGE'],
    arity: [2, 2],
    lower: (s) =>
      aged(s, (held) => {
        const asked = s.plain(1);
        const all = s.aux('all', sum(held.map(({ amount }) => amount)));
        const some = s.aux('asked', iff(both(lt(zero, asked), lt(asked, all)), asked, all));
        let older: Expr = zero;
        const parts = held.toReversed().map(({ age, amount }) => {
          const taken = call('max', zero, call('min', amount, sub(some, older)));
          older = s.aux('older', add(older, amount));
          return mul(age, taken);
        });
        return iff(eq(some, zero), zero, div(sum(parts), some));
      }),
  },
  {
    vensim: ['QUEUE AGE IN RANGE'],
    arity: [3, 3],
    lower: (s) =>
      aged(s, (held) => {
        const [least, most] = [s.plain(1), s.plain(2)];
        const upTo = s.aux('most', iff(eq(most, num(NA)), num(Infinity), most));
        return sum(held.map(({ age, amount }) => iff(both(le(least, age), le(age, upTo)), amount, zero)));
      }),
  },
];
