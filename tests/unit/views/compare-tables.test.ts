import { describe, expect, it } from 'vitest';
import { contributionsOf } from '../../../src/analysis/contributions.ts';
import { explanationFor } from '../../../src/app/explain.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { difference, multiple, overlay } from '../../../src/views/compare/charts.ts';
import { explainedBy, isAbout, synergyOf } from '../../../src/views/compare/contributions.ts';
import { changedLevers, copyInto } from '../../../src/views/compare/levers.ts';
import { unevenSums } from '../../../src/views/compare/sums.ts';
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

describe('a lever that is copied', () => {
  const s = stage([
    mine('own', { lever_rescue: 0.8 }),
    mine('own2', { lever_structure: 0.6, lever_early: 0.375 }),
  ]);
  const lever = (id: string) =>
    must(
      s.reading.model.levers.find((l) => l.id === id),
      id,
    );
  const copied = (id: string, to: string, setting: number, sum?: number) => {
    const { strategy } = s.row(to);
    const budget = sum === undefined ? undefined : { sum };
    const { policy, ...told } = copyInto(s.reading, strategy, { lever: lever(id), setting }, budget, voice);
    const named = (changes: typeof told.gave) => changes.map(([l, sek]) => [l.id, Math.round(sek)]);
    return { policy, stopsAt: told.stopsAt, gave: named(told.gave), took: named(told.took) };
  };

  it('is moved alone where the budget is not locked', () => {
    expect(copied('rescue', 'own2', 0.8)).toEqual({
      policy: { lever_structure: 0.6, lever_early: 0.375, lever_rescue: 0.8 },
      ...{ stopsAt: undefined, gave: [], took: [] },
    });
  });

  it('makes the others give way under a locked sum, and says which', () => {
    const { policy, ...told } = copied('rescue', 'own2', 0.4, 9e6);
    expect(policy['lever_rescue']).toBe(0.4);
    expect(told).toEqual({
      stopsAt: undefined,
      gave: [
        ['early', 1.5e6],
        ['structure', 3e6],
      ],
      took: [],
    });
  });

  it('stops where the sum ends', () => {
    expect(plain(copied('rescue', 'own2', 1, 9e6).stopsAt!)).toBe('+160 platser');
  });

  it('lets the others take over what it frees', () => {
    const { gave, took } = copied('early', 'own2', 0.125, 9e6);
    expect([gave, took]).toEqual([[], [['structure', 2e6]]]);
  });
});

describe('sums that differ', () => {
  const uneven = (own: Parameters<typeof stage>[0], ids: readonly string[]) => {
    const s = stage(own);
    const found = unevenSums(s.reading, ids.map(s.row));
    return (
      found && {
        wanted: Math.round(found.wanted),
        short: found.short.map(({ row, end }) => [row.strategy.id, Math.round(end)]),
        free: found.free.map((row) => row.strategy.id),
        way: found.way && {
          ...found.way,
          rows: found.way.rows.map((row) => row.strategy.id),
          sum: Math.round(found.way.sum),
        },
      }
    );
  };

  it('are no matter within two per cent', () => {
    expect(uneven([], ['pull', 'swim', 'upstream'])).toBeUndefined();
    expect(uneven([mine('own', { lever_structure: 1.22 })], ['pull', 'own'])).toBeUndefined();
    expect(uneven([mine('own', { lever_structure: 1.23 })], ['pull', 'own'])).toBeDefined();
    expect(uneven([], ['pull'])).toBeUndefined();
  });

  it('are brought to the sum that most have, else to the first one’s', () => {
    const half = mine('own', { lever_rescue: 0.2, lever_structure: 0.3 });
    expect(uneven([half], ['own', 'pull', 'swim'])).toEqual({
      ...{ wanted: 12e6, short: [], free: [] },
      way: { rows: ['own'], sum: 12e6, lower: false },
    });
    const two = [mine('own', { lever_structure: 0.5 }), mine('own2', { lever_structure: 0.8 })];
    expect(uneven(two, ['own', 'own2'])?.way).toEqual({ rows: ['own2'], sum: 5e6, lower: false });
  });

  it('are brought to the least of what all can have, where levers end before it: the same for every one', () => {
    const ended = mine('own', { lever_structure: 1 });
    expect(uneven([ended], ['own', 'pull', 'swim'])).toEqual({
      ...{ wanted: 12e6, short: [['own', 10e6]], free: [] },
      way: { rows: ['pull', 'swim'], sum: 10e6, lower: true },
    });
    // One that has not come to its end goes up to it.
    expect(uneven([mine('own', { lever_structure: 0.5 })], ['own', 'pull'])?.way).toEqual({
      ...{ rows: ['own', 'pull'], sum: 10e6, lower: false },
    });
  });

  it('leave what costs nothing, which cannot be scaled, out of it', () => {
    expect(uneven([mine('own', { lever_reallocate: 1 })], ['own', 'pull'])).toEqual({
      ...{ wanted: 12e6, short: [], free: ['own'], way: undefined },
    });
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
