import { expect, it } from 'vitest';
import { byWins, listed, withinSentence } from '../../../src/text/listed.ts';

it('lists parts as a sentence does', () => {
  expect(['', 'a', 'a och b', 'a, b och c']).toEqual(
    [[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((parts) => listed(parts, 'och')),
  );
});

it('begins a common noun small within a sentence, and leaves a name as it is', () => {
  const sv = ['Försäkringskassan', 'Kommunen', 'Övriga offentliga aktörer', 'Kommunens vänner'];
  expect(sv.map((name) => withinSentence(name, 'sv'))).toEqual([
    'Försäkringskassan',
    'kommunen',
    'övriga offentliga aktörer',
    'Kommunens vänner',
  ]);
  expect(withinSentence('The municipality', 'en')).toBe('the municipality');
  expect(withinSentence('Public Employment Service', 'en')).toBe('Public Employment Service');
});

it('names together what wins as often', () => {
  const rows = [
    { name: 'a', wins: '3' },
    { name: 'b', wins: '4' },
    { name: 'c', wins: '3' },
  ];
  expect(byWins(rows)).toEqual([
    { wins: '3', names: ['a', 'c'] },
    { wins: '4', names: ['b'] },
  ]);
});
