import { errorAt, textOf } from './token.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { SourceText } from '../base/source.ts';
import type { Token } from './token.ts';

/**
 * Brackets, conditionals, powers and signs inside one another. The parser works by recursion, some thirty frames a
 * bracket: at some 260 brackets it exhausts the stack of Node, at a hundred that of a small worker.
 */
export const MAX_NESTING = 64;

/** Operators that some languages write between their operands, and how they are written here. */
const INFIX_WORDS: ReadonlyMap<string, string | undefined> = new Map([
  ['mod', 'mod(a, b)'],
  ['xor', 'a != b'],
  ['to', undefined],
  ['in', undefined],
]);

/** `depth` is the nesting just outside. */
interface Opened {
  readonly what: 'call' | 'group' | 'test' | 'otherwise';
  readonly token: Token;
  readonly depth: number;
}

/**
 * The first place where tokens do not follow one another as an equation's should, or undefined if all is well:
 * then every operator has its operands, every bracket its partner and every `?` its `:`. Products must be written.
 */
export function malformed(source: SourceText, tokens: readonly Token[]): Diagnostic | undefined {
  const opened: Opened[] = [];
  let depth = 0;
  let operand = true;
  const found = (token: Token): Diagnostic =>
    errorAt(source, token.span.from, 'equation-syntax', { found: textOf(source, token.span) });
  const open = (what: Opened['what'], token: Token): void => {
    opened.push({ what, token, depth });
    depth++;
  };
  const close = (): Opened | undefined => {
    const last = opened.pop();
    depth = last?.depth ?? 0;
    return last;
  };
  /** A `)`, `,` or `:` ends all that was begun by `:`. */
  const closeOtherwise = (): Opened['what'] | undefined => {
    while (opened.at(-1)?.what === 'otherwise') close();
    return opened.at(-1)?.what;
  };

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (depth > MAX_NESTING) {
      return errorAt(source, token.span.from, 'too-many', {
        what: 'levels',
        count: depth,
        limit: MAX_NESTING,
      });
    }
    const sign = token.kind === 'symbol' ? token.symbol : undefined;
    const before = tokens[i - 1];

    if (operand) {
      if (sign === undefined) operand = false;
      else if (sign === '-' || sign === '+' || sign === 'not') depth++;
      else if (sign === '(') open('group', token);
      else if (sign === ')' && opened.at(-1)?.what === 'call' && opened.at(-1)?.token === before) {
        close();
        operand = false;
      } else return found(token);
      continue;
    }

    operand = true;
    if (sign === '^') depth++;
    else if (sign === '?') open('test', token);
    else if (sign === '(' && before?.kind === 'name') open('call', token);
    else if (sign === ':') {
      if (closeOtherwise() !== 'test') return errorAt(source, token.span.from, 'not-allowed', { found: ':' });
      close();
      open('otherwise', token);
    } else if (sign === ',') {
      if (closeOtherwise() !== 'call') return decimalComma(source, tokens, i) ?? found(token);
    } else if (sign === ')') {
      const inside = closeOtherwise();
      if (inside === undefined || inside === 'test') return found(token);
      close();
      operand = false;
    } else if (sign === undefined || sign === 'not' || sign === '(') {
      return impliedProduct(source, before!, token);
    } else {
      const last = opened.at(-1);
      depth = last === undefined ? 0 : last.depth + 1;
    }
  }
  if (operand) return errorAt(source, source.text.trimEnd().length, 'equation-syntax', { found: '' });
  closeOtherwise();
  const unclosed = opened.at(-1);
  return unclosed && found(unclosed.token);
}

/** `2 x`, `a b` or `(a)(b)`: people mean a product, or forgot something; both are safer written out. */
function impliedProduct(source: SourceText, before: Token, token: Token): Diagnostic {
  const notAllowed = (first: Token, instead: string | undefined): Diagnostic => {
    const found = source.text.slice(first.span.from, token.span.to);
    const args = instead === undefined ? { found } : { found, instead };
    return errorAt(source, first.span.from, 'not-allowed', args);
  };
  const [first, second] = [textOf(source, before.span), textOf(source, token.span)];
  if (token.kind === 'name' && INFIX_WORDS.has(token.name)) {
    return notAllowed(token, INFIX_WORDS.get(token.name));
  }
  if (before.kind === 'number' && token.kind === 'number') {
    const thousands = /^\d{1,3}$/.test(first) && /^\d{3}$/.test(second);
    return notAllowed(before, thousands ? first + second : undefined);
  }
  return notAllowed(before, `${first} * ${second}`);
}

/** `1,5`: a number, a comma and a number with nothing between. */
function decimalComma(source: SourceText, tokens: readonly Token[], comma: number): Diagnostic | undefined {
  const [before, after] = [tokens[comma - 1], tokens[comma + 1]];
  if (before?.kind !== 'number' || after?.kind !== 'number') return undefined;
  if (after.span.from - before.span.to !== 1) return undefined;
  const found = source.text.slice(before.span.from, after.span.to);
  return errorAt(source, before.span.from, 'decimal-comma', { found });
}
