import { expect, it } from 'vitest';
import { changesBetween, leverMoves, type Change } from '../../../src/app/changes.ts';
import type { Document } from '../../../src/app/state.ts';
import { emptyDocument, strategiesOf } from '../../../src/app/strategies.ts';
import type { Model } from '../../../src/model/model.ts';
import { smallModel } from '../../tools/models.ts';

const small = smallModel();
/** The small model with two assumptions, and a lever that counts places. */
const model: Model = {
  ...small,
  levers: small.levers.map((lever) =>
    lever.id === 'pull'
      ? { ...lever, measure: { variable: 'delay_pull', word: { sv: 'platser', en: 'places' } } }
      : lever,
  ),
  variables: new Map(
    [...small.variables].map(([id, v]) => [
      id,
      v.kind === 'parameter' && id.startsWith('cost_')
        ? { ...v, distribution: { shape: 'uniform' as const, min: 5e6, max: 20e6 } }
        : v,
    ]),
  ),
};
const empty = emptyDocument('small', 'first');
const own = (policy: Readonly<Record<string, number>>, name?: string): Document => ({
  ...empty,
  own: [{ id: 'own', name, policy }],
  selected: 'own',
});

/** Changes in short: their kind and what of them is not an object. */
const told = (before: Document, after: Document): readonly string[] =>
  changesBetween(model, before, after).map(short);
const short = (change: Change): string => {
  switch (change.kind) {
    case 'lever':
      return `${change.strategy.sv}: ${change.lever.id} ${change.from} ${change.to} of ${change.count?.whole ?? 1}`;
    case 'assumption':
      return `${change.parameter.id} ${change.from} ${change.to}`;
    case 'new':
    case 'removed':
    case 'selected':
      return `${change.kind} ${change.strategy.sv}`;
    case 'renamed':
      return `${change.from.sv} > ${change.to.sv}`;
    case 'municipality':
      return `municipality ${change.preset?.sv ?? 'own'}`;
    case 'budget':
      return `budget ${change.sum ?? 'free'}`;
    case 'yields':
      return `yields ${change.lever?.id ?? 'all'}`;
    default:
      return change.kind;
  }
};

const cases: readonly [string, Document, Document, readonly string[]][] = [
  ['nothing', own({}), own({}), []],
  ['a lever', own({ lever_pull: 0.2 }), own({ lever_pull: 0.6 }), ['Din strategi: pull 0.2 0.6 of 1']],
  ['a lever back at base', own({ lever_pull: 0.2 }), own({}), ['Din strategi: pull 0.2 0 of 1']],
  [
    'two levers, the longer move first',
    own({ lever_pull: 0.2 }),
    own({ lever_pull: 0.3, lever_teach: 1 }),
    ['Din strategi: teach 0 1 of 1', 'Din strategi: pull 0.2 0.3 of 1'],
  ],
  [
    'a new strategy, with what was moved of the one it copies',
    { ...empty, selected: 'all' },
    own({ lever_pull: 0.6, lever_teach: 1 }),
    ['new Din strategi', 'Din strategi: teach 0.6 1 of 1'],
  ],
  [
    'a removed strategy',
    own({}, 'Min'),
    { ...own({}), own: [], selected: 'base', payers: {} },
    ['removed Min', 'payers'],
  ],
  ['a new name', own({}, 'A'), own({}, 'B'), ['A > B']],
  ['the selected strategy alone', own({}), { ...own({}), selected: 'all' }, ['selected Allt']],
  ['another municipality', empty, { ...empty, presetId: 'dear' }, ['municipality Dyr']],
  ['own figures', empty, { ...empty, municipality: { births: 300 } }, ['municipality own']],
  [
    'the same figures',
    { ...empty, municipality: { births: 3 } },
    { ...empty, municipality: { births: 3 } },
    [],
  ],
  ['an assumption', empty, { ...empty, assumptions: { cost_pull: 6e6 } }, ['cost_pull 10000000 6000000']],
  [
    'all assumptions taken back, beside a budget',
    { ...empty, assumptions: { cost_pull: 6e6, cost_teach: 6e6 } },
    { ...empty, budget: { sum: 1e6 } },
    ['assumptions-reset', 'budget 1000000'],
  ],
  ['a budget let go', { ...own({}), budget: { sum: 1e6 } }, own({}), ['budget free']],
  [
    'who yields',
    { ...own({}), budget: { sum: 1e6 } },
    { ...own({}), budget: { sum: 1e6, yields: 'lever_pull' } },
    ['yields pull'],
  ],
  ['payers', own({}), { ...own({}), payers: { kommun: 1 } }, ['payers']],
  ['what stands beside', own({}), { ...own({}), compared: ['all'] }, ['compared']],
  ['begun again', own({ lever_pull: 1 }), empty, ['base']],
  ['what nobody has words for', own({}), { ...own({}), guess: 3 }, ['other']],
];
it.each(cases)('tells %s', (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected);
});

it('tells the order of strategies', () => {
  const two: Document = {
    ...empty,
    own: (['own', 'own2'] as const).map((id) => ({ id, name: undefined, policy: {} })),
  };
  expect(told(two, { ...two, own: [...two.own].reverse() })).toEqual(['order']);
});

it('lists the levers that a strategy moves, from base', () => {
  const work = own({ lever_teach: 0.5 });
  const strategy = strategiesOf(model, work).at(-1)!;
  expect(leverMoves(model, work, strategy).map(short)).toEqual(['Din strategi: teach 0 0.5 of 1']);
});
