import { expect, it } from 'vitest';
import { shortName, shortText } from '../../../src/base/short-text.ts';

it.each([
  ['  Efter nämnden ', 60, 'Efter nämnden'],
  ['a'.repeat(59) + '😀', 60, 'a'.repeat(59)],
  ['😀😀', 2, '😀'],
  ['abc\u202egnp.exe\u200b', 60, 'abcgnp.exe'],
  ['\u200b\ufeff', 60, ''],
  ['en\n\trad\u0000', 60, 'en rad'],
  ['halv \ud83d', 60, 'halv'],
  ['👩\u200d🏫 lärare', 60, '👩\u200d🏫 lärare'],
])('the name %j in %i is %j', (given, most, name) => {
  expect(shortName(given, most)).toBe(name);
});

it('text keeps its lines', () => {
  expect(shortText(' Ett\n\ntvå\t\u202etre', 100)).toBe(' Ett\n\ntvå tre');
  expect(shortText('ab😀', 3)).toBe('ab');
});
