import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../../../src/base/assert.ts';
import { accountsOf, atYear, type Accounts } from '../../../src/model/accounts.ts';
import type { Split } from '../../../src/model/payers.ts';
import { readyPolicy } from '../../../src/model/policy.ts';
import {
  fairSplit,
  firstFairYear,
  shiftedAt,
  splitBy,
  splitOf,
  withShare,
} from '../../../src/model/split.ts';
import { full, openModel } from '../../golden/open-model.ts';

const kommun = openModel('kommun');
const base = kommun.run({}, { saveStep: 1 / 4 });
const runOf = (settings: Readonly<Record<string, number>>) => kommun.run(settings, { saveStep: 1 / 4 });
const upstream = runOf(
  readyPolicy(
    kommun.model,
    { preset: kommun.model.presets[0]!.id },
    must(
      kommun.model.strategies.find((s) => s.group === 'upstream'),
      'upstream',
    ),
  ),
);
const accountsWith = (split?: Split, run = upstream): Accounts =>
  must(accountsOf(kommun.model, {}, run, base, 2, split), 'accounts');
const sum = (split: Split) => Object.values(split).reduce((a, b) => a + b, 0);
const netAt = (accounts: Accounts, year: number) =>
  accounts.cash.map((a) => atYear(accounts, a.netOverTime, year));

describe('shares', () => {
  const weights = fc
    .array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 7 })
    .filter((w) => w.some((x) => x > 1e-3))
    .map((w) => Object.fromEntries(w.map((x, i) => [`a${i}`, x])));

  test('add up to exactly 1, in proportion', () => {
    fc.assert(
      fc.property(weights, (given) => {
        const split = splitBy(given);
        const whole = Object.values(given).reduce((a, b) => a + b, 0);
        expect(Math.round(sum(split) * 1e6)).toBe(1e6);
        for (const [id, x] of Object.entries(given))
          expect(Math.abs(split[id]! - x / whole)).toBeLessThan(1.1e-6);
      }),
      { seed: 3 },
    );
  });

  test('with one moved still add up, and the others keep their proportions', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const before = splitBy(given);
        const after = withShare(before, 'a0', share);
        expect(Math.round(sum(after) * 1e6)).toBe(1e6);
        if (Object.keys(given).length > 1) expect(Math.abs(after['a0']! - share)).toBeLessThan(1.1e-6);
      }),
      { seed: 4 },
    );
    expect(withShare({ a: 0.5, b: 0.25, c: 0.25 }, 'a', 0.2)).toEqual({ a: 0.2, b: 0.4, c: 0.4 });
    expect(withShare({ a: 1, b: 0, c: 0 }, 'a', 0.5)).toEqual({ a: 0.5, b: 0.25, c: 0.25 });
    expect(withShare({ a: 1 }, 'a', 0.5)).toEqual({ a: 1 });
    expect(withShare({ a: 0.4, b: 0.6 }, 'b', 7)).toEqual({ a: 0, b: 1 });
  });

  test('are those of the model until somebody moves them, and then those', () => {
    expect(splitOf(accountsWith())).toMatchObject({ fk: 0.5, kommun: 0.25, region: 0.25, af: 0 });
    expect(splitOf(accountsWith({ af: 0.3, kommun: 0.7 }))).toMatchObject({ af: 0.3, kommun: 0.7, fk: 0 });
    expect(splitOf(accountsWith(undefined, base))).toBeUndefined();
  });

  test('the accounts stand in the same order however the efforts are paid', () => {
    const ids = (accounts: Accounts) => accounts.cash.map((a) => a.actor!.id);
    expect(ids(accountsWith({ af: 1 }))).toEqual(ids(accountsWith()));
  });
});

describe('a split where nobody has lost', () => {
  test('is found by year 20 for Gå uppströms: all gain, by the same part of what they get back', () => {
    const found = fairSplit(accountsWith(), 20);
    if (found.kind !== 'found') throw new Error(found.kind);
    const accounts = accountsWith(found.split);
    const parts = accounts.cash.map((a) => a.net[20] / a.back[20]);
    for (const part of parts) expect(part).toBeCloseTo(parts[0]!, 3);
    expect(parts[0]).toBeGreaterThan(0);
    expect(accounts.sum.net[20]).toBeCloseTo(accountsWith().sum.net[20], 0);
  });

  test('is not there after a term, and it is said who is last and what is lacking', () => {
    const none = fairSplit(accountsWith(), 4);
    if (none.kind !== 'none') throw new Error(none.kind);
    expect(none.back).toBeLessThan(none.effort);
    expect(none.last.actor.id).toBe('fk');
    expect(none.last.amount / 1e6).toBeCloseTo(-24, 0);
    // Reorganisation costs more than it gives in the first years: actors that pay nothing lose too.
    expect(none.losers.map((l) => l.actor.id)).toContain('af');
  });

  test('comes in a first year, before which there is none', () => {
    const year = must(firstFairYear(accountsWith()), 'a year');
    expect(fairSplit(accountsWith(), year).kind).toBe('found');
    for (let before = 1; before < year; before++) expect(fairSplit(accountsWith(), before).kind).toBe('none');
    expect(
      firstFairYear(accountsWith(undefined, runOf({ ...full('strategic'), cost_strategic: 1e9 }))),
    ).toBeUndefined();
  });

  test('is found exactly when there is one: no split of random ones does what it says is impossible', () => {
    const ids = accountsWith().cash.map((a) => a.actor!.id);
    const parts = fc.array(fc.integer({ min: 0, max: 100 }), {
      minLength: ids.length,
      maxLength: ids.length,
    });
    fc.assert(
      fc.property(
        parts.filter((p) => p.some((x) => x > 0)),
        fc.integer({ min: 1, max: 40 }),
        (given, year) => {
          const fair = fairSplit(accountsWith(), year);
          const random = accountsWith(splitBy(Object.fromEntries(ids.map((id, i) => [id, given[i]!]))));
          const least = Math.min(...netAt(random, year));
          if (fair.kind === 'none') expect(least).toBeLessThan(0);
          if (fair.kind === 'found')
            // A millionth of the efforts is what a share is rounded to.
            expect(Math.min(...netAt(accountsWith(fair.split), year))).toBeGreaterThan(-500);
        },
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  test('asks for something to pay', () => {
    expect(fairSplit(accountsWith(undefined, base), 20)).toEqual({ kind: 'nothing to pay' });
    expect(shiftedAt(accountsWith(undefined, base), 20)).toBeUndefined();
  });
});

test('what actors pay for each other adds up to nothing, and is nothing in the proposed split', () => {
  const rows = must(shiftedAt(accountsWith(), 20), 'rows');
  expect(Math.abs(rows.reduce((all, r) => all + r.shifted, 0))).toBeLessThan(0.5);
  expect(
    must(
      rows.find((r) => r.actor.id === 'fk'),
      'fk',
    ).shifted,
  ).toBeGreaterThan(10e6);
  expect(
    must(
      rows.find((r) => r.actor.id === 'af'),
      'af',
    ).shifted,
  ).toBeLessThan(-10e6);
  const fair = fairSplit(accountsWith(), 20);
  if (fair.kind !== 'found') throw new Error(fair.kind);
  for (const row of must(shiftedAt(accountsWith(fair.split), 20), 'rows'))
    expect(Math.abs(row.shifted)).toBeLessThan(500);
});
