import { numberOps } from '../../numeric/number-ops.ts';
import { builtins } from '../../equation/builtins/index.ts';
import { contextOf } from './making.ts';
import type { Expr } from '../../model/expr.ts';
import type { Formula } from '../foreign/foreign-model.ts';
import type { Context, World } from './world.ts';

/**
 * The value of an expression at the start of a run, if it depends on nothing but numbers, constants and the time; else
 * undefined. Equations that it needs are worked out aside, so that none of their hidden variables is made twice.
 */
export function valueAtStart(expr: Expr, context: Context): number | undefined {
  return evaluated(expr, context, 'start');
}

/** The same at another time. */
export const valueAt = (expr: Expr, time: number, context: Context): number | undefined =>
  evaluated(expr, context, time);

/** The same for what may not even look at the time: it has this value throughout. */
export function valueThroughout(expr: Expr, context: Context): number | undefined {
  return evaluated(expr, context, undefined);
}

function evaluated(expr: Expr, context: Context, now: number | 'start' | undefined): number | undefined {
  // A time step that is worked out from a function that asks for the time step comes by here again.
  const open = context.world.open ?? new Set<string>();
  const aside = { made: new Map(), counts: new Map(), activeInitials: new Map() };
  const world: World = { ...context.world, ...aside, open };
  /** Works out what a name stands for, unless it is being worked out already. */
  const guarded = (name: string, value: () => number): number => {
    if (open.has(name)) return NaN;
    open.add(name);
    const found = value();
    open.delete(name);
    return found;
  };
  const formula = (name: string, { term }: Formula): number =>
    guarded(name, () => of(context.world.rules.lower(term, { ...context, world })));

  function named(name: string): number {
    const { specs } = context.world.foreign;
    if (name === 'starttime') return formula(name, specs.start);
    // A start that looks at the time looks at zero.
    if (name === 'time' || name === 'steptime') {
      if (now !== 'start') return now ?? NaN;
      return open.has('starttime') ? 0 : named('starttime');
    }
    if (name === 'stoptime') return formula(name, specs.stop);
    if (name === 'dt') return formula(name, specs.dt);
    const made = world.made.get(name);
    if (made?.kind === 'aux') return guarded(name, () => of(made.expr));
    const element = context.world.elements.get(name);
    const body = element?.definition.body;
    if (body?.kind === 'numbers') return body.values[body.values.length === 1 ? 0 : element!.place] ?? NaN;
    if (body?.kind !== 'formula' || body.curve) return NaN;
    return guarded(name, () => of(context.world.rules.lower(body.term, contextOf(world, element!))));
  }

  function of(e: Expr): number {
    switch (e.kind) {
      case 'number':
        return e.value;
      case 'ref':
        return named(e.name);
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
        const builtin = builtins.get(e.fn);
        return builtin && !builtin.given ? builtin.meaning(numberOps, e.args.map(of)) : NaN;
      }
      default:
        return NaN;
    }
  }
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
