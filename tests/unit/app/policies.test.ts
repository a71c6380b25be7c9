import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commit, preview } from '../../../src/app/history.ts';
import { initialState } from '../../../src/app/initial-state.ts';
import { withLever, withYield } from '../../../src/app/policies.ts';
import type { AppState } from '../../../src/app/state.ts';
import { emptyDocument, localityOf, selectedStrategy } from '../../../src/app/strategies.ts';
import type { Policy } from '../../../src/model/experiment.ts';
import type { Model } from '../../../src/model/model.ts';
import { yearlyCost } from '../../../src/model/policy.ts';
import { openModel } from '../../golden/open-model.ts';

const { model } = openModel('kommun');
const priced = model.levers.filter((lever) => lever.cost !== undefined);

/** Own strategy with a policy, locked at a sum. */
function locked(policy: Policy, sum: number, yields?: string): AppState {
  const state = initialState({});
  const document = {
    ...emptyDocument('kommun', 'trelleborg'),
    own: [{ id: 'own' as const, name: undefined, policy }],
    selected: 'own',
    budget: { sum, ...(yields === undefined ? {} : { yields }) },
  };
  return { ...state, document, session: { ...state.session, model: { status: 'ready', value: model } } };
}
const policyOf = ({ document }: AppState, of: Model = model): Policy => selectedStrategy(of, document).policy;
const costOf = (state: AppState): number => yearlyCost(model, localityOf(state.document), policyOf(state));

it('moves 60 % of five million from the places to the structures, to the krona', () => {
  const sum = 5e6;
  const before = locked({ lever_rescue: sum / 11.25e6 }, sum);
  const after = withLever(before, commit, 'lever_structure', (0.6 * sum) / 10e6);
  expect(Math.abs(costOf(after) - costOf(before))).toBeLessThan(0.5);
  expect(policyOf(after)['lever_rescue']! * 11.25e6).toBeCloseTo(0.4 * sum, 0);
});

it('changes nothing by a way there and back, whatever other levers gave up', () => {
  const setting = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
  const settings = fc.tuple(...priced.map(() => setting));
  fc.assert(
    fc.property(settings, fc.nat(priced.length - 1), setting, (values, which, there) => {
      const policy = Object.fromEntries(priced.map((l, i) => [l.variable, values[i]!]));
      const sum = yearlyCost(model, { preset: 'trelleborg' }, policy);
      fc.pre(sum > 1e5);
      const { variable } = priced[which]!;
      const start = locked(policy, sum);
      const gone = withLever(start, preview, variable, there);
      expect(costOf(gone)).toBeLessThan(sum + 0.5);
      const back = withLever(gone, commit, variable, policy[variable]!);
      for (const lever of priced)
        expect(policyOf(back)[lever.variable] ?? 0).toBeCloseTo(policy[lever.variable]!, 6);
    }),
    { seed: 4, numRuns: 100 },
  );
});

it('lets another lever pay for the whole move afterwards, as one step', () => {
  const before = locked({ lever_rescue: 0.4, lever_early: 0.5 }, 8.5e6);
  const moved = withLever(before, commit, 'lever_structure', 0.3);
  expect(policyOf(moved)['lever_early']).toBeLessThan(0.5);
  const swapped = withYield(moved, 'lever_rescue');
  expect(policyOf(swapped)).toMatchObject({ lever_early: 0.5, lever_structure: 0.3 });
  expect(policyOf(swapped)['lever_rescue']).toBeCloseTo(0.4 - 3 / 11.25, 6);
  expect(swapped.past).toHaveLength(2);
  expect(swapped.past[1]).toBe(moved.document);
  // Chosen before any move, it only holds for the next.
  expect(withYield(before, 'lever_early').document).toMatchObject({
    own: before.document.own,
    budget: { yields: 'lever_early' },
  });
});
