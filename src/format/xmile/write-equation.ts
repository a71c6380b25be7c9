import { canonical } from '../../equation/dialects/names.ts';
import { SEED } from '../../equation/names.ts';
import { pastIn } from '../../equation/parts.ts';
import { heldIn } from '../../model/held.ts';
import { DT, START, TIME, add, call, div, iff, mul, negate, num, op, sub } from '../expand/build.ts';
import type { Method } from '../../model/model.ts';
import type { BinaryOp, Expr } from '../../model/expr.ts';

/** How tightly XMILE's operators hold (§3.3.1). NOT stands with the signs. */
const OR = 1;
const AND = 2;
const EQUALITY = 4;
const COMPARISON = 5;
const SUM = 6;
const PRODUCT = 7;
const SIGN = 8;
const POWER = 9;
const ATOM = 10;

const SIGNS: Readonly<Record<BinaryOp, readonly [sign: string, level: number]>> = {
  or: ['OR', OR], and: ['AND', AND], '==': ['=', EQUALITY], '!=': ['<>', EQUALITY],
  '<': ['<', COMPARISON], '<=': ['<=', COMPARISON], '>': ['>', COMPARISON], '>=': ['>=', COMPARISON],
  '+': ['+', SUM], '-': ['-', SUM], '*': ['*', PRODUCT], '/': ['/', PRODUCT], '^': ['^', POWER],
}; // prettier-ignore

const RUN_NAMES: ReadonlyMap<string, string> = new Map([
  ['time', 'TIME'],
  ['dt', 'DT'],
  ['starttime', 'STARTTIME'],
  ['stoptime', 'STOPTIME'],
  [SEED, '0'],
]);

/** Functions with XMILE's name for them. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['min', 'MIN'], ['max', 'MAX'], ['abs', 'ABS'], ['floor', 'INT'], ['int', 'INT'], ['round', 'ROUND'], ['sqrt', 'SQRT'],
  ['exp', 'EXP'], ['ln', 'LN'], ['log10', 'LOG10'], ['sin', 'SIN'], ['cos', 'COS'], ['tan', 'TAN'], ['arcsin', 'ARCSIN'],
  ['arccos', 'ARCCOS'], ['arctan', 'ARCTAN'], ['mod', 'MOD'], ['chance', 'CHANCE'],
  ['uniform', 'RANDOM'], ['normal', 'NORMAL'], ['lognormal', 'LOGNORMAL'], ['exponential', 'EXPRND'], ['poisson', 'POISSON'],
]); // prettier-ignore

interface Written {
  readonly text: string;
  readonly level: number;
}

const atom = (text: string): Written => ({ text, level: ATOM });

/** What XMILE has not, by what it means. */
const WRITTEN_OUT: Readonly<Record<string, (...args: readonly Expr[]) => Expr>> = {
  ceil: (x) => negate(call('floor', negate(x))),
  clip: (x, low, high) => call('max', low, call('min', x, high)),
  step: (height, start) => iff(op('>=', add(TIME, mul(DT, num(1e-6))), start), height, num(0)),
  ramp: (slope, start, end?: Expr) =>
    mul(slope, call('max', num(0), sub(end ? call('min', TIME, end) : TIME, start))),
  log2: (x) => div(call('ln', x), call('ln', num(2))),
  sinh: (x) => div(sub(call('exp', x), call('exp', negate(x))), num(2)),
  cosh: (x) => div(add(call('exp', x), call('exp', negate(x))), num(2)),
  tanh: (x) => sub(num(1), div(num(2), add(call('exp', mul(num(2), x)), num(1)))),
};

/** The time at the start of the step, in whatever stage: with Euler's method there is only one. */
const stepTime = (method: Method): Expr =>
  method === 'euler' ? TIME : add(START, mul(call('floor', add(div(sub(TIME, START), DT), num(1e-6))), DT));

export interface EquationWriter {
  readonly write: (expr: Expr) => string;
  /** Functions that could not be written. */
  readonly missing: ReadonlySet<string>;
}

