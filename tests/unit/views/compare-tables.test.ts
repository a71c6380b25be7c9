import { describe, expect, it } from 'vitest';
import { contributionsOf } from '../../../src/analysis/contributions.ts';
import { explanationFor } from '../../../src/app/explain.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { difference, multiple, overlay } from '../../../src/views/compare/charts.ts';
import { explainedBy, isAbout, synergyOf } from '../../../src/views/compare/contributions.ts';
import { changedLevers } from '../../../src/views/compare/levers.ts';
import { scalingsFor } from '../../../src/views/compare/sums.ts';
import { compareVoice } from '../../../src/views/compare/voice.ts';
import { must } from '../../../src/base/assert.ts';
import { mine, stage } from './compare-figures.ts';

const voice = compareVoice('sv');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the table of levers', () => {
  const s = stage([mine('own', { lever_rescue: 0.5, reinvest_share: 0.25 }), mine('own2', {})]);

  it('has only those that some strategy has moved, in words and money', () => {
    const rows = ['own', 'own2'].map(s.row);
    const told = changedLevers(s.reading, rows, voice).map(({ lever, cells }) => [
      lever.id,
      ...cells.map((cell) => cell && plain(`${cell.text}, ${cell.cost}`)),
    ]);
    expect(told).toEqual([
      ['rescue', '+100 platser, 5,63 mnkr', undefined],
      ['reinvest', '50 % av full insats, inga nya pengar', undefined],
    ]);
  });

  it('is empty when nothing has been moved', () => {
    expect(changedLevers(s.reading, [s.row('own2'), s.row('base')], voice)).toEqual([]);
  });
});

describe('sums that differ', () => {
  const scaled = (own: Parameters<typeof stage>[0], ids: readonly string[]) => {
    const s = stage(own);
    return scalingsFor(s.reading, ids.map(s.row))?.map(({ row, wanted, reached }) => [
      row.strategy.id,
      Math.round(wanted),
      Math.round(reached),
    ]);
  };

  it('are no matter within two per cent', () => {
    expect(scaled([], ['pull', 'swim', 'upstream'])).toBeUndefined();
    expect(scaled([mine('own', { lever_structure: 1.22 })], ['pull', 'own'])).toBeUndefined();
    expect(scaled([mine('own', { lever_structure: 1.23 })], ['pull', 'own'])).toHaveLength(1);
    expect(scaled([], ['pull'])).toBeUndefined();
  });

  it('are brought to the sum that most have, else to the first ready one’s', () => {
    expect(scaled([mine('own', { lever_rescue: 0.4 })], ['own', 'pull', 'swim'])).toEqual([
      ['own', 12e6, 11.25e6],
    ]);
    expect(scaled([mine('own', { lever_structure: 0.5 })], ['own', 'pull'])).toEqual([['own', 12e6, 10e6]]);
    const two = [mine('own', { lever_structure: 0.5 }), mine('own2', { lever_structure: 0.8 })];
    expect(scaled(two, ['own', 'own2'])).toEqual([['own2', 5e6, 5e6]]);
  });

  it('tell that what costs nothing cannot be scaled', () => {
    expect(scaled([mine('own', { lever_reallocate: 1 })], ['own', 'pull'])).toEqual([['own', 12e6, 0]]);
  });
});

describe('chart data', () => {
  const s = stage();
  const rows = ['base', 'pull', 'upstream'].map(s.row);
  const shown = { reading: s.reading, rows, horizon: 20, voice } as const;
  const at = (values: ArrayLike<number>, year: number): number => values[(year + 2) * 4]!;

  it('as differences are those to base, which is zero, at an axis from zero', () => {
    const data = must(difference(shown, s.reading.stock), 'data');
    expect(data.yStart).toBe('zero');
    expect(data.series.map(({ id, values }) => [id, Math.round(at(values, 20))])).toEqual([
      ['base', 0],
      ['pull', -294],
      ['upstream', -436],
    ]);
    expect(plain(data.print!(-294))).toBe('−294');
  });

  it('by themselves have base and one strategy, and the scale of all', () => {
    const all = must(overlay(shown, s.reading.stock, undefined), 'data');
    const [one, other] = [s.row('pull'), s.row('upstream')].map((row) =>
      multiple(shown, s.reading.stock, row)!,
    );
    expect(one!.series.map(({ id }) => id)).toEqual(['base', 'pull']);
    expect(one!.yRange).toEqual(other!.yRange);
    const [low, high] = one!.yRange!;
    for (const { values } of all.series) {
      expect(at(values, 40)).toBeGreaterThanOrEqual(low);
      expect(at(values, 40)).toBeLessThanOrEqual(high);
    }
  });

  it('make no strategy stand out', () => {
    const { series } = must(overlay(shown, s.reading.stock, undefined), 'data');
    expect(series.map(({ selected }) => selected)).toEqual([false, true, true]);
  });
});

describe('what each lever contributes', () => {
  const s = stage([], { selected: 'upstream' });
  const engine = createEngine();
  const opened = engine.open(s.reading.model);
  if (!opened.ok) throw new Error('open');
  const done = contributionsOf(engine, opened.value.handle, explanationFor(s.state, 'upstream')!);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  const of = (gauge: 'stock' | 'inflow' | 'net', horizon: 4 | 20 | 40) =>
    must(explainedBy(done.value, s.reading, gauge, horizon, voice), gauge);

  it('adds up to the differences that the other tables show, in people and in money', () => {
    for (const horizon of [4, 20, 40] as const) {
      const stock = of('stock', horizon);
      const net = of('net', horizon);
      const sum = (told: typeof stock) => told.data.bars.reduce((total, bar) => total + bar.value, 0);
      expect(stock.whole).toBe(s.row('upstream').stock![horizon] - s.reading.base.stock![horizon]);
      expect(sum(stock)).toBeCloseTo(stock.whole, 6);
      expect(net.whole).toBe(s.row('upstream').gain![horizon]);
      expect(Math.abs(sum(net) - net.whole)).toBeLessThan(1);
    }
  });

  it('is in the order of size, each bar with what the lever does alone', () => {
    const { data, error } = of('stock', 20);
    const sizes = data.bars.map(({ value }) => Math.abs(value));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(data.bars).toHaveLength(4);
    expect(error).toBe(0);
    for (const { id, alone } of data.bars) {
      const run = s.opened.run({ [`lever_${id}`]: s.row('upstream').strategy.policy[`lever_${id}`]! });
      const base = s.opened.run({});
      const change = (year: number) =>
        run.values[run.names.indexOf('outside_all') * run.times.length + year]! -
        base.values[base.names.indexOf('outside_all') * base.times.length + year]!;
      expect(alone).toBeCloseTo(change(22), 6);
    }
  });

  it('is about what is on the screen, and not when something else is', () => {
    expect(isAbout(done.value, s.state)).toBe(true);
    expect(isAbout(done.value, stage([], { selected: 'pull' }).state)).toBe(false);
  });

  it.each([
    [-100, -80, 'less'],
    [-80, -100, 'more'],
    [-100, -101, 'alike'],
    [50, 20, 'less'],
    [0, 0, 'alike'],
  ] as const)('one by one %d and together %d is %s', (alone, whole, told) => {
    expect(synergyOf({ alone, whole })).toBe(told);
  });
});
