import { describe, expect, it } from 'vitest';
import type { StrategyReading } from '../../../src/app/readings.ts';
import { contestOf, standings } from '../../../src/views/contest.ts';
import { crossingsOf, meetings } from '../../../src/views/compare/crossings.ts';
import { findingOf, type Finding } from '../../../src/views/compare/finding.ts';
import { compareVoice } from '../../../src/views/compare/voice.ts';
import type { Run } from '../../../src/model/experiment.ts';
import { must } from '../../../src/base/assert.ts';
import { mine, stage, type Stage } from './compare-figures.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const sv = compareVoice('sv');
const en = compareVoice('en');

function found(
  { reading }: Stage,
  rows: readonly StrategyReading[],
  horizon = 20 as const,
  voice = sv,
): Finding {
  const finding = must(findingOf(reading, rows, horizon, voice), 'finding');
  return { ...finding, title: plain(finding.title), text: plain(finding.text) };
}

describe('what the screen claims', () => {
  const ready = stage();
  const three = ['pull', 'swim', 'upstream'].map(ready.row);

  it('says who has fewest when, for how long the last one had most, and where it passes', () => {
    const { title, text, crossing } = found(ready, three);
    expect(title).toBe('Färrest utanför om 4 år: Dra upp. Om 20 och 40 år: Gå uppströms.');
    expect(text).toBe(
      'Samma 12 mnkr om året. Gå uppströms har flest utanför av de tre de första 9 åren och färrest efter drygt 12 år.',
    );
    expect([crossing!.lower.strategy.id, crossing!.higher.strategy.id]).toEqual(['upstream', 'pull']);
    expect(crossing!.year).toBeCloseTo(12.4, 1);
    expect(found(ready, three, 20, en).text).toBe(
      'The same SEK 12 million a year. Go upstream has the most outside of the three for the first 9 years and the fewest after a little more than 12 years.',
    );
  });

  it('says of two which has more, and for how long', () => {
    expect(found(ready, [ready.row('upstream'), ready.row('pull')]).text).toBe(
      'Samma 12 mnkr om året. Gå uppströms har fler utanför än Dra upp i drygt 12 år, sedan färre.',
    );
  });

  it('says of one strategy what it changes at the horizon, and nothing of best', () => {
    const { title, text, crossing } = found(ready, three.slice(0, 1));
    expect(title).toBe('Dra upp: 294 färre utanför om 20 år än i bas.');
    expect(text).toBe('Kostar 12 mnkr om året.');
    expect(crossing).toBeUndefined();
  });

  it('says nothing of best between sums that differ, and of those that are the same by name', () => {
    const s = stage([mine('own', { lever_rescue: 1, lever_structure: 1 }, 'Allt på en gång')]);
    const two = found(s, [s.row('pull'), s.row('own')]);
    expect([two.title, two.text, two.crossing]).toEqual(['Strategierna kostar olika mycket.', '', undefined]);
    const all = found(s, s.reading.compared);
    expect(all.title).toBe('Strategierna kostar olika mycket.');
    expect(all.text).toMatch(
      /^Bland dem som kostar lika mycket \(Dra upp, Lär simma och Gå uppströms\): Färrest utanför om 4 år: Dra upp\./,
    );
  });

  it('says that they are alike when they are, as printed', () => {
    const s = stage([mine('own', { lever_rescue: 0.5 }), mine('own2', { lever_rescue: 0.5 + 1e-7 })]);
    expect(found(s, [s.row('own'), s.row('own2')]).title).toBe('Utanför: lika om 4, 20 och 40 år.');
  });

  it('says that one has fewest all the time when it has', () => {
    const s = stage([mine('own', { lever_structure: 0.5 }), mine('own2', { lever_structure: 0.51 })]);
    const { text, title, crossing } = found(s, [s.row('own'), s.row('own2')]);
    expect(title).toMatch(/^Färrest utanför om /);
    expect(text).toMatch(/^Samma/);
    expect(text).toContain('Din strategi 2 har färre utanför än Din strategi efter ');
    expect(crossing).toBeUndefined();
  });

  it('waits for a strategy that is being computed', () => {
    const waiting = { ...three[0]!, run: undefined, stock: undefined };
    expect(findingOf(ready.reading, [waiting, three[1]!], 20, sv)).toBeUndefined();
    expect(findingOf(ready.reading, [], 20, sv)).toBeUndefined();
  });
});

