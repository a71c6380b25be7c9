import { fail, ok } from '../../base/result.ts';
import { isName } from '../names.ts';
import { SYMBOLS, errorAt } from '../token.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { SourceText } from '../../base/source.ts';
import type { Token, TokenSymbol } from '../token.ts';

const LEXEME = new RegExp(
  [
    String.raw`(?<space>\s+|#[^\n]*)`,
    String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}\p{N}_]*)`,
    String.raw`(?<quoted>"[^"]*")`,
    String.raw`(?<sign><>|=<|=>|<=|>=|==|!=|\*\*|\/\/|&&|\|\||.)`,
  ].join('|'),
  'suy',
);

/**
 * What people write from other languages, from print or by habit, and what it is called here. Words in any case:
 * `AND` and `Not` would otherwise be taken for variables.
 */
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ['=', '=='], ['<>', '!='], ['=<', '<='], ['=>', '>='], ['**', '^'], ['//', '/'],
  ['&', 'and'], ['&&', 'and'], ['|', 'or'], ['||', 'or'],
  ['−', '-'], ['–', '-'], ['—', '-'], ['×', '*'], ['·', '*'], ['÷', '/'], ['≤', '<='], ['≥', '>='], ['≠', '!='],
  ['and', 'and'], ['or', 'or'], ['not', 'not'],
  ['if', 'a ? b : c'], ['then', 'a ? b : c'], ['else', 'a ? b : c'],
]); // prettier-ignore

const isSymbol = (text: string): text is TokenSymbol => (SYMBOLS as readonly string[]).includes(text);

/**
 * The program's own equations: numbers with a decimal point, names of letters, digits and underscores (case
 * matters), `+ - * / ^`, `< <= > >= == !=`, `and or not`, `test ? a : b`, calls, and `#` before a comment.
 */
export function tokenizeNative(source: SourceText): Result<readonly Token[], readonly Diagnostic[]> {
  const { text } = source;
  const tokens: Token[] = [];
  const problems: Diagnostic[] = [];
  const advised = new Set<string>();

  const reject = (index: number, found: string, instead: string | undefined): void => {
    if (instead === undefined) problems.push(errorAt(source, index, 'not-allowed', { found }));
    // `IF a THEN b ELSE c` is one mistake, not three.
    else if (!advised.has(instead)) problems.push(errorAt(source, index, 'not-allowed', { found, instead }));
    if (instead !== undefined) advised.add(instead);
  };

  for (let at = 0; at < text.length;) {
    const plain = plainToken(text, at);
    if (plain !== undefined) {
      tokens.push(plain);
      at = plain.span.to;
      continue;
    }
    LEXEME.lastIndex = at;
    const match = LEXEME.exec(text)!;
    const [lexeme] = match;
    at += lexeme.length;
    const { space, number, word } = match.groups!;
    const span = { from: match.index, to: match.index + lexeme.length };
    if (space !== undefined) continue;
    if (number !== undefined) {
      const value = Number(number);
      if (Number.isFinite(value)) tokens.push({ kind: 'number', value, span });
      else problems.push(errorAt(source, span.from, 'equation-syntax', { found: number }));
    } else if (isSymbol(lexeme)) {
      tokens.push({ kind: 'symbol', symbol: lexeme, span });
    } else if (word !== undefined && !FOREIGN.has(word.toLowerCase())) {
      tokens.push({ kind: 'name', name: word.normalize('NFC'), span });
    } else {
      reject(span.from, lexeme, advice(lexeme, tokens.at(-1)));
    }
  }
  return problems.length > 0 ? fail(problems) : ok(tokens);
}

const SIGNS: ReadonlyMap<number, TokenSymbol> = new Map(
  (['+', '-', '*', '/', '^', '(', ')', ',', '?', ':', '<', '>'] as const).map((s) => [s.charCodeAt(0), s]),
);
/** Signs that another may follow to make one of two: `<=`, `**`, `//`. */
const FIRST_OF_TWO = new Set(['*', '/', '<', '>'].map((sign) => sign.charCodeAt(0)));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** How many letters the words of `FOREIGN` have at most. */
const LONGEST_WORD = 4;

/**
 * The token that begins at an index after spaces, if it is of the plain ones that equations are mostly made of: a regular
 * expression takes many times as long. Undefined for whatever LEXEME has to look at.
 */
function plainToken(text: string, index: number): Token | undefined {
  let from = index;
  while (text.charCodeAt(from) === 32) from++;
  const code = text.charCodeAt(from);
  let to = from + 1;
  if (isLetter(code)) {
    for (let next = text.charCodeAt(to); isLetter(next) || isDigit(next) || next === 95;) {
      next = text.charCodeAt(++to);
    }
    // A letter that is not plain belongs to the name.
    if (text.charCodeAt(to) > 127) return undefined;
    const name = text.slice(from, to);
    if (name.length <= LONGEST_WORD && FOREIGN.has(name.toLowerCase())) return undefined;
    return { kind: 'name', name, span: { from, to } };
  }
  if (isDigit(code)) {
    while (isDigit(text.charCodeAt(to))) to++;
    if (text[to] === '.') do to++; while (isDigit(text.charCodeAt(to))); // prettier-ignore
    if (text[to] === 'e' || text[to] === 'E') return undefined;
    const value = Number(text.slice(from, to));
    return Number.isFinite(value) ? { kind: 'number', value, span: { from, to } } : undefined;
  }
  const symbol = SIGNS.get(code);
  if (symbol === undefined) return undefined;
  // A sign, letter, digit, bracket or space may follow; whatever else could make it another sign.
  if (FIRST_OF_TWO.has(code) && '*/<>='.includes(text.charAt(to) || ' ')) return undefined;
  return { kind: 'symbol', symbol, span: { from, to } };
}

/** What to write instead of a lexeme that the language does not have, given the token before it. */
function advice(lexeme: string, before: Token | undefined): string | undefined {
  if (lexeme === '!') return endsOperand(before) ? undefined : 'not';
  if (lexeme === '%') return before?.kind === 'number' ? '/ 100' : 'mod(a, b)';
  if (lexeme.startsWith('"') && lexeme.length > 1) {
    const name = lexeme.slice(1, -1).trim().replaceAll(/\s+/g, '_');
    return isName(name) ? name : undefined;
  }
  return FOREIGN.get(lexeme.toLowerCase());
}

const endsOperand = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind !== 'symbol' || token.symbol === ')');
