import { describe, expect, it } from 'vitest';
import { aux, flow, mistakes, parameter, stock, table } from './check-model.ts';

const people = stock('people', '4429.08', { in: ['entering'], out: ['leaving'] }, 'person');
const river = [
  people,
  flow('entering', 'people / delay', 'person/year'),
  parameter('delay', 'year'),
] as const;
const leaving = (equation: string, unit = 'person/year') => flow('leaving', equation, unit);

describe('units of a model', () => {
  it('agree', () => {
    expect(mistakes([...river, leaving('entering * 0.5 + 2 * people / delay')])).toEqual([]);
  });

  it('of an equation are those that its variable declares', () => {
    const args = { name: 'leaving', declared: 'person/year', computed: 'person' };
    expect(mistakes([...river, leaving('people * 2')])).toEqual([['unit-declared', args, '4:21 leaving']]);
  });

  it('of an initial value are those of the stock', () => {
    const args = { name: 's', declared: '1', computed: 'person/year' };
    expect(mistakes([...river, leaving('0'), stock('s', 'entering')])).toEqual([
      ['unit-declared', args, '5:21 s'],
    ]);
  });

  it('of a number alone are those that its variable declares', () => {
    expect(
      mistakes([aux('a', '12', 'person'), aux('b', '-1/2', 'SEK'), stock('s', '3', {}, 'person')]),
    ).toEqual([]);
    const args = { name: 'c', declared: 'person', computed: '1' };
    expect(mistakes([aux('c', 'time > starttime ? 10 : 0', 'person')])).toEqual([
      ['unit-declared', args, '1:21 c'],
    ]);
  });

  it('of a flow are those of its stock per time', () => {
    const args = { flow: 'leaving', declared: 'person', stock: 'people', expected: 'person/year' };
    expect(mistakes([...river, leaving('people', 'person')])).toEqual([['unit-flow', args, '4:11 leaving']]);
  });

  it('of a flow are told for each stock that it does not fit', () => {
    const found = mistakes([
      flow('f', '1', 'SEK'),
      stock('a', '1', { out: ['f'] }),
      stock('b', '1', { in: ['f'] }),
    ]);
    expect(found.map((m) => (m as [string, { stock: string }])[1].stock)).toEqual(['a', 'b']);
  });

  it('of a table are checked on both sides', () => {
    const curve = table('curve', [0, 1], 'person', 'year');
    expect(mistakes([curve, aux('a', 'curve(b)', 'year'), parameter('b', 'person')])).toEqual([]);
    const left = { operation: 'curve', left: 'person', right: 'SEK' };
    const declared = { name: 'a', declared: 'person', computed: 'year' };
    expect(mistakes([curve, aux('a', 'curve(b)', 'person'), parameter('b', 'SEK')])).toEqual([
      ['unit-declared', declared, '2:21 a'],
      ['unit-mismatch', left, '2:27 a'],
    ]);
  });

  it('that cannot be read are told where they stand, and not checked further', () => {
    const found = mistakes([
      table('t', [0, 1], 'person person', '%'),
      aux('a', 't(b) + time', 'person per year'),
      parameter('b', 'SEK'),
    ]);
    expect(found).toEqual([
      ['unit-syntax', { found: '%' }, '1:11 t'],
      ['unit-syntax', { found: 'person' }, '1:38 t'],
      ['unit-syntax', { found: 'per' }, '2:18 a'],
    ]);
  });

  it('that are left out are not checked', () => {
    expect(mistakes([aux('a', 'b + time', ''), aux('b', 'time', ' ')])).toEqual([]);
  });

  it('tell a wrong name once, not again through those who use it', () => {
    const found = mistakes([aux('a', 'b + nothing', 'SEK'), aux('b', 'a', 'SEK'), aux('c', 'a + b', 'SEK')]);
    expect(found.map((m) => (m as string[])[0])).toEqual(['unknown-name']);
  });
});
