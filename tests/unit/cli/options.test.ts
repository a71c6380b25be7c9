import { expect, test } from 'vitest';
import { choiceOf, listOf, numberOf, optionOf, readArguments, readNumber } from '../../../src/cli/options.ts';
import type { OptionSpec } from '../../../src/cli/options.ts';
import { commandLineWords } from '../../../src/text/command-line.ts';

const specs: readonly OptionSpec[] = [
  { name: 'set', value: 'X' },
  { name: 'series', value: 'X' },
  { name: 'dt', value: 'X' },
  { name: 'help' },
];

function read(...args: string[]) {
  const result = readArguments(args, specs);
  if (!result.ok) throw new Error(result.error(commandLineWords('en')));
  return result.value;
}

test('options and words come in any order, values apart or after =', () => {
  const args = read('--set', 'a=1', 'model', '--series=x,y', '--help', 'more');
  expect(args.words).toEqual(['model', 'more']);
  expect(listOf(args, 'set')).toEqual(['a=1']);
  expect(listOf(args, 'series')).toEqual(['x', 'y']);
  expect(optionOf(args, 'help')).toBe('');
  expect(optionOf(args, 'dt')).toBeUndefined();
});

test('lists add up over options, single values are the last', () => {
  const args = read('--set', 'a=1,b=2', '--set', 'c=3', '--dt', '1', '--dt', '2');
  expect(listOf(args, 'set')).toEqual(['a=1', 'b=2', 'c=3']);
  expect(numberOf(args, 'dt')).toEqual({ ok: true, value: 2 });
});

test('a value may be negative or a hyphen; after -- all are words', () => {
  const args = read('--dt', '-5', '--series', '-', '--', '--set');
  expect(numberOf(args, 'dt')).toEqual({ ok: true, value: -5 });
  expect(optionOf(args, 'series')).toBe('-');
  expect(args.words).toEqual(['--set']);
});

test.each([
  [['--sereis', 'x'], 'There is no option --sereis. Did you mean --series?'],
  [['--zzzzz'], 'There is no option --zzzzz.'],
  [['--set'], '--set needs a value.'],
  [['--set', '--help'], '--set needs a value.'],
])('%j: %s', (args, words) => {
  expect(() => read(...args)).toThrow(words);
});

test.each([
  ['0', 0],
  ['-1.5', -1.5],
  ['+2', 2],
  ['.5', 0.5],
  ['5.', 5],
  ['1e-3', 1e-3],
  ['1/16', 1 / 16],
  ['-1/4', -0.25],
  ['1/0', Infinity],
])('reads %s as a number', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each(['', ' ', 'a', '1,5', '1 000', '0x10', 'NaN', 'Infinity', '1/', '/2', '1/2/3', '1e', '--1', '.'])(
  'does not read “%s” as a number',
  (text) => {
    expect(readNumber(text)).toBeUndefined();
  },
);

test('a choice is one of its words', () => {
  expect(choiceOf(read('--set', 'b'), 'set', ['a', 'b'])).toEqual({ ok: true, value: 'b' });
  expect(choiceOf(read(), 'set', ['a', 'b'])).toEqual({ ok: true, value: undefined });
  const wrong = choiceOf(read('--set', 'c'), 'set', ['a', 'b']);
  expect(wrong.ok ? '' : wrong.error(commandLineWords('en'))).toBe('--set is one of a, b, not “c”.');
});
