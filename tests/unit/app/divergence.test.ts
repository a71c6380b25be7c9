import { expect, it } from 'vitest';
import { inModelWords } from '../../../src/app/divergence.ts';
import { error } from '../../../src/base/diagnostic.ts';
import { must } from '../../../src/base/assert.ts';
import type { Model } from '../../../src/model/model.ts';
import { describe } from '../../../src/text/diagnostics.ts';
import { readShipped } from '../../tools/shipped-models.ts';

const read = readShipped('kommun');
if (!read.ok) throw new Error('kommun has mistakes');
const model = read.value;
const told = (variable: string, time: number, language: 'sv' | 'en' = 'sv'): string =>
  describe(
    must(inModelWords([error('not-finite', { variable, time })], model, {})[0], 'a diagnostic'),
    language,
  ).words;

it('names the stock and the year of the screen, which begins in year 2 of the model', () => {
  expect(told('adult_exclusion', 7.9)).toBe(
    'Innanför går inte att räkna efter år 5: Slås ut ur arbetslivet blev inget tal.',
  );
  expect(told('established', 7.9, 'en')).toBe(
    'Established adults cannot be computed after year 5: its value was not a number.',
  );
});

it('follows a variable to the stock that it breaks', () => {
  expect(told('fail_mult', 3)).toMatch(
    /^\S.* går inte att räkna efter år 1: Risken att falla blev inget tal\.$/,
  );
  expect(told('fail_mult', 3)).not.toMatch(/^Risken att falla/);
});

it('follows names that other programs write, with brackets and bars', () => {
  const named = (id: string) => ({ id, name: { sv: id, en: id } });
  const ref = { kind: 'ref', name: 'rate|what 1' };
  const variables = [
    { ...named('other[a]'), kind: 'stock', inflows: [], outflows: [] },
    { ...named('rate|what 1'), kind: 'aux', equation: { text: '' } },
    { ...named('in[a,b]'), kind: 'flow', equation: { text: '' }, expr: ref },
    { ...named('pool[a,b]'), kind: 'stock', inflows: ['in[a,b]'], outflows: [] },
  ];
  const foreign = { variables: new Map(variables.map((v) => [v.id, v])), simSpecs: {} } as unknown as Model;
  const [found] = inModelWords([error('not-finite', { variable: 'rate|what 1', time: 3 })], foreign, {});
  expect(must(found, 'a diagnostic').args).toMatchObject({ stock: { sv: 'pool[a,b]' } });
});

it('leaves other messages, and variables that the model does not have, as they are', () => {
  const others = [
    error('worker-silent', { seconds: 10 }),
    error('not-finite', { variable: 'gone', time: 3 }),
  ];
  expect(inModelWords(others, model, {})).toEqual(others);
});