describe('a contest', () => {
  const costing = (...costs: readonly number[]): StrategyReading[] =>
    costs.map((cost) => ({ cost }) as unknown as StrategyReading);
  it.each([
    [
      [12, 12, 12],
      [12, 12, 12],
    ],
    [
      [12, 12.2, 12.1],
      [12, 12.2, 12.1],
    ],
    [
      [12, 20, 12],
      [12, 12],
    ],
    [[12, 12.3], undefined],
    [[12, 12, 20, 20], undefined],
    [
      [0, 0, 5],
      [0, 0],
    ],
    [[12], undefined],
    [[], undefined],
  ])('among those that cost %j is between %j', (costs, rivals) => {
    expect(contestOf(costing(...costs))?.rivals.map((row) => row.cost)).toEqual(rivals);
  });

  it('names best and worst as they are printed, and nothing where all are alike', () => {
    expect(standings([3.2, 2.9, 8], 'lower')).toEqual(['best', 'best', 'worst']);
    expect(standings([3, 5], 'higher')).toEqual(['worst', 'best']);
    expect(standings([3.1, 3.2], 'lower')).toEqual([undefined, undefined]);
  });
});

describe('where lines meet', () => {
  const run = (values: readonly number[]): Run => ({
    experiment: { policy: {}, scenario: {} },
    times: Float64Array.from(values, (_, i) => i),
    names: ['s'],
    values: Float64Array.from(values),
    balance: [],
    diagnostics: [],
  });
  const crossings = (a: readonly number[], b: readonly number[]) =>
    crossingsOf(run(a), run(b), 's', { from: 0, to: 10, apart: 0.5 });

  it('is where one goes below another and parts from it, linear between saved times', () => {
    expect(crossings([10, 10, 10], [8, 9, 13])).toEqual([{ time: 1.25, value: 10, first: true }]);
    expect(crossings([8, 9, 13], [10, 10, 10])).toEqual([{ time: 1.25, value: 10, first: false }]);
    expect(crossings([0, 4, 0], [2, 2, 2]).map(({ time, first }) => [time, first])).toEqual([
      [0.5, false],
      [1.5, true],
    ]);
  });

  it('is not where they begin, touch, or tremble nearer than is printed', () => {
    expect(crossings([5, 6, 7], [5, 5, 5])).toEqual([]);
    expect(crossings([7, 5, 7], [5, 5, 5])).toEqual([]);
    expect(crossings([7, 5.2, 4.8, 5.1, 7], [5, 5, 5, 5, 5])).toEqual([]);
    expect(crossings([7, 5.2, 4.8, 5.1, 2], [5, 5, 5, 5, 5])).toHaveLength(1);
  });

  it('are told in the order of time, each with who goes below whom', () => {
    const { reading, row } = stage();
    const found = meetings([row('base'), row('pull'), row('upstream')], 'outside_all', {
      from: reading.yearZero,
      years: 40,
      apart: 0.5,
    });
    expect(found.map((m) => [m.lower.strategy.id, m.higher.strategy.id, Math.trunc(m.year)])).toEqual([
      ['upstream', 'base', 3],
      ['upstream', 'pull', 12],
    ]);
  });
});

describe('an outcome that is not people', () => {
  it('is lowest or highest, with decimals, and has no ranks of persons', () => {
    const s = stage();
    const { model } = s.reading;
    const stock = model.variables.get('outside_all')!;
    const share = new Map(model.variables).set('outside_all', {
      ...stock,
      unit: { ...stock.unit, text: '1' },
    });
    const reading = { ...s.reading, model: { ...model, variables: share } };
    const rows = ['pull', 'upstream'].map(s.row);
    expect(findingOf(reading, rows, 20, sv)!.title).toBe(
      'Lägst utanför om 4 år: Dra upp. Om 20 och 40 år: Gå uppströms.',
    );
    expect(plain(findingOf(reading, rows, 20, sv)!.text)).toBe('Samma 12 mnkr om året.');
    const higher = { ...reading, stock: { ...reading.stock, better: 'higher' as const } };
    expect(findingOf(higher, rows, 20, en)!.title).toBe(
      'Highest outside after 4 years: Go upstream. After 20 and 40 years: Pull out.',
    );
    expect(findingOf(reading, rows.slice(0, 1), 20, en)!.title).toBe(
      'Pull out: outside −293.72 against base after 20 years.',
    );
  });
});
