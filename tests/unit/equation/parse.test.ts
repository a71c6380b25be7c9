import { describe, expect, it } from 'vitest';
import { MAX_LENGTH, MAX_LEVELS, parse } from '../../../src/equation/parse.ts';
import { MAX_NESTING } from '../../../src/equation/well-formed.ts';
import type { Expr } from '../../../src/model/expr.ts';
import { source } from '../../tools/models.ts';

const tree = (text: string): Expr => {
  const expr = parse(source(text));
  if (!expr.ok) throw new Error(JSON.stringify(expr.error));
  return expr.value;
};

const mistakes = (text: string): readonly unknown[] => {
  const expr = parse(source(text));
  return expr.ok
    ? []
    : expr.error.map(({ code, args, where }) => [code, args, `${where.line}:${where.column}`]);
};

/** A tree in brackets, so that it can be read in a test. */
function shape(e: Expr): string {
  switch (e.kind) {
    case 'number':
      return String(e.value);
    case 'ref':
      return e.name;
    case 'negate':
      return `(- ${shape(e.arg)})`;
    case 'not':
      return `(not ${shape(e.arg)})`;
    case 'binary':
      return `(${shape(e.left)} ${e.op} ${shape(e.right)})`;
    case 'if':
      return `(${shape(e.test)} ? ${shape(e.then)} : ${shape(e.otherwise)})`;
    case 'call':
      return `${e.fn}(${e.args.map(shape).join(', ')})`;
    default:
      throw new Error(`no text is read as a ${e.kind}`);
  }
}

