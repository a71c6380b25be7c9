import { Stop } from '../stop.ts';
import type { BinaryOp, Expr, Span } from '../../model/expr.ts';

/** Short ways to write expressions that stand nowhere in the author's text. */
const nowhere: Span = { from: 0, to: 0 };

/** How many more may be made: a function of a large array writes more than any memory holds. */
let allowed = Infinity;

/** Makes what it is asked for of at most so many expressions. Throws a `Stop` where that is not enough. */
export function within<T>(most: number, make: () => T): T {
  allowed = most;
  try {
    return make();
  } finally {
    allowed = Infinity;
  }
}

function counted(expr: Expr): Expr {
  if (--allowed < 0) throw new Stop();
  return expr;
}

export const num = (value: number, span = nowhere): Expr => counted({ kind: 'number', value, span });
export const ref = (name: string, span = nowhere): Expr => counted({ kind: 'ref', name, span });
export const call = (fn: string, ...args: readonly Expr[]): Expr =>
  counted({ kind: 'call', fn, args, span: nowhere });
export const not = (arg: Expr): Expr => counted({ kind: 'not', arg, span: nowhere });
export const lookup = (table: string, x: Expr): Expr => counted({ kind: 'lookup', table, x, span: nowhere });
export const iff = (test: Expr, then: Expr, otherwise: Expr): Expr =>
  test.kind === 'number'
    ? test.value !== 0
      ? then
      : otherwise
    : counted({ kind: 'if', test, then, otherwise, span: nowhere });

/** The value of a variable some whole steps ago; `initial` before there was one. */
export const past = (name: string, steps: Expr, initial: Expr): Expr =>
  counted({ kind: 'past', name, steps, initial, span: nowhere });

export const negate = (arg: Expr): Expr =>
  arg.kind === 'number' ? num(-arg.value, arg.span) : counted({ kind: 'negate', arg, span: nowhere });

const FOLDED: Partial<Record<BinaryOp, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
};

/** Numbers are worked out on the spot: the same operation on the same doubles, earlier. */
export function op(operator: BinaryOp, left: Expr, right: Expr, at = 0, span = nowhere): Expr {
  const folded = FOLDED[operator];
  if (folded && left.kind === 'number' && right.kind === 'number') {
    return num(folded(left.value, right.value), span);
  }
  return counted({ kind: 'binary', op: operator, left, right, at, span });
}

export const add = (a: Expr, b: Expr): Expr => op('+', a, b);
export const abs = (a: Expr): Expr => call('abs', a);
export const sub = (a: Expr, b: Expr): Expr => op('-', a, b);
export const mul = (a: Expr, b: Expr): Expr => op('*', a, b);
export const div = (a: Expr, b: Expr): Expr => op('/', a, b);
export const lt = (a: Expr, b: Expr): Expr => op('<', a, b);
export const le = (a: Expr, b: Expr): Expr => op('<=', a, b);
export const eq = (a: Expr, b: Expr): Expr => op('==', a, b);
export const both = (a: Expr, b: Expr): Expr => op('and', a, b);

/** The whole number next to a name or number toward zero. */
export const truncated = (x: Expr): Expr => iff(lt(x, num(0)), call('ceil', x), call('floor', x));

/** Joins values in pairs, then the pairs, so that thousands do not nest thousands deep. */
export function join(values: readonly Expr[], empty: Expr, pair: (a: Expr, b: Expr) => Expr): Expr {
  let row = values;
  if (row.length === 0) return empty;
  while (row.length > 1) {
    row = Array.from({ length: Math.ceil(row.length / 2) }, (_, i) => {
      const [a, b] = [row[2 * i]!, row[2 * i + 1]];
      return b === undefined ? a : pair(a, b);
    });
  }
  return row[0]!;
}

export const sum = (values: readonly Expr[]): Expr => join(values, num(0), add);

/** The value at a place that is computed: 1 for the first. `otherwise` if there is no such place. */
export function pick(place: Expr, values: readonly Expr[], otherwise: Expr): Expr {
  if (place.kind === 'number') return values[place.value - 1] ?? otherwise;
  const among = (from: number, to: number): Expr => {
    if (to - from === 1) return iff(eq(place, num(from + 1)), values[from]!, otherwise);
    // Halves, so that thousands of values do not nest thousands deep.
    const middle = (from + to) >> 1;
    return iff(le(place, num(middle)), among(from, middle), among(middle, to));
  };
  return values.length === 0 ? otherwise : among(0, values.length);
}

export const TIME = ref('time');
export const STEP_TIME = ref('steptime');
export const DT = ref('dt');
export const START = ref('starttime');
export const STOP = ref('stoptime');

/** Cheap to repeat: a name or a number. */
export const isPlain = (e: Expr): boolean => e.kind === 'number' || e.kind === 'ref';
