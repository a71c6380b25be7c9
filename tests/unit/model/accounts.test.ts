import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../../../src/base/assert.ts';
import { seriesOf, type Run } from '../../../src/model/experiment.ts';
import { readyPolicy } from '../../../src/model/policy.ts';
import { valueAt } from '../../../src/model/reading.ts';
import {
  accountsOf,
  accountSeries,
  breakEvenOf,
  type Account,
  type Accounts,
} from '../../../src/model/accounts.ts';
import { full, holding, openModel, type OpenModel } from '../../golden/open-model.ts';

const horizons = [4, 20, 40] as const;
const kommun = openModel('kommun');
const trelleborg = { preset: kommun.model.presets[0]!.id };

const runIn = (opened: OpenModel, settings: Readonly<Record<string, number>>, scenario = {}): Run =>
  opened.run(settings, { saveStep: 1 / 4 }, { scenario });
const accountsIn = (opened: OpenModel, settings: Readonly<Record<string, number>>, scenario = {}): Accounts =>
  must(
    accountsOf(opened.model, {}, runIn(opened, settings, scenario), runIn(opened, {}, scenario), 2),
    'accounts',
  );
const of = (accounts: Accounts, id: string): Account =>
  must(
    [...accounts.cash, ...accounts.value].find((a) => a.actor?.id === id),
    id,
  );

const strategies: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ...Object.fromEntries(kommun.model.strategies.map((s) => [s.id, readyPolicy(kommun.model, trelleborg, s)])),
  'everything at full': Object.fromEntries(kommun.model.levers.map((l) => [l.variable, l.max])),
  'a project of five years': { ...full('rescue', 'outreach'), policy_end: 7 },
  'money moved, none new': { lever_reallocate: 0.8 },
};

describe.each(Object.entries(strategies))('%s', (_, settings) => {
  const accounts = accountsIn(kommun, settings);
  const run = runIn(kommun, settings);
  const base = runIn(kommun, {});

  test('Σ actors = the model’s own public sum, to the öre, at every horizon and at every time', () => {
    const öre = 0.01;
    for (const h of horizons) {
      const rows = accounts.cash.reduce((sum, a) => sum + a.net[h], 0);
      const used = accounts.reinvested?.net[h] ?? 0;
      expect(Math.abs(accounts.sum.net[h] - rows - used)).toBeLessThan(öre);
      const model = valueAt(base, 'pv_public', 2 + h) - valueAt(run, 'pv_public', 2 + h);
      expect(Math.abs(rows - model)).toBeLessThan(öre);
      const all = rows + of(accounts, 'prod').net[h];
      const total = valueAt(base, 'pv_total', 2 + h) - valueAt(run, 'pv_total', 2 + h);
      expect(Math.abs(all - total)).toBeLessThan(öre);
    }
    accounts.years.forEach((year, i) => {
      const model = valueAt(base, 'pv_public', 2 + year) - valueAt(run, 'pv_public', 2 + year);
      const used = accounts.reinvested?.netOverTime[i] ?? 0;
      expect(Math.abs(accounts.sum.netOverTime[i]! - used - model)).toBeLessThan(öre);
    });
  });

  test('what the actors pay is the effort, and back less paid is net, to the öre', () => {
    for (const h of horizons) {
      const effort = valueAt(run, 'pv_policy', 2 + h);
      const used = accounts.reinvested?.paid[h] ?? 0;
      expect(Math.abs(accounts.sum.paid[h] - used - effort)).toBeLessThan(0.01);
      for (const a of [...accounts.cash, ...accounts.value, accounts.sum])
        expect(Math.abs(a.back[h] - a.paid[h] - a.net[h])).toBeLessThan(0.01);
    }
  });

  test('with people and charges held still, an actor’s present value is its effort, to 1e-6', () => {
    const still = openModel(
      'kommun',
      holding({ cost_persons: 60, pupil_support_cost: 0, rescue_slots_base_cost: 0, gate_guard: 0 }),
    );
    const held = accountsIn(still, settings);
    for (const a of [...held.cash, ...held.value]) {
      for (const h of horizons) {
        expect(Math.abs(a.net[h] + a.paid[h])).toBeLessThanOrEqual(1e-6 * Math.max(1, a.paid[h]));
        expect(Math.abs(a.paid[h] - of(accounts, a.actor!.id).paid[h])).toBeLessThanOrEqual(
          1e-6 * Math.max(1, a.paid[h]),
        );
      }
    }
  });
});

