import { builtins } from './builtins/index.ts';
import { isRunName } from './names.ts';
import { errorAt } from './token.ts';
import { NO_UNIT, formatUnit, power, sameUnit, timesPower } from './unit.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { SourceText } from '../base/source.ts';
import type { Expr } from '../model/expr.ts';
import type { Unit } from './unit.ts';

/**
 * What the check knows of an expression: its unit; that it is a 0, which may stand for nothing of whatever kind; or
 * nothing, because something in it is wrong or undeclared. The last two agree with everything, so that one mistake
 * gives one message.
 */
export type Measure = Unit | 'zero' | 'unknown';

/** Units as declared. Names are resolved already, so undefined means only that the unit is not known. */
export interface DeclaredUnits {
  readonly time: Unit | undefined;
  readonly variable: (name: string) => Unit | undefined;
  readonly table: (name: string) => { readonly x: Unit | undefined; readonly y: Unit | undefined };
}

/**
 * The unit of a resolved expression. `+`, `-`, comparisons, conditionals and the functions that ask for it need equal
 * units; a number in an equation has none, but 0 fits anywhere. Mistakes are added to `problems`.
 */
export function measure(
  expr: Expr,
  source: SourceText,
  units: DeclaredUnits,
  problems: Diagnostic[],
): Measure {
  const known = (unit: Unit | undefined): Measure => unit ?? 'unknown';

  function agree(left: Measure, right: Measure, operation: string, at: number): Measure {
    if (left === 'unknown' || right === 'unknown') return 'unknown';
    if (left === 'zero') return right;
    if (right === 'zero' || sameUnit(left, right)) return left;
    const args = { operation, left: formatUnit(left), right: formatUnit(right) };
    problems.push(errorAt(source, at, 'unit-mismatch', args));
    return 'unknown';
  }

  function needNone(found: Measure, operation: string, at: number): void {
    if (typeof found === 'string' || found.size === 0) return;
    problems.push(errorAt(source, at, 'unit-needs-none', { operation, unit: formatUnit(found) }));
  }

  function of(e: Expr): Measure {
    switch (e.kind) {
      case 'number':
        return e.value === 0 ? 'zero' : NO_UNIT;
      case 'ref':
        return known(isRunName(e.name) ? units.time : units.variable(e.name));
      case 'negate':
        return of(e.arg);
      case 'not':
        of(e.arg);
        return NO_UNIT;
      case 'if': {
        of(e.test);
        return agree(of(e.then), of(e.otherwise), '? :', e.otherwise.span.from);
      }
      case 'lookup': {
        const { x, y } = units.table(e.table);
        agree(known(x), of(e.x), e.table, e.x.span.from);
        return known(y);
      }
      case 'past':
        return agree(known(units.variable(e.name)), of(e.initial), e.name, e.span.from);
      case 'call':
        return call(e);
      case 'binary':
        return binary(e);
    }
  }

  function binary(e: Extract<Expr, { kind: 'binary' }>): Measure {
    const [left, right] = [of(e.left), of(e.right)];
    switch (e.op) {
      case '+':
      case '-':
        return agree(left, right, e.op, e.at);
      case '*':
      case '/':
        if (left === 'zero' || right === 'zero') return 'zero';
        if (left === 'unknown' || right === 'unknown') return 'unknown';
        return timesPower(left, right, e.op === '*' ? 1 : -1);
      case '^':
        return raised(left, right, e);
      case 'and':
      case 'or':
        return NO_UNIT;
      default:
        agree(left, right, e.op, e.at);
        return NO_UNIT;
    }
  }

  /** A unit can only be raised to a number that is there to see. */
  function raised(base: Measure, exponent: Measure, e: Extract<Expr, { kind: 'binary' }>): Measure {
    needNone(exponent, '^', e.right.span.from);
    if (typeof base === 'string' || base.size === 0) return base;
    const k = literalValue(e.right);
    if (k !== undefined) return power(base, k);
    needNone(base, '^', e.left.span.from);
    return 'unknown';
  }

  function call(e: Extract<Expr, { kind: 'call' }>): Measure {
    const builtin = builtins.get(e.fn);
    if (!builtin) return 'unknown';
    const written = e.args.slice(builtin.given?.length ?? 0);
    const found = written.map(of);
    const rule = builtin.units;
    switch (rule.kind) {
      case 'alike':
        return found.reduce((all, arg, i) => agree(all, arg, e.fn, written[i]!.span.from));
      case 'none':
        found.forEach((arg, i) => {
          needNone(arg, e.fn, written[i]!.span.from);
        });
        return NO_UNIT;
      case 'power': {
        const [base] = found;
        return base === undefined || typeof base === 'string' ? 'unknown' : power(base, rule.exponent);
      }
      case 'timed': {
        const [first, ...times] = found;
        times.forEach((time, i) => agree(known(units.time), time, e.fn, written[i + 1]!.span.from));
        if (first === undefined || typeof first === 'string') return first ?? 'unknown';
        return units.time === undefined ? 'unknown' : timesPower(first, units.time, rule.power);
      }
    }
  }

  return of(expr);
}

/** The value of an expression of numbers alone, such as `-1` or `1/2`; undefined if it has anything else in it. */
export function literalValue(e: Expr): number | undefined {
  if (e.kind === 'number') return e.value;
  if (e.kind === 'negate') {
    const value = literalValue(e.arg);
    return value === undefined ? undefined : -value;
  }
  if (e.kind !== 'binary') return undefined;
  // The right side first: of a long sum it is a single part, and the left side all the others.
  const right = literalValue(e.right);
  const left = right === undefined ? undefined : literalValue(e.left);
  if (left === undefined || right === undefined) return undefined;
  if (e.op === '+') return left + right;
  if (e.op === '-') return left - right;
  if (e.op === '*') return left * right;
  return e.op === '/' ? left / right : undefined;
}
