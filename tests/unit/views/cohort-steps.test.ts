import { describe, expect, test } from 'vitest';
import { must } from '../../../src/base/assert.ts';
import { figuresOf, seedCosts, type CohortInput } from '../../../src/model/cohort.ts';
import { format } from '../../../src/text/format.ts';
import { words } from '../../../src/text/words.ts';
import { cohortSteps, shorterSteps, type Counted, type Step } from '../../../src/views/cohort/steps.ts';
import type { Voice } from '../../../src/views/voice.ts';
import { openModel } from '../../golden/open-model.ts';

const sv: Voice = { language: 'sv', words: words('sv'), format: format('sv') };
const en: Voice = { language: 'en', words: words('en'), format: format('en') };
const source: Counted = { rate: 0.04, level: 1, asSource: true };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const lines = (steps: readonly Step[]) =>
  Object.fromEntries(steps.map((s) => [s.id, plain(`${s.formula} = ${s.answer}`)]));
const cohort = (input: CohortInput = {}, counted = source, voice = sv) =>
  cohortSteps(figuresOf(input), counted, voice);

describe('the worked example, step by step', () => {
  test('of a cohort: 600, 160 and 75; a quarter fewer is 150, 40 and 8', () => {
    expect(lines(cohort().steps)).toEqual({
      persons: '480 × 12,5 % = 60 personer',
      'per-year': '344 900 + 390 900 = 735 800 kr',
      annuity: '(1 − 1,04^−20^) / 0,04 = 13,59',
      cost: '60 × 735 800 × 13,59 = 600 mnkr',
      'annuity-term': '(1 − 1,04^−4^) / 0,04 = 3,63',
      term: '60 × 735 800 × 3,63 = 160 mnkr',
      'term-public': '60 × 344 900 × 3,63 = 75,12 mnkr',
      'term-municipality': '60 × 147 200 × 3,63 = 32,06 mnkr',
      fewer: '60 × 25 % = 15 personer',
      gain: '600 mnkr × 25 % = 150 mnkr',
      'gain-term': '160 mnkr × 25 % = 40,06 mnkr',
      'gain-municipality': '32,06 mnkr × 25 % = 8,01 mnkr',
      net: '150 mnkr − 5 mnkr = 145 mnkr',
      'net-term': '40,06 mnkr − 5 mnkr = 35,06 mnkr',
    });
  });

  test('of a shorter way: 20, 10, 16 and 6; six years give something in between', () => {
    const at = (after: number) => lines(shorterSteps(figuresOf({ after }), source, sv).steps);
    expect(at(4)).toMatchObject({
      saved: '8 − 4 = 4 år',
      gross: '10 × 551 000 × 3,63 = 20 mnkr',
      'gross-public': '10 × 275 500 × 3,63 = 10 mnkr',
      'net-newcomer': '20 mnkr − 4 mnkr = 16 mnkr',
      'net-newcomer-public': '10 mnkr − 4 mnkr = 6 mnkr',
    });
    expect(at(6)['gross']).toBe('10 × 551 000 × 1,89 = 10,39 mnkr');
    // No time won is worth nothing, and time lost is not asked for.
    expect(at(9)['gross']).toBe('10 × 551 000 × 0 = 0 mnkr');
  });

  test('has the answers of the source beside its own, and only where the figures are its own', () => {
    const sourced = (steps: readonly Step[]) => steps.filter((s) => s.sourced !== undefined).length;
    expect(sourced(cohort().steps)).toBe(7);
    expect(sourced(cohort({ births: 481 }, { ...source, asSource: false }).steps)).toBe(0);
  });

  test('says what it multiplies when costs are on another level, or the rate is nothing', () => {
    const { steps } = cohort({}, { rate: 0, level: 0.6, asSource: false });
    expect(lines(steps)).toMatchObject({
      'per-year': '(344 900 + 390 900) × 0,6 = 441 480 kr',
      annuity: '20 = 20',
    });
  });

  test('in English', () => {
    expect(lines(cohort({}, source, en).steps)).toMatchObject({
      cost: '60 × 735,800 × 13.59 = SEK 600 million',
    });
  });
});

test('the parts of what it is worth add up to the whole', () => {
  const { gain } = cohort({ births: 1350, share: 0.07, fewer: 0.1 });
  for (const value of [gain.term, gain.long])
    expect(Math.abs(value.public + value.production - value.total)).toBeLessThan(0.01);
});

test('its unit costs are those of the shipped models', () => {
  for (const [id, unit] of [
    ['kommun', seedCosts.adult],
    ['etablering', seedCosts.newcomer],
  ] as const) {
    const { model } = openModel(id);
    const cost = (actor: string) => {
      const p = must(model.variables.get(`c_${actor}`), actor);
      return p.kind === 'parameter' ? p.value : 0;
    };
    const sum = (money: 'cash' | 'value') =>
      model.actors.filter((a) => a.money === money).reduce((all, a) => all + cost(a.id), 0);
    expect([sum('cash'), cost('kommun'), sum('value')]).toEqual([
      unit.public,
      unit.municipality,
      unit.production,
    ]);
  }
});
