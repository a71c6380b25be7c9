import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../../../src/base/assert.ts';
import { accountsOf } from '../../../src/model/accounts.ts';
import { seriesOf, type Run } from '../../../src/model/experiment.ts';
import { horizons } from '../../../src/model/horizons.ts';
import { memoBy, passedOnBy } from '../../../src/model/passed-on.ts';
import { valueAt } from '../../../src/model/reading.ts';
import { openModel, type OpenModel } from '../../golden/open-model.ts';
import { readShipped, shipped } from '../../tools/shipped-models.ts';

type Settings = Readonly<Record<string, number>>;
const runIn = (opened: OpenModel, policy: Settings, scenario: Settings = {}): Run =>
  opened.run(policy, { saveStep: 1 }, { scenario });
/** Year 0 on screen. */
const zero = 2;
/** SEK of sums of 10^9: what adding in another order leaves. */
const rounding = 1e-6;

describe.each(['samordning', 'kommun'])('%s: an actor guards its own gate', (id) => {
  const opened = openModel(id);
  const { model } = opened;
  const accounts = (policy: Settings, base: Settings = {}) =>
    must(accountsOf(model, {}, runIn(opened, policy), runIn(opened, base), zero), 'accounts');
  const net = (policy: Settings, actor: string, base: Settings = {}) =>
    must(
      accounts(policy, base).cash.find((a) => a.actor?.id === actor),
      actor,
    ).net;

  test('as it stands in the file nothing is guarded and nothing moves', () => {
    const lever = must(
      model.levers.find((l) => l.id === 'fk_gate'),
      'lever',
    );
    expect(lever).toMatchObject({ group: 'conditions', min: 0, max: 1, payers: {} });
    expect(lever.cost).toBeUndefined();
    const base = runIn(opened, {});
    for (const name of ['gate_moved', 'gate_assessment_cost', 'pv_gate_kommun'])
      expect([...must(seriesOf(base, name), name)].every((x) => x === 0)).toBe(true);
    expect(passedOnBy(model, base, base, zero + 20)).toBeUndefined();
  });

  test('wherever the lever stands: its own purse gains, others lose, the sum is worse and more wait', () => {
    const base = runIn(opened, {});
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 1, noNaN: true }), (setting) => {
        const policy = { lever_fk_gate: setting };
        const run = runIn(opened, policy);
        for (const h of horizons) {
          expect(net(policy, 'fk')[h]).toBeGreaterThan(0);
          expect(net(policy, 'kommun')[h]).toBeLessThan(0);
          expect(net(policy, 'region')[h]).toBeLessThan(0);
          expect(accounts(policy).sum.net[h]).toBeLessThan(0);
          expect(valueAt(run, 'in_gap', zero + h)).toBeGreaterThan(valueAt(base, 'in_gap', zero + h));
        }
      }),
      { numRuns: 15, seed: 7 },
    );
  });

  test('moving a cost changes no sum; assessing once more does, by what is told of apart', () => {
    const publicCost = (scenario: Settings) =>
      valueAt(runIn(opened, { lever_fk_gate: 1 }, scenario), 'pv_public', zero + 20);
    const as = publicCost({});
    expect(Math.abs(publicCost({ gate_saving_share: 0.1 }) - as)).toBeLessThan(0.01);
    const memo = memoBy(model, runIn(opened, { lever_fk_gate: 1 }), runIn(opened, {}), zero + 20);
    expect(memo.map(({ item }) => item.presentValue)).toEqual(['pv_gap_cost', 'pv_gate_assessment_cost']);
    expect(publicCost({ assessment_cost: 0 }) - as).toBeCloseTo(memo[1]!.saved, 1);
    for (const { saved } of memo) expect(saved).toBeLessThan(-1e6);
  });

  test('a pooled budget takes away what there is to gain', () => {
    const pooled = { lever_onedoor: 1 };
    const guarded = { lever_onedoor: 1, lever_fk_gate: 1 };
    const perYear = (policy: Settings, base: Settings, year: number) =>
      valueAt(runIn(opened, base), 'cost_rate_fk', zero + year) -
      valueAt(runIn(opened, policy), 'cost_rate_fk', zero + year);
    const alone = perYear({ lever_fk_gate: 1 }, {}, 20);
    expect(alone).toBeGreaterThan(10e6);
    expect(perYear(guarded, pooled, 20)).toBeLessThan(alone / 1000);
    expect(valueAt(runIn(opened, guarded), 'gate_moved', zero + 40)).toBeLessThan(100);
  });
});

const money = shipped.filter((id) => {
  const read = readShipped(id);
  return read.ok && read.value.ledger !== undefined;
});

test('four models count money', () => {
  expect([...money].sort()).toEqual(['etablering', 'kommun', 'samordning', 'skola']);
});

describe.each(money)('%s: whatever the levers and what is assumed', (id) => {
  const opened = openModel(id);
  const { model } = opened;
  const ledger = must(model.ledger, 'ledger');
  const settings = fc.record(
    Object.fromEntries(
      model.levers.map((l) => [l.variable, fc.double({ min: l.min, max: l.max, noNaN: true })]),
    ),
  );
  const payback = model.variables.has('payback_share')
    ? fc.record({ payback_share: fc.double({ min: 0, max: 1, noNaN: true }) })
    : fc.constant({});

  test('what is passed on adds up to zero, and the actors to the public sum', () => {
    let passed = 0;
    fc.assert(
      fc.property(settings, payback, (policy, scenario) => {
        const [run, base] = [runIn(opened, policy, scenario), runIn(opened, {}, scenario)];
        const accounts = must(accountsOf(model, { scenario }, run, base, zero), 'accounts');
        for (const h of horizons) {
          const moved = passedOnBy(model, run, base, zero + h);
          if (moved !== undefined) {
            passed++;
            expect(Math.abs(moved.reduce((sum, { borne }) => sum + borne, 0))).toBeLessThan(rounding);
          }
          const actors = accounts.cash.reduce((sum, { net }) => sum + net[h], 0);
          const whole =
            valueAt(base, ledger.publicValue, zero + h) - valueAt(run, ledger.publicValue, zero + h);
          expect(Math.abs(actors - whole)).toBeLessThan(0.01);
        }
      }),
      { numRuns: 15, seed: 11 },
    );
    expect(passed > 0).toBe(ledger.transfers.length > 0);
  });
});