/** Writes equations in XMILE, with no more brackets than they need. `reference` gives a variable as equations name it. */
export function equationWriter(
  reference: (id: string) => string,
  isTable: (id: string) => boolean,
  method: Method,
): EquationWriter {
  const missing = new Set<string>();

  const operand = (e: Expr, level: number): string => {
    const { text, level: own } = of(e);
    return own < level ? `(${text})` : text;
  };

  /** A table's value, as our own equations may have it: `lookup(table, x)` or `table(x)`. */
  function lookupIn({ fn, args, span }: Extract<Expr, { kind: 'call' }>): Expr | undefined {
    const [first, second] = args;
    if (args.length === 1 && first && isTable(fn)) return { kind: 'lookup', table: fn, x: first, span };
    const named = fn === 'lookup' && args.length === 2 && first?.kind === 'ref' && isTable(first.name);
    return named && second ? { kind: 'lookup', table: first.name, x: second, span } : undefined;
  }

  function of(e: Expr): Written {
    switch (e.kind) {
      case 'number':
        return number(e.value);
      case 'ref':
        if (e.name === 'steptime') return of(stepTime(method));
        return atom(RUN_NAMES.get(e.name) ?? reference(e.name));
      case 'negate':
        return { text: `-${operand(e.arg, POWER)}`, level: SIGN };
      case 'not':
        return { text: `NOT ${operand(e.arg, POWER)}`, level: SIGN };
      case 'binary': {
        const [sign, level] = SIGNS[e.op];
        const right = level === POWER ? level : level + 1;
        return {
          text: `${operand(e.left, level === POWER ? ATOM : level)} ${sign} ${operand(e.right, right)}`,
          level,
        };
      }
      case 'if': {
        const held = heldIn(
          e.otherwise.kind === 'call' ? { ...e, otherwise: pastIn(e.otherwise) ?? e.otherwise } : e,
        );
        if (held) return atom(`HELD(${of(held).text})`);
        return atom(`( IF ${of(e.test).text} THEN ${of(e.then).text} ELSE ${of(e.otherwise).text} )`);
      }
      case 'lookup':
        return atom(`${reference(e.table)}(${of(e.x).text})`);
      case 'past': {
        const initial = of(e.initial).text;
        if (e.steps.kind === 'number' && Math.trunc(e.steps.value) <= 1)
          return atom(`PREVIOUS(${reference(e.name)}, ${initial})`);
        return atom(`DELAY(${reference(e.name)}, ${operand(e.steps, PRODUCT)} * DT, ${initial})`);
      }
      case 'call': {
        const meant = pastIn(e) ?? lookupIn(e);
        if (meant) return of(meant);
        const args = e.args.map((arg) => of(arg).text);
        if (e.fn === 'mod')
          return { text: `${operand(e.args[0]!, PRODUCT)} MOD ${operand(e.args[1]!, SIGN)}`, level: PRODUCT };
        // Its bounds hold what is outside them, where a native model draws nothing there.
        const [mean, deviation, low, high] = e.args;
        if (e.fn === 'normal' && mean && deviation && low) {
          const drawn = call('normal', mean, deviation);
          return of(call('max', low, high ? call('min', drawn, high) : drawn));
        }
        const written = WRITTEN_OUT[e.fn];
        if (written) return of(written(...e.args));
        const name = FUNCTIONS.get(e.fn);
        if (name === undefined) missing.add(e.fn);
        return atom(`${name ?? e.fn.toUpperCase()}(${args.join(', ')})`);
      }
    }
  }
  return { write: (expr) => of(expr).text, missing };
}

/** The fewest digits that read back as the same double. */
function number(value: number): Written {
  if (Number.isNaN(value)) return { text: '0 / 0', level: PRODUCT };
  const size = Math.abs(value) === Infinity ? 'INF' : String(Math.abs(value)).replace('e+', 'e');
  return value < 0 || Object.is(value, -0) ? { text: `-${size}`, level: SIGN } : atom(size);
}

const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'mod', 'if', 'then', 'else', 'self', 'std', 'pi', 'inf', 'time', 'dt', 'starttime', 'stoptime']); // prettier-ignore
const PLAIN = /^[\p{L}](?:[\p{L}\p{M}\p{N} _]*[\p{L}\p{M}\p{N}])?$/u;

/** A name as equations write it: underscores for blanks, in quotation marks if it holds anything else (§3.2.2). */
export function quoted(name: string): string {
  if (PLAIN.test(name) && !WORDS.has(canonical(name))) return name.replaceAll(' ', '_');
  return `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
