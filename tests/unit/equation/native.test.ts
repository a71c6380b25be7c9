import { describe, expect, it } from 'vitest';
import { tokenizeNative } from '../../../src/equation/dialects/native.ts';
import { source } from '../../tools/models.ts';

const words = (text: string): readonly unknown[] => {
  const tokens = tokenizeNative(source(text));
  if (!tokens.ok) throw new Error(JSON.stringify(tokens.error));
  return tokens.value.map((t) =>
    t.kind === 'number' ? t.value : t.kind === 'name' ? t.name : `'${t.symbol}'`,
  );
};

const mistakes = (text: string): readonly unknown[] => {
  const tokens = tokenizeNative(source(text));
  return tokens.ok
    ? []
    : tokens.error.map(({ code, args, where }) => [code, args, `${where.line}:${where.column}`]);
};

describe('the native tokenizer', () => {
  it.each([
    ['1 20 0.5 .5 5. 1e3 1E-3 2.5e+10', [1, 20, 0.5, 0.5, 5, 1000, 0.001, 2.5e10]],
    ['utanför_2 Ångström β x', ['utanför_2', 'Ångström', 'β', 'x']],
    ['a<=b>=c==d!=e<f>g', ['a', "'<='", 'b', "'>='", 'c', "'=='", 'd', "'!='", 'e', "'<'", 'f', "'>'", 'g']],
    ['a and b or not c', ['a', "'and'", 'b', "'or'", "'not'", 'c']],
    ['android orbit notes', ['android', 'orbit', 'notes']],
    ['a # the rest is a comment: "?!\n+ b', ['a', "'+'", 'b']],
    ['\t a\r\n \u00a0+ \u202fb ', ['a', "'+'", 'b']],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('takes a letter and its mark for the one letter that they look like', () => {
    expect(words('fo\u0308r')).toEqual(['för']);
  });

  it('knows where each token stands', () => {
    const tokens = tokenizeNative(source(' ab+ 1.50'));
    expect(tokens.ok && tokens.value.map((t) => t.span)).toEqual([
      { from: 1, to: 3 },
      { from: 3, to: 4 },
      { from: 5, to: 9 },
    ]);
  });

  it.each([
    ['a = b', '=', '==', '1:3'],
    ['a <> b', '<>', '!=', '1:3'],
    ['a => b', '=>', '>=', '1:3'],
    ['a ≤ b', '≤', '<=', '1:3'],
    ['a ** b', '**', '^', '1:3'],
    ['a // b', '//', '/', '1:3'],
    ['a && b', '&&', 'and', '1:3'],
    ['a | b', '|', 'or', '1:3'],
    ['a AND b', 'AND', 'and', '1:3'],
    ['a Or b', 'Or', 'or', '1:3'],
    ['NOT a', 'NOT', 'not', '1:1'],
    ['!a', '!', 'not', '1:1'],
    ['a and !b', '!', 'not', '1:7'],
    ['10 %', '%', '/ 100', '1:4'],
    ['a % b', '%', 'mod(a, b)', '1:3'],
    ['a − b', '−', '-', '1:3'],
    ['2 · a', '·', '*', '1:3'],
    ['IF a THEN b ELSE c', 'IF', 'a ? b : c', '1:1'],
    ['if(a, b, c)', 'if', 'a ? b : c', '1:1'],
    ['1 + "Teacup Temperature"', '"Teacup Temperature"', 'Teacup_Temperature', '1:5'],
  ])('does not take %j', (text, found, instead, at) => {
    expect(mistakes(text)).toEqual([['not-allowed', { found, instead }, at]]);
  });

  it.each([
    ['5!', '!', '1:2'],
    ['(a)!', '!', '1:4'],
    ["x'", "'", '1:2'],
    ['a; b', ';', '1:2'],
    ['a\n[1, 2]', '[', '2:1'],
    ['"%"', '"%"', '1:1'],
    ['"open', '"', '1:1'],
    ['a.b', '.', '1:2'],
    ['5 €', '€', '1:3'],
    ['_a', '_', '1:1'],
    ['a 🙂', '🙂', '1:3'],
  ])('has nothing to offer for %j', (text, found, at) => {
    expect(mistakes(text)[0]).toEqual(['not-allowed', { found }, at]);
  });

  it('tells all that is wrong', () => {
    expect(mistakes('a = b && {1}').map((m) => (m as [string, { found: string }])[1].found)).toEqual([
      '=',
      '&&',
      '{',
      '}',
    ]);
  });

  it('takes no number that is too large for a double', () => {
    expect(mistakes('1 + 1e999')).toEqual([['equation-syntax', { found: '1e999' }, '1:5']]);
    expect(words('1e308')).toEqual([1e308]);
  });
});
