import { expect, test } from 'vitest';
import type { Model } from '../../../src/model/model.ts';
import type { VariableId } from '../../../src/model/variable.ts';
import { briefly, evidence, head, mistakesOf, modelOf, texts } from './small-model.ts';

const amount = (value: number): string => `{value: ${value}, ${evidence}}`;
const aux = (id: string, unit: string): string => `  ${id}: {equation: 1, unit: ${unit}, ${texts}}\n`;

const money = (charges: string, levers = ''): string => `${head}actors:
  state: {name: {sv: Staten, en: The state}, unit_cost: ${amount(50)}}
  town: {name: {sv: Kommunen, en: The town}, unit_cost: ${amount(70)}}
  work: {name: {sv: Produktion, en: Production}, money: value, unit_cost: ${amount(90)}}
ledger:
  persons: people
  discount: factor
  from: started
${charges}auxiliaries:
${aux('people', 'person')}${aux('factor', '1')}${aux('started', '1')}${aux('rent', 'SEK/year')}${aux('heat', 'SEK/year')}parameters:
  key: {value: 0.25, unit: 1, ${texts}, ${evidence}}
${levers}`;

const charge = (name: string, payers: string): string =>
  `    ${name}: {amount: ${name}, payers: ${payers}}\n`;
const charges = (...lines: readonly string[]): string => `  charges:\n${lines.join('')}`;

const equation = (model: Model, id: VariableId): string => {
  const variable = model.variables.get(id);
  return variable !== undefined && 'equation' in variable ? variable.equation.text : 'none';
};

test('an actor pays for persons and for its share of charges', () => {
  const model = modelOf(
    money(charges(charge('rent', '{state: key, town: rest}'), charge('heat', '{state: key, town: rest}'))),
  );
  expect(equation(model, 'cost_rate_state')).toBe('c_state*people + key*(rent + heat)');
  expect(equation(model, 'cost_rate_town')).toBe('c_town*people + (1 - key)*(rent + heat)');
  expect(equation(model, 'cost_rate_work')).toBe('c_work*people');
});

test('a single payer pays the whole', () => {
  const model = modelOf(money(charges(charge('rent', '{town: 1}'), charge('heat', '{state: rest}'))));
  expect(equation(model, 'cost_rate_state')).toBe('c_state*people + heat');
  expect(equation(model, 'cost_rate_town')).toBe('c_town*people + rent');
});

test('production value is in the total and never in the public sum', () => {
  const model = modelOf(money(''));
  expect(equation(model, 'cost_rate_public')).toBe('cost_rate_state + cost_rate_town');
  expect(equation(model, 'cost_rate_total')).toBe('cost_rate_public + cost_rate_work');
  expect(equation(model, 'policy_cost')).toBe('0');
});

test('present value is accumulated for each actor and each sum', () => {
  const model = modelOf(money(''));
  for (const who of ['state', 'town', 'work', 'public', 'total']) {
    expect(equation(model, `pv_flow_${who}`)).toBe(`cost_rate_${who}*factor*started`);
    expect(model.variables.get(`pv_${who}`)).toMatchObject({
      kind: 'stock',
      unit: { text: 'SEK' },
      inflows: [`pv_flow_${who}`],
    });
  }
  expect(equation(model, 'pv_flow_policy')).toBe('policy_cost*factor*started');
  expect(model.ledger).toEqual({
    publicCost: 'cost_rate_public',
    totalCost: 'cost_rate_total',
    effortCost: 'policy_cost',
    publicValue: 'pv_public',
    totalValue: 'pv_total',
    effortValue: 'pv_policy',
    transfers: [],
    memo: [],
  });
  expect(model.actors.map(({ id, money: kind, presentValue }) => [id, kind, presentValue])).toEqual([
    ['state', 'cash', 'pv_state'],
    ['town', 'cash', 'pv_town'],
    ['work', 'value', 'pv_work'],
  ]);
});

const lever = (payers: string): string =>
  `levers:\n  help: {group: swim, ${texts}, delay: ${amount(1)}, cost: ${amount(5)}, effect: {${evidence}}${payers}}\n`;

test('levers’ costs are shared by their own payers', () => {
  const model = modelOf(money('', lever(', payers: {state: 0.5, town: 1/2}')));
  expect(equation(model, 'cost_rate_state')).toBe('c_state*people + 0.5*effort_cost_help');
  expect(equation(model, 'policy_cost')).toBe('effort_cost_help');
  expect(model.levers[0]?.payers).toEqual({ state: 0.5, town: 0.5 });
});

test('a lever that costs needs payers when there is a ledger', () => {
  expect(mistakesOf(money('', lever('')))[0]).toMatchObject({
    code: 'missing-key',
    args: { key: 'payers', within: 'help' },
  });
});

test.each([
  ['{state: 0.5, town: 0.6}', 1.1],
  ['{state: key, town: 0.5}', 0.75],
  ['{state: 1, town: 0.1, work: 0}', undefined],
  ['{state: rest, town: rest}', 0],
  ['{state: 1.5, town: -0.5}', 1],
])('%s is no sharing', (payers, sum) => {
  const [found] = mistakesOf(money(charges(charge('rent', payers))));
  if (sum === undefined)
    expect(found).toMatchObject({ code: 'unknown-reference', args: { name: 'work', role: 'payer' } });
  else expect(found).toMatchObject({ code: 'shares-sum', args: { name: 'rent', sum } });
});

test('an actor cannot be called as one of the sums', () => {
  const text = `${head}actors:\n  public: {name: {sv: a, en: a}, unit_cost: ${amount(1)}}\nledger: {persons: x, discount: x, from: x}\nauxiliaries:\n${aux('x', '1')}`;
  expect(briefly(mistakesOf(text))).toEqual(['duplicate-name 7', 'duplicate-name 7', 'duplicate-name 7']);
});

test('the ledger’s own variables must be there', () => {
  expect(briefly(mistakesOf(money('').replace('persons: people', 'persons: peple')))).toEqual([
    'unknown-reference 10',
  ]);
});

test('money between actors is added to one and taken from the other', () => {
  const transfers = '  transfers:\n    grant: {amount: rent, from: state, to: town}\n';
  const model = modelOf(money(transfers));
  expect(equation(model, 'cost_rate_state')).toBe('c_state*people + rent');
  expect(equation(model, 'cost_rate_town')).toBe('c_town*people - rent');
  expect(equation(model, 'cost_rate_public')).toBe('cost_rate_state + cost_rate_town');
});

test.each([
  ['{amount: rent, from: stat, to: town}', { name: 'stat', role: 'payer', nearest: 'state' }],
  ['{amount: rent, from: work, to: town}', { name: 'work', role: 'payer' }],
  ['{amount: rent, from: town, to: town}', { name: 'town', role: 'payer' }],
])('%s is no transfer', (transfer, args) => {
  const [found] = mistakesOf(money(`  transfers:\n    grant: ${transfer}\n`));
  expect(found).toMatchObject({ code: 'unknown-reference', args });
});
