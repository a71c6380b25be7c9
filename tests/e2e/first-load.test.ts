import { expect, inject, test } from 'vitest';
import { firstLoad } from '../tools/first-load.ts';

test('the first load stays under 120 kB and brings neither the equation parser nor a model', async () => {
  const fetched = await firstLoad(inject('siteUrl'));
  expect(fetched.length).toBeGreaterThan(2);
  const total = fetched.reduce((sum, { size }) => sum + size, 0);
  expect(total, fetched.map(({ file, size }) => `${file} ${size}`).join('\n')).toBeLessThan(120_000);
  // Only names reach `expect`: a failed comparison would be drawn, and that takes minutes for a whole script.
  const holding = (words: RegExp): string[] =>
    fetched.filter(({ text }) => words.test(text)).map(({ file }) => file);
  expect(holding(/createParse|mathjs/)).toEqual([]);
  expect(holding(/policy_start/)).toEqual([]);
});
