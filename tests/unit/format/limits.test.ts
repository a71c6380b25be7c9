import { expect, test } from 'vitest';
import { readModel } from '../../../src/format/read.ts';
import { head, mistakesOf } from './small-model.ts';

test('a file of more than two million characters is not read', () => {
  expect(mistakesOf(' '.repeat(2_000_001))).toMatchObject([
    { code: 'file-too-large', args: { bytes: 2_000_001, limit: 2_000_000 } },
  ]);
});

test('a file whose ending is no format of ours is not guessed at', () => {
  expect(readModel(head, 'model.doc', { parts: new Map() })).toMatchObject({
    ok: false,
    error: [{ code: 'unknown-format', args: { file: 'model.doc' }, where: { file: 'model.doc' } }],
  });
});

test('more than 20 000 variables are too many', { timeout: 30_000 }, () => {
  const many = Array.from({ length: 20_001 }, (_, i) => `  f${i}: {equation: 1, unit: 1}\n`).join('');
  const found = mistakesOf(`${head}flows:\n${many}`).filter((d) => d.severity === 'error');
  expect(found).toMatchObject([
    { code: 'too-many', args: { what: 'variables', count: 20_001, limit: 20_000 } },
  ]);
});

test.each([
  ['brackets', `x: ${'['.repeat(50_000)}`],
  ['dashes', `x:\n  ${'- '.repeat(200_000)}a\ny: 1`],
])('nesting without end is refused: %s', (_, text) => {
  expect(mistakesOf(text)).toMatchObject([{ code: 'yaml-syntax', args: { problem: 'depth' } }]);
});

test('names that stand for other pieces of the file are refused, so that none can grow', () => {
  const laughs = `${head}a: &a [x, x]\nb: &b [*a, *a]\nparameters: *b\n`;
  expect(mistakesOf(laughs)).toMatchObject([
    { code: 'unknown-key' },
    { code: 'unknown-key' },
    { code: 'yaml-syntax', args: { problem: 'alias' }, where: { line: 7, column: 13 } },
  ]);
});

test('a file of nothing but mistakes is told of in part', () => {
  const wrong = Array.from({ length: 3000 }, (_, i) => `key${i}: 1\n`).join('');
  expect(mistakesOf(head + wrong)).toHaveLength(1000);
});

test.each([
  ['empty', '', 'nothing'],
  ['a word', 'hello', 'text'],
  ['a list', '- a\n- b', 'list'],
])('a file that is %s is no model', (_, text, kind) => {
  expect(mistakesOf(text)).toMatchObject([
    {
      code: 'wrong-type',
      args: { key: '', expected: 'mapping', found: { kind } },
      where: { line: 1, column: 1 },
    },
  ]);
});
