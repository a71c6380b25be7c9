import { numberOps } from '../../engine/numeric/number-ops.ts';
import { builtins } from '../../equation/builtins/index.ts';
import type { Expr } from '../../equation/expr.ts';
import type { World } from './world.ts';

/**
 * The value of an expression that depends on constants alone, or undefined. `known` gives the names of the run.
 */
export function constantValue(expr: Expr, world: World, known: (name: string) => number | undefined): number | undefined {
  const open = new Set<string>();
  const of = (e: Expr): number => {
    switch (e.kind) {
      case 'number':
        return e.value;
      case 'ref': {
        const given = known(e.name);
        if (given !== undefined) return given;
        const made = world.made.get(e.name);
        if (open.has(e.name) || made?.kind !== 'aux') return NaN;
        open.add(e.name);
        const value = of(made.expr);
        open.delete(e.name);
        return value;
      }
      case 'negate':
        return -of(e.arg);
      case 'not':
        return of(e.arg) === 0 ? 1 : 0;
      case 'if': {
        const test = of(e.test);
        return Number.isNaN(test) ? NaN : of(test !== 0 ? e.then : e.otherwise);
      }
      case 'binary':
        return combined(e.op, of(e.left), of(e.right));
      case 'call': {
        const meaning = builtins.get(e.fn)?.meaning;
        return meaning && !builtins.get(e.fn)?.given ? meaning(numberOps, e.args.map(of)) : NaN;
      }
      default:
        return NaN;
    }
  };
  const value = of(expr);
  return Number.isNaN(value) ? undefined : value;
}

function combined(op: Extract<Expr, { kind: 'binary' }>['op'], a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  switch (op) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return a / b;
    case '^': return a ** b;
    case '<': return Number(a < b);
    case '<=': return Number(a <= b);
    case '>': return Number(a > b);
    case '>=': return Number(a >= b);
    case '==': return Number(a === b);
    case '!=': return Number(a !== b);
    case 'and': return Number(a !== 0 && b !== 0);
    case 'or': return Number(a !== 0 || b !== 0);
  } // prettier-ignore
}
