import { describe, expect, it } from 'vitest';
import { aux, checked, mistakes, parameter, stock, table } from './check-model.ts';

const inModel = (equation: string) =>
  mistakes([
    parameter('capability'),
    table('curve'),
    table('capability_curve'),
    stock('level', '1'),
    aux('a', equation),
  ]);

describe('names in equations', () => {
  it.each([
    ['capabillity', { name: 'capabillity', nearest: 'capability' }, '5:21 a'],
    ['2 * Level', { name: 'Level', nearest: 'level' }, '5:25 a'],
    ['tme', { name: 'tme', nearest: 'time' }, '5:21 a'],
    ['e^2', { name: 'e' }, '5:21 a'],
    ['something_else', { name: 'something_else' }, '5:21 a'],
    ['lookup(curv, 1)', { name: 'curv', nearest: 'curve' }, '5:28 a'],
  ])('%s means nothing', (equation, args, at) => {
    expect(inModel(equation)).toEqual([['unknown-name', args, at]]);
  });

  it.each([
    ['maxx(1, 2)', { name: 'maxx', nearest: 'max' }],
    ['MAX(1, 2)', { name: 'MAX', nearest: 'max' }],
    ['log(2)', { name: 'log', nearest: 'ln' }],
    ['Power(2, 3)', { name: 'Power', nearest: '^' }],
    ['curvee(2)', { name: 'curvee', nearest: 'curve' }],
    ['summarise(2)', { name: 'summarise' }],
  ])('%s is no function', (equation, args) => {
    expect(inModel(equation)).toEqual([['unknown-function', args, '5:21 a']]);
  });

  it.each([
    ['max()', { name: 'max', expected: '≥ 1', found: 0 }],
    ['exp()', { name: 'exp', expected: '1', found: 0 }],
    ['exp(1, 2)', { name: 'exp', expected: '1', found: 2 }],
    ['ramp(1)', { name: 'ramp', expected: '2–3', found: 1 }],
    ['clip(1, 2)', { name: 'clip', expected: '3', found: 2 }],
    ['curve()', { name: 'curve', expected: '1', found: 0 }],
    ['curve(1, 2)', { name: 'curve', expected: '1', found: 2 }],
    ['lookup()', { name: 'lookup', expected: '2', found: 0 }],
    ['lookup(curve)', { name: 'lookup', expected: '2', found: 1 }],
    ['lookup(curve, 1, 2)', { name: 'lookup', expected: '2', found: 3 }],
  ])('%s has the wrong number of arguments', (equation, args) => {
    expect(inModel(equation)).toEqual([['argument-count', args, '5:21 a']]);
  });

  it.each([
    ['exp(0,5)', '0,5', '5:25 a'],
    ['clip(level, 0,5, 1)', '0,5', '5:33 a'],
    ['curve(1,25)', '1,25', '5:27 a'],
    ['lookup(curve, 1,25)', '1,25', '5:35 a'],
  ])('%s has a decimal comma', (equation, found, at) => {
    expect(inModel(equation)).toEqual([['decimal-comma', { found }, at]]);
  });

  it.each([['exp', 'curve', 'lookup', 'max'].map((name) => [name])].flat())('%s needs brackets', (name) => {
    expect(inModel(`1 + ${name}`)).toEqual([['needs-call', { name }, '5:25 a']]);
  });

  it.each([
    ['lookup(level, 1)', 'level'],
    ['lookup(exp(1), 1)', 'exp(1)'],
    ['lookup(2, 1)', '2'],
  ])('%s needs a table', (equation, name) => {
    expect(inModel(equation)).toEqual([['needs-table', { name }, '5:28 a']]);
  });

  it.each([
    ['level (1 + 2)', 'level(', 'level * ('],
    ['pi(2)', 'pi(', 'pi * ('],
    ['time()', 'time(', 'time'],
  ])('%s calls a value', (equation, found, instead) => {
    expect(inModel(equation)).toEqual([['not-allowed', { found, instead }, '5:21 a']]);
  });

  it('are all told, also inside arguments', () => {
    expect(
      inModel('max(b, curve(c), d ? -e : not f)').map((m) => (m as [string, { name: string }])[1].name),
    ).toEqual([...'bcdef']);
  });

  it('may be in any alphabet, and case tells them apart', () => {
    const model = checked([parameter('Å'), parameter('å'), aux('µ', 'Å + å'), aux('utanför_1', 'µ')]);
    expect(model.constants).toEqual(['µ', 'utanför_1']);
  });

  it('get a suggestion only where that can be found in good time', () => {
    const many = Array.from({ length: 150 }, (_, i) => aux(`v${i}`, 'capabillity'));
    const found = mistakes([parameter('capability'), ...many]) as [string, { nearest?: string }][];
    expect(found).toHaveLength(150);
    expect(found.filter(([, args]) => args.nearest === 'capability')).toHaveLength(100);
  });
});

describe('names of variables', () => {
  it.each(['time', 'dt', 'starttime', 'stoptime', 'pi', 'exp', 'max', 'lookup', 'and', 'Not', 'IF', 'else'])(
    '%s is taken',
    (id) => {
      expect(mistakes([parameter(id)])).toEqual([['reserved-name', { name: id }, `1:1 ${id}`]]);
    },
  );

  it.each(['1a', 'a b', 'a-b', '_a', 'a.b', ''])('%j is none', (id) => {
    expect(mistakes([parameter(id)])).toEqual([['bad-name', { name: id }, `1:1 ${id}`]]);
  });

  it('are anything in models of others', () => {
    expect(mistakes([parameter('time'), parameter('a b')], {}, { dialect: 'vensim' })).toEqual([]);
  });
});
