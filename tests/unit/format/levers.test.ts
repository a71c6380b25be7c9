import { expect, test } from 'vitest';
import type { Model } from '../../../src/model/model.ts';
import type { VariableId } from '../../../src/model/variable.ts';
import { briefly, evidence, head, mistakesOf, modelOf, texts } from './small-model.ts';

const effect = `effect: {${evidence}}`;
const delay = `delay: {value: 2, range: [1, 4], ${evidence}}`;
const cost = `cost: {value: 1e6, ${evidence}}`;

/** Equation, initial value or value, and unit. */
function written(model: Model, id: VariableId): string {
  const variable = model.variables.get(id);
  if (variable === undefined) return 'none';
  const content =
    variable.kind === 'parameter'
      ? String(variable.value)
      : variable.kind === 'stock'
        ? `${variable.initial.text} +${variable.inflows.join('+')}`
        : 'equation' in variable
          ? variable.equation.text
          : '';
  return `${variable.kind} ${content} [${variable.unit.text}]`;
}

const lever = (entry: string): string =>
  `${head}levers:\n  help: {group: rescue, ${texts}, ${effect}, ${entry}}\n`;

test('a lever is a parameter, a roll-out and a cost', () => {
  const model = modelOf(
    `${lever(`${delay}, ${cost}`)}roll_out: {active: on}\nauxiliaries:\n  on: {equation: 1, unit: 1, ${texts}}\n`,
  );
  expect([...model.variables.keys()]).toEqual([
    'lever_help',
    'delay_help',
    'help_level',
    'change_help',
    'cost_help',
    'effort_cost_help',
    'on',
  ]);
  expect(written(model, 'lever_help')).toBe('parameter 0 [1]');
  expect(written(model, 'delay_help')).toBe('parameter 2 [year]');
  expect(written(model, 'help_level')).toBe('stock 0 +change_help [1]');
  expect(written(model, 'change_help')).toBe('flow (lever_help*on - help_level)/delay_help [1/year]');
  expect(written(model, 'cost_help')).toBe('parameter 1000000 [SEK/year]');
  expect(written(model, 'effort_cost_help')).toBe('aux lever_help*on*cost_help [SEK/year]');
  expect(model.levers).toMatchObject([
    {
      id: 'help',
      variable: 'lever_help',
      min: 0,
      max: 1,
      step: 0.01,
      cost: 'cost_help',
      delay: 'delay_help',
      payers: {},
    },
  ]);
});

test('what a lever is made into says where it comes from, in both languages', () => {
  const model = modelOf(lever(delay));
  for (const id of ['lever_help', 'delay_help', 'help_level', 'change_help']) {
    expect(model.variables.get(id), id).toMatchObject({
      origin: 'lever:help',
      place: { line: 6, column: 3 },
    });
  }
  expect(model.variables.get('change_help')).toMatchObject({
    name: { sv: 'Införande: s', en: 'Roll-out: e' },
  });
  expect(model.variables.get('delay_help')).toMatchObject({
    distribution: { shape: 'triangular', min: 1, max: 4 },
  });
});

test('a lever without cost moves no new money, and one without a switch acts from the start', () => {
  const model = modelOf(lever(delay));
  expect(model.levers[0]).not.toHaveProperty('cost');
  expect(written(model, 'effort_cost_help')).toBe('none');
  expect(written(model, 'change_help')).toBe('flow (lever_help - help_level)/delay_help [1/year]');
});

test('a lever that sets a parameter adds nothing, and goes as far as the parameter’s range', () => {
  const share = (range: string): string =>
    `${lever('sets: share')}parameters:\n  share: {value: 0, unit: 1, ${range}${texts}, ${evidence}}\n`;
  const model = modelOf(share('range: [0, 0.5], '));
  expect([...model.variables.keys()]).toEqual(['share']);
  expect(model.levers).toMatchObject([{ variable: 'share', min: 0, max: 0.5, step: 0.005 }]);
  expect(briefly(mistakesOf(share('')))).toEqual(['missing-key 8']);
});

test('a lever needs a delay', () => {
  expect(mistakesOf(lever(cost))[0]).toMatchObject({
    code: 'missing-key',
    args: { key: 'delay', within: 'help' },
  });
});

test('zones are settings in words within the lever’s length', () => {
  const model = modelOf(
    lever(
      `${delay}, zones: [{at: 0, sv: inget, en: none}, {at: 1, sv: "{delay_help} år", en: "{delay_help} years"}]`,
    ),
  );
  expect(model.levers[0]?.zones).toEqual([
    { at: 0, text: { sv: 'inget', en: 'none' } },
    { at: 1, text: { sv: '{delay_help} år', en: '{delay_help} years' } },
  ]);
  expect(mistakesOf(lever(`${delay}, zones: [{at: 2, sv: a, en: a}]`))[0]).toMatchObject({
    code: 'outside-range',
    args: { name: 'help', value: 2, min: 0, max: 1 },
  });
});
