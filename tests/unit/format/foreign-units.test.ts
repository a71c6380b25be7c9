import { describe, expect, test } from 'vitest';
import { unitReader, unitText } from '../../../src/format/foreign/units.ts';
import { mdl, read, xmile } from './foreign-run.ts';

const warningsOf = (text: string, file: string): readonly string[] => {
  const model = read(text, file);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return (model.value.warnings ?? []).map((d) => `${d.where.line}:${d.where.column} ${d.code}`);
};

describe('units as other programs write them', () => {
  const usual = unitReader([]);
  test.each([
    ['People/Year', 'person/year'],
    ['person / yr', 'person/year'],
    ['Dmnl', '1'],
    ['1/Month', '1/month'],
    ['$/(Year*Person)', 'dollar/(person*year)'],
    ['Degrees Fahrenheit/Minute', 'degrees_fahrenheit/minute'],
    ['worker-months', 'month*worker'],
    ['m^2', 'm^2'],
    ['%', 'percent'],
    ['SEK/Year', 'SEK/year'],
    ['kronor/person', 'SEK/person'],
    ['mnkr', 'MSEK'],
    ['', ''],
    ['*undefined*', ''],
    ['a/(b', ''],
  ])('%s is %s', (written, own) => {
    expect(unitText(usual(written))).toBe(own);
  });

  test('a file’s own names go before the usual ones', () => {
    const own = unitReader([
      { name: 'Unit', aliases: ['Widgets'] },
      { name: 'Per Day', aliases: [], formula: '1/Days' },
    ]);
    expect(unitText(own('widgets/Days'))).toBe('unit/day');
    expect(unitText(own('per day'))).toBe('1/day');
  });

  test('units made of one another end somewhere', () => {
    const round = unitReader([
      { name: 'a', aliases: [], formula: 'b' },
      { name: 'b', aliases: [], formula: 'a' },
    ]);
    expect(unitText(round('a'))).toMatch(/^[ab]$/);
  });
});

describe('the units of a foreign model', () => {
  const control = 'TIME STEP = 1 ~ Year ~|';
  test('disagreement is told at its place, and stops nothing', () => {
    const text = mdl(
      `a = 1 ~ Person ~|\nb = 2 ~ $ ~|\nc = a + b ~ Person ~|\nd = a / b ~ Persons ~|\n${control}`,
    );
    expect(warningsOf(text, 'm.mdl')).toEqual(['4:7 unit-mismatch', '5:5 unit-declared']);
  });

  test('the same unit by another name agrees, and so does a bare number', () => {
    const settings = '\n\\\\\\---/// Sketch\n///---\\\\\\\n22:Widget,Widgets,Gadget\n';
    const text = mdl(
      `a = 1 ~ Widget ~|\nb = a + 3 ~ Gadget ~|\nc = MAX(b, 0.5) * STEP(1, 5) ~ widgets ~|\n${control}`,
    );
    expect(warningsOf(text + settings, 'm.mdl')).toEqual([]);
  });

  test('an array’s equation is told of once', () => {
    const text = mdl(`D: x, y, z ~~|\na[D] = 1 ~ Person ~|\nb[D] = a[D] ~ $ ~|\n${control}`);
    expect(warningsOf(text, 'm.mdl')).toEqual(['4:8 unit-declared']);
  });

  test('XMILE: units of its own, and flows against their stock', () => {
    const units = '<model_units><unit name="Per Day"><eqn>1/Days</eqn></unit></model_units>';
    const text = xmile(
      '<aux name="r"><eqn>0.1</eqn><units>Per Day</units></aux><aux name="d"><eqn>1</eqn><units>day</units></aux><aux name="x"><eqn>r * d</eqn><units>dmnl</units></aux><aux name="y"><eqn>r * d</eqn><units>days</units></aux>',
      units,
    );
    expect(warningsOf(text, 'm.xmile')).toEqual(['6:199 unit-declared']);
  });
});
