import { describe, expect, test } from 'vitest';
import {
  chainOf,
  chainSeries,
  everIn,
  iconsOf,
  livesFrom,
  occupancyAfter,
  prospectsFrom,
  timesWithin,
} from '../../../src/analysis/individual.ts';
import type { Chain } from '../../../src/analysis/individual.ts';
import { must } from '../../../src/base/assert.ts';
import { createEngine } from '../../../src/engine/engine.ts';
import { readModel } from '../../../src/format/read.ts';
import { readShipped } from '../../tools/shipped-models.ts';

const close = (found: readonly number[], expected: readonly number[], digits: number): void => {
  expect(found.length).toBe(expected.length);
  for (const [i, x] of expected.entries()) expect(found[i]).toBeCloseTo(x, digits);
};

describe('the drunkard’s walk', () => {
  // One step per unit of time, left or right alike, between two homes.
  const chain: Chain = {
    states: ['1', '2', '3'],
    endings: ['left', 'right'],
    rates: [
      [0, 0.5, 0],
      [0.5, 0, 0.5],
      [0, 0.5, 0],
    ],
    leaving: [
      [0.5, 0],
      [0, 0],
      [0, 0.5],
    ],
  };
  test.each([
    ['1', [1.5, 1, 0.5], 3, [0.75, 0.25]],
    ['2', [1, 2, 1], 4, [0.5, 0.5]],
    ['3', [0.5, 1, 1.5], 3, [0.25, 0.75]],
  ])('from %s', (from, times, total, endings) => {
    const found = must(prospectsFrom(chain, from), 'prospects');
    close(found.times, times, 12);
    expect(found.total).toBeCloseTo(total, 12);
    close(found.endings, endings, 12);
  });
});

describe('on track, at risk, outside', () => {
  const chain: Chain = {
    states: ['ok', 'risk', 'outside'],
    endings: ['included', 'permanent'],
    rates: [
      [0, 0.08, 0],
      [0.3, 0, 0.15],
      [0, 0.2, 0],
    ],
    leaving: [
      [0.1, 0],
      [0.04, 0],
      [0, 0.05],
    ],
  };
  const found = must(prospectsFrom(chain, 'ok'), 'prospects');

  test('expected years in each state, in all, and their variance', () => {
    close(found.times, [8.68544601, 1.87793427, 1.12676056], 8);
    expect(found.total).toBeCloseTo(11.69014085, 8);
    expect(found.variance).toBeCloseTo(152.148383, 6);
  });

  test('how it ends, from on track and from outside', () => {
    close(found.endings, [0.94366197, 0.05633803], 8);
    expect(must(prospectsFrom(chain, 'outside'), 'prospects').endings[1]).toBeCloseTo(0.30140845, 8);
  });

  test('ever outside', () => {
    expect(found.ever[2]).toBeCloseTo(0.18691589, 8);
    expect(everIn(chain, 'ok', ['outside'])).toBeCloseTo(0.18691589, 8);
    expect(everIn(chain, 'ok', ['risk', 'outside'])).toBeCloseTo(0.08 / 0.18, 12);
    expect(everIn(chain, 'outside', ['outside'])).toBe(1);
  });

  test('within 18 years, and where after 5 and 20', () => {
    close(timesWithin(chain, 'ok', 18), [6.99140437, 1.32085078, 0.6552821], 8);
    close(occupancyAfter(chain, 'ok', 5), [0.49170546, 0.10075762, 0.03769457], 8);
    close(occupancyAfter(chain, 'ok', 20), [0.11622536, 0.03707337, 0.03020173], 8);
  });

  test('a hundred icons: 94 and 6', () => {
    expect(iconsOf(found.endings, 100)).toEqual([94, 6]);
    expect(iconsOf([1 / 3, 1 / 3, 1 / 3], 100)).toEqual([34, 33, 33]);
  });
});

test('a state without a way out has no prospects', () => {
  const chain: Chain = { states: ['in'], endings: ['out'], rates: [[0]], leaving: [[0]] };
  expect(prospectsFrom(chain, 'in')).toBeUndefined();
});

