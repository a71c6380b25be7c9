import { expect, test } from 'vitest';
import { wrap } from '../../../src/chart/measure.ts';

const width = (text: string) => text.length;

test('breaks at spaces only, and never at a fixed one', () => {
  expect(wrap('Gå uppströms 1\u00a0182', 12, width)).toEqual(['Gå uppströms', '1\u00a0182']);
  expect(wrap('bas 1\u00a0836', 12, width)).toEqual(['bas 1\u00a0836']);
});

test('a word that is too long stands alone rather than being cut', () => {
  expect(wrap('en samverkansstruktur nu', 6, width)).toEqual(['en', 'samverkansstruktur', 'nu']);
});
