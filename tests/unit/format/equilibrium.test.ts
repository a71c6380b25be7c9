import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/engine/engine.ts';
import { evidence, head, mistakesOf, modelOf, texts } from './small-model.ts';

/** A tub with a tap and a drain; the drain is worked out so that the tub holds what is known. */
const tub = (more = '', presets = ''): string => `${head}stocks:
  water: {${texts}, unit: litre, initial: 1, inflows: [tap], outflows: [drain]}
flows:
  tap: {${texts}, unit: litre/year, equation: pour}
  drain: {${texts}, unit: litre/year, equation: leak*water*warning}
auxiliaries:
  warning: {${texts}, unit: 1, equation: water/usual}
parameters:
  pour: {${texts}, unit: litre/year, value: 10, range: [0, 100], ${evidence}}
  leak: {${texts}, unit: 1/year, value: 0.1, range: [0, 1], ${evidence}}
  usual: {${texts}, unit: litre, value: 100, ${evidence}}
  price: {${texts}, unit: SEK/year, value: 8, ${evidence}}
municipality:
  pour: {${texts}, unit_words: {sv: l, en: l}, range: [0, 1000], sets: pour, scales: [price]}
  level: {${texts}, unit_words: {sv: l, en: l}, range: [1, 10000], measure: water}
equilibrium:
  neutral: {warning: 1}
  references: {usual: water}
  calibrate:
    level: {variable: water, by: [leak], factor: [0.1, 10], fact: level}
${more}presets:
  own: {${texts}}
  large: {${texts}, municipality: {pour: 40, level: 500}}
${presets}`;

test('a preset holds what is known and what follows from it', () => {
  const model = modelOf(tub());
  expect(model.presets[1]).toMatchObject({
    municipality: { pour: 40, level: 500 },
    values: { pour: 40, price: 32 },
  });
  expect(model.equilibrium).toMatchObject({ neutral: { warning: 1 }, references: { usual: 'water' } });
  expect(model.municipality?.map((f) => [f.id, f.from])).toEqual([
    ['pour', 10],
    ['level', undefined],
  ]);
});

test('a preset’s own values stand before what follows from facts', () => {
  const model = modelOf(tub('', '  third: {' + texts + ', municipality: {pour: 20}, values: {price: 1}}\n'));
  expect(model.presets[2]?.values).toEqual({ pour: 20, price: 1 });
});

describe('the engine', () => {
  const engine = createEngine();
  const opened = engine.open(modelOf(tub()));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const run = (experiment: object) =>
    engine.run(
      opened.value.handle,
      { policy: {}, scenario: {}, ...experiment },
      { series: ['water', 'leak', 'usual', 'pour'], saveStep: 10 },
    );
  const values = (experiment: object): readonly number[] => {
    const done = run(experiment);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    return [...done.value.values];
  };
  const near = (found: readonly number[], expected: readonly number[]) => {
    for (const [i, x] of expected.entries()) expect(found[i]).toBeCloseTo(x, 9);
  };

  test('begins where the preset is at rest, and stays', () => {
    near(values({ preset: 'large' }), [500, 500, 0.08, 0.08, 500, 500, 40, 40]);
  });

  test('begins with the file’s own values if nothing is known', () => {
    expect(values({ preset: 'own' })[0]).toBe(1);
  });

  test('without the level, the leak is the file’s', () => {
    near(values({ municipality: { pour: 20 } }), [200, 200, 0.1, 0.1]);
  });

  test('a factor beyond its bound is refused, with the nearest that is possible', () => {
    const done = run({ municipality: { level: 2000 } });
    expect(done).toMatchObject({
      ok: false,
      error: [{ code: 'no-equilibrium', args: { value: 2000, limit: { side: 'highest', value: 1000 } } }],
    });
  });

  test('without outflow nothing settles, and the assumption is all there is to blame', () => {
    expect(run({ settle: true, scenario: { leak: 0 } })).toMatchObject({
      ok: false,
      error: [{ code: 'no-equilibrium', args: {} }],
    });
  });
});

const at = (from: string, to: string): string => {
  const text = tub();
  expect(text.split(from).length).toBe(2);
  return text.replace(from, to);
};

test.each([
  ['neutral: {warning: 1}', 'neutral: {pour: 1}', 'unknown-reference', { name: 'pour', role: 'computed' }],
  [
    '{usual: water}',
    '{usuall: water}',
    'unknown-reference',
    { name: 'usuall', role: 'parameter', nearest: 'usual' },
  ],
  ['{usual: water}', '{usual: wter}', 'unknown-reference', { name: 'wter', nearest: 'water' }],
  ['by: [leak]', 'by: [water]', 'unknown-reference', { name: 'water', role: 'parameter' }],
  ['factor: [0.1, 10]', 'factor: [10, 0.1]', 'empty-range', { min: 10, max: 0.1 }],
  [', fact: level}', ', fact: levl}', 'unknown-reference', { name: 'levl', role: 'fact', nearest: 'level' }],
  [', fact: level}', '}', 'missing-key', { key: 'target', within: 'level' }],
  ['sets: pour,', 'sets: tap,', 'unknown-reference', { name: 'tap', role: 'parameter' }],
  ['sets: pour, ', '', 'missing-key', { key: 'from', within: 'pour' }],
  [
    '{pour: 40, level: 500}',
    '{pours: 40}',
    'unknown-reference',
    { name: 'pours', role: 'fact', nearest: 'pour' },
  ],
  [
    '{pour: 40, level: 500}',
    '{pour: 4000}',
    'outside-range',
    { name: 'pour', value: 4000, min: 0, max: 1000 },
  ],
])('%s as %s', (from, to, code, args) => {
  expect(mistakesOf(at(from, to))).toContainEqual(
    expect.objectContaining({ code, args: expect.objectContaining(args) as object }),
  );
});
