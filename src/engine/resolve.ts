import { assertNever } from '../base/assert.ts';
import { numberOf } from '../base/random.ts';
import { nearest } from '../base/nearest.ts';
import { fail, ok } from '../base/result.ts';
import { builtins, otherNames } from '../equation/builtins/index.ts';
import { CONSTANTS, RUN_NAMES, SEED, isRunName } from '../equation/names.ts';
import { PAST, pastIn, withChildren } from '../equation/parts.ts';
import { errorAt, textOf } from '../equation/token.ts';
import type { Diagnostic, DiagnosticArgs, DiagnosticCode } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { SourceText } from '../base/source.ts';
import type { Expr, Span } from '../model/expr.ts';
import type { Model } from '../model/model.ts';
import type { Variable, VariableId } from '../model/variable.ts';
import type { ModelNames } from './model-units.ts';

type Ref = Extract<Expr, { kind: 'ref' }>;
type Call = Extract<Expr, { kind: 'call' }>;

type Kind = Variable['kind'] | undefined;

/** An expression in which every name means something. */
export interface Resolved {
  readonly expr: Expr;
  /** The names of variables and of the run that it reads, each once. */
  readonly uses: readonly string[];
  /** Draws, so that it is this variable's alone: another with the same text has draws of its own. */
  readonly draws: boolean;
  /** The names in it, each once, with the kinds of variable that they mean: while these are the same, so is the rest. */
  readonly asked: readonly string[];
  readonly kinds: readonly Kind[];
}

/** Gives the names of one equation their meaning, or fails with all that have none. */
export type Resolve = (
  id: VariableId,
  expr: Expr,
  source: SourceText,
) => Result<Resolved, readonly Diagnostic[]>;

/** How many misspelt names of a model get a suggestion: each search goes through all names. */
const MAX_SUGGESTIONS = 100;

const LOOKUP = 'lookup';

/** Names of constants become numbers, calls of tables become lookups, and functions get what the run gives them. */
export function createResolver({ variables }: Model, names: ModelNames): Resolve {
  const tables = (): string[] => [...variables.keys()].filter((id) => variables.get(id)?.kind === 'table');
  const values = (): string[] => [
    ...[...variables.keys()].filter((id) => variables.get(id)?.kind !== 'table'),
    ...RUN_NAMES,
    ...CONSTANTS.keys(),
  ];
  const functions = (): string[] => [...builtins.keys(), ...tables(), LOOKUP, PAST];
  let suggestions = 0;
  const suggest = (name: string, among: () => readonly string[]): { nearest?: string } => {
    const found = suggestions++ < MAX_SUGGESTIONS ? nearest(name, among()) : undefined;
    return found === undefined ? {} : { nearest: found };
  };

  return (id, root, source) => {
    const asItStands = plainly(root, names);
    if (asItStands !== undefined) return ok(asItStands);
    const problems: Diagnostic[] = [];
    const uses = new Set<string>();
    const asked = new Map<string, Kind>();
    let draws = 0;
    const expr = of(root);
    if (problems.length > 0) return fail(problems);
    return ok({
      expr,
      uses: [...uses],
      draws: draws > 0,
      asked: [...asked.keys()],
      kinds: [...asked.values()],
    });

    function kindOf(name: string): Kind {
      const kind = names.of(name)?.kind;
      asked.set(name, kind);
      return kind;
    }

    function report<C extends DiagnosticCode>(span: Span, code: C, args: DiagnosticArgs[C]): void {
      problems.push(errorAt(source, span.from, code, args));
    }

    function of(e: Expr): Expr {
      switch (e.kind) {
        case 'number':
          return e;
        case 'ref':
          return ref(e);
        case 'negate':
        case 'not':
        case 'binary':
        case 'if':
        case 'past':
          return withChildren(e, of);
        case 'lookup':
          if (kindOf(e.table) !== 'table') report(e.span, 'needs-table', { name: e.table });
          return withChildren(e, of);
        case 'call':
          return call(e);
        default:
          return assertNever(e);
      }
    }

    function ref(e: Ref): Expr {
      const { name, span } = e;
      const kind = kindOf(name);
      const constant = CONSTANTS.get(name);
      if (kind === 'table' || (kind === undefined && (builtins.has(name) || name === LOOKUP))) {
        report(span, 'needs-call', { name });
      } else if (kind !== undefined || isRunName(name)) uses.add(name);
      else if (constant !== undefined) return { kind: 'number', value: constant, span };
      else report(span, 'unknown-name', { name, ...suggest(name, values) });
      return e;
    }

    function call(e: Call): Expr {
      const { fn, span } = e;
      const kind = kindOf(fn);
      if (fn === LOOKUP || kind === 'table') return lookup(e);
      if (fn === PAST && kind === undefined) return past(e);
      const args = e.args.map(of);
      const builtin = builtins.get(fn);
      if (kind !== undefined || isRunName(fn) || CONSTANTS.has(fn)) {
        // A value and a bracket: `a (b + c)` for a product, or `time()` as some programs have it.
        report(span, 'not-allowed', { found: `${fn}(`, instead: args.length === 0 ? fn : `${fn} * (` });
      } else if (builtin) {
        countArguments(e, ...builtin.arity);
        const given = (builtin.given ?? []).map((name) =>
          name === 'draw' ? draw(span) : runName(name, span),
        );
        return { ...e, args: [...given, ...args] };
      } else {
        const elsewhere = otherNames.get(fn.toLowerCase());
        report(span, 'unknown-function', {
          name: fn,
          ...(elsewhere ? { nearest: elsewhere } : suggest(fn, functions)),
        });
      }
      return { ...e, args };
    }

    function runName(name: string, span: Span): Ref {
      uses.add(name);
      return { kind: 'ref', name, span };
    }

    /** A number drawn once a step: it follows from the seed, the place of the call and the number of the step. */
    function draw(span: Span): Expr {
      const part = (op: '-' | '/', left: Expr, right: Expr): Expr => ({
        kind: 'binary',
        op,
        left,
        right,
        at: span.from,
        span,
      });
      const passed = part('-', runName('steptime', span), runName('starttime', span));
      const step: Expr = { kind: 'call', fn: 'round', args: [part('/', passed, runName('dt', span))], span };
      const site: Expr = { kind: 'number', value: numberOf(`${id} ${draws++}`), span };
      return { kind: 'call', fn: 'chance', args: [runName(SEED, span), site, step], span };
    }

    /** `lookup(table, x)` or `table(x)`. */
    function lookup(e: Call): Expr {
      const [table, x] = e.fn === LOOKUP ? e.args : [{ ...e, kind: 'ref', name: e.fn } as const, ...e.args];
      const count = e.fn === LOOKUP ? 2 : 1;
      const complete = countArguments(e, count, count);
      if (!complete || !table || !x) return e;
      if (table.kind === 'ref' && kindOf(table.name) === 'table') {
        return { kind: 'lookup', table: table.name, x: of(x), span: e.span };
      }
      if (table.kind === 'ref' && kindOf(table.name) === undefined) {
        report(table.span, 'unknown-name', { name: table.name, ...suggest(table.name, tables) });
      } else {
        report(table.span, 'needs-table', { name: textOf(source, table.span) });
      }
      return { ...e, args: [table, of(x)] };
    }

    /** What it names is no part of this step: a variable may look at its own past. */
    function past(e: Call): Expr {
      if (!countArguments(e, 3, 3)) return e;
      const found = pastIn(e);
      const { span } = e.args[0]!;
      if (found?.kind !== 'past')
        report(span, 'not-allowed', { found: textOf(source, span), instead: 'past(name, 1, 0)' });
      else if (kindOf(found.name) === 'table') report(span, 'needs-call', { name: found.name });
      else if (kindOf(found.name) === undefined && !isRunName(found.name))
        report(span, 'unknown-name', { name: found.name, ...suggest(found.name, values) });
      else {
        // What reads the past changes with time.
        uses.add('steptime');
        return withChildren(found, of);
      }
      return e;
    }

    function countArguments({ fn, args, span }: Call, min: number, max: number): boolean {
      const found = args.length;
      if (found >= min && found <= max) return true;
      const comma = found > max ? decimalComma(args, source) : undefined;
      const expected = max === min ? `${min}` : max === Infinity ? `≥ ${min}` : `${min}–${max}`;
      if (comma) report(comma, 'decimal-comma', { found: textOf(source, comma) });
      else report(span, 'argument-count', { name: fn, expected, found });
      return false;
    }
  };
}

