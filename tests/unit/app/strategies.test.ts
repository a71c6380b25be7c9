import { describe, expect, it } from 'vitest';
import {
  changedStrategies,
  comparedIds,
  emptyDocument,
  experimentOf,
  onlyChanged,
  selectedStrategy,
  strategiesOf,
} from '../../../src/app/strategies.ts';
import type { Document, OwnId, OwnStrategy } from '../../../src/app/state.ts';
import type { Policy } from '../../../src/model/experiment.ts';
import { leverCost, readyPolicy, yearlyCost } from '../../../src/model/policy.ts';
import { smallModel } from '../../tools/models.ts';

const model = smallModel();
const base = emptyDocument('small', 'first');
const mine = (id: OwnId, policy: Policy): OwnStrategy => ({ id, name: undefined, policy });

describe('ready strategies', () => {
  it('spend their yearly sum exactly, evenly in lever share', () => {
    const policy = readyPolicy(model, { preset: 'first' }, model.strategies[0]!);
    expect(policy).toEqual({ lever_pull: 0.6, lever_teach: 0.6 });
    expect(yearlyCost(model, { preset: 'first' }, policy)).toBeCloseTo(12e6, 6);
  });

  it('cost the same money in a preset where levers cost more', () => {
    const policy = readyPolicy(model, { preset: 'dear' }, model.strategies[0]!);
    expect(policy['lever_pull']).toBeCloseTo(12 / 50, 12);
    expect(yearlyCost(model, { preset: 'dear' }, policy)).toBeCloseTo(12e6, 6);
  });

  it('cost the same money in a municipality where a fact scales what levers cost', () => {
    const where = { preset: 'first', municipality: { births: 200 } };
    const policy = readyPolicy(model, where, model.strategies[0]!);
    expect(policy['lever_pull']).toBeCloseTo(12 / 30, 12);
    expect(yearlyCost(model, where, policy)).toBeCloseTo(12e6, 6);
  });

  it('spend what the poorest of them can take when levers come to their end', () => {
    const [all] = model.strategies;
    const rich = { ...all!, yearlyCost: 100e6 };
    const poor = { ...rich, id: 'poor', levers: ['teach'] };
    const rivals = { ...model, strategies: [rich, poor] };
    const where = { preset: 'first' };
    expect(readyPolicy(rivals, where, poor)).toEqual({ lever_teach: 1 });
    expect(readyPolicy(rivals, where, rich)).toEqual({ lever_pull: 0.5, lever_teach: 0.5 });
    expect(yearlyCost(rivals, where, readyPolicy(rivals, where, rich))).toBe(10e6);
  });
});

it('counts a lever that stands at a preset’s own default in the cost', () => {
  expect(yearlyCost(model, { preset: 'dear' }, {})).toBe(5e6);
  expect(leverCost(model, { preset: 'dear' }, model.levers[0]!, 0.5)).toBe(20e6);
});

it('lists base first, then the ready ones, then the person’s own', () => {
  expect(strategiesOf(model, base).map((s) => s.id)).toEqual(['base', 'all']);
  expect(strategiesOf(model, { ...base, own: [mine('own2', {}), mine('own', {})] }).map((s) => s.id)).toEqual(
    ['base', 'all', 'own2', 'own'],
  );
});

it('under other assumptions puts the model’s own base beside, and begins every run at their rest', () => {
  const assumed = { ...base, assumptions: { cost_pull: 20e6 } };
  const strategies = strategiesOf(model, assumed);
  expect(strategies.map((s) => [s.id, s.mark])).toEqual([
    ['base', 'base-yours'],
    ['original', 'base'],
    ['all', 'rescue'],
  ]);
  const resting = { ...model, equilibrium: { neutral: {}, references: {}, calibrations: [] } };
  expect(experimentOf(resting, strategies[0]!, assumed)).toMatchObject({
    settle: true,
    scenario: { cost_pull: 20e6 },
  });
  expect(experimentOf(resting, strategies[1]!, assumed)).toEqual({
    preset: 'first',
    policy: {},
    scenario: {},
  });
});

it('compares the first four that there are, or those that were chosen and still are there', () => {
  const own = (['own', 'own2', 'own3', 'own4'] as const).map((id) => mine(id, {}));
  expect(comparedIds(model, { ...base, own })).toEqual(['all', 'own', 'own2', 'own3']);
  expect(comparedIds(model, { ...base, own, compared: ['own4', 'gone', 'all'] })).toEqual(['own4', 'all']);
});

it('falls back to base when the selected strategy is no longer there', () => {
  expect(selectedStrategy(model, { ...base, selected: 'own' }).id).toBe('base');
});

it('drops settings that stand at their default', () => {
  expect(
    onlyChanged(
      { a: 0, b: 0.5, c: 1 },
      new Map([
        ['a', 0],
        ['b', 0.25],
      ]),
    ),
  ).toEqual({ b: 0.5, c: 1 });
});

describe('strategies to run again', () => {
  const own = (value: number): Document => ({
    ...base,
    own: [mine('own', { lever_pull: value })],
    selected: 'own',
  });

  it('are all at first, and all when the preset is another', () => {
    expect(changedStrategies(model, own(1), undefined)).toEqual(['base', 'all', 'own']);
    expect(changedStrategies(model, { ...own(1), presetId: 'dear' }, { model, document: own(1) })).toEqual([
      'base',
      'all',
      'own',
    ]);
  });

  it('are only the one whose lever moved', () => {
    expect(changedStrategies(model, own(0.5), { model, document: own(0.4) })).toEqual(['own']);
    expect(changedStrategies(model, own(0.5), { model, document: own(0.5) })).toEqual([]);
    expect(changedStrategies(model, base, { model, document: own(0.5) })).toEqual([]);
  });
});
