import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import { print } from '../../../src/equation/print.ts';
import { aux, checked, flow, mistakes, modelWith, parameter, stock, table } from './check-model.ts';

describe('a checked model', () => {
  const model = checked([
    aux('later', 'late + early'),
    aux('late', 'level * early'),
    aux('early', 'p * double_p'),
    aux('double_p', '2 * p + dt / stoptime - starttime / stoptime'),
    flow('filling', 'curve(late) / year_long'),
    aux('opening', 'other + switch_on'),
    aux('switch_on', 'step(1, stoptime)'),
    stock('other', '3'),
    parameter('p'),
    parameter('year_long', 'year'),
    table('curve'),
    aux('slow', 'pi * time / stoptime'),
    stock('level', 'opening * double_p', { in: ['filling'] }),
  ]);

  it('has its parts in the order of the file', () => {
    expect(model.parameters.map((v) => v.id)).toEqual(['p', 'year_long']);
    expect(model.tables.map((v) => v.id)).toEqual(['curve']);
    expect(model.stocks.map((s) => s.stock.id)).toEqual(['other', 'level']);
    const computed = ['later', 'late', 'early', 'double_p', 'filling', 'opening', 'switch_on', 'slow'];
    expect([...model.equations.keys()]).toEqual(computed);
    expect(model.warnings).toEqual([]);
  });

  it('computes once what does not change in a run, and the rest in order', () => {
    expect(model.constants).toEqual(['double_p', 'early']);
    expect(model.dynamic).toEqual(['late', 'later', 'filling', 'switch_on', 'opening', 'slow']);
    expect(model.initials).toEqual(['other', 'switch_on', 'opening', 'level']);
  });

  it('has expressions in which nothing is left to look up', () => {
    const text = (id: string) => print(model.equations.get(id)!);
    expect(text('filling')).toBe('lookup(curve, late) / year_long');
    expect(text('switch_on')).toBe('step(time, dt, 1, stoptime)');
    expect(text('slow')).toBe(`${Math.PI} * time / stoptime`);
    expect(model.stocks.map((s) => print(s.initial))).toEqual(['3', 'opening * double_p']);
  });

  it('may be empty', () => {
    expect(checked([])).toMatchObject({
      constants: [],
      dynamic: [],
      initials: [],
      parameters: [],
      warnings: [],
    });
  });
});

describe('check', () => {
  it('tells every mistake of a model, in the order of the file', () => {
    const found = mistakes([
      aux('a', 'b +'),
      aux('b', 'nothing + 1,5'),
      aux('c', 'd'),
      aux('d', 'c'),
      aux('e', 'time'),
      flow('f', '1', 'person/'),
      stock('s', 'max()', { in: ['g'] }),
    ]);
    expect(found.map((m) => [(m as string[])[0], (m as string[])[2]])).toEqual([
      ['equation-syntax', '1:24 a'],
      ['decimal-comma', '2:31 b'],
      ['circular-definition', '3:21 c'],
      ['unit-declared', '5:21 e'],
      ['unit-syntax', '6:18 f'],
      ['unknown-reference', '7:1 s'],
      ['argument-count', '7:21 s'],
    ]);
  });

  it('knows the line and column of a mistake in an equation of several lines', () => {
    expect(mistakes([aux('a', '1 +\n  # and\n  nothing')])).toEqual([
      ['unknown-name', { name: 'nothing' }, '3:3 a'],
    ]);
  });

  it('takes wrong units for a warning where others made the model', () => {
    const entries = [aux('a', 'time + 1')];
    const where = { file: 'model.yaml', line: 1, column: 26, variable: 'a' };
    const args = { operation: '+', left: 'year', right: '1' };
    expect(check(modelWith(entries))).toEqual({
      ok: false,
      error: [{ code: 'unit-mismatch', severity: 'error', where, args }],
    });
    const foreign = checked(entries, {}, { dialect: 'xmile' });
    expect(foreign.warnings).toEqual([{ code: 'unit-mismatch', severity: 'warning', where, args }]);
    expect(foreign.dynamic).toEqual(['a']);
  });
});

describe('rings', () => {
  const ring = (ring: string[], phase: 'run' | 'initial', at: string) => [
    'circular-definition',
    { ring, phase },
    at,
  ];

  it('of auxiliaries and flows are told from the first in the file, each used by the next', () => {
    // c is used by b, b by a, a by c.
    const found = mistakes([
      parameter('p'),
      aux('a', 'b'),
      aux('b', 'c'),
      aux('c', 'a + p'),
      aux('user', 'a'),
    ]);
    expect(found).toEqual([ring(['a', 'c', 'b'], 'run', '2:21 a')]);
  });

  it('begin with the first in the file, wherever they were found', () => {
    const found = mistakes([aux('a', 'd'), aux('b', 'd'), aux('c', 'b'), aux('d', 'c')]);
    expect(found).toEqual([ring(['b', 'c', 'd'], 'run', '2:21 b')]);
  });

  it('of one name', () => {
    expect(mistakes([aux('a', 'a + 1')])).toEqual([ring(['a'], 'run', '1:21 a')]);
  });

  it('are cut by a stock', () => {
    expect(
      mistakes([
        stock('s', '1', { in: ['f'] }),
        flow('f', 'a * s / y'),
        aux('a', 's'),
        parameter('y', 'year'),
      ]),
    ).toEqual([]);
  });

  it('of initial values are told apart', () => {
    const found = mistakes([stock('s', 'a'), aux('a', 't * 2'), stock('t', 's')]);
    expect(found).toEqual([ring(['s', 't', 'a'], 'initial', '1:21 s')]);
    expect(mistakes([stock('s', 's')])).toEqual([ring(['s'], 'initial', '1:21 s')]);
  });

  it('of the run are told once, also when initial values need them', () => {
    const found = mistakes([stock('s', 'a'), aux('a', 'b'), aux('b', 'a')]);
    expect(found).toEqual([ring(['a', 'b'], 'run', '2:21 a')]);
  });

  it('through an equation with another mistake are left for later', () => {
    expect(mistakes([aux('a', 'b'), aux('b', 'a + nothing')]).map((m) => (m as string[])[0])).toEqual([
      'unknown-name',
    ]);
  });
});
