import { error } from '../../base/diagnostic.ts';
import { fail, ok } from '../../base/result.ts';
import { placeAt } from '../../base/source.ts';
import { NUMBER, afterComment, afterQuote, matchAt } from './tokens.ts';
import type { ForeignToken, ForeignTokenizer, Sign } from './tokens.ts';

const NAME_START = /[\p{L}\p{M}_$\u00a0-\u{10ffff}]/uy;
const NAME_PART = /[\p{L}\p{M}\p{N}_$'.\u00a0-\u{10ffff}]+/uy;
const BLANK = /(?:\s+|\\[ \t]*\r?\n)+/y;
const NBSP = /[\s\u00a0]+/gu;
const WORD = /:\s*(and|or|not|na|except|interpolate|look\s+forward|hold\s+backward|raw)\s*:/iy;
const SIGNS: readonly Sign[] = [
  '<->', '->', ':=', '==', '<>', '<=', '>=', '<', '>', '=', '+', '-', '*', '/', '^', '(', ')', '[', ']', ',', ';', ':', '!',
]; // prettier-ignore

/** The tokens of a Vensim equation. Comments in braces and continued lines count as blanks. */
export const vensimTokens: ForeignTokenizer = (source) => {
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
    if (char === '"' || char === "'") {
      const after = afterQuote(text, i);
      if (after === undefined) return fail(error('equation-syntax', { found: char }, placeAt(source, i)));
      i = after;
      const span = { from, to: i };
      if (char === '"') tokens.push({ kind: 'name', name: text.slice(from, i), span });
      else tokens.push({ kind: 'text', text: text.slice(from + 1, i - 1), span });
      continue;
    }
    if (matchAt(NAME_START, text, i) !== undefined) {
      const name = nameAt(text, i);
      i = name.to;
      tokens.push({ kind: 'name', name: name.text, span: { from, to: i } });
      continue;
    }
    const word = matchAt(WORD, text, i);
    const sign = word === undefined ? SIGNS.find((s) => text.startsWith(s, from)) : wordSign(word);
    if (sign === undefined) return fail(error('equation-syntax', { found: char }, placeAt(source, i)));
    i += word?.length ?? sign.length;
    tokens.push({ kind: 'sign', sign, span: { from, to: i } });
  }
  return ok(tokens);
};

/** A name holds blanks, and goes on until a sign; it starts with a letter of any alphabet. */
function nameAt(text: string, from: number): { readonly text: string; readonly to: number } {
  const words: string[] = [];
  let to = from;
  for (let at = from; ;) {
    const word = matchAt(NAME_PART, text, at);
    if (word === undefined) break;
    words.push(word);
    to = at + word.length;
    at = to + (matchAt(BLANK, text, to)?.length ?? 0);
    if (at === to) break;
  }
  return { text: words.join(' ').replace(NBSP, ' '), to };
}

const wordSign = (word: string): Sign => word.slice(1, -1).trim().toLowerCase().replace(/\s+/g, ' ') as Sign;
