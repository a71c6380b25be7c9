import type { BinaryOp, Expr } from '../model/expr.ts';

/** How tightly an expression holds together; an operand that holds less tightly than its place asks needs brackets. */
const CONDITIONAL = 0;
const OR = 1;
const AND = 2;
const NOT = 3;
const COMPARISON = 4;
const SUM = 5;
const PRODUCT = 6;
const SIGN = 7;
const POWER = 8;
const ATOM = 9;

const BINARY: Readonly<Record<BinaryOp, number>> = {
  or: OR, and: AND,
  '<': COMPARISON, '<=': COMPARISON, '>': COMPARISON, '>=': COMPARISON, '==': COMPARISON, '!=': COMPARISON,
  '+': SUM, '-': SUM, '*': PRODUCT, '/': PRODUCT, '^': POWER,
}; // prettier-ignore

/**
 * An expression in the native dialect, with no more brackets than it needs: parsing gives the expression back.
 * But a number below zero comes back as a sign and a number, and a `lookup` as a call. Numbers must be finite.
 */
export function print(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return String(expr.value);
    case 'ref':
      return expr.name;
    case 'negate':
      return `-${operand(expr.arg, SIGN)}`;
    case 'not':
      return `not ${expr.arg.kind === 'not' ? print(expr.arg) : operand(expr.arg, SIGN)}`;
    case 'binary': {
      const [left, right] = places(expr.op);
      const space = expr.op === '^' ? '' : ' ';
      return operand(expr.left, left) + space + expr.op + space + operand(expr.right, right);
    }
    case 'if':
      return `${operand(expr.test, OR)} ? ${print(expr.then)} : ${print(expr.otherwise)}`;
    case 'lookup':
      return `lookup(${expr.table}, ${print(expr.x)})`;
    case 'past':
      return `past(${expr.name}, ${print(expr.steps)}, ${print(expr.initial)})`;
    case 'call':
      return `${expr.fn}(${expr.args.map(print).join(', ')})`;
  }
}

const operand = (expr: Expr, place: number): string =>
  tightness(expr) < place ? `(${print(expr)})` : print(expr);

/** What the left and the right operand must hold: chains go to the left, but a power's to the right, a comparison's nowhere. */
function places(op: BinaryOp): readonly [number, number] {
  const own = BINARY[op];
  if (own === POWER) return [ATOM, SIGN];
  return own === COMPARISON ? [SUM, SUM] : [own, own + 1];
}

function tightness(expr: Expr): number {
  switch (expr.kind) {
    case 'binary':
      return BINARY[expr.op];
    case 'if':
      return CONDITIONAL;
    case 'not':
      return NOT;
    case 'negate':
      return SIGN;
    case 'number':
      return expr.value < 0 ? SIGN : ATOM;
    default:
      return ATOM;
  }
}
