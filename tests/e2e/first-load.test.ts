import { expect, inject, test } from 'vitest';
import { firstLoad } from '../tools/first-load.ts';

test('the first load stays under 120 kB and brings neither the equation parser nor a model', async () => {
  const fetched = await firstLoad(inject('siteUrl'));
  expect(fetched.length).toBeGreaterThan(2);
  const total = fetched.reduce((sum, { size }) => sum + size, 0);
  expect(total, fetched.map(({ file, size }) => `${file} ${size}`).join('\n')).toBeLessThan(120_000);
  for (const { file, text } of fetched) {
    expect(text, `${file} holds mathjs`).not.toMatch(/createParse|mathjs/);
    expect(text, `${file} holds a model`).not.toMatch(/simSpecs:|^\s*variables:/m);
  }
});
