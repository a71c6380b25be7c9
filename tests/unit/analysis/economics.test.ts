import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { economicsOf, economicsSeries } from '../../../src/analysis/economics.ts';
import { must } from '../../../src/base/assert.ts';
import { seriesOf } from '../../../src/model/experiment.ts';
import { full, openModel } from '../../golden/open-model.ts';

const kommun = openModel('kommun');
const { model } = kommun;
const ledger = must(model.ledger, 'ledger');
const series = [...economicsSeries(model), ...model.actors.map((a) => a.costRate), ledger.publicCost];
const runOf = (settings: Readonly<Record<string, number>>) => kommun.run(settings, { series });
const base = runOf({});
const at = (settings: Readonly<Record<string, number>>, horizon: number) =>
  must(economicsOf(model, runOf(settings), base, horizon), 'economics');

describe('rescue at full', () => {
  const { accounts, publicNet, totalNet } = at(full('rescue'), 20);
  const of = (id: string) =>
    must(
      accounts.find((a) => a.actor.id === id),
      id,
    );

  test('the net of society is that of models.md, and more than the public sector’s', () => {
    expect(totalNet / 1e6).toBeCloseTo(1189, 0);
    expect(publicNet).toBeLessThan(totalNet);
  });

  test('accounts sum to public and total, production value apart', () => {
    const cash = accounts.filter((a) => a.actor.money === 'cash').reduce((sum, a) => sum + a.net, 0);
    expect(Math.abs(cash - publicNet)).toBeLessThan(0.005);
    expect(Math.abs(cash + of('prod').net - totalNet)).toBeLessThan(0.005);
    expect(of('prod').effort).toBe(0);
  });

  test('the effort is paid half by the state, a quarter each by region and municipality', () => {
    const effort = accounts.reduce((sum, a) => sum + a.effort, 0);
    expect(of('fk').effort / effort).toBeCloseTo(0.5, 9);
    expect(of('region').effort / effort).toBeCloseTo(0.25, 9);
    expect(of('kommun').effort / effort).toBeCloseTo(0.25, 9);
    expect(of('kommun').saved - of('kommun').effort).toBeCloseTo(of('kommun').net, 3);
    // 11.25 million a year for 20 years at 4 %, counted at the end of the year.
    expect(effort / 11.25e6).toBeCloseTo(13.59, 1);
  });

  test('who pays nothing is never behind; who pays breaks even later', () => {
    expect(of('af').breakEven).toBe(0);
    expect(must(of('kommun').breakEven, 'break-even')).toBeGreaterThan(0);
  });
});

test('upstream: the public sector is behind after 4 years and ahead after 20', () => {
  const upstream = full('early', 'structure', 'parallel', 'onedoor', 'strategic');
  expect(at(upstream, 4).publicNet).toBeLessThan(0);
  expect(at(upstream, 20).publicNet).toBeGreaterThan(0);
  const region = must(
    at(upstream, 20).accounts.find((a) => a.actor.id === 'region'),
    'region',
  );
  expect(must(region.breakEven, 'break-even')).toBeGreaterThan(4);
});

test('an actor who never gets its money back has no break-even', () => {
  const dear = { ...full('strategic'), cost_strategic: 1e9 };
  const region = must(
    at(dear, 20).accounts.find((a) => a.actor.id === 'region'),
    'region',
  );
  expect(region.breakEven).toBeUndefined();
});

test('payback moves money between actors and changes no sum', () => {
  const without = at(full('structure'), 20);
  const withIt = at({ ...full('structure'), payback_share: 0.5 }, 20);
  const net = (e: typeof without, id: string) =>
    must(
      e.accounts.find((a) => a.actor.id === id),
      id,
    ).net;
  expect(net(withIt, 'kommun')).toBeGreaterThan(net(without, 'kommun') + 1e6);
  expect(net(withIt, 'fk')).toBeLessThan(net(without, 'fk') - 1e6);
  expect(Math.abs(withIt.publicNet - without.publicNet)).toBeLessThan(0.005);
});

test('whatever is set, actors’ money sums to the public cost to the öre in every year', () => {
  const settings = fc.record({
    lever_rescue: fc.double({ min: 0, max: 1, noNaN: true }),
    lever_structure: fc.double({ min: 0, max: 1, noNaN: true }),
    payback_share: fc.double({ min: 0, max: 1, noNaN: true }),
    finsam_share_state: fc.double({ min: 0, max: 0.6, noNaN: true }),
    finsam_share_region: fc.double({ min: 0, max: 0.4, noNaN: true }),
    cost_level: fc.double({ min: 0.6, max: 1, noNaN: true }),
    discount_rate: fc.double({ min: 0.001, max: 0.06, noNaN: true }),
  });
  fc.assert(
    fc.property(settings, (chosen) => {
      const run = runOf(chosen);
      for (const [whole, parts] of [
        [ledger.publicCost, model.actors.filter((a) => a.money === 'cash').map((a) => a.costRate)],
        [ledger.publicValue, model.actors.filter((a) => a.money === 'cash').map((a) => a.presentValue)],
      ] as const) {
        const sums = must(seriesOf(run, whole), whole);
        for (const [i, sum] of sums.entries()) {
          const rest = parts.reduce((left, part) => left - must(seriesOf(run, part), part)[i]!, sum);
          expect(Math.abs(rest)).toBeLessThan(0.005);
        }
      }
    }),
    { seed: 1, numRuns: 40 },
  );
});

test('a model without a ledger has no economics', () => {
  const tub = openModel('badkaret');
  const run = tub.run({});
  expect(economicsOf(tub.model, run, run, 20)).toBeUndefined();
});
