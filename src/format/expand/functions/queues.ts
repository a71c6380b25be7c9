import { DT, START, STEP_TIME, STOP, add, both, call, div, eq, iff, join, le, lookup, lt, mul, negate, num, past, ref, sub, sum } from '../build.ts'; // prettier-ignore
import { canonical } from '../../../equation/dialects/names.ts';
import { NA } from '../../../equation/dialects/parse-term.ts';
import { valueAtStart } from '../constant-value.ts';
import { contextOf, hiddenId, make } from '../making.ts';
import { MOST_STEPS, tooLongStay } from '../stay.ts';
import { toolsOf } from '../tools.ts';
import { areaUnder } from './area.ts';
import { dataOf } from './data.ts';
import { nameOf } from './delays.ts';
import type { Term } from '../../../equation/dialects/term.ts';
import type { Expr } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { CallSite } from '../call-site.ts';
import type { Context, ElementEntry } from '../world.ts';
import type { ForeignFunction } from './function.ts';

const [zero, one] = [num(0), num(1)];
const NEAR = num(1e-9);
const STEP = call('round', div(sub(STEP_TIME, START), DT));

type Call = Extract<Term, { kind: 'call' }>;

/** What is left in a queue of what came in so many steps ago, and the attribute that it has. */
const agedId = (queue: VariableId, age: number): VariableId => `${queue}|aged ${age}`;
const attributeId = (queue: VariableId, age: number): VariableId => `${queue}|attribute ${age}`;

/** Where the arguments stand by which a queue begins; with attributes there are some more between them. */
const places = ({ name }: Call) =>
  canonical(name) === WITH_ATTRIBUTES
    ? ({ profile: 4, initial: 6, range: 8, attributes: true } as const)
    : ({ profile: 2, initial: 3, range: 4, attributes: false } as const);
const WITH_ATTRIBUTES = canonical('QUEUE FIFO ATTRIB');
const QUEUES: ReadonlySet<string> = new Set([canonical('QUEUE FIFO'), WITH_ATTRIBUTES]);

