import { assertNever, must } from '../../base/assert.ts';
import type { BinaryOp, Expr, Span } from '../../model/expr.ts';

/** Derivatives of expressions, as expressions. Undefined stands for 0, of which nothing has to be computed. */
export type Derivative = Expr | undefined;

/** What an expression's names become. */
export interface Slopes {
  readonly ref: (name: string, span: Span) => Derivative;
  /** The table with the slopes of a graphical function. */
  readonly table: (name: string) => string;
  /** Told of a part whose derivative leaves something out: a jump, or the time at which it comes. */
  readonly leavesOut: (part: string) => void;
}

/** The derivative along the direction of `slopes.ref`. At a kink it is that of the branch that is taken. */
export function derivativeOf(expr: Expr, slopes: Slopes): Derivative {
  const { span } = expr;
  const is = build(span);
  const of = (e: Expr): Derivative => derivativeOf(e, slopes);
  switch (expr.kind) {
    case 'number':
      return undefined;
    case 'ref':
      return slopes.ref(expr.name, span);
    case 'negate':
      return is.negated(of(expr.arg));
    case 'not':
      return undefined;
    case 'if': {
      const [then, otherwise] = [of(expr.then), of(expr.otherwise)];
      if (of(expr.test) !== undefined) slopes.leavesOut('if');
      return is.either(expr.test, then, otherwise);
    }
    case 'lookup': {
      const x = of(expr.x);
      return x && is.binary('*', { kind: 'lookup', table: slopes.table(expr.table), x: expr.x, span }, x);
    }
    case 'past': {
      const moved = slopes.ref(expr.name, span);
      const initial = of(expr.initial);
      if (of(expr.steps) !== undefined) slopes.leavesOut('past');
      if (moved?.kind !== 'ref') return undefined;
      return { kind: 'past', name: moved.name, steps: expr.steps, initial: initial ?? is.number(0), span };
    }
    case 'binary':
      return ofBinary(expr, of(expr.left), of(expr.right), slopes);
    case 'call':
      return ofCall(expr, expr.args.map(of), slopes);
    default:
      return assertNever(expr);
  }
}

function ofBinary(
  { op, left: a, right: b, span }: Extract<Expr, { kind: 'binary' }>,
  da: Derivative,
  db: Derivative,
  slopes: Slopes,
): Derivative {
  const is = build(span);
  switch (op) {
    case '+':
      return is.sum(da, db);
    case '-':
      return is.sum(da, is.negated(db));
    case '*':
      return is.sum(is.times(da, b), is.times(db, a));
    case '/': {
      const above = is.sum(da, is.negated(is.times(db, is.binary('/', a, b))));
      return above && is.binary('/', above, b);
    }
    case '^': {
      const power = is.binary('^', a, b);
      const isZero = (e: Expr) => is.binary('==', e, is.number(0));
      // At b = 0 and at a = 0 one factor is 0 and the other may be infinite.
      const byBase = is.either(
        isZero(b),
        undefined,
        is.times(da, is.binary('*', b, is.binary('^', a, is.binary('-', b, is.number(1))))),
      );
      const byExponent = is.either(
        isZero(a),
        undefined,
        is.times(db, is.binary('*', power, is.call('ln', a))),
      );
      return is.sum(byBase, byExponent);
    }
    default:
      if (da !== undefined || db !== undefined) slopes.leavesOut(op);
      return undefined;
  }
}

