import { describe, expect, test } from 'vitest';
import { model, riverOfRun, runs, yearZero } from '../../chart/river-fixture.ts';
import { between, riverOf, riverSeries, riverState } from '../../../src/chart/river/data.ts';
import { alsoOutside, basins, flows, lake, stocks, wayOf } from '../../../src/chart/river/graph.ts';
import { kommun } from '../../../src/chart/river/kommun.ts';
import { valueAt } from '../../../src/model/reading.ts';
import type { Run } from '../../../src/model/experiment.ts';

describe('which models have a river', () => {
  test('the whole municipality has one, by its names', () => {
    expect(riverOf(model.variables.keys())).toBe(kommun);
    expect(riverOf(runs.base.names)).toBe(kommun);
  });

  test('a model that lacks one of the names has none', () => {
    const names = riverSeries(kommun);
    expect(riverOf(names)).toBe(kommun);
    for (const missing of ['established', 'age_g', 'structural_capability']) {
      expect(riverOf(names.filter((name) => name !== missing))).toBeUndefined();
    }
  });

  test('no name stands for two marks', () => {
    const names = riverSeries(kommun);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the state of a year', () => {
  test.each([0, 4, 20])('year %d holds the run’s own numbers', (year) => {
    const { now, base } = riverOfRun('slots').at(year);
    const time = yearZero + year;
    expect(now.stocks.entrenched).toBeCloseTo(valueAt(runs.slots, 'excluded_entrenched', time), 9);
    expect(now.flows.pulledUp).toBeCloseTo(valueAt(runs.slots, 'rescue_ok', time), 9);
    expect(now.capability).toBeCloseTo(valueAt(runs.slots, 'structural_capability', time), 9);
    expect(base.stocks.established).toBeCloseTo(valueAt(runs.base, 'established', time), 9);
  });

  test('between saved times it is linear, and beyond them it stands still', () => {
    const run: Run = {
      ...runs.base,
      times: Float64Array.of(0, 2),
      values: Float64Array.from(runs.base.names.flatMap(() => [10, 30])),
    };
    const stock = (time: number): number => riverState(run, kommun, time).stocks.school;
    expect([-1, 0, 0.5, 1, 2, 3].map(stock)).toEqual([10, 10, 15, 20, 30, 30]);
  });

  test('a run without the series is a bug, and says which', () => {
    const run = { ...runs.base, names: runs.base.names.map((name) => (name === 'in_gap' ? 'x' : name)) };
    expect(() => riverState(run, kommun, 2)).toThrow('series in_gap');
  });

  test('base beside itself is one and the same state', () => {
    const { now, base } = riverOfRun('base').at(7);
    expect(now).toBe(base);
  });

  test('part of the way is part of the way in every number', () => {
    const { now, base } = riverOfRun('slots').at(20);
    const half = between(base, now, 0.5);
    expect(half.stocks.recent).toBeCloseTo((base.stocks.recent + now.stocks.recent) / 2, 9);
    expect(half.flows.relapse).toBeCloseTo((base.flows.relapse + now.flows.relapse) / 2, 9);
    expect(between(base, now, 1).capability).toBeCloseTo(now.capability, 9);
  });
});

describe('everyone is counted', () => {
  test.each([0, 4, 20, 40])('year %d: the lake and the other groups add up to the headline', (year) => {
    for (const name of ['base', 'slots', 'upstream'] as const) {
      const { now } = riverOfRun(name).at(year);
      const sum = [...lake, ...alsoOutside].reduce((total, id) => total + now.stocks[id], 0);
      expect(sum).toBeCloseTo(valueAt(runs[name], 'outside_all', yearZero + year), 6);
    }
  });

  // If the graph left a flow out or turned it round, a stock would not change as its flows say.
  test.each(stocks)('%s changes by what the graph says comes in and goes out', (id) => {
    const river = riverOfRun('everything');
    const step = 1;
    for (const year of [3, 9, 21]) {
      const [before, now, after] = [year - step, year, year + step].map((y) => river.at(y).now);
      const net = (state: typeof now): number =>
        flows.reduce((sum, flow) => {
          const way = wayOf(flow);
          return sum + (way.to === id ? state!.flows[flow] : 0) - (way.from === id ? state!.flows[flow] : 0);
        }, 0);
      const bySimpson = ((net(before) + 4 * net(now) + net(after)) / 6) * 2 * step;
      expect(after!.stocks[id] - before!.stocks[id]).toBeCloseTo(bySimpson, -0.5);
    }
  });

  test('every stock is in one basin', () => {
    expect(Object.values(basins).flat().sort()).toEqual([...stocks].sort());
  });
});