test('a hundred children of the model of school: the years outside are those of the stock', () => {
  const read = readShipped('skola');
  if (!read.ok) throw new Error('skola has mistakes');
  const model = read.value;
  const engine = createEngine();
  const opened = engine.open(model);
  if (!opened.ok) throw new Error('skola is not accepted');
  const series = [...chainSeries(model), 'long_term_excluded', 'births'];
  const run = engine.run(opened.value.handle, { policy: {}, scenario: {} }, { series, stop: 1 });
  if (!run.ok) throw new Error('skola does not run');
  const chain = chainOf(model, run.value, 0);
  const found = must(prospectsFrom(chain, 'preschool_children'), 'prospects');
  expect(found.endings.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
  const outside = ['excluded_recent', 'excluded_entrenched', 'rescue_recent', 'rescue_entrenched'];
  const lives = livesFrom(chain, 'preschool_children', outside);
  // Little: of those born in a year, 480, as many person-years as are outside at any time, 1 200.
  expect(lives.time).toBeCloseTo(1200 / 480, 6);
  expect(lives.still).toBeCloseTo(0.125, 6);
  expect(lives.ever).toBeGreaterThan(lives.still);
  expect(lives.ever).toBeLessThan(0.3);
  expect(lives.timeIfEver * lives.ever).toBeCloseTo(lives.time, 12);
  expect(iconsOf([lives.still, lives.ever - lives.still, 1 - lives.ever], 100).reduce((a, b) => a + b)).toBe(
    100,
  );
});

test('a run of the same chain gives the same times, and with Euler’s method too', () => {
  const texts = 'name: {sv: s, en: e}, about: {sv: s, en: e}';
  const stock = (id: string, initial: number, inflows: string, outflows: string) =>
    `  ${id}: {${texts}, unit: person, initial: ${initial}, inflows: [${inflows}], outflows: [${outflows}]}\n`;
  const rates = {
    ok_risk: ['ok', 0.08],
    risk_ok: ['risk', 0.3],
    risk_out: ['risk', 0.15],
    out_risk: ['out', 0.2],
    ok_in: ['ok', 0.1],
    risk_in: ['risk', 0.04],
    out_gone: ['out', 0.05],
  } as const;
  const flows = Object.entries(rates).map(
    ([id, [from, rate]]) => `  ${id}: {${texts}, unit: person/year, equation: ${from}*${rate}/year_long}\n`,
  );
  const counted = ['ok', 'risk', 'out'].map(
    (id) => `  time_${id}: {${texts}, unit: person*year, initial: 0, inflows: [live_${id}]}\n`,
  );
  const living = ['ok', 'risk', 'out'].map(
    (id) => `  live_${id}: {${texts}, unit: person, equation: ${id}}\n`,
  );
  const text = `id: chain
name: {sv: s, en: e}
about: {sv: s, en: e}
sim_specs: {start: 0, stop: 400, dt: 1/16, save_step: 400, time_unit: year}
parameters:
  year_long: {${texts}, unit: year, value: 1, grade: measured, source: definition}
stocks:
${stock('ok', 1, 'risk_ok', 'ok_risk, ok_in')}${stock('risk', 0, 'ok_risk, out_risk', 'risk_ok, risk_out, risk_in')}${stock('out', 0, 'risk_out', 'out_risk, out_gone')}${stock('included', 0, 'ok_in, risk_in', '')}${stock('permanent', 0, 'out_gone', '')}${counted.join('')}flows:
${flows.join('')}${living.join('')}`;
  const read = readModel(text, 'chain.yaml', { parts: new Map() });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const engine = createEngine();
  const opened = engine.open(read.value);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const series = ['time_ok', 'time_risk', 'time_out', 'included', 'permanent'];
  for (const method of [{}, { method: 'euler', dt: 1 }] as const) {
    const run = engine.run(opened.value.handle, { policy: {}, scenario: {} }, { series, ...method });
    if (!run.ok) throw new Error(JSON.stringify(run.error));
    const last = series.map((_, i) => run.value.values[2 * i + 1]!);
    close(last, [8.68544601, 1.87793427, 1.12676056, 0.94366197, 0.05633803], 7);
  }
});