function ofCall(
  { fn, args, span }: Extract<Expr, { kind: 'call' }>,
  slopesOfArgs: readonly Derivative[],
  slopes: Slopes,
): Derivative {
  if (slopesOfArgs.every((slope) => slope === undefined)) return undefined;
  const is = build(span);
  const [x, dx] = [must(args[0], fn), slopesOfArgs[0]];
  const one = is.number(1);
  const call = is.call(fn, ...args);
  const square = is.binary('*', x, x);
  const over = (below: Expr): Derivative => dx && is.binary('/', dx, below);
  const extreme = (
    name: 'min' | 'max',
    values: readonly Expr[],
    dValues: readonly Derivative[],
  ): Derivative => {
    let [value, slope] = [values[0]!, dValues[0]];
    for (let i = 1; i < values.length; i++) {
      const next = values[i]!;
      const taken = is.binary(name === 'min' ? '<' : '>', next, value);
      slope = is.either(taken, dValues[i], slope);
      value = is.call(name, value, next);
    }
    return slope;
  };
  switch (fn) {
    case 'min':
    case 'max':
      return extreme(fn, args, slopesOfArgs);
    case 'clip': {
      const [, low, high] = args;
      const [, dLow, dHigh] = slopesOfArgs;
      const inner = extreme('min', [x, high!], [dx, dHigh]);
      return extreme('max', [low!, is.call('min', x, high!)], [dLow, inner]);
    }
    case 'abs':
      return is.either(is.binary('<', x, is.number(0)), is.negated(dx), dx);
    case 'sqrt':
      return over(is.binary('*', is.number(2), call));
    case 'exp':
      return is.times(dx, call);
    case 'ln':
      return over(x);
    case 'log10':
      return over(is.binary('*', x, is.number(Math.LN10)));
    case 'sin':
      return is.times(dx, is.call('cos', x));
    case 'cos':
      return is.negated(is.times(dx, is.call('sin', x)));
    case 'tan':
      return is.times(dx, is.binary('+', one, is.binary('*', call, call)));
    case 'arcsin':
      return over(is.call('sqrt', is.binary('-', one, square)));
    case 'arccos':
      return is.negated(over(is.call('sqrt', is.binary('-', one, square))));
    case 'arctan':
      return over(is.binary('+', one, square));
    case 'mod': {
      const whole = is.call('floor', is.binary('/', x, args[1]!));
      return is.sum(dx, is.negated(is.times(slopesOfArgs[1], whole)));
    }
    case 'step': {
      // time, dt, height, start
      if (slopesOfArgs[3] !== undefined) slopes.leavesOut(fn);
      const height = slopesOfArgs[2];
      return height && is.call(fn, args[0]!, args[1]!, height, args[3]!);
    }
    case 'ramp': {
      // time, slope, start, end
      if (slopesOfArgs.slice(2).some((slope) => slope !== undefined)) slopes.leavesOut(fn);
      const slope = slopesOfArgs[1];
      return slope && is.call(fn, args[0]!, slope, ...args.slice(2));
    }
    case 'uniform': {
      // draw, lowest, highest
      const [, low, high] = slopesOfArgs;
      return is.sum(is.times(low, is.binary('-', one, x)), is.times(high, x));
    }
    case 'exponential': {
      // draw, mean
      return is.times(slopesOfArgs[1], is.call(fn, x, one));
    }
    case 'normal': {
      // draw, mean, deviation; bounds
      if (args.length > 3) break;
      return is.sum(slopesOfArgs[1], is.times(slopesOfArgs[2], is.call(fn, x, is.number(0), one)));
    }
    default:
  }
  // What rounds, and what is drawn otherwise, is level but for its jumps.
  slopes.leavesOut(fn);
  return undefined;
}

/** Expressions at a place in the text. */
const build = (span: Span) => {
  const number = (value: number): Expr => ({ kind: 'number', value, span });
  const binary = (op: BinaryOp, left: Expr, right: Expr): Expr => ({
    kind: 'binary',
    op,
    left,
    right,
    at: span.from,
    span,
  });
  return {
    number,
    binary,
    call: (fn: string, ...args: readonly Expr[]): Expr => ({ kind: 'call', fn, args, span }),
    negated: (arg: Derivative): Derivative => arg && { kind: 'negate', arg, span },
    sum: (a: Derivative, b: Derivative): Derivative =>
      a === undefined ? b : b === undefined ? a : binary('+', a, b),
    times: (slope: Derivative, factor: Expr): Derivative => slope && binary('*', slope, factor),
    either: (test: Expr, then: Derivative, otherwise: Derivative): Derivative =>
      then === undefined && otherwise === undefined
        ? undefined
        : { kind: 'if', test, then: then ?? number(0), otherwise: otherwise ?? number(0), span },
  };
};
