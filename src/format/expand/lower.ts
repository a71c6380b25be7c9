import { assertNever } from '../../base/assert.ts';
import { nearest } from '../../base/nearest.ts';
import { canonical, displayName } from '../../equation/dialects/names.ts';
import { DT, START, STOP, TIME, div, eq, iff, lookup, negate, not, num, op, ref } from './build.ts'; // prettier-ignore
import { functionFor, functionNames } from './functions/index.ts';
import { whyNotComputed } from './functions/not-computed.ts';
import { callSite } from './call-site.ts';
import { placeIn } from './dimensions.ts';
import { expandMacro, macroFor } from './macros.ts';
import { atElements, entryOf, lost } from './references.ts';
import { elementOf } from './subscripts.ts';
import { atTable } from './tables.ts';
import { complain, isVensim, limits } from './world.ts';
import type { Subscript, Term } from '../../equation/dialects/term.ts';
import type { Expr, Span } from '../../model/expr.ts';
import type { Context, VariableEntry } from './world.ts';

type Name = Extract<Term, { kind: 'name' }>;
type Call = Extract<Term, { kind: 'call' }>;

/** A foreign equation as a scalar expression of the model that is being made. */
export function lower(term: Term, context: Context): Expr {
  if (++context.world.size > limits.nodes) {
    if (context.world.size === limits.nodes + 1) tooLarge(context, term.span);
    return lost;
  }
  const of = (inner: Term): Expr => lower(inner, context);
  switch (term.kind) {
    case 'number':
      return num(term.value, term.span);
    case 'name':
      return name(term, context);
    case 'negate':
      return { ...negate(of(term.arg)), span: term.span };
    case 'not':
      return { ...not(of(term.arg)), span: term.span };
    case 'if': {
      const test = of(term.test);
      // A macro that calls itself ends where what it is given says so (XMILE 3.6.1).
      if (test.kind === 'number' && context.scope.hidden)
        return of(test.value !== 0 ? term.then : term.otherwise);
      return { ...iff(test, of(term.then), of(term.otherwise)), span: term.span };
    }
    case 'call':
      return called(term, context);
    case 'binary':
      return binary(term, context);
    case 'transpose':
      return transposed(term.arg, context);
    case 'text':
    case 'curve':
      complain(context, term.span, 'equation-syntax', {
        found: term.kind === 'text' ? `'${term.text}'` : '(…)',
      });
      return lost;
    default:
      return assertNever(term);
  }
}

const tooLarge = (context: Context, span: Span): void =>
  complain(context, span, 'too-many', { what: 'parts', count: limits.nodes + 1, limit: limits.nodes });

function binary(term: Extract<Term, { kind: 'binary' }>, context: Context): Expr {
  if (term.op === 'mod') {
    const { left, right, span } = term;
    return called({ kind: 'call', name: 'MOD', args: [left, right], outputs: [], span }, context);
  }
  const positions = comparedPositions(term, context);
  const [left, right] = positions ?? [lower(term.left, context), lower(term.right, context)];
  if (term.op === 'safediv') return iff(eq(right, num(0)), num(0), div(left, right));
  return op(term.op, left, right, term.at, term.span);
}

/** `stage = stage1`, `row = column`: elements are the same or not, whatever ranges they are taken from. */
function comparedPositions(
  term: Extract<Term, { kind: 'binary' }>,
  context: Context,
): readonly [Expr, Expr] | undefined {
  if (!['==', '!=', '<', '<=', '>', '>='].includes(term.op)) return undefined;
  const [a, b] = [elementNamed(term.left, context), elementNamed(term.right, context)];
  if (a === undefined || b === undefined) return undefined;
  const family = context.world.dimensions.family([a, b]);
  return family && [num(placeIn(family.elements, a) + 1), num(placeIn(family.elements, b) + 1)];
}

/** The element that a name means which no variable has: its own, or the one that a dimension stands for. */
function elementNamed(term: Term, context: Context): string | undefined {
  const name = bareName(term, context);
  if (name === undefined) return undefined;
  const { dimensions } = context.world;
  const range = dimensions.range(name);
  return range ? elementOf(range, context) : dimensions.isElement(name) ? canonical(name) : undefined;
}

/** A name that no variable has. */
function bareName(term: Term, context: Context): string | undefined {
  if (term.kind !== 'name' || term.subscripts || context.scope.entries.has(canonical(term.name)))
    return undefined;
  return term.name;
}

function name(term: Name, context: Context): Expr {
  const entry = entryOf(term.name, context);
  if (entry?.kind === 'bound') return entry.expr;
  if (entry) return variable(entry, term, context);
  const known = runValue(canonical(term.name.replace(/\$$/, '')), context) ?? position(term.name, context);
  if (known) return known;
  const zeroArguments = functionFor(
    { kind: 'call', name: term.name, args: [], outputs: [], span: term.span },
    context,
  );
  if (zeroArguments?.arity[0] === 0)
    return called({ kind: 'call', name: term.name, args: [], outputs: [], span: term.span }, context);
  const near = nearest(displayName(term.name), [...context.scope.entries.values()].flatMap((e) => (e.kind === 'variable' ? [e.name] : []))); // prettier-ignore
  complain(context, term.span, 'unknown-name', {
    name: displayName(term.name),
    ...(near === undefined ? {} : { nearest: near }),
  });
  return lost;
}