describe('parse', () => {
  it.each([
    ['a', 'a'],
    ['a + b * c', '(a + (b * c))'],
    ['(a + b) * c', '((a + b) * c)'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b / c', '((a / b) / c)'],
    ['a / b * c', '((a / b) * c)'],
    ['a ^ b ^ c', '(a ^ (b ^ c))'],
    ['-a ^ 2', '(- (a ^ 2))'],
    ['(-a) ^ 2', '((- a) ^ 2)'],
    ['2 ^ -1', '(2 ^ (- 1))'],
    ['2 ^ -a ^ b', '(2 ^ (- (a ^ b)))'],
    ['-a * b', '((- a) * b)'],
    ['a - -b', '(a - (- b))'],
    ['- - a', '(- (- a))'],
    ['+a', 'a'],
    ['a * + b', '(a * b)'],
    ['a < b', '(a < b)'],
    ['a + 1 >= b * 2', '((a + 1) >= (b * 2))'],
    ['a < b and c > d', '((a < b) and (c > d))'],
    ['a or b and c', '(a or (b and c))'],
    ['not a and b', '((not a) and b)'],
    ['not not a', '(not (not a))'],
    ['not (a > b)', '(not (a > b))'],
    ['not -a', '(not (- a))'],
    ['(not a) + 1', '((not a) + 1)'],
    ['a ? b : c', '(a ? b : c)'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['a ? b ? 1 : 2 : 3', '(a ? (b ? 1 : 2) : 3)'],
    ['a ? (b ? 1 : 2) : (c ? 3 : 4)', '(a ? (b ? 1 : 2) : (c ? 3 : 4))'],
    ['a > 0 ? f(b ? 1 : 2, 3) : 4', '((a > 0) ? f((b ? 1 : 2), 3) : 4)'],
    ['a + b > c ? 1 : 0', '(((a + b) > c) ? 1 : 0)'],
    ['a ? .5 : b', '(a ? 0.5 : b)'],
    ['f()', 'f()'],
    ['f(a, (b + c), g(d))', 'f(a, (b + c), g(d))'],
    ['max (a, b)', 'max(a, b)'],
    ['lookup(t, x)', 'lookup(t, x)'],
    ['((a))', 'a'],
    ['\n  a\n    + b\n', '(a + b)'],
    // Words that mathjs would take for its own.
    ['mod + to * in', '(mod + (to * in))'],
    ['e * i * true + NaN + end + null', '(((((e * i) * true) + NaN) + end) + null)'],
    ['mod(a, b)', 'mod(a, b)'],
  ])('reads %j', (text, expected) => {
    expect(shape(tree(text))).toBe(expected);
  });

  it('keeps a number as it was written', () => {
    expect(tree('0.1')).toMatchObject({ value: 0.1 });
    expect(tree('4429.084380610377')).toMatchObject({ value: 4429.084380610377 });
  });

  it('knows where every part stands', () => {
    const text = ' (a + b) * -max(c, 1)  ? x : (y)';
    const at = (e: Expr): string => text.slice(e.span.from, e.span.to);
    const e = tree(text);
    if (e.kind !== 'if' || e.test.kind !== 'binary' || e.test.right.kind !== 'negate')
      throw new Error(shape(e));
    expect(at(e)).toBe('(a + b) * -max(c, 1)  ? x : (y)');
    expect(at(e.test)).toBe('(a + b) * -max(c, 1)');
    expect(e.test.at).toBe(text.indexOf('*'));
    expect(at(e.test.left)).toBe('a + b');
    expect(e.test.left).toMatchObject({ at: text.indexOf('+') });
    expect(at(e.test.right)).toBe('-max(c, 1)');
    expect(at(e.test.right.arg)).toBe('max(c, 1)');
    expect(at(e.then)).toBe('x');
    expect(at(e.otherwise)).toBe('y');
  });

  it('places a mistake in the line and column of the file', () => {
    const equation = { text: 'a +\n  b $ c', file: 'm.yaml', line: 7, column: 15 };
    const expr = parse(equation);
    expect(expr.ok ? [] : expr.error.map((d) => d.where)).toEqual([{ file: 'm.yaml', line: 8, column: 5 }]);
  });
});

describe('parse refuses', () => {
  it.each([
    ['', '', '1:1'],
    ['  # nothing', '', '1:12'],
    ['a +', '', '1:4'],
    ['a + * b', '*', '1:5'],
    ['* a', '*', '1:1'],
    ['a)', ')', '1:2'],
    ['(a', '(', '1:1'],
    ['f(a, (b)', '(', '1:2'],
    ['f(a', '(', '1:2'],
    ['f(a,)', ')', '1:5'],
    ['f(,a)', ',', '1:3'],
    ['()', ')', '1:2'],
    ['a ? b', '?', '1:3'],
    ['(a ? b)', ')', '1:7'],
    ['a ? : c', ':', '1:5'],
    ['a, b', ',', '1:2'],
    ['(a, b)', ',', '1:3'],
    ['f(a ? b, c)', ',', '1:8'],
    ['a and', '', '1:6'],
    ['a < = b', undefined, '1:5'],
  ])('%j', (text, found, at) => {
    const expected =
      found === undefined
        ? ['not-allowed', { found: '=', instead: '==' }, at]
        : ['equation-syntax', { found }, at];
    expect(mistakes(text)).toEqual([expected]);
  });

  it.each([
    ['2x', '2x', '2 * x', '1:1'],
    ['2 (a)', '2 (', '2 * (', '1:1'],
    ['(a)(b)', ')(', ') * (', '1:3'],
    ['f(x)(y)', ')(', ') * (', '1:4'],
    ['a b', 'a b', 'a * b', '1:1'],
    ['1 000', '1 000', '1000', '1:1'],
    ['a mod b', 'mod', 'mod(a, b)', '1:3'],
    ['a xor b', 'xor', 'a != b', '1:3'],
    ['a < b < c + 1', 'a < b < c + 1', 'a < b and b < c + 1', '1:1'],
    ['a == b != c <= d', 'a == b != c <= d', 'a == b and b != c and c <= d', '1:1'],
    ['not a > b', 'not a > b', 'not (a > b)', '1:1'],
    ['a * not b', 'a * not b', 'a * (not b)', '1:1'],
    ['-not a', '-not a', '-(not a)', '1:1'],
  ])('%j and says what to write', (text, found, instead, at) => {
    expect(mistakes(text)).toEqual([['not-allowed', { found, instead }, at]]);
  });

  it.each([
    ['a : b', ':', '1:3'],
    ['f(1:3)', ':', '1:4'],
    ['a ? b : c : d', ':', '1:11'],
    ['a to b', 'to', '1:3'],
    ['1 2', '1 2', '1:1'],
    ['1.2.3', '1.2.3', '1:1'],
    ['a not b', 'a not', '1:1'],
  ])('%j', (text, found, at) => {
    expect(mistakes(text)[0]).toMatchObject(['not-allowed', { found }, at]);
  });

  it.each([
    ['1,5', '1,5', '1:1'],
    ['a * (0,25 + b)', '0,25', '1:6'],
    ['max(a, (0,5))', '0,5', '1:9'],
  ])('a decimal comma: %j', (text, found, at) => {
    expect(mistakes(text)).toEqual([['decimal-comma', { found }, at]]);
  });

  it('tells all that only looks right', () => {
    expect(mistakes('(a < b < c) + (not d > e)').map((m) => (m as string[])[0])).toEqual([
      'not-allowed',
      'not-allowed',
    ]);
  });
});

describe('limits', () => {
  const n = MAX_NESTING;
  const tooDeep = ['too-many', { what: 'levels', count: n + 1, limit: n }, expect.any(String)];

  it.each([
    ['brackets', (k: number) => '('.repeat(k) + 'a' + ')'.repeat(k)],
    ['calls', (k: number) => 'f('.repeat(k) + 'a' + ')'.repeat(k)],
    ['signs', (k: number) => '-'.repeat(k) + 'a'],
    ['powers', (k: number) => 'a^'.repeat(k) + 'a'],
    ['conditionals in the second part', (k: number) => 'a ? '.repeat(k) + 'b' + ' : c'.repeat(k)],
    ['conditionals in the third part', (k: number) => 'a ? b : '.repeat(k) + 'c'],
    ['signs and brackets', (k: number) => '-('.repeat(k / 2) + 'a' + ')'.repeat(k / 2)],
  ])('on %s inside one another', (_, text) => {
    expect(mistakes(text(n))).toEqual([]);
    expect(mistakes(text(n + 2))).toEqual([tooDeep]);
  });

  it('do not count what stands side by side', () => {
    expect(mistakes(Array.from({ length: 300 }, () => '-(a ? b^2 : c)').join(' + '))).toEqual([]);
  });

  it('on levels of a chain', () => {
    const chain = (terms: number) => Array.from({ length: terms }, () => 'a').join('+');
    expect(mistakes(chain(MAX_LEVELS))).toEqual([]);
    const expected = ['too-many', { what: 'levels', count: MAX_LEVELS + 1, limit: MAX_LEVELS }, '1:1'];
    expect(mistakes(chain(MAX_LEVELS + 1))).toEqual([expected]);
  });

  it('on characters', () => {
    expect(mistakes('a'.repeat(MAX_LENGTH))).toEqual([]);
    const expected = ['too-many', { what: 'characters', count: MAX_LENGTH + 1, limit: MAX_LENGTH }, '1:1'];
    expect(mistakes('a'.repeat(MAX_LENGTH + 1))).toEqual([expected]);
    expect(mistakes('('.repeat(MAX_LENGTH))).toEqual([tooDeep]);
  });
});
