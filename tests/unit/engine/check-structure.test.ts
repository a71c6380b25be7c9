import { describe, expect, it } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import { aux, flow, mistakes, modelWith, stock, table } from './check-model.ts';

describe('times', () => {
  it.each([
    [{ stop: 0 }, { problem: 'order', start: 0, stop: 0, step: 1 }],
    [{ dt: 0 }, { problem: 'step', start: 0, stop: 10, step: 0 }],
    [{ dt: 0.3 }, { problem: 'save', start: 0, stop: 10, step: 1 }],
    [{ saveStep: 0.5 }, { problem: 'save', start: 0, stop: 10, step: 0.5 }],
  ])('%j is wrong', (specs, args) => {
    const result = check(modelWith([], specs));
    const where = { file: 'model.yaml' };
    expect(result).toEqual({ ok: false, error: [{ code: 'bad-time', severity: 'error', where, args }] });
  });

  it('have a unit', () => {
    const result = check(modelWith([], { timeUnit: '365 days' }));
    const where = { file: 'model.yaml' };
    const args = { found: '365' };
    expect(result).toEqual({ ok: false, error: [{ code: 'unit-syntax', severity: 'error', where, args }] });
  });
});

describe('flows of stocks', () => {
  it('must be there', () => {
    const found = mistakes([stock('s', '1', { in: ['enterin'], out: ['elsewhere'] })]);
    expect(found).toEqual([
      ['unknown-reference', { name: 'enterin', role: 'inflow' }, '1:1 s'],
      ['unknown-reference', { name: 'elsewhere', role: 'outflow' }, '1:1 s'],
    ]);
  });

  it('must be flows', () => {
    expect(mistakes([aux('a', '1'), stock('s', '1', { in: ['a'] })])).toEqual([
      ['not-a-flow', { stock: 's', name: 'a' }, '2:1 s'],
    ]);
  });

  it('come from one stock and go to one', () => {
    const f = flow('f', '0');
    expect(mistakes([f, stock('a', '1', { out: ['f'] }), stock('b', '1', { in: ['f'] })])).toEqual([]);
    expect(mistakes([f, stock('a', '1', { in: ['f'] }), stock('b', '1', { in: ['f'] })])).toEqual([
      ['flow-twice', { flow: 'f', first: 'a', second: 'b', side: 'inflow' }, '3:1 b'],
    ]);
    expect(mistakes([f, stock('a', '1', { out: ['f', 'f'] })])).toEqual([
      ['flow-twice', { flow: 'f', first: 'a', second: 'a', side: 'outflow' }, '2:1 a'],
    ]);
  });
});

describe('points of a table', () => {
  it.each([
    [[0, 1, 1], 1],
    [[0, 2, 1], 1],
    [[NaN, 1], NaN],
    [[0, Infinity], Infinity],
  ])('%j do not go to the right', (x, wrong) => {
    expect(mistakes([table('t', x)])).toEqual([['points-order', { name: 't', x: wrong }, '1:1 t']]);
  });

  it('may be one', () => {
    expect(mistakes([table('t', [3])])).toEqual([]);
  });
});
