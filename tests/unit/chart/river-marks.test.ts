import { describe, expect, test } from 'vitest';
import { model, riverOfRun, runs, wording, yearZero } from '../../chart/river-fixture.ts';
import { cardOf } from '../../../src/chart/river/card.ts';
import { ageFlows, stocks, wayOf, type StockId } from '../../../src/chart/river/graph.ts';
import { kommun } from '../../../src/chart/river/kommun.ts';
import {
  accountOf,
  describe as summary,
  markIds,
  markOf,
  spokenMark,
  table,
  valueOf,
} from '../../../src/chart/river/marks.ts';
import { payersOf, type Payer } from '../../../src/chart/river/payers.ts';
import { valueAt } from '../../../src/model/reading.ts';
import type { Language } from '../../../src/text/format.ts';

const sv = wording('sv');
const en = wording('en');
const moment = riverOfRun('slots').at(20);
const inBase = riverOfRun('base').at(20);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('marks', () => {
  test('every flow and every stock belongs to a mark, or is told on the card of the stocks at its ends', () => {
    const told = new Set(
      markIds.flatMap((id) => {
        const mark = markOf(id);
        if (mark.kind === 'flow') return mark.flows;
        if (mark.kind === 'index') return [];
        const account = accountOf(mark.stocks, moment.now);
        return [...account.in, ...account.out];
      }),
    );
    for (const id of ageFlows) expect(told).toContain(id);
    for (const id of stocks) expect(markIds).toContain(id);
  });

  test('are spoken with their number, unit and base', () => {
    expect(plain(spokenMark('pulledUp', moment, sv))).toBe('Dras upp, 86 personer per år, bas 21');
    expect(plain(spokenMark('pulledUp', moment, en))).toBe('Pulled up, 86 people a year, base 21');
    expect(plain(spokenMark('lake', moment, sv))).toBe('Långvarigt utanför, 886 personer, bas 1 200');
    expect(plain(spokenMark('bank', moment, sv))).toBe(
      'Strandvallen: strukturell förmåga, 0,16 mellan 0 och 1, bas 0,35',
    );
  });

  test('base is not compared with itself', () => {
    expect(plain(spokenMark('lake', inBase, sv))).toBe('Långvarigt utanför, 1 200 personer');
  });

  test.each([
    [
      'sv',
      /^År 20: 131 om året lämnar skolan .*, 86 dras upp och 29 hittar en egen väg\. 886 personer .*bas 0,35\)\.$/,
    ],
    [
      'en',
      /^Year 20: 131 a year leave school .*, 86 are pulled up and 29 find their own way\. 886 people .*base 0\.35\)\.$/,
    ],
  ] as const)('the summary is two sentences in %s', (language, expected) => {
    const said = plain(summary(moment, wording(language)));
    expect(said).toMatch(expected);
    expect(said.match(/[^\d]\. |\.$/g)).toHaveLength(2);
  });
});

describe('the table', () => {
  test('has a row for each mark, in stream order, with now, base and difference', () => {
    const { columns, rows } = table(moment, sv);
    expect(columns).toEqual(['enhet', 'nu', 'bas', 'skillnad']);
    expect(rows.map((row) => row.id)).toEqual(markIds);
    const row = (id: string): readonly string[] => rows.find((r) => r.id === id)!.cells.map(plain);
    expect(row('pulledUp')).toEqual(['personer per år', '86', '21', '+64']);
    expect(row('lake')).toEqual(['personer', '886', '1 200', '−314']);
    expect(row('bank')).toEqual(['mellan 0 och 1', '0,16', '0,35', '−0,19']);
  });

  test.each([0, 4, 20])('year %d: its numbers are the run’s', (year) => {
    const { now } = riverOfRun('upstream').at(year);
    const at = (name: string): number => valueAt(runs.upstream, name, yearZero + year);
    expect(valueOf('lake', now)).toBeCloseTo(at('long_term_excluded'), 6);
    expect(valueOf('leaving', now)).toBeCloseTo(at('leave_ok_neet') + at('leave_risk_neet'), 6);
    expect(valueOf('newcomersToWork', now)).toBeCloseTo(at('intro_est') + at('newcomer_est'), 6);
  });
});

