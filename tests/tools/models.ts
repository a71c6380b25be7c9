import type { Model } from '../../src/model/model.ts';
import type { Parameter, Variable } from '../../src/model/variable.ts';
import type { SourceText } from '../../src/base/source.ts';

/** A small model made by hand for tests of what stands above the reader: one stock, two levers, one ready strategy. */
export const source = (text: string, line = 1): SourceText => ({ text, file: 'test.yaml', line, column: 1 });
const named = (id: string) => ({
  id,
  name: { sv: id, en: id },
  about: { sv: `${id} om`, en: `${id} about` },
  place: { file: 'test.yaml', line: 1, column: 1 },
});

const parameter = (id: string, value: number, unit = '1'): Parameter => ({
  ...named(id),
  kind: 'parameter',
  unit: source(unit),
  value,
  distribution: { shape: 'fixed', min: value, max: value },
  evidence: { grade: 'assumed', source: { sv: 'test', en: 'test' } },
});

const lever = (id: string, group: 'rescue' | 'swim' | 'upstream'): Model['levers'][number] => ({
  id,
  variable: `lever_${id}`,
  group,
  name: { sv: id, en: id },
  about: { sv: id, en: id },
  min: 0,
  max: 1,
  step: 0.01,
  zones: [
    { at: 0, text: { sv: 'inget', en: 'none' } },
    { at: 1, text: { sv: 'fullt', en: 'full' } },
  ],
  cost: `cost_${id}`,
  delay: `delay_${id}`,
  payers: { kommun: 'rest' },
  evidence: { grade: 'assumed', source: { sv: 'test', en: 'test' } },
  place: { file: 'test.yaml', line: 1, column: 1 },
});

export function smallModel(): Model {
  const variables: readonly Variable[] = [
    parameter('start_year', 2, 'year'),
    ...['pull', 'teach'].flatMap((id) => [
      parameter(`lever_${id}`, 0),
      parameter(`cost_${id}`, 10e6, 'SEK/year'),
      parameter(`delay_${id}`, 1, 'year'),
    ]),
    {
      ...named('outside'),
      kind: 'stock',
      unit: source('person'),
      initial: source('100'),
      inflows: ['entering'],
      outflows: ['leaving'],
      nonNegative: false,
    },
    {
      ...named('entering'),
      kind: 'flow',
      unit: source('person/year'),
      equation: source('10 - 5 * lever_teach'),
    },
    {
      ...named('leaving'),
      kind: 'flow',
      unit: source('person/year'),
      equation: source('outside * (0.1 + 0.05 * lever_pull)'),
    },
  ];
  return {
    id: 'small',
    name: { sv: 'Liten', en: 'Small' },
    about: { sv: 'Liten', en: 'Small' },
    file: 'test.yaml',
    dialect: 'native',
    simSpecs: {
      start: 0,
      stop: 42,
      dt: 0.25,
      saveStep: 1,
      method: 'rk4',
      timeUnit: 'year',
      yearZero: 'start_year',
    },
    variables: new Map(variables.map((v) => [v.id, v])),
    levers: [lever('pull', 'rescue'), lever('teach', 'swim')],
    actors: [],
    outcomes: [
      {
        variable: 'outside',
        role: 'stock',
        better: 'lower',
        name: { sv: 'Utanför', en: 'Outside' },
        unitWords: { sv: 'personer', en: 'people' },
      },
      {
        variable: 'entering',
        role: 'inflow',
        better: 'lower',
        name: { sv: 'Nya', en: 'New' },
        unitWords: { sv: 'personer per år', en: 'people a year' },
      },
    ],
    presets: [
      { id: 'first', name: { sv: 'Första', en: 'First' }, about: { sv: '', en: '' }, values: {} },
      {
        id: 'dear',
        name: { sv: 'Dyr', en: 'Dear' },
        about: { sv: '', en: '' },
        values: { cost_pull: 40e6, lever_teach: 0.5 },
      },
    ],
    municipality: [
      {
        id: 'births',
        name: { sv: 'Födda', en: 'Births' },
        about: { sv: '', en: '' },
        unitWords: { sv: 'barn per år', en: 'children a year' },
        min: 0,
        max: 1000,
        from: 100,
        scales: ['cost_pull'],
      },
    ],
    strategies: [
      {
        id: 'all',
        group: 'rescue',
        name: { sv: 'Allt', en: 'All' },
        levers: ['pull', 'teach'],
        yearlyCost: 12e6,
      },
    ],
  };
}
