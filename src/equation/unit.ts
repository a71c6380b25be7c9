import { fail, ok } from '../base/result.ts';
import { isName } from './names.ts';
import { errorAt } from './token.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { SourceText } from '../base/source.ts';

/** A unit as base names with their exponents, none of them 0, in the order of the names: SEK/year is SEK¹·year⁻¹. */
export type Unit = ReadonlyMap<string, number>;

/** The unit of a share, a count of nothing, an index. Written `1`. */
export const NO_UNIT: Unit = new Map();

/** Roots leave rounding in exponents: those closer than this are one. */
const NEAR = 1e-9;

export const sameUnit = (a: Unit, b: Unit): boolean =>
  a.size === b.size && [...a].every(([base, exponent]) => Math.abs((b.get(base) ?? 0) - exponent) < NEAR);

/** a·bᵏ: the product for k = 1, the quotient for k = −1. */
export function timesPower(a: Unit, b: Unit, k: number): Unit {
  if (b.size === 0) return a;
  const product = new Map(a);
  for (const [base, exponent] of b) product.set(base, (product.get(base) ?? 0) + k * exponent);
  return canonicalUnit(product);
}

export const power = (a: Unit, k: number): Unit => timesPower(NO_UNIT, a, k);

/** Base names with exponents as a unit: in order, and none that cancels out. */
export function canonicalUnit(exponents: ReadonlyMap<string, number>): Unit {
  let before = '';
  let asItIs = true;
  for (const [base, exponent] of exponents) {
    asItIs &&= before < base && Math.abs(exponent) >= NEAR;
    before = base;
  }
  if (asItIs) return exponents;
  const entries = [...exponents].filter(([, exponent]) => Math.abs(exponent) >= NEAR);
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** As `person/year`, `SEK/(person*year)`, `1/year` or `1`. */
export function formatUnit(unit: Unit): string {
  const factor = ([base, exponent]: [string, number]): string => {
    const size = Number(Math.abs(exponent).toPrecision(6));
    return size === 1 ? base : `${base}^${size}`;
  };
  const above = [...unit].filter(([, exponent]) => exponent > 0).map(factor);
  const below = [...unit].filter(([, exponent]) => exponent < 0).map(factor);
  const numerator = above.length === 0 ? '1' : above.join('*');
  if (below.length === 0) return numerator;
  return `${numerator}/${below.length === 1 ? below.join('') : `(${below.join('*')})`}`;
}

/** Characters in a unit. */
const MAX_LENGTH = 500;

const LEXEME = /[\p{L}_][\p{L}\p{M}\p{N}_]*|\d+(?:\.\d+)?|\S/gu;

/**
 * A unit as an author writes it: names (each is a base of its own, case matters), `1`, `*`, `/`, `^` with a number,
 * and brackets. `a/b/c` is a/(b·c) and `a/b*c` is (a/b)·c, as in equations. A number other than 1 has no meaning in
 * a unit: the check would take 1000 SEK for SEK, and the sum would be wrong.
 */
export function parseUnit(source: SourceText): Result<Unit, Diagnostic> {
  const count = source.text.length;
  if (count > MAX_LENGTH)
    return fail(errorAt(source, 0, 'too-many', { what: 'characters', count, limit: MAX_LENGTH }));
  const lexemes = [...source.text.matchAll(LEXEME)];
  let next = 0;
  const peek = (): string | undefined => lexemes[next]?.[0];
  const take = (): string | undefined => lexemes[next++]?.[0];

  // Each reads what it can, or returns undefined with the lexeme that it could not use as the last one taken.
  function product(): Unit | undefined {
    let unit = factor();
    while (unit && (peek() === '*' || peek() === '/')) {
      const k = take() === '*' ? 1 : -1;
      const right = factor();
      unit = right && timesPower(unit, right, k);
    }
    return unit;
  }
  function factor(): Unit | undefined {
    const base = atom();
    if (!base || peek() !== '^') return base;
    take();
    const sign = peek() === '-' ? -1 : 1;
    if (sign < 0) take();
    const size = Number(take());
    return Number.isNaN(size) ? undefined : power(base, sign * size);
  }
  function atom(): Unit | undefined {
    const lexeme = take();
    if (lexeme === '1') return NO_UNIT;
    if (lexeme === '(') {
      const inner = product();
      return inner && take() === ')' ? inner : undefined;
    }
    return lexeme !== undefined && isName(lexeme) ? new Map([[lexeme.normalize('NFC'), 1]]) : undefined;
  }

  const unit = product();
  if (unit && next === lexemes.length) return ok(unit);
  const wrong = lexemes[unit ? next : next - 1];
  const index = wrong?.index ?? source.text.trimEnd().length;
  return fail(errorAt(source, index, 'unit-syntax', { found: wrong?.[0] ?? '' }));
}
