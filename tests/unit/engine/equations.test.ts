import { expect, test, vi } from 'vitest';
import { check } from '../../../src/engine/check.ts';
import * as equation from '../../../src/equation/parse.ts';
import type { Model } from '../../../src/model/model.ts';
import type { Variable } from '../../../src/model/variable.ts';
import { modelOf } from './model-of.ts';

/** What is read again after an edit. */

const parse = vi.spyOn(equation, 'parse');

const base = {
  parameters: { rate: 0.1 },
  tables: {
    effect: [
      [0, 1],
      [1, 0],
    ] as const,
  },
  stocks: { people: { initial: '10', out: ['leaving'] } },
  flows: { leaving: 'rate * people * effect(share_kept)' },
  auxiliaries: { share_kept: 'people / 100', other_kept: 'share_kept + 1' },
};

/** The model with another unit, kind or text of one variable. */
function edited(model: Model, id: string, change: (v: Variable) => object): Model {
  const variables = new Map(model.variables);
  const before = variables.get(id)!;
  variables.set(id, { ...before, ...change(before) });
  return { ...model, variables };
}
const unit = (text: string) => (v: Variable) => ({ unit: { ...v.unit, text } });
const codesOf = (model: Model): readonly string[] => {
  const checked = check(model);
  return checked.ok ? [] : checked.error.map(({ code }) => code);
};

test('only the text that was edited is parsed', () => {
  const first = check(modelOf(base));
  parse.mockClear();
  const again = check(modelOf({ ...base, auxiliaries: { ...base.auxiliaries, share_kept: 'people / 101' } }));
  expect(parse.mock.calls.map(([{ text }]) => text)).toEqual(['people / 101']);
  if (!first.ok || !again.ok) throw new Error('both are right');
  expect(again.value.equations.get('leaving')).toBe(first.value.equations.get('leaving'));
});

test('an unchanged equation is wrong when what it reads has become something else', () => {
  const model = modelOf(base);
  expect(codesOf(model)).toEqual([]);
  expect(
    codesOf({ ...model, variables: new Map([...model.variables].filter(([id]) => id !== 'rate')) }),
  ).toEqual(['unknown-name']);
  expect(codesOf(model)).toEqual([]);
  expect(codesOf(modelOf({ ...base, tables: {}, parameters: { rate: 0.1, effect: 1 } }))).toEqual([
    'not-allowed',
  ]);
  expect(codesOf(model)).toEqual([]);
});

test('an unchanged equation is wrong when the unit of what it reads is another, and right when it is back', () => {
  const model = modelOf(base);
  for (const id of ['rate', 'people', 'share_kept', 'leaving']) {
    expect(codesOf(edited(model, id, unit('SEK')))).not.toEqual([]);
    expect(codesOf(model)).toEqual([]);
  }
  expect(codesOf(edited(model, 'effect', (v) => ({ xUnit: { ...v.unit, text: 'SEK' } })))).toEqual([
    'unit-mismatch',
  ]);
  expect(codesOf({ ...model, simSpecs: { ...model.simSpecs, timeUnit: 'year' } })).toEqual(['unit-flow']);
});

test('a mistake points to where it is this time', () => {
  const model = modelOf({ auxiliaries: { wrong_kept: '1 +' } });
  const at = (line: number) =>
    check(edited(model, 'wrong_kept', (v) => ({ equation: { ...v.unit, line, text: '1 +' } })));
  for (const line of [3, 9]) expect(at(line)).toMatchObject({ error: [{ where: { line } }] });
});
