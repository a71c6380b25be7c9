import { expect, it } from 'vitest';
import { inModelWords } from '../../../src/app/divergence.ts';
import { error } from '../../../src/base/diagnostic.ts';
import { must } from '../../../src/base/assert.ts';
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

it('leaves other messages, and variables that the model does not have, as they are', () => {
  const others = [
    error('worker-silent', { seconds: 10 }),
    error('not-finite', { variable: 'gone', time: 3 }),
  ];
  expect(inModelWords(others, model, {})).toEqual(others);
});
