import { warning } from '../../base/diagnostic.ts';
import { placeAt } from '../../base/source.ts';
import { canonical } from '../../equation/dialects/names.ts';
import { isPlain, num, ref } from './build.ts';
import { loopsIn } from './loops.ts';
import { shaped } from './curves.ts';
import { hiddenId, make } from './making.ts';
import { entryOf } from './references.ts';
import { valueAtStart } from './constant-value.ts';
import { atTable } from './tables.ts';
import { waysThrough } from './subscripts.ts';
import { complain, isFull, isVensim, limits } from './world.ts';
import type { DiagnosticArgs, DiagnosticCode } from '../../base/diagnostic.ts';
import type { Curve, Term } from '../../equation/dialects/term.ts';
import type { Expr } from '../../model/expr.ts';
import type { CurveShape } from '../foreign/foreign-model.ts';
import type { Table } from './tables.ts';
import type { Context } from './world.ts';

/** One use of a function: its arguments, and the hidden variables that it may make. */
export interface CallSite {
  readonly context: Context;
  readonly term: Extract<Term, { kind: 'call' }>;
  readonly count: number;
  /** An argument's value; of one that was left out, `otherwise`. */
  readonly value: (i: number, otherwise?: Expr) => Expr;
  /** The same as a name or a number, so that it is worked out once however often it is used. */
  readonly plain: (i: number, otherwise?: Expr) => Expr;
  /** The values of arguments for every way through the dimensions that they run through. */
  readonly each: (...args: readonly number[]) => readonly (readonly Expr[])[];
  /** Uses a table that is named by an argument. */
  readonly table: (i: number, use: (table: Table) => Expr) => Expr;
  /** An argument that is read once, before the run: from numbers, constants and the time at the start. */
  readonly constant: (i: number, otherwise?: number) => number;
  readonly text: (i: number) => string;
  /** Makes a hidden variable and gives its name. */
  readonly aux: (what: string, expr: Expr) => Expr;
  /** A hidden variable whose expression uses its own name. */
  readonly loop: (what: string, expr: (self: string) => Expr) => Expr;
  readonly stock: (what: string, initial: Expr, net: (self: Expr) => Expr) => Expr;
  /** A value kept from the start of the run. */
  readonly frozen: (what: string, initial: Expr) => Expr;
  readonly curve: (what: string, curve: Curve, shape: CurveShape) => string;
  readonly complain: <C extends DiagnosticCode>(code: C, args: DiagnosticArgs[C]) => Expr;
  /** Tells that something is computed otherwise than it is written. */
  readonly approximate: (what: string, instead: string) => void;
  readonly vensim: boolean;
}

/** A stock that nothing fills or drains keeps its value by itself. */
function isFrozen(expr: Expr, { world }: Context): boolean {
  const body = expr.kind === 'ref' ? world.elements.get(expr.name)?.definition.body : undefined;
  return body?.kind === 'stock' && !body.rate && body.inflows.length + body.outflows.length === 0;
}

export function callSite(term: Extract<Term, { kind: 'call' }>, context: Context): CallSite {
  const lost = num(NaN);
  const value = (i: number, otherwise?: Expr): Expr => {
    const arg = term.args[i];
    return arg ? context.world.rules.lower(arg, context) : (otherwise ?? lost);
  };
  const aux = (what: string, expr: Expr): Expr => {
    const id = hiddenId(context, what);
    make(context, id, { kind: 'aux', expr });
    return ref(id);
  };
  const plainOf = (expr: Expr): Expr => (isPlain(expr) ? expr : aux('value', expr));
  const stock = (what: string, initial: Expr, net: (self: Expr) => Expr): Expr => {
    const id = hiddenId(context, what);
    const flow = `${id} net flow`;
    // The stock stands before its flow, so that the flow may use it.
    make(context, id, { kind: 'stock', initial, inflows: [flow], outflows: [] });
    make(context, flow, { kind: 'flow', expr: net(ref(id)) });
    return ref(id);
  };
  return {
    context,
    term,
    count: term.args.length,
    vensim: isVensim(context),
    value,
    plain: (i, otherwise) => plainOf(value(i, otherwise)),
    each: (...args) => {
      const terms = args.flatMap((i) => term.args[i] ?? []);
      const loops = loopsIn(terms, context);
      const count = [...loops.values()].reduce((n, r) => n * r.elements.length, 1);
      if (count > limits.elements) {
        complain(context, term.span, 'too-many', { what: 'elements', count, limit: limits.elements });
        return [];
      }
      const rows: (readonly Expr[])[] = [];
      for (const ways of waysThrough(loops)) {
        if (isFull(context.world)) break;
        const inner = { ...context, loops: new Map([...context.loops, ...ways]) };
        rows.push(terms.map((t) => context.world.rules.lower(t, inner)));
      }
      return rows;
    },
    table: (i, use) => {
      const arg = term.args[i];
      if (arg?.kind === 'name') {
        const entry = entryOf(arg.name, context);
        const used =
          entry?.kind === 'variable' ? atTable(entry, arg.subscripts, arg.span, context, use) : undefined;
        if (used) return used;
        complain(context, arg.span, 'needs-table', { name: canonical(arg.name) });
      } else if (arg?.kind === 'curve') {
        const id = hiddenId(context, 'curve');
        make(context, id, { kind: 'table', ...shaped(arg.curve, 'continuous') });
        return use({ id, curve: () => arg.curve, shape: 'continuous' });
      } else complain(context, term.span, 'needs-table', { name: canonical(term.name) });
      return lost;
    },
    constant: (i, otherwise = NaN) => {
      const arg = term.args[i];
      if (!arg) return otherwise;
      const found = valueAtStart(context.world.rules.lower(arg, context), context);
      if (found === undefined) complain(context, arg.span, 'not-constant', { name: canonical(term.name) });
      return found ?? NaN;
    },
    text: (i) => {
      const arg = term.args[i];
      return arg?.kind === 'text' ? arg.text : arg?.kind === 'name' ? arg.name : '';
    },
    aux,
    loop: (what, expr) => {
      const id = hiddenId(context, what);
      make(context, id, { kind: 'aux', expr: expr(id) });
      return ref(id);
    },
    stock,
    frozen: (what, initial) => {
      if (initial.kind === 'number' || isFrozen(initial, context)) return initial;
      const id = hiddenId(context, what);
      make(context, id, { kind: 'stock', initial, inflows: [], outflows: [] });
      return ref(id);
    },
    curve: (what, curve, shape) => {
      const id = hiddenId(context, what);
      make(context, id, { kind: 'table', ...shaped(curve, shape) });
      return id;
    },
    complain: (code, args) => {
      complain(context, term.span, code, args);
      return lost;
    },
    approximate: (what, instead) => {
      const where = { ...placeAt(context.source, term.span.from), variable: context.owner };
      context.world.report(warning('approximated', { what, instead }, where));
    },
  };
}
