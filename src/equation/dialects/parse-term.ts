import { error } from '../../base/diagnostic.ts';
import { fail, ok } from '../../base/result.ts';
import { placeAt } from '../../base/source.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { SourceText } from '../../base/source.ts';
import type { Span } from '../../model/expr.ts';
import type { ForeignToken, Sign } from './tokens.ts';
import type { Curve, Subscript, Term } from './term.ts';

/** Brackets, signs and conditionals inside one another; the parser works by recursion. */
const MAX_NESTING = 200;
/** Operators one after another, as in a long sum: what walks through the tree goes as deep. */
const MAX_LINKS = 2000;

/** How tightly an operator binds; `^` and the comparisons of one level group as XMILE §3.3.1 says. */
const BINDING: Partial<Record<Sign, number>> = {
  or: 1, and: 2, '=': 4, '==': 4, '<>': 4, '<': 5, '<=': 5, '>': 5, '>=': 5,
  '+': 6, '-': 6, '*': 7, '/': 7, '//': 7, mod: 7, '^': 9,
}; // prettier-ignore
const SIGN_BINDING = 8;

/** Vensim's `:NOT:` takes a whole comparison; XMILE's NOT stands with the signs. */
const NOT_BINDING = { vensim: 3, xmile: SIGN_BINDING };

/**
 * Reads tokens one after another. The first mistake is kept and moves the reader to the end, where every rule
 * finds nothing more to read: so a rule need not look at the outcome of the rules it uses.
 */
export interface TermReader {
  readonly peek: (ahead?: number) => ForeignToken | undefined;
  readonly next: () => ForeignToken | undefined;
  readonly isSign: (sign: Sign, ahead?: number) => boolean;
  /** Steps over a sign if it stands here. */
  readonly take: (sign: Sign) => boolean;
  readonly expect: (sign: Sign) => void;
  readonly name: () => string;
  readonly number: () => number;
  readonly term: () => Term;
  readonly subscripts: () => readonly Subscript[] | undefined;
  /** The points of a Vensim lookup, after its opening bracket up to and with its closing one. */
  readonly curve: () => Curve;
  readonly wrong: (found?: string) => void;
  readonly atEnd: () => boolean;
  /** The value that was read, unless there was a mistake or something is left over. */
  readonly finish: <T>(value: T) => Result<T, Diagnostic>;
}

