import { describe, expect, test } from 'vitest';
import { initialState } from '../../../src/app/initial-state.ts';
import { createReader } from '../../../src/app/readings.ts';
import { requestFor } from '../../../src/app/scheduler.ts';
import type { AppState } from '../../../src/app/state.ts';
import { emptyDocument } from '../../../src/app/strategies.ts';
import { must } from '../../../src/base/assert.ts';
import { savedBy } from '../../../src/model/reading.ts';
import { openModel } from '../../golden/open-model.ts';

const kommun = openModel('kommun');
const { series } = requestFor(kommun.model, []);
const policy = { lever_structure: 1, reinvest_share: 0.3 };
const runs = { base: kommun.run({}, { series }), own: kommun.run(policy, { series }) };

function reading(): ReturnType<ReturnType<typeof createReader>> {
  const state: AppState = {
    ...initialState({ model: { status: 'ready', value: kommun.model }, runs }),
    document: {
      ...emptyDocument('kommun', kommun.model.presets[0]!.id),
      own: [{ id: 'own', name: undefined, policy }],
      selected: 'own',
    },
  };
  return createReader()(state);
}

describe('the gain of a strategy that reinvests', () => {
  const { selected, yearZero } = must(reading(), 'reading');
  const saved = (name: string) => savedBy(runs.own, runs.base, name, yearZero + 20);

  test('is what is left when what is reinvested has been taken away', () => {
    const used = -saved('pv_reinvested');
    expect(used).toBeGreaterThan(50e6);
    expect(selected.gain![20]).toBeCloseTo(saved('pv_total') - used, 3);
    expect(selected.publicGain![20]).toBeCloseTo(saved('pv_public') - used, 3);
  });

  test('and base gains nothing against itself', () => {
    expect(must(reading(), 'reading').base.gain).toEqual({ 4: 0, 20: 0, 40: 0 });
  });
});
