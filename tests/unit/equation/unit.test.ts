import { describe, expect, it } from 'vitest';
import { NO_UNIT, formatUnit, parseUnit, power, sameUnit, timesPower } from '../../../src/equation/unit.ts';
import type { Unit } from '../../../src/equation/unit.ts';
import { source } from '../../tools/models.ts';

const unit = (text: string): Unit => {
  const parsed = parseUnit(source(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};

describe('parseUnit', () => {
  it.each([
    ['1', '1'],
    ['person', 'person'],
    [' person / year ', 'person/year'],
    ['person/year/year', 'person/year^2'],
    ['SEK/(person*year)', 'SEK/(person*year)'],
    ['SEK/person*year', 'SEK*year/person'],
    ['1/year', '1/year'],
    ['year^-1', '1/year'],
    ['year^2/year', 'year'],
    ['person/person', '1'],
    ['person^0.5', 'person^0.5'],
    ['(person/year)^2', 'person^2/year^2'],
    ['((person))', 'person'],
    ['årsplats*tim_1', 'tim_1*årsplats'],
    ['1/(1/year)', 'year'],
    ['B/A', 'B/A'],
  ])('%j is %j', (text, formatted) => {
    expect(formatUnit(unit(text))).toBe(formatted);
    expect(formatUnit(unit(formatted))).toBe(formatted);
  });

  it('tells cases and names apart', () => {
    expect(sameUnit(unit('SEK'), unit('sek'))).toBe(false);
    expect(sameUnit(unit('person'), unit('persons'))).toBe(false);
    expect(sameUnit(unit('person/year'), unit('year^-1*person'))).toBe(true);
    expect(sameUnit(unit('person^2'), unit('person'))).toBe(false);
    expect(sameUnit(unit('person'), unit('1'))).toBe(false);
  });

  it.each([
    ['', '', 1],
    ['person/', '', 8],
    ['/year', '/', 1],
    ['1000 SEK', '1000', 1],
    ['SEK 1000', '1000', 5],
    ['person year', 'year', 8],
    ['%', '%', 1],
    ['(person', '', 8],
    ['person)', ')', 7],
    ['person^year', 'year', 8],
    ['person^', '', 8],
    ['person * * year', '*', 10],
    ['2', '2', 1],
    ['person + year', '+', 8],
    ['()', ')', 2],
    ['_a', '_a', 1],
  ])('refuses %j', (text, found, column) => {
    const parsed = parseUnit(source(text));
    expect(parsed).toMatchObject({
      ok: false,
      error: { code: 'unit-syntax', args: { found }, where: { column } },
    });
  });

  it('refuses a unit without end', () => {
    const parsed = parseUnit(source('('.repeat(501)));
    expect(parsed).toMatchObject({
      ok: false,
      error: { code: 'too-many', args: { what: 'characters', count: 501 } },
    });
    expect(parseUnit(source('('.repeat(500)))).toMatchObject({ ok: false, error: { code: 'unit-syntax' } });
  });
});

describe('the algebra of units', () => {
  it('loses what cancels', () => {
    expect(timesPower(unit('person/year'), unit('year'), 1)).toEqual(unit('person'));
    expect(timesPower(unit('person'), unit('person'), -1)).toEqual(NO_UNIT);
    expect(power(unit('person/year'), 0)).toEqual(NO_UNIT);
  });

  it('takes a root of a power for the unit itself, in spite of rounding', () => {
    const root = power(unit('person'), 1 / 3);
    expect(formatUnit(root)).toBe('person^0.333333');
    const whole = timesPower(timesPower(root, root, 1), root, 1);
    expect(sameUnit(whole, unit('person'))).toBe(true);
    expect(sameUnit(timesPower(whole, unit('person'), -1), NO_UNIT)).toBe(true);
  });
});