export function termReader(
  source: SourceText,
  tokens: readonly ForeignToken[],
  dialect: 'vensim' | 'xmile',
): TermReader {
  let at = 0;
  let depth = 0;
  let problem: Diagnostic | undefined;

  const peek = (ahead = 0): ForeignToken | undefined => tokens[at + ahead];
  const isSign = (sign: Sign, ahead = 0): boolean => {
    const token = peek(ahead);
    return token?.kind === 'sign' && token.sign === sign;
  };
  const next = (): ForeignToken | undefined => tokens[at++];
  const take = (sign: Sign): boolean => {
    if (!isSign(sign)) return false;
    at++;
    return true;
  };
  const stop = (diagnostic: Diagnostic): void => {
    problem ??= diagnostic;
    at = tokens.length;
  };
  const wrong = (found?: string): void => {
    const token = peek();
    const index = token?.span.from ?? source.text.trimEnd().length;
    const text = found ?? (token ? source.text.slice(token.span.from, token.span.to) : '');
    stop(error('equation-syntax', { found: text }, placeAt(source, index)));
  };
  const tooDeep = (count: number, limit: number): void =>
    stop(error('too-many', { what: 'levels', count, limit }, placeAt(source, start())));
  const expect = (sign: Sign): void => {
    if (!take(sign)) wrong();
  };
  const spanFrom = (from: number): Span => ({ from, to: tokens[at - 1]?.span.to ?? source.text.length });
  const start = (): number => peek()?.span.from ?? source.text.length;

  function name(): string {
    const token = peek();
    if (token?.kind === 'name') {
      at++;
      return token.name;
    }
    wrong();
    return '';
  }

  function number(): number {
    const negative = take('-');
    if (!negative) take('+');
    const token = peek();
    if (token?.kind === 'number') {
      at++;
      return negative ? -token.value : token.value;
    }
    if (take('na')) return NA;
    wrong();
    return 0;
  }

  function term(binding = 0): Term {
    if (++depth > MAX_NESTING) tooDeep(depth, MAX_NESTING);
    const from = start();
    let left = prefix(from);
    for (let links = 1; ; links++) {
      if (links > MAX_LINKS) tooDeep(links, MAX_LINKS);
      const token = peek();
      if (token?.kind !== 'sign') break;
      if (token.sign === "'") {
        at++;
        left = { kind: 'transpose', arg: left, span: spanFrom(from) };
        continue;
      }
      if (token.sign === 'not' && dialect === 'xmile') {
        // Converters write `x not`.
        at++;
        left = { kind: 'not', arg: left, span: spanFrom(from) };
        continue;
      }
      const power = BINDING[token.sign];
      if (power === undefined || power <= binding) break;
      at++;
      // A power groups to the right; its exponent may carry a sign.
      const right = term(token.sign === '^' ? power - 1 : power);
      left = {
        kind: 'binary',
        op: operator(token.sign),
        left,
        right,
        at: token.span.from,
        span: spanFrom(from),
      };
    }
    depth--;
    return left;
  }

  function prefix(from: number): Term {
    const token = next();
    if (token?.kind === 'number') return { kind: 'number', value: token.value, span: token.span };
    if (token?.kind === 'text') return { kind: 'text', text: token.text, span: token.span };
    if (token?.kind === 'name') return nameOrCall(token.name, from);
    if (token?.kind === 'sign') {
      const { sign } = token;
      if (sign === 'na') return { kind: 'number', value: NA, span: token.span };
      if (sign === '+') return term(SIGN_BINDING - 1);
      if (sign === '-') {
        const arg = term(SIGN_BINDING - 1);
        if (arg.kind === 'number') return { kind: 'number', value: -arg.value, span: spanFrom(from) };
        return { kind: 'negate', arg, span: spanFrom(from) };
      }
      if (sign === 'not') return { kind: 'not', arg: term(NOT_BINDING[dialect] - 1), span: spanFrom(from) };
      if (sign === 'if') return conditional(from);
      // Between its operands in the standard; other programs call it.
      if (sign === 'mod' && isSign('(')) return nameOrCall('MOD', from);
      if (sign === '(') {
        if (isSign('[') || (isSign('(') && pointsFollow()))
          return { kind: 'curve', curve: curve(), span: spanFrom(from) };
        const inner = term();
        expect(')');
        return inner;
      }
    }
    at--;
    wrong();
    return { kind: 'number', value: 0, span: { from, to: from } };
  }

  /** `((0,1),(2,3)…`: a bracket, a number, a comma, a number, a bracket and a comma. */
  const pointsFollow = (): boolean => {
    let i = 1;
    const isNumber = (): boolean => {
      if (isSign('-', i) || isSign('+', i)) i++;
      return peek(i++)?.kind === 'number';
    };
    return isNumber() && isSign(',', i++) && isNumber() && isSign(')', i++) && isSign(',', i);
  };

  function conditional(from: number): Term {
    const test = term();
    expect('then');
    const then = term();
    const otherwise: Term = take('else')
      ? term()
      : { kind: 'number', value: 0, span: { from: start(), to: start() } };
    return { kind: 'if', test, then, otherwise, span: spanFrom(from) };
  }

  function nameOrCall(called: string, from: number): Term {
    const first = subscripts();
    // A place within an element: `belt[region][2]`.
    const list = first && [...first, ...(subscripts() ?? [])];
    const own = list === undefined ? {} : { subscripts: list };
    if (!take('(')) return { kind: 'name', name: called, ...own, span: spanFrom(from) };
    const args: Term[] = [];
    const outputs: Term[] = [];
    if (!isSign(')') && !isSign(':')) {
      do args.push(term());
      while (take(',') || take(';'));
    }
    if (take(':')) {
      do outputs.push(term());
      while (take(','));
    }
    expect(')');
    return { kind: 'call', name: called, ...own, args, outputs, span: spanFrom(from) };
  }

  function subscripts(): readonly Subscript[] | undefined {
    if (!take('[')) return undefined;
    const list: Subscript[] = [];
    do list.push(subscript());
    while (take(',') || take(';'));
    expect(']');
    return list;
  }

  function subscript(): Subscript {
    if (isSign('*') && (isSign(',', 1) || isSign(']', 1) || isSign(':', 1))) {
      at++;
      // `*:Range` of SDEverywhere's XMILE runs through a part of a dimension.
      if (take(':')) return { kind: 'index', term: term(), each: true };
      return { kind: 'all' };
    }
    if (take('@')) return { kind: 'position', place: number() };
    const index = term();
    if (take('!')) return { kind: 'index', term: index, each: true };
    if (take(':')) return { kind: 'range', from: index, to: term() };
    return { kind: 'index', term: index, each: false };
  }

  function curve(): Curve {
    if (take('[')) {
      // The size of the drawing and points for comparison: nothing of it is computed with.
      while (peek() !== undefined && !isSign(']')) at++;
      expect(']');
      take(',');
    }
    const x: number[] = [];
    const y: number[] = [];
    if (isSign('(')) {
      do {
        expect('(');
        x.push(number());
        expect(',');
        y.push(number());
        expect(')');
      } while (take(',') && peek() !== undefined);
    } else {
      const flat: number[] = [];
      do flat.push(number());
      while (take(','));
      if (flat.length % 2 !== 0) wrong();
      x.push(...flat.slice(0, flat.length / 2));
      y.push(...flat.slice(flat.length / 2));
    }
    expect(')');
    return { x, y };
  }

  return {
    peek, next, isSign, take, expect, name, number, term: () => term(), subscripts, curve, wrong,
    atEnd: () => at >= tokens.length,
    finish: (value) => {
      if (problem === undefined && at < tokens.length) wrong();
      return problem === undefined ? ok(value) : fail(problem);
    },
  }; // prettier-ignore
}

/** Vensim's `:NA:`, a number that models compare with: −2¹⁰⁹. */
export const NA = -(2 ** 109);

type Binary = Extract<Term, { kind: 'binary' }>['op'];

function operator(sign: Sign): Binary {
  if (sign === '=' || sign === '==') return '==';
  if (sign === '<>') return '!=';
  if (sign === '//') return 'safediv';
  return sign as Binary;
}