test('who pays follows the law: the state half, the region and the municipality a quarter each', () => {
  const { cash, sum } = accountsIn(kommun, strategies['upstream'] ?? full('structure'));
  for (const [id, share] of [
    ['fk', 0.5],
    ['region', 0.25],
    ['kommun', 0.25],
  ] as const)
    expect(cash.find((a) => a.actor?.id === id)!.paid[20] / sum.paid[20]).toBeCloseTo(share, 12);
  expect(cash[0]!.actor!.id).toBe('fk');
});

test('the shares are those of the run, also where its assumptions are others', () => {
  const scenario = { finsam_share_state: 0.2, finsam_share_region: 0.1, cost_rescue: 20e6 };
  const accounts = accountsIn(kommun, full('rescue', 'structure'), scenario);
  expect(of(accounts, 'kommun').paid[40] / accounts.sum.paid[40]).toBeCloseTo(0.7, 12);
  const run = runIn(kommun, full('rescue', 'structure'), scenario);
  expect(Math.abs(accounts.sum.paid[40] - valueAt(run, 'pv_policy', 42))).toBeLessThan(0.01);
});

test('gives the figures of the calibrated model for Gå uppströms, in millions', () => {
  const policy = readyPolicy(
    kommun.model,
    trelleborg,
    must(
      kommun.model.strategies.find((s) => s.group === 'upstream'),
      'upstream',
    ),
  );
  const accounts = accountsIn(kommun, policy);
  const millions = (a: Account) =>
    [a.paid[20], a.back[20], ...horizons.map((h) => a.net[h])].map((v) => Math.round(v / 1e6));
  expect(millions(of(accounts, 'kommun'))).toEqual([41, 364, -17, 323, 896]);
  expect(millions(of(accounts, 'fk'))).toEqual([82, 122, -24, 40, 221]);
  expect(millions(of(accounts, 'prod'))).toEqual([0, 682, -13, 682, 1898]);
  expect(of(accounts, 'kommun').breakEven).toMatchObject({ kind: 'from' });
});

test('what is reinvested is a row of its own: in no purse, and in the sum as what it costs', () => {
  const settings = { ...full('structure'), reinvest_share: 0.3 };
  const accounts = accountsIn(kommun, settings);
  const used = must(accounts.reinvested, 'reinvested');
  expect(used.actor).toBeUndefined();
  expect(used.back[40]).toBe(0);
  // Three tenths of what the public sector saves, in present value: the savings before the efforts.
  const saved = accounts.cash.reduce((sum, a) => sum + a.back[40], 0);
  expect(used.paid[40] / saved).toBeGreaterThan(0.29);
  expect(used.paid[40] / saved).toBeLessThan(0.33);
  // models.md: the net of society before it is taken away is −52 / 1230 / 3673 million.
  const before = (h: 4 | 20 | 40) => accounts.sum.net[h] - used.net[h] + of(accounts, 'prod').net[h];
  expect(horizons.map((h) => Math.round(before(h) / 1e6))).toEqual([-52, 1230, 3673]);
  expect(accountsIn(kommun, full('structure')).reinvested).toBeUndefined();
});

