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

  LEXEME.lastIndex = 0;
  for (let match = LEXEME.exec(text); match; match = LEXEME.exec(text)) {
    const [lexeme] = match;
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
