import { error } from '../../base/diagnostic.ts';
import { fail, ok } from '../../base/result.ts';
import { placeAt } from '../../base/source.ts';
import { NUMBER, afterComment, afterQuote, matchAt } from './tokens.ts';
import type { ForeignToken, ForeignTokenizer, Sign } from './tokens.ts';

const BLANK = /[\s\u00a0]+/y;
/** XMILE §3.2.2; a full stop leads into a module or a dimension, whose name may be quoted. */
const NAME = /[\p{L}\p{M}_$](?:[\p{L}\p{M}\p{N}_$]+|\.(?=[\p{L}\p{M}_$"]))*/uy;
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'mod', 'if', 'then', 'else']);
const SIGNS: readonly Sign[] = [
  '<>', '<=', '>=', '==', '//', '<', '>', '=', '+', '-', '*', '/', '^', '(', ')', '[', ']', ',', ';', ':', "'", '@', '!',
]; // prettier-ignore
/** Spellings of other languages that converters leave behind. */
const SPELLINGS: ReadonlyMap<string, Sign> = new Map([['!=', '<>'], ['&&', 'and'], ['||', 'or']]); // prettier-ignore

/** The tokens of an XMILE equation (§3.2, §3.3). Comments in braces count as blanks. */
export const xmileTokens: ForeignTokenizer = (source) => {
  const { text } = source;
  const tokens: ForeignToken[] = [];
  let i = 0;
  while (i < text.length) {
    const from = i;
    const char = text[i]!;
    const blank = matchAt(BLANK, text, i);
    if (blank !== undefined) {
      i += blank.length;
      continue;
    }
    if (char === '{') {
      i = afterComment(text, i);
      continue;
    }
    const number = matchAt(NUMBER, text, i);
    if (number !== undefined) {
      i += number.length;
      tokens.push({ kind: 'number', value: Number(number), span: { from, to: i } });
      continue;
    }
    const name = nameAt(text, i);
    if (name !== undefined) {
      i += name.length;
      addName(tokens, name, from);
      continue;
    }
    const spelling = SPELLINGS.get(text.slice(i, i + 2));
    const sign = spelling ?? SIGNS.find((s) => text.startsWith(s, from));
    if (sign === undefined) return fail(error('equation-syntax', { found: char }, placeAt(source, i)));
    i += spelling === undefined ? sign.length : 2;
    tokens.push({ kind: 'sign', sign, span: { from, to: i } });
  }
  return ok(tokens);
};

/** A plain or quoted name, or several joined by full stops; one in front leads to the main model (§3.7.4). */
function nameAt(text: string, start: number): string | undefined {
  let i = text[start] === '.' ? start + 1 : start;
  for (;;) {
    const to = text[i] === '"' ? afterQuote(text, i) : i + (matchAt(NAME, text, i)?.length ?? 0);
    if (to === undefined || to === i) return undefined;
    i = to;
    if (text[i] === '.' && /[\p{L}\p{M}_$"]/u.test(text[i + 1] ?? '')) i++;
    else if (text[i - 1] !== '.') return text.slice(start, i);
  }
}

/** Converters write names of several words bare: words side by side are one name. `IF THEN ELSE(` is a function. */
function addName(tokens: ForeignToken[], name: string, from: number): void {
  const span = { from, to: from + name.length };
  const word = name.toLowerCase();
  const last = tokens.at(-1);
  if (WORDS.has(word)) {
    const before = tokens.at(-2);
    if (word === 'else' && isSign(last, 'then') && isSign(before, 'if')) {
      tokens.splice(-2, 2, {
        kind: 'name',
        name: 'IF THEN ELSE',
        span: { from: before!.span.from, to: span.to },
      });
    } else tokens.push({ kind: 'sign', sign: word as Sign, span });
  } else if (last?.kind === 'name') {
    tokens[tokens.length - 1] = {
      kind: 'name',
      name: `${last.name} ${name}`,
      span: { from: last.span.from, to: span.to },
    };
  } else tokens.push({ kind: 'name', name, span });
}

const isSign = (token: ForeignToken | undefined, sign: Sign): boolean =>
  token?.kind === 'sign' && token.sign === sign;
