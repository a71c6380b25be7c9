import { expect, test } from 'vitest';
import { must } from '../../../src/base/assert.ts';
import { payersOf, type Split } from '../../../src/model/payers.ts';
import { readShipped } from '../../tools/shipped-models.ts';

const read = readShipped('kommun');
if (!read.ok) throw new Error('kommun has mistakes');
const model = read.value;
const shares = (lever: string, split?: Split) =>
  payersOf(
    model,
    {},
    must(
      model.levers.find((l) => l.id === lever),
      lever,
    ),
    split,
  ).map(({ actor, share }) => [actor.id, share]);

test('as the model has it, the largest part first, and the rest worked out', () => {
  expect(shares('rescue')).toEqual([
    ['fk', 0.5],
    ['kommun', 0.25],
    ['region', 0.25],
  ]);
});

test('a person’s own split holds for every lever that moves new money, without those who pay nothing', () => {
  const split = { kommun: 0.4, af: 0.6, fk: 0 };
  for (const lever of ['rescue', 'early'])
    expect(shares(lever, split)).toEqual([
      ['af', 0.6],
      ['kommun', 0.4],
    ]);
  for (const lever of ['reallocate', 'fk_gate']) expect(shares(lever, split)).toEqual([]);
});
