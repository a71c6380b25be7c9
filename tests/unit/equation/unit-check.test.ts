import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/equation/parse.ts';
import { literalValue, measure } from '../../../src/equation/unit-check.ts';
import { formatUnit, parseUnit } from '../../../src/equation/unit.ts';
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import type { Expr } from '../../../src/model/expr.ts';
import type { Unit } from '../../../src/equation/unit.ts';
import { source } from '../../tools/models.ts';

const unit = (text: string): Unit => {
  const parsed = parseUnit(source(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const tree = (text: string): Expr => {
  const parsed = parse(source(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

const declared = new Map([
  ['people', unit('person')],
  ['rate', unit('person/year')],
  ['money', unit('SEK')],
  ['delay', unit('year')],
  ['share', unit('1')],
]);
const units = {
  time: unit('year'),
  variable: (name: string) => declared.get(name),
  table: () => ({ x: unit('person'), y: unit('SEK') }),
};

function measured(expr: Expr, text: string): { readonly is: string; readonly problems: readonly unknown[] } {
  const problems: Diagnostic[] = [];
  const found = measure(expr, source(text), units, problems);
  return {
    is: typeof found === 'string' ? found : formatUnit(found),
    problems: problems.map(({ code, args, where }) => [code, args, where.column]),
  };
}

describe('the unit of an expression', () => {
  it.each([
    ['people', 'person'],
    ['2', '1'],
    ['0', 'zero'],
    ['people / delay', 'person/year'],
    ['rate * delay', 'person'],
    ['rate + people / delay', 'person/year'],
    ['-rate - rate', 'person/year'],
    ['money / (people * delay)', 'SEK/(person*year)'],
    ['2 * people', 'person'],
    ['people / people', '1'],
    ['time', 'year'],
    ['time - starttime + dt', 'year'],
    // A zero fits anything, and what is multiplied by it is one.
    ['people + 0', 'person'],
    ['0 - people', 'person'],
    ['0 * money + people', 'person'],
    ['-0 + rate', 'person/year'],
    ['max(0, rate)', 'person/year'],
    ['share > 0 ? people : 0', 'person'],
    ['share > 0 ? 0 : people', 'person'],
    ['0 + 0', 'zero'],
    ['0 + 1', '1'],
    // Powers
    ['people^2', 'person^2'],
    ['people^-1', '1/person'],
    ['people^0.5 * people^(1/2)', 'person'],
    ['rate^(2 - 1)', 'person/year'],
    ['rate^0', '1'],
    ['share^share', '1'],
    ['share^(people / people)', '1'],
    ['0^2', 'zero'],
    ['(1 + share)^(-time / delay)', '1'],
    // Truth
    ['people > 0', '1'],
    ['people >= people and rate < rate', '1'],
    ['not people', '1'],
    ['people ? rate : rate', 'person/year'],
    // Functions
    ['sqrt(people * people)', 'person'],
    ['sqrt(people)', 'person^0.5'],
    ['exp(-delay / delay)', '1'],
    ['min(people, people, 0)', 'person'],
    ['clip(share, 0, 1)', '1'],
    ['mod(time, delay)', 'year'],
    ['abs(rate)', 'person/year'],
    // What is not known agrees with everything.
    ['foreign', 'unknown'],
    ['foreign + people', 'unknown'],
    ['foreign > people', '1'],
    ['foreign * people', 'unknown'],
    ['foreign^2', 'unknown'],
    ['sqrt(foreign)', 'unknown'],
    ['exp(foreign)', '1'],
    ['nothing(people)', 'unknown'],
  ])('%s is %s', (text, is) => {
    expect(measured(tree(text), text)).toEqual({ is, problems: [] });
  });

  it.each([
    ['people + rate', '+', 'person', 'person/year', 8],
    ['people - 1', '-', 'person', '1', 8],
    ['(people)  <  delay', '<', 'person', 'year', 11],
    ['people == money', '==', 'person', 'SEK', 8],
    ['max(people, 0, rate)', 'max', 'person', 'person/year', 16],
    ['clip(people, 0, 1)', 'clip', 'person', '1', 17],
    ['share ? people : money', '? :', 'person', 'SEK', 18],
  ])('%s is a mismatch', (text, operation, left, right, column) => {
    expect(measured(tree(text), text).problems).toEqual([
      ['unit-mismatch', { operation, left, right }, column],
    ]);
  });

  it.each([
    ['exp(delay)', 'exp', 'year', 5],
    ['ln(people / delay)', 'ln', 'person/year', 4],
    ['2^people', '^', 'person', 3],
    ['people^share', '^', 'person', 1],
    ['(1 + share)^(-time)', '^', 'year', 14],
  ])('%s needs something without unit', (text, operation, found, column) => {
    expect(measured(tree(text), text).problems).toEqual([
      ['unit-needs-none', { operation, unit: found }, column],
    ]);
  });

  it('tells a mistake once, and goes on beside it', () => {
    const once = 'max(people + rate, money) * delay + share - people';
    expect(measured(tree(once), once)).toMatchObject({
      is: 'unknown',
      problems: [['unit-mismatch', {}, 12]],
    });
    const twice = '(people + rate) * (money - delay)';
    expect(measured(tree(twice), twice).problems).toHaveLength(2);
  });

  it('of a lookup is the table’s', () => {
    const lookup = (x: string): Expr => ({
      kind: 'lookup',
      table: 't',
      x: tree(x),
      span: { from: 0, to: 0 },
    });
    expect(measured(lookup('people'), 'people')).toEqual({ is: 'SEK', problems: [] });
    expect(measured(lookup('0'), '0')).toEqual({ is: 'SEK', problems: [] });
    const problems = [['unit-mismatch', { operation: 't', left: 'person', right: 'year' }, 1]];
    expect(measured(lookup('delay'), 'delay')).toEqual({ is: 'SEK', problems });
  });

  it('of a step or a ramp follows the clock', () => {
    const timed = (text: string, given: readonly string[]): Expr => {
      const e = tree(text);
      return e.kind === 'call' ? { ...e, args: [...given.map(tree), ...e.args] } : e;
    };
    const step = (text: string) => measured(timed(text, ['time', 'dt']), text);
    const ramp = (text: string) => measured(timed(text, ['time']), text);
    expect(step('step(people, delay)')).toEqual({ is: 'person', problems: [] });
    expect(ramp('ramp(rate, delay, 2 * delay)')).toEqual({ is: 'person', problems: [] });
    expect(ramp('ramp(0, 0)')).toEqual({ is: 'zero', problems: [] });
    const mismatch = (operation: string, right: string, column: number) => [
      ['unit-mismatch', { operation, left: 'year', right }, column],
    ];
    expect(step('step(people, 10)').problems).toEqual(mismatch('step', '1', 14));
    expect(ramp('ramp(rate, delay, people)').problems).toEqual(mismatch('ramp', 'person', 19));
  });
});

describe('literalValue', () => {
  it.each([
    ['2', 2],
    ['-0.5', -0.5],
    ['1 / 2', 0.5],
    ['(3 - 1) * 2 + 1', 5],
    ['x', undefined],
    ['2 * x', undefined],
    ['-x', undefined],
    ['2^2', undefined],
    ['max(1, 2)', undefined],
  ])('of %s is %s', (text, value) => {
    expect(literalValue(tree(text))).toBe(value);
  });
});