function variable(entry: VariableEntry, term: Name, context: Context): Expr {
  return atElements(entry, term.subscripts, term.span, context, (element) => {
    if (element.definition.body.kind === 'curve') {
      complain(context, term.span, 'needs-call', { name: entry.name });
      return lost;
    }
    return ref(element.id, term.span);
  });
}

/** `a'` is `a` with its dimensions the other way round. */
function transposed(arg: Term, context: Context): Expr {
  if (arg.kind !== 'name') return lower(arg, context);
  const entry = entryOf(arg.name, context);
  if (entry?.kind !== 'variable') return lower(arg, context);
  const subscripts = arg.subscripts
    ? arg.subscripts.toReversed()
    : context.left.map((_, i, all): Subscript => ({ kind: 'position', place: all.length - i }));
  return variable(entry, { ...arg, subscripts }, context);
}

/** Time and what belongs to it. In Vensim it stands still while a step is worked out in stages. */
function runValue(key: string, context: Context): Expr | undefined {
  const vensim = isVensim(context);
  switch (key) {
    case 'time':
      return TIME;
    case 'time_step':
    case 'dt':
      return key === 'dt' && vensim ? undefined : DT;
    case 'initial_time':
    case 'starttime':
      return key === 'starttime' && vensim ? undefined : START;
    case 'final_time':
    case 'stoptime':
      return key === 'stoptime' && vensim ? undefined : STOP;
    default:
      return undefined;
  }
}

/** A dimension as a number is the place of the element it stands for; an element is its place in its dimension. */
function position(written: string, context: Context): Expr | undefined {
  const { dimensions } = context.world;
  const dot = written.lastIndexOf('.');
  const qualified = dot > 0 ? dimensions.range(written.slice(0, dot)) : undefined;
  if (qualified) {
    const place = placeIn(qualified.elements, canonical(written.slice(dot + 1)));
    return place < 0 ? undefined : num(place + 1);
  }
  const range = dimensions.range(written);
  const element = range
    ? elementOf(range, context)
    : dimensions.isElement(written)
      ? canonical(written)
      : undefined;
  if (element === undefined) return undefined;
  // Vensim counts in the whole family of a range.
  const own = isVensim(context) || !range ? dimensions.family(range?.elements ?? [element]) : range;
  const family = range && own?.elements.length === range.elements.length ? range : own;
  return family && num(placeIn(family.elements, element) + 1);
}

/** A table that is called, a macro, or a function: a model's own names go first. */
function called(term: Call, context: Context): Expr {
  const entry = entryOf(term.name, context);
  if (entry?.kind === 'variable') {
    const [x, ...more] = term.args;
    if (x && more.length === 0) {
      let at: Expr | undefined;
      const table = atTable(entry, term.subscripts, term.span, context, ({ id }) =>
        lookup(id, (at ??= lower(x, context))),
      );
      if (table) return table;
      // `A(i)`: one subscript for all dimensions.
      if (entry.ranges.length > 0 && !functionFor(term, context)) {
        const index: Subscript = { kind: 'index', term: x, each: false };
        return atElements(entry, [index], term.span, context, (e) => ref(e.id));
      }
    }
  }
  const macro = macroFor(term, context);
  if (macro) return expandMacro(macro, term, context);
  const applied = appliedBy(term, context);
  if (applied) return called(applied, context);
  const known = functionFor(term, context);
  if (!known) {
    const why = whyNotComputed(term.name);
    if (entry) complain(context, term.span, 'not-allowed', { found: `${displayName(term.name)}(` });
    else if (why) complain(context, term.span, 'not-computed', { name: displayName(term.name), why });
    else {
      const near = nearest(displayName(term.name).toLowerCase(), functionNames(context));
      complain(context, term.span, 'unknown-function', {
        name: displayName(term.name),
        ...(near === undefined ? {} : { nearest: near }),
      });
    }
    return lost;
  }
  const [min, max] = known.arity;
  if (term.args.length < min || term.args.length > max) {
    const expected = min === max ? `${min}` : max === Infinity ? `≥ ${min}` : `${min}–${max}`;
    complain(context, term.span, 'argument-count', {
      name: displayName(term.name),
      expected,
      found: term.args.length,
    });
    return lost;
  }
  return known.lower(callSite(term, context));
}

/** `LOOKUP(f, x)` where `f` is no table but a function or a macro, as converters write `f(x)`. */
function appliedBy(term: Call, context: Context): Call | undefined {
  const [f, ...args] = term.args;
  if (canonical(term.name) !== 'lookup' || !f || isVensim(context)) return undefined;
  const name = bareName(f, context);
  const applied = name === undefined ? undefined : ({ ...term, name, args } as const);
  return applied && (functionFor(applied, context) ?? macroFor(applied, context)) ? applied : undefined;
}
