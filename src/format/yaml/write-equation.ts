import { withChildren } from '../../equation/parts.ts';
import { print } from '../../equation/print.ts';
import { add, div, iff, isPlain, le, mul, num, sub } from '../expand/build.ts';
import { isRunName } from '../../equation/names.ts';
import type { Expr } from '../../model/expr.ts';
import type { GraphicalFunction, VariableId } from '../../model/variable.ts';

/** Most points of a curve that is written into an equation. */
const MOST_POINTS = 200;

export interface EquationTexts {
  readonly write: (expr: Expr) => string;
  /** What our own language has no words for, as it came up. */
  readonly missing: ReadonlySet<string>;
}

/** A table of our own is level outside its points, and has one y for each x. */
export const isPlainTable = ({ x, extrapolate }: GraphicalFunction): boolean =>
  !extrapolate && x.length > 1 && x.every((value, i) => i === 0 || x[i - 1]! < value);

/** Writes equations in our own language, with other names; curves that are no tables of ours are written out. */
export function equationTexts(
  nameOf: (id: VariableId) => string,
  tableOf: (id: VariableId) => GraphicalFunction | undefined,
): EquationTexts {
  const missing = new Set<string>();
  return { missing, write: (expr) => print(own(expr)) };

  function own(expr: Expr): Expr {
    switch (expr.kind) {
      case 'number':
        return finite(expr.value);
      case 'ref':
        return isRunName(expr.name) ? expr : { ...expr, name: nameOf(expr.name) };
      case 'past':
        missing.add('PREVIOUS, DELAY');
        return num(0);
      case 'lookup': {
        const table = tableOf(expr.table);
        const x = own(expr.x);
        if (table && !isPlainTable(table)) return drawn(table, x);
        return { ...expr, table: nameOf(expr.table), x };
      }
      case 'call':
        return { ...expr, args: expr.args.map(own) };
      default:
        return withChildren(expr, own);
    }
  }

  /** Straight lines from point to point; where two points share an x, the last one holds from there on. */
  function drawn({ x, y, extrapolate }: GraphicalFunction, at: Expr): Expr {
    if (x.length > MOST_POINTS || !isPlain(at)) missing.add('GRAPH');
    const last = x.length - 1;
    const line = (i: number): Expr =>
      x[i + 1] === x[i]
        ? finite(y[i]!)
        : add(finite(y[i]!), mul(finite((y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!)), sub(at, finite(x[i]!))));
    const first = extrapolate ? line(0) : finite(y[0]!);
    const end = extrapolate ? line(last - 1) : finite(y[last]!);
    const among = (from: number, to: number): Expr => {
      if (to - from === 1) return from < 0 ? first : from === last ? end : line(from);
      const middle = (from + to) >> 1;
      return iff(le(finite(x[middle]!), at), among(middle, to), among(from, middle));
    };
    return among(-1, last + 1);
  }
}

function finite(value: number): Expr {
  if (Number.isFinite(value)) return num(value);
  return div(num(Number.isNaN(value) ? 0 : Math.sign(value)), num(0));
}
