import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/equation/parse.ts';
import { print } from '../../../src/equation/print.ts';
import type { Expr } from '../../../src/model/expr.ts';
import { source } from '../../tools/models.ts';

const span = { from: 0, to: 0 };
const num = (value: number): Expr => ({ kind: 'number', value, span });
const x: Expr = { kind: 'ref', name: 'x', span };

describe('print', () => {
  it.each([
    ['((a) + ((b) * c))', 'a + b * c'],
    ['(a+b)*c', '(a + b) * c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['(a-b)-c', 'a - b - c'],
    ['a/(b*c)', 'a / (b * c)'],
    ['a^(b^c)', 'a^b^c'],
    ['(a^b)^c', '(a^b)^c'],
    ['(-a)^2', '(-a)^2'],
    ['-(a^2)', '-a^2'],
    ['2^(-1)', '2^-1'],
    ['-(a+b)', '-(a + b)'],
    ['-(-a)', '--a'],
    ['(a<b) and ((c>d) or e)', 'a < b and (c > d or e)'],
    ['not (a and b)', 'not (a and b)'],
    ['(not a) + 1', '(not a) + 1'],
    ['not (not a)', 'not not a'],
    ['(a ? b : c) + 1', '(a ? b : c) + 1'],
    ['(a ? b : c) ? d : e', '(a ? b : c) ? d : e'],
    ['a ? (b ? 1 : 2) : (c ? 3 : 4)', 'a ? b ? 1 : 2 : c ? 3 : 4'],
    ['f((a + b), -c)', 'f(a + b, -c)'],
    ['1E3 + .5 + 1e21', '1000 + 0.5 + 1e+21'],
  ])('%j', (text, printed) => {
    const expr = parse(source(text));
    expect(expr.ok && print(expr.value)).toBe(printed);
    const again = parse(source(printed));
    expect(again.ok && print(again.value)).toBe(printed);
  });

  it('writes a lookup as a call', () => {
    expect(print({ kind: 'lookup', table: 't', x: { kind: 'negate', arg: x, span }, span })).toBe(
      'lookup(t, -x)',
    );
  });

  it('keeps the sign of a number below zero with the number', () => {
    expect(print({ kind: 'binary', op: '^', left: num(-2), right: num(2), at: 0, span })).toBe('(-2)^2');
    expect(print({ kind: 'binary', op: '-', left: x, right: num(-2), at: 0, span })).toBe('x - -2');
  });
});
