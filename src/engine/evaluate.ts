import { assertNever, must } from '../base/assert.ts';
import type { ArithmeticOp, ComparisonOp, Expr, LogicOp } from '../model/expr.ts';
import { numberOps } from '../numeric/number-ops.ts';
import type { CheckedModel } from './checked.ts';
import { knotsOf, onSegment } from './lookup.ts';
import { meaningOf } from './meaning.ts';

type Past = Extract<Expr, { kind: 'past' }>;

/** What an expression needs besides its own numbers. */
export interface Surroundings {
  /** The value of a variable, or of a name of the run such as `time`. */
  readonly get: (name: string) => number;
  readonly past: (expr: Past, compute: (expr: Expr) => number) => number;
}

/** Works out a model's expressions by walking them, with the meanings that the kernels have. */
export function createEvaluator(checked: CheckedModel, { get, past }: Surroundings): (expr: Expr) => number {
  const tables = new Map(checked.tables.map((table) => [table.id, knotsOf(table)]));
  const open = new Set(checked.tables.filter((t) => t.extrapolate).map((t) => t.id));

  const compute = (e: Expr): number => {
    switch (e.kind) {
      case 'number':
        return e.value;
      case 'ref':
        return get(e.name);
      case 'negate':
        return -compute(e.arg);
      case 'not':
        return compute(e.arg) === 0 ? 1 : 0;
      case 'if':
        return compute(e.test) !== 0 ? compute(e.then) : compute(e.otherwise);
      case 'lookup': {
        const knots = must(tables.get(e.table), e.table);
        const given = compute(e.x);
        const x = open.has(e.table) ? given : Math.min(Math.max(given, knots[0]!.x), knots.at(-1)!.x);
        return onSegment(numberOps, x, knots.findLast((knot) => knot.x <= x) ?? knots[0]!);
      }
      case 'past':
        return past(e, compute);
      case 'call':
        return meaningOf(e.fn)(numberOps, e.args.map(compute));
      case 'binary':
        return combine(e.op, compute(e.left), compute(e.right));
      default:
        return assertNever(e);
    }
  };
  return compute;
}

function combine(op: ArithmeticOp | ComparisonOp | LogicOp, a: number, b: number): number {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '^':
      return meaningOf('^')(numberOps, [a, b]);
    case '<':
      return Number(a < b);
    case '<=':
      return Number(a <= b);
    case '>':
      return Number(a > b);
    case '>=':
      return Number(a >= b);
    case '==':
      return Number(a === b);
    case '!=':
      return Number(a !== b);
    case 'and':
      return Number(a !== 0 && b !== 0);
    case 'or':
      return Number(a !== 0 || b !== 0);
    default:
      return assertNever(op);
  }
}
