import { error } from '../../base/diagnostic.ts';
import { fail, ok } from '../../base/result.ts';
import { placeAt } from '../../base/source.ts';
import { NUMBER, afterComment, afterQuote, matchAt } from './tokens.ts';
import type { ForeignToken, ForeignTokenizer, Sign } from './tokens.ts';

/** A name holds blanks, and goes on until a sign; it starts with a letter of any alphabet. */
const NAME =
  /[\p{L}\p{M}_$\u00a0-\u{10ffff}](?:[\p{L}\p{M}\p{N}_$'.\u00a0-\u{10ffff} \t\r\n]|\\[ \t]*\r?\n)*/uy;
const BLANK = /(?:\s|\\[ \t]*\r?\n)+/y;
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
    const name = matchAt(NAME, text, i);
    if (name !== undefined) {
      i += name.length;
      const trimmed = name.replace(/(?:\s|\\[ \t]*\r?\n)+$/u, '');
      const plain = trimmed.replace(/(?:\s|\\[ \t]*\r?\n)+/gu, ' ');
      tokens.push({ kind: 'name', name: plain, span: { from, to: from + trimmed.length } });
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

const wordSign = (word: string): Sign => word.slice(1, -1).trim().toLowerCase().replace(/\s+/g, ' ') as Sign;
