import { isKeyword } from './names.ts';
import { MAX_NESTING } from './well-formed.ts';
import type { Expr, Span } from '../model/expr.ts';

/** The string that stands for a name, the same one each time: to look it up is then cheap. */
export type Spelt = (name: string) => string;

/** A text, and how far it is read. */
interface Reading {
  readonly text: string;
  readonly spelt: Spelt;
  /** The next character. */
  at: number;
  /** After what was read last. */
  end: number;
  depth: number;
  leaves: number;
}

const [LINE_END, SPACE, OPEN, CLOSE, TIMES, PLUS, COMMA, MINUS, POINT, OVER, LOW_LINE] = Array.from(
  '\n ()*+,-./_',
  (sign) => sign.charCodeAt(0),
) as [number, number, number, number, number, number, number, number, number, number, number];

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const WORD = /\p{L}[\p{L}\p{M}\p{N}_]*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

/** Letters of other alphabets come after it. */
const LAST_PLAIN = 127;

/** So many numbers and names at most, so that all that follows may walk the tree by recursion. */
const MOST_LEAVES = 500;

/**
 * The tree of an equation of sums, products, brackets and calls alone, which most are, read straight from its text;
 * undefined if anything else is in it, a sign or a mistake included. A test holds it to be the tree that mathjs gives,
 * which takes many times as long.
 */
export function readArithmetic(text: string, spelt: Spelt): Expr | undefined {
  const r: Reading = { text, spelt, at: 0, end: 0, depth: 0, leaves: 0 };
  const tree = sum(r);
  next(r);
  return r.at === text.length ? tree : undefined;
}

/** The next character that is not blank. */
function next(r: Reading): number {
  let code = r.text.charCodeAt(r.at);
  while (code === SPACE || code === LINE_END) code = r.text.charCodeAt(++r.at);
  return code;
}

/** Reads one character, and answers where it stands. */
function take(r: Reading): number {
  r.end = r.at + 1;
  return r.at++;
}

const spanFrom = (from: number, r: Reading): Span => ({ from, to: r.end });

function sum(r: Reading): Expr | undefined {
  next(r);
  const from = r.at;
  let left = product(r);
  for (let sign = next(r); sign === PLUS || sign === MINUS; sign = next(r)) {
    const at = take(r);
    const right = product(r);
    if (left === undefined || right === undefined) return undefined;
    left = { kind: 'binary', op: sign === PLUS ? '+' : '-', left, right, at, span: spanFrom(from, r) };
  }
  return left;
}

function product(r: Reading): Expr | undefined {
  next(r);
  const from = r.at;
  let left = operand(r);
  for (let sign = next(r); sign === TIMES || sign === OVER; sign = next(r)) {
    const at = take(r);
    const right = operand(r);
    if (left === undefined || right === undefined) return undefined;
    left = { kind: 'binary', op: sign === TIMES ? '*' : '/', left, right, at, span: spanFrom(from, r) };
  }
  return left;
}

function operand(r: Reading): Expr | undefined {
  const code = next(r);
  if (code === OPEN) {
    if (++r.depth > MAX_NESTING) return undefined;
    take(r);
    const inner = sum(r);
    r.depth--;
    if (next(r) !== CLOSE) return undefined;
    take(r);
    return inner;
  }
  if (++r.leaves > MOST_LEAVES) return undefined;
  const from = r.at;
  if (isDigit(code) || code === POINT) {
    const value = number(r);
    return value === undefined ? undefined : { kind: 'number', value, span: spanFrom(from, r) };
  }
  const name = word(r);
  if (name === undefined) return undefined;
  const span = spanFrom(from, r);
  if (next(r) !== OPEN) return { kind: 'ref', name, span };
  const args = list(r);
  return args && { kind: 'call', fn: name, args, span: spanFrom(from, r) };
}

/** From the bracket before the first argument to the one after the last. */
function list(r: Reading): readonly Expr[] | undefined {
  if (++r.depth > MAX_NESTING) return undefined;
  const args: Expr[] = [];
  take(r);
  if (next(r) !== CLOSE) {
    for (;;) {
      const arg = sum(r);
      if (arg === undefined) return undefined;
      args.push(arg);
      if (next(r) !== COMMA) break;
      take(r);
    }
    if (next(r) !== CLOSE) return undefined;
  }
  take(r);
  r.depth--;
  return args;
}

function number(r: Reading): number | undefined {
  const { text, at: from } = r;
  let to = from;
  while (isDigit(text.charCodeAt(to))) to++;
  if (text.charCodeAt(to) === POINT) do to++; while (isDigit(text.charCodeAt(to))); // prettier-ignore
  if (text[to] === 'e' || text[to] === 'E') to = endOf(NUMBER, r);
  r.at = r.end = to;
  const value = Number(text.slice(from, to));
  return Number.isFinite(value) ? value : undefined;
}

function word(r: Reading): string | undefined {
  const { text, at: from, spelt } = r;
  let to = from;
  let code = text.charCodeAt(to);
  if (isLetter(code)) do code = text.charCodeAt(++to); while (isLetter(code) || isDigit(code) || code === LOW_LINE); // prettier-ignore
  const plain = !(code > LAST_PLAIN);
  if (!plain) to = endOf(WORD, r);
  if (to === from) return undefined;
  r.at = r.end = to;
  const name = text.slice(from, to);
  if (isKeyword(name) && name !== 'lookup') return undefined;
  return spelt(plain ? name : name.normalize('NFC'));
}

/** Where the stretch ends that a pattern matches here. */
function endOf(pattern: RegExp, { text, at }: Reading): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