/** The meaning of an expression that is already what it means, as most are: values and calls of simple functions. */
function plainly(expr: Expr, names: ModelNames): Resolved | undefined {
  const uses: string[] = [];
  const kinds: Kind[] = [];
  const called: string[] = [];
  const isPlain = (e: Expr): boolean => {
    switch (e.kind) {
      case 'number':
        return true;
      case 'ref': {
        const { name } = e;
        if (uses.includes(name)) return true;
        const kind = names.of(name)?.kind;
        if (kind === undefined ? !isRunName(name) : kind === 'table') return false;
        uses.push(name);
        kinds.push(kind);
        return true;
      }
      case 'binary':
        return isPlain(e.left) && isPlain(e.right);
      case 'call': {
        const { fn, args } = e;
        const builtin = builtins.get(fn);
        if (builtin === undefined || builtin.given !== undefined || names.of(fn) !== undefined) return false;
        const [least, most] = builtin.arity;
        if (args.length < least || args.length > most) return false;
        if (!called.includes(fn)) called.push(fn);
        return args.every(isPlain);
      }
      case 'negate':
      case 'not':
        return isPlain(e.arg);
      case 'if':
        return isPlain(e.test) && isPlain(e.then) && isPlain(e.otherwise);
      default:
        return false;
    }
  };
  if (!isPlain(expr)) return undefined;
  // What is kept is no longer than it must be: there is one for each equation. Functions have no kind.
  const asked = called.length === 0 ? uses.slice() : [...uses, ...called];
  return { expr, uses: called.length === 0 ? asked : uses, draws: false, asked, kinds: kinds.slice() };
}

/** Where two neighbouring arguments look like one number with a decimal comma: `exp(0,5)`. */
function decimalComma(args: readonly Expr[], source: SourceText): Span | undefined {
  for (const [i, after] of args.entries()) {
    const span = { from: args[i - 1]?.span.from ?? 0, to: after.span.to };
    if (i > 0 && /^\d+,\d+$/.test(textOf(source, span))) return span;
  }
  return undefined;
}
