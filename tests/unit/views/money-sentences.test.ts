import { describe, expect, test } from 'vitest';
import type { Account, Accounts, BreakEven } from '../../../src/model/accounts.ts';
import { payersFlow } from '../../../src/views/money/charts.ts';
import { breakEvenWords } from '../../../src/views/break-even.ts';
import { finding, termSentence, turning } from '../../../src/views/money/sentences.ts';
import type { Voice } from '../../../src/views/voice.ts';
import { format } from '../../../src/text/format.ts';
import { words } from '../../../src/text/words.ts';

const voice = (language: 'sv' | 'en'): Voice => ({
  language,
  words: words(language),
  format: format(language),
});
const sv = voice('sv');
const en = voice('en');

/** An account of an actor that pays and is left with so many millions, the same at every horizon. */
function account(name: string, paid: number, net: number, breakEven: BreakEven = { kind: 'never' }): Account {
  const all = (millions: number) => ({ 4: millions * 1e6, 20: millions * 1e6, 40: millions * 1e6 });
  return {
    actor: {
      id: name,
      name: { sv: name, en: `The ${name}` },
      money: name === 'prod' ? 'value' : 'cash',
      costRate: '',
      presentValue: '',
    },
    paid: all(paid),
    back: all(paid + net),
    net: all(net),
    paidOverTime: new Float64Array([0, paid]),
    netOverTime: new Float64Array([0, net]),
    breakEven,
  };
}
const accounts = (...cash: readonly Account[]): Accounts => ({
  years: new Float64Array([0, 40]),
  cash,
  reinvested: undefined,
  sum: account('sum', 0, 0),
  value: [account('prod', 0, 999)],
});

describe('the finding is never stronger than the run', () => {
  test.each([
    [
      'one pays most and another gains most',
      [
        ['A', 8, 1],
        ['B', 4, 9],
      ],
      'A betalar mest. B vinner mest.',
    ],
    [
      'equal as shown are named together',
      [
        ['A', 4.1, 1],
        ['B', 3.9, 9.4],
        ['C', 1, 8.6],
      ],
      'A och B betalar mest. B och C vinner mest.',
    ],
    [
      'a single payer pays all',
      [
        ['A', 8, 1],
        ['B', 0, 9],
      ],
      'A betalar allt. B vinner mest.',
    ],
    [
      'but not where another pays a little',
      [
        ['A', 8, 1],
        ['B', 0.1, 9],
      ],
      'A betalar mest. B vinner mest.',
    ],
    [
      'a single gainer is alone',
      [
        ['A', 8, -1],
        ['B', 4, 9],
      ],
      'A betalar mest. B är ensam på plus.',
    ],
    [
      'nobody gains',
      [
        ['A', 8, -1],
        ['B', 4, 0],
      ],
      'A betalar mest. Ingen är på plus efter 20 år.',
    ],
    [
      'or nobody that the table shows',
      [
        ['A', 8, -1],
        ['B', 4, 0.3],
      ],
      'A betalar mest. Ingen är på plus med en halv miljon efter 20 år.',
    ],
    [
      'nobody pays',
      [
        ['A', 0, 1],
        ['B', 0, 9],
      ],
      'Ingen betalar nya pengar. B vinner mest.',
    ],
    [
      'sums too small to be shown',
      [
        ['A', 0.2, 0.1],
        ['B', 0.1, 1],
      ],
      'A betalar mest. B vinner mest.',
    ],
  ] as const)('%s', (_, rows, expected) => {
    expect(finding(accounts(...rows.map(([name, paid, net]) => account(name, paid, net))), 20, sv)).toBe(
      expected,
    );
  });

  test('in English, with articles as in a sentence; production value wins nothing', () => {
    expect(finding(accounts(account('town', 8, 1), account('state', 4, 9)), 20, en)).toBe(
      'Pays most: the town. Gains most: the state.',
    );
  });
});

test.each([
  [
    [
      ['A', 8, -1],
      ['B', 4, -9],
      ['C', 0, 5],
    ],
    'Alla betalare är på minus när mandatperioden är slut.',
  ],
  [
    [
      ['A', 8, -1],
      ['B', 4, -0.3],
    ],
    '1 av 2 betalare är på minus när mandatperioden är slut.',
  ],
  [
    [
      ['A', 8, 1],
      ['B', 4, 0],
    ],
    'Ingen betalare är på minus när mandatperioden är slut.',
  ],
  [
    [
      ['A', 8, -1],
      ['B', 0, -4],
    ],
    'Betalaren är på minus när mandatperioden är slut.',
  ],
  [[['A', 0, -1]], undefined],
] as const)('payers at the end of the term: %j', (rows, expected) => {
  expect(termSentence(accounts(...rows.map(([name, paid, net]) => account(name, paid, net))), sv)).toBe(
    expected,
  );
});

test.each([
  [{ kind: 'unchanged' }, 'oförändrat', 'unchanged'],
  [{ kind: 'always' }, 'start', 'start'],
  [{ kind: 'from', year: 7.2 }, 'år 8', 'year 8'],
  [{ kind: 'from', year: 8 }, 'år 8', 'year 8'],
  [{ kind: 'between', year: 2.5, until: 12.9 }, 'bara år 3–12', 'only years 3–12'],
  [{ kind: 'between', year: 12.2, until: 12.9 }, 'bara år 12', 'only year 12'],
  [{ kind: 'never' }, 'inte inom 40 år', 'not within 40 years'],
] as const)('break-even %j', (breakEven, inSwedish, inEnglish) => {
  expect(breakEvenWords(breakEven, 40, sv)).toBe(inSwedish);
  expect(breakEvenWords(breakEven, 40, en)).toBe(inEnglish);
});

test('the year that is marked is of the payer that gains most, if it is drawn', () => {
  const two = accounts(
    account('A', 8, 5, { kind: 'from', year: 9.5 }),
    account('B', 4, 20, { kind: 'from', year: 7.4 }),
    account('C', 0, 90, { kind: 'from', year: 1 }),
  );
  expect(turning(two, 24, sv)).toEqual({ year: 7.4, words: 'B går plus år 8' });
  expect(turning(two, 4, sv)).toBeUndefined();
});

describe('the flow', () => {
  const flow = (withValue: boolean) =>
    payersFlow(accounts(account('A', 8, -9), account('B', 4, 30), account('C', 0, 0.4)), withValue, 20, sv);

  test('keeps production value out of the sums of cash, and last', () => {
    const { payers, gainers, words: w } = flow(true);
    expect(payers.map(({ label, amount }) => [label, amount / 1e6])).toEqual([
      ['A', 8],
      ['B', 4],
      ['A, ökad kostnad', 1],
    ]);
    expect(gainers.map(({ label, amount }) => [label, amount / 1e6])).toEqual([
      ['B', 34],
      ['prod', 999],
    ]);
    expect(w.notes[0]).toBe('Kassa: 13 in, 34 tillbaka; produktionsvärde +999.');
  });

  test('gathers costs that have risen for several', () => {
    const { payers } = payersFlow(accounts(account('A', 8, -9), account('B', 0, -2)), true, 4, sv);
    expect(payers.map(({ label, amount }) => [label, amount / 1e6])).toEqual([
      ['A', 8],
      ['ökade kostnader, 2 aktörer', 3],
    ]);
  });

  test('shows cash alone when asked to', () => {
    const { gainers, words: w } = flow(false);
    expect(gainers.map(({ label }) => label)).toEqual(['B']);
    expect(w.notes[0]).toBe('Kassa: 13 in, 34 tillbaka.');
  });
});