describe('with another split of the efforts', () => {
  const byModel = accountsIn(kommun, full('structure', 'rescue'));
  const [run, base] = [runIn(kommun, full('structure', 'rescue')), runIn(kommun, {})];
  const split = (shares: Readonly<Record<string, number>>) =>
    must(accountsOf(kommun.model, {}, run, base, 2, shares), 'accounts');

  test('each pays its share, and nothing else changes', () => {
    const shares = { kommun: 0.7, af: 0.3 };
    const { cash, sum, value } = split(shares);
    for (const a of cash) {
      const before = of(byModel, a.actor!.id);
      for (const h of horizons) {
        expect(a.paid[h]).toBeCloseTo(
          ((shares as Record<string, number | undefined>)[a.actor!.id] ?? 0) * sum.paid[h],
          3,
        );
        expect(Math.abs(a.back[h] - before.back[h])).toBeLessThan(0.01);
        expect(Math.abs(a.back[h] - a.paid[h] - a.net[h])).toBeLessThan(0.01);
      }
    }
    expect(value[0]!.net).toEqual(of(byModel, 'prod').net);
  });

  test('Σ actors = total to the krona at every time, whatever the split', () => {
    const part = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fc.array(part, { minLength: 6, maxLength: 6 }), (parts) => {
        const whole = parts.reduce((a, b) => a + b, 0) || 1;
        const ids = kommun.model.actors.filter((a) => a.money === 'cash').map((a) => a.id);
        const shares = Object.fromEntries(
          ids.map((id, i) => [id, (parts[i]! || (whole === 1 ? 1 : 0)) / whole]),
        );
        const all = Object.values(shares).reduce((a, b) => a + b, 0);
        fc.pre(Math.abs(all - 1) < 1e-9);
        const { sum } = split(shares);
        sum.netOverTime.forEach((sek, i) =>
          expect(Math.abs(sek - byModel.sum.netOverTime[i]!)).toBeLessThan(0.5),
        );
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  test('production value pays nothing, even if it is asked to', () => {
    expect(split({ prod: 1 }).value[0]!.paid[40]).toBe(0);
  });
});

test('payback moves money between actors and changes no sum', () => {
  const without = accountsIn(kommun, full('structure'));
  const withIt = accountsIn(kommun, { ...full('structure'), payback_share: 0.5 });
  const change = (id: string) => of(withIt, id).net[20] - of(without, id).net[20];
  expect(change('kommun')).toBeGreaterThan(1e6);
  expect(change('fk')).toBeLessThan(-1e6);
  expect(Math.abs(withIt.sum.net[20] - without.sum.net[20])).toBeLessThan(0.01);
});

test('an actor who never gets its money back does not break even', () => {
  const dear = accountsIn(kommun, { ...full('strategic'), cost_strategic: 1e9 });
  expect(of(dear, 'region').breakEven).toEqual({ kind: 'never' });
});

test('whatever is set, actors’ money sums to the public cost to the öre in every year', () => {
  const range = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const settings = fc.record({
    lever_rescue: range(0, 1),
    lever_structure: range(0, 1),
    reinvest_share: range(0, 0.5),
    payback_share: range(0, 1),
    finsam_share_state: range(0, 0.6),
    finsam_share_region: range(0, 0.4),
    cost_level: range(0.6, 1),
    discount_rate: range(0.001, 0.06),
  });
  const payers = kommun.model.actors.filter((a) => a.money === 'cash');
  fc.assert(
    fc.property(settings, (chosen) => {
      const run = runIn(kommun, chosen);
      for (const [whole, parts] of [
        ['cost_rate_public', payers.map((a) => a.costRate)],
        ['pv_public', payers.map((a) => a.presentValue)],
      ] as const) {
        for (const [i, sum] of must(seriesOf(run, whole), whole).entries()) {
          const rest = parts.reduce((left, part) => left - must(seriesOf(run, part), part)[i]!, sum);
          expect(Math.abs(rest)).toBeLessThan(0.005);
        }
      }
    }),
    { seed: 1, numRuns: 40 },
  );
});

test('production value stands in no sum of cash', () => {
  const accounts = accountsIn(kommun, full('rescue'));
  expect(accounts.cash.map((a) => a.actor!.id)).not.toContain('prod');
  expect(accounts.value.map((a) => a.actor!.id)).toEqual(['prod']);
});

test('base against itself is unchanged in every row', () => {
  const { cash, value, sum } = accountsIn(kommun, {});
  for (const a of [...cash, ...value, sum]) {
    expect([a.paid[40], a.back[40], a.net[40]]).toEqual([0, 0, 0]);
    expect(a.breakEven.kind).toBe('unchanged');
  }
});

test('a model without a ledger, or a run without its series, has no accounts', () => {
  const few = kommun.run({}, { series: ['outside_all'] });
  expect(accountsOf(kommun.model, {}, few, runIn(kommun, {}), 2)).toBeUndefined();
  const { ledger: _, ...without } = kommun.model;
  expect(accountSeries(without)).toEqual([]);
  expect(accountsOf(without, {}, runIn(kommun, {}), runIn(kommun, {}), 2)).toBeUndefined();
});

describe('break-even', () => {
  const years = [-1, 0, 10, 20, 30, 40, 50];
  const found = (...net: readonly number[]) => breakEvenOf(years, [-999, ...net]);
  test.each([
    ['is nothing where nothing changes', [0, 0, 0.5, 0, 0, 99], { kind: 'unchanged' }],
    ['is the start where it is never below', [0, 10, 20, 30, 40, -9], { kind: 'always' }],
    ['is where zero is passed, between saved times', [0, -10, 30, 40, 50, -9], { kind: 'from', year: 12.5 }],
    ['is the last time that zero is passed', [0, 10, -10, 10, 50, 60], { kind: 'from', year: 25 }],
    ['is never where it stays below', [0, -10, -10, -10, -5, 90], { kind: 'never' }],
    ['says so when it does not last', [0, -10, 30, 10, -10, 90], { kind: 'between', year: 12.5, until: 35 }],
    ['says so when it began above', [0, 10, 30, 10, -10, 90], { kind: 'between', year: 0, until: 35 }],
  ] as const)('%s', (_, net, expected) => expect(found(...net)).toEqual(expected));
});