describe('cards', () => {
  const payers = (ids: readonly StockId[]): readonly Payer[] =>
    payersOf(kommun.costs, model, {}, ids, moment.now);
  const card = (id: (typeof markIds)[number], language: Language = 'sv') =>
    cardOf(id, { moment, river: kommun, payers, wording: wording(language), language });

  test('a stock tells what comes in, what goes out, how long people stay and who pays', () => {
    const { title, number, base, stay, lists, note } = card('young');
    expect([title, plain(number), plain(base), plain(stay), note]).toEqual([
      'Unga utan jobb och studier',
      '185 personer',
      'bas 151',
      '1,4 år',
      '',
    ]);
    expect(lists.map((list) => list.title)).toEqual(['Kommer in', 'Går ut', 'Vem betalar']);
    expect(lists[0]!.rows.map((row) => [row.label, row.value])).toEqual([
      ['Utan examen, jobb och studier', '112'],
      ['Med examen men utan jobb eller studier', '19'],
    ]);
  });

  test('the lake leaves out what only goes round in it', () => {
    const rows = card('lake').lists.flatMap((list) => list.rows.map((row) => row.label));
    expect(rows).toContain('Åter ut');
    expect(rows).not.toContain('Skickas vidare mellan myndigheter');
  });

  test('a stream tells where it comes from and where it goes', () => {
    const { lists, stay } = card('pulledUp', 'en');
    expect(stay).toBe('');
    expect(lists.map(({ title, rows }) => [title, rows.map((row) => row.label)])).toEqual([
      ['From', ['Outside, in a coordinated measure']],
      ['To', ['Just pulled up']],
    ]);
    expect(card('births').lists[0]!.rows[0]!.label).toBe('utanför bilden');
  });

  test('each number that a variable has can be asked why, and the time there says how it is worked out', () => {
    const young = card('young');
    expect(young.variable).toBe('young_neet');
    expect(young.lists[0]!.rows.map(({ variable }) => variable)).toEqual([
      'leave_risk_neet',
      'leave_ok_neet',
    ]);
    expect(young.lists[2]!.rows[0]!.variable).toMatch(/^c_/);
    expect(plain(young.stayWhy)).toBe('185 personer delat med 129 som går ut om året');
    expect(card('lake').variable).toBe('long_term_excluded');
    expect(card('ownWay').variable).toBeUndefined();
    const asked = markIds.flatMap((id) => {
      const { variable, lists } = card(id);
      return [variable, ...lists.flatMap(({ rows }) => rows.map((row) => row.variable))];
    });
    for (const variable of asked)
      if (variable !== undefined) expect(model.variables.has(variable)).toBe(true);
    expect(
      card('schoolRisk')
        .lists.at(-1)!
        .rows.map(({ variable }) => variable),
    ).toEqual(['c_pupil_support']);
  });

  test('says so when nobody pays, or when that is not known', () => {
    expect(card('school').note).toBe('Modellen räknar ingen särskild kostnad här.');
    const unknown = { moment, river: kommun, payers: undefined, wording: sv, language: 'sv' } as const;
    expect(cardOf('lake', unknown).note).toBe(sv.words.card.payersUnknown);
    expect(card('bank').note).toBe(sv.words.card.bank);
  });

  test('time there is people over all that leaves', () => {
    const { stay } = accountOf(['preschool'], inBase.now);
    expect(stay).toBeCloseTo(6, 6);
    const nobody = { ...inBase.now, flows: { ...inBase.now.flows, startSchool: 0, startSchoolRisk: 0 } };
    expect(accountOf(['preschool'], nobody).stay).toBeUndefined();
  });

  test('what the actors pay for all who are there is what the model’s ledger says', () => {
    const paid = payers(stocks);
    for (const actor of ['af', 'ratt', 'ovriga', 'prod']) {
      const amount = paid.find((payer) => payer.actor.id === actor)!.amount;
      const ledger = valueAt(runs.slots, `cost_rate_${actor}`, yearZero + 20);
      expect(amount / ledger).toBeCloseTo(1, 6);
    }
  });

  test('the flows of a card lead to or from its stocks', () => {
    const { in: into, out } = accountOf(['recent', 'entrenched'], moment.now);
    for (const flow of into) expect(['recent', 'entrenched']).toContain(wayOf(flow).to);
    for (const flow of out) expect(['recent', 'entrenched']).toContain(wayOf(flow).from);
  });
});
