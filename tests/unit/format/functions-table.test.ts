import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { canonical } from '../../../src/equation/dialects/names.ts';
import { functionNames } from '../../../src/format/expand/functions/index.ts';
import { notComputed } from '../../../src/format/expand/functions/not-computed.ts';
import type { Context } from '../../../src/format/expand/world.ts';

const text = readFileSync(new URL('../../conformance/functions.md', import.meta.url), 'utf8');
const section = (title: string): string =>
  text
    .slice(text.indexOf(`## ${title}`))
    .split('\n## ')[0]!
    .slice(title.length);

const namesIn = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name]) => canonical(name!)));

/** The first column of the table, and the paragraph below it. */
function listed(title: string): { readonly computed: readonly string[]; readonly told: readonly string[] } {
  const [table = '', told = ''] = section(title).split('\nTold by name:');
  const columns = table.split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|')[1]!); // prettier-ignore
  return { computed: namesIn(columns), told: namesIn(told.split('\n')) };
}

const known = (dialect: 'vensim' | 'xmile'): readonly string[] =>
  [...functionNames({ world: { foreign: { dialect } } } as Context)].toSorted();

test.each([
  ['Vensim', 'vensim'],
  ['XMILE and isee', 'xmile'],
] as const)('the table of %s lists every function once', (title, dialect) => {
  const { computed, told } = listed(title);
  expect(computed.toSorted()).toEqual(known(dialect));
  expect(told.filter((name) => known(dialect).includes(name))).toEqual([]);
});

test('what is told by name is in one of the lists', () => {
  const told = [...listed('Vensim').told, ...listed('XMILE and isee').told];
  expect(told.toSorted()).toEqual([...notComputed.keys()].toSorted());
});