/** The ages, in steps, of what a queue holds at the start, and of all that it ever may. */
function agesOf(call: Call, context: Context): { readonly first: number; readonly all: number } | undefined {
  const breadth = call.args[places(call).range];
  const range = breadth && valueAtStart(context.world.rules.lower(breadth, context), context);
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
  if (ages.all > MOST_STEPS) return s.complain('too-many', tooLongStay(ages.all));
  const tools = toolsOf(context);
  const at = places(s.term);
  const [asked, served, initial] = [s.plain(0), s.plain(1), s.frozen('initial', s.value(at.initial))];
  const more = (a: Expr, b: Expr): Expr => add(call('max', zero, a), call('max', zero, negate(b)));
  const stock = hiddenId(context, 'queue');
  const [into, out] = [`${stock} inflow`, `${stock} outflow`];
  make(context, stock, { kind: 'stock', initial, inflows: [into], outflows: [out] });
  make(context, into, { kind: 'flow', expr: more(asked, served) });
  make(context, out, { kind: 'flow', expr: more(served, asked) });
  for (const flow of [into, out]) context.world.stepwise.add(flow);
  if (at.attributes) attribute(s, ages);
  return s.table(at.profile, ({ curve }) => {
    const { x, y } = curve();
    const { upTo, whole } = areaUnder({ x, y });
    if (!(whole > 0)) return s.complain('needs-table', { name: s.term.name });
    // Shares of what is there at the start by age, in steps: from one step on, as the curve goes.
    const breadth = x.at(-1)! - x[0]!;
    const share = (age: number): number =>
      upTo(x[0]! + (Math.min(Math.max(age, 0), ages.first - 1) / Math.max(1, ages.first - 1)) * breadth) /
      whole;
    const older = Array.from({ length: ages.first + 1 }, (_, age) =>
      age >= ages.first ? 0 : 1 - share(age - 0.5),
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

/**
 * The attribute of what is of each age: what it was as that came in, or at the start by its curve over the ages, and all
 * that it has changed by since.
 */
function attribute(s: CallSite, ages: { readonly first: number; readonly all: number }): void {
  const tools = toolsOf(s.context);
  const [input, initial] = [nameOf(s, s.plain(2)), s.frozen('initial attribute', s.value(7))];
  const change = nameOf(s, s.aux('change', mul(s.value(3), DT)));
  const changed = tools.name('changed');
  tools.define(changed, add(past(changed, one, zero), past(change, one, zero)));
  s.table(5, ({ curve }) => {
    const { x, y } = curve();
    const steps = Math.max(1, ages.first - 1);
    const knots = x.map((at) => 1 + ((at - x[0]!) / (x.at(-1)! - x[0]! || 1)) * steps);
    const byAge = s.curve('attributes', { x: knots, y }, 'continuous');
    for (let age = 1; age <= ages.all; age++) {
      const came = iff(
        le(num(age), STEP),
        past(input, num(age), zero),
        mul(initial, lookup(byAge, sub(num(age), STEP))),
      );
      const since = sub(ref(changed), past(changed, num(age), zero));
      tools.define(attributeId(s.context.owner, age), add(came, since));
    }
    return zero;
  });
}

/** What is left of one step's in a queue. */
interface Held {
  readonly age: Expr;
  readonly amount: Expr;
  readonly attribute: Expr;
}

/** The queue that is named, with all that it holds, the youngest first; a variable that is none has no value. */
function inQueue(s: CallSite, of: (held: readonly Held[]) => Expr, attributes = false): Expr {
  const element: ElementEntry | undefined = dataOf(s, 0);
  const body = element?.definition.body;
  const term = body?.kind === 'formula' && body.term.kind === 'call' ? body.term : undefined;
  if (!element || !term || !QUEUES.has(canonical(term.name))) return num(NA);
  if (attributes && !places(term).attributes) return num(NA);
  const ages = agesOf(term, contextOf(s.context.world, element));
  if (!ages || ages.all > MOST_STEPS) return num(NaN);
  return of(
    Array.from({ length: ages.all }, (_, i) => ({
      age: mul(num(i + 1), DT),
      amount: ref(agedId(element.id, i + 1)),
      attribute: ref(attributeId(element.id, i + 1)),
    })),
  );
}

const withAttributes = (of: (s: CallSite, held: readonly Held[]) => Expr) => (s: CallSite): Expr =>
  inQueue(s, (held) => of(s, held), true); // prettier-ignore

/** The mean of something over the oldest so many, or over all. */
function meanOfOldest(s: CallSite, held: readonly Held[], of: (one: Held) => Expr): Expr {
  const asked = s.plain(1);
  const all = s.aux('all', sum(held.map(({ amount }) => amount)));
  const some = s.aux('asked', iff(both(lt(zero, asked), lt(asked, all)), asked, all));
  let older: Expr = zero;
  const parts = held.toReversed().map((one) => {
    const taken = call('max', zero, call('min', one.amount, sub(some, older)));
    older = s.aux('older', add(older, one.amount));
    return mul(of(one), taken);
  });
  return iff(eq(some, zero), zero, div(sum(parts), some));
}

/** How much there is of what lies between two bounds; `:NA:` is no bound. */
function within(s: CallSite, held: readonly Held[], of: (one: Held) => Expr): Expr {
  const bound = (i: number, none: number): Expr =>
    ((given) => s.aux('bound', iff(eq(given, num(NA)), num(none), given)))(s.plain(i));
  const [least, most] = [bound(1, -Infinity), bound(2, Infinity)];
  return sum(held.map((one) => iff(both(le(least, of(one)), le(of(one), most)), one.amount, zero)));
}

/** The greatest or the smallest of what is there; 0 if nothing is. */
function extreme(s: CallSite, held: readonly Held[], fn: 'min' | 'max', of: (one: Held) => Expr): Expr {
  const none = num(fn === 'max' ? -Infinity : Infinity);
  const there = held.map((one) => iff(lt(zero, one.amount), of(one), none));
  const found = s.aux(fn, join(there, none, (a, b) => call(fn, a, b))); // prettier-ignore
  return iff(eq(found, none), zero, found);
}

const age = (one: Held): Expr => one.age;
const attributeOf = (one: Held): Expr => one.attribute;

/** Vensim's queues, and what may be asked of them. */
export const queues: readonly ForeignFunction[] = [
  { vensim: ['QUEUE FIFO'], arity: [5, 5], lower: queue },
  { vensim: ['QUEUE FIFO ATTRIB'], arity: [9, 9], lower: queue },
  {
    vensim: ['QUEUE AGE OLDEST'],
    arity: [1, 1],
    lower: (s) => inQueue(s, (held) => extreme(s, held, 'max', age)),
  },
  {
    vensim: ['QUEUE AGE AVERAGE'],
    arity: [2, 2],
    lower: (s) => inQueue(s, (held) => meanOfOldest(s, held, age)),
  },
  {
    vensim: ['QUEUE AGE IN RANGE'],
    arity: [3, 3],
    lower: (s) => inQueue(s, (held) => within(s, held, age)),
  },
  {
    vensim: ['QUEUE ATTRIB AVERAGE'],
    arity: [2, 2],
    lower: withAttributes((s, held) => meanOfOldest(s, held, attributeOf)),
  },
  {
    vensim: ['QUEUE ATTRIB MAX'],
    arity: [1, 1],
    lower: withAttributes((s, held) => extreme(s, held, 'max', attributeOf)),
  },
  {
    vensim: ['QUEUE ATTRIB MIN'],
    arity: [1, 1],
    lower: withAttributes((s, held) => extreme(s, held, 'min', attributeOf)),
  },
  {
    vensim: ['QUEUE ATTRIB IN RANGE'],
    arity: [3, 3],
    lower: withAttributes((s, held) => within(s, held, attributeOf)),
  },
  {
    // How many of the oldest have so much of their attribute together; all if they have less.
    vensim: ['QUEUE ATTRIB QUANTITY'],
    arity: [2, 2],
    lower: withAttributes((s, held) => {
      const asked = s.plain(1);
      let used: Expr = zero;
      const parts = held.toReversed().map((one) => {
        const left = sub(asked, used);
        used = s.aux('used', add(used, mul(one.amount, one.attribute)));
        const taken = iff(
          lt(zero, one.attribute),
          div(left, one.attribute),
          iff(lt(zero, left), one.amount, zero),
        );
        return call('max', zero, call('min', one.amount, taken));
      });
      return sum(parts);
    }),
  },
];
