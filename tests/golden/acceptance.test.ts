import { describe, expect, test } from 'vitest';
import { chainOf, occupancyAfter, statesOf } from '../../src/analysis/individual.ts';
import type { Chain } from '../../src/analysis/individual.ts';
import { must } from '../../src/base/assert.ts';
import { seriesOf } from '../../src/model/experiment.ts';
import { full, holding, openModel } from './open-model.ts';

/** What the models are known to show, with the figures that they were calibrated to. Years are the model's own. */

const skola = openModel('skola');
const etablering = openModel('etablering');
const samordning = openModel('samordning');
const kommun = openModel('kommun');

const operative = full('rescue', 'outreach', 'coach', 'us_project');
const upstream = full('early', 'structure', 'parallel', 'onedoor', 'strategic');
const everything = { ...operative, ...upstream };

const near = (found: number, expected: number, part: number): void => {
  expect(Math.abs(found / expected - 1), `${found} against ${expected}`).toBeLessThan(part);
};

describe('1. a birth cohort', () => {
  const now = (name: string) => skola.at({}, name, 0);
  test('60 outside per cohort', () => near(now('cohort_size'), 60, 1e-6));
  test('600 million in 20 years', () => near(now('cohort_pv20'), 600e6, 1e-3));
  test('160 million in a term, 75 of them public and 32 the municipality’s', () => {
    near(now('cohort_pv4'), 160.25e6, 1e-3);
    near(now('cohort_size') * now('c_public') * now('annuity4'), 75.12e6, 1e-3);
    near(now('cohort_size') * 147_200 * now('annuity4'), 32.06e6, 1e-3);
  });
});

test('2. with feedback held still, the upper secondary project means a quarter fewer young people outside', () => {
  const still = openModel(
    'skola',
    holding({
      problem_ratio: 1,
      pupil_load: 1,
      visible_problem: 1,
      fail_mult: 1,
      support_quality: 1,
      improvement_slack: 1,
      coverage_gap: 0,
    }),
  );
  near(still.at({}, 'neet_to_excluded', 62), 55.94, 1e-3);
  near(still.at(full('us_project'), 'neet_to_excluded', 62), 41.96, 1e-3);
});

test('3. ten newcomers four years earlier: 20 million, 10 of them public', () => {
  const unit = etablering.model.actors.map(({ id, money }) => {
    const cost = must(etablering.model.variables.get(`c_${id}`), id);
    return { money, cost: cost.kind === 'parameter' ? cost.value : NaN };
  });
  const annuity = (1 - 1.04 ** -4) / 0.04;
  near(10 * annuity * unit.reduce((sum, u) => sum + u.cost, 0), 20e6, 1e-3);
  near(10 * annuity * unit.filter((u) => u.money === 'cash').reduce((sum, u) => sum + u.cost, 0), 10e6, 1e-3);
});

test('4. sixty people outside, none in and none out: the running ledger has 600 and 160 million', () => {
  const pulse = openModel(
    'skola',
    holding({ cost_persons: 60, pupil_support_cost: 0, rescue_slots_base_cost: 0 }),
  );
  // The last stage of the step before the start sees the start, so that a little is counted too early.
  const since = (year: number) => pulse.at({}, 'pv_total', year) - pulse.at({}, 'pv_total', 2);
  near(since(22), 600e6, 1e-3);
  near(since(6), 160.25e6, 1e-3);
});

const four = { skola, etablering, samordning, kommun };

test.each(Object.entries(four))(
  '5. %s stays in equilibrium for 60 years, in every preset',
  (_, { model, run }) => {
    const outcomes = model.outcomes.map((o) => o.variable);
    for (const preset of model.presets) {
      const done = run({}, { series: outcomes }, { preset: preset.id, settle: true });
      for (const name of outcomes) {
        const values = must(seriesOf(done, name), name);
        for (const value of values) near(value, values[0]!, 1e-9);
      }
    }
  },
);

test.each(Object.entries(four))('6. in %s nobody is lost', (_, { model, run }) => {
  const levers = Object.fromEntries(model.levers.map((l) => [l.variable, l.max]));
  for (const settings of [{}, levers, { ...levers, policy_end: 7 }]) {
    const values = must(
      seriesOf(run(settings, { series: ['population_check'] }), 'population_check'),
      'check',
    );
    for (const value of values) expect(Math.abs(value - values[0]!)).toBeLessThan(1e-6);
  }
});

describe('7. how a group of newcomers gets into work', () => {
  const inWork = ['entry_job', 'established_n'];
  /** The share in work some years after arrival, as rates are in a year; nobody retires. */
  const shareAfter = (settings: Readonly<Record<string, number>>, year: number) => {
    const found = chainOf(etablering.model, etablering.run(settings), year);
    const chain: Chain = { ...found, leaving: found.leaving.map((row) => row.map(() => 0)) };
    const at = inWork.map((id) => statesOf(etablering.model).indexOf(id));
    return (years: number) => at.reduce((sum, i) => sum + occupancyAfter(chain, 'intro', years)[i]!, 0);
  };
  const median = (share: (years: number) => number): number => {
    let [low, high] = [0, 30];
    while (high - low > 0.01) {
      const middle = (low + high) / 2;
      if (share(middle) < 0.5) low = middle;
      else high = middle;
    }
    return high;
  };

  test.each([
    [1, 0.1],
    [2, 0.19],
    [4, 0.34],
    [5, 0.39],
    [8, 0.5],
    [15, 0.59],
  ])('after %d years %d', (years, share) => {
    expect(shareAfter({}, 0)(years)).toBeCloseTo(share, 2);
  });

  test('half after 8.1 years; after 3.0 with all that is upstream, and 1.9 with everything', () => {
    near(median(shareAfter({}, 0)), 8.1, 0.01);
    expect(median(shareAfter(full('parallel', 'employer', 'strategic'), 62))).toBeCloseTo(3, 1);
    expect(median(shareAfter(full('coach', 'subsidy', 'parallel', 'employer', 'strategic'), 62))).toBeCloseTo(
      1.9,
      1,
    );
  });
});

describe('8. better before worse', () => {
  const rescue = full('rescue');
  test('rescue in kommun takes 1 836 to 1 575 in year 22, and then the number rises', () => {
    near(kommun.at(rescue, 'outside_all', 2), 1836, 1e-3);
    near(kommun.at(rescue, 'outside_all', 22), 1575, 1e-3);
    expect(kommun.at(rescue, 'outside_all', 62)).toBeGreaterThan(1.01 * kommun.at(rescue, 'outside_all', 22));
  });
  test('the newly outside grow from 108 to 137 a year although fewer are outside', () => {
    near(kommun.at(rescue, 'new_exclusion', 2), 108, 1e-3);
    near(kommun.at(rescue, 'new_exclusion', 42), 137.2, 1e-3);
    expect(kommun.at(rescue, 'outside_all', 42)).toBeLessThan(kommun.at({}, 'outside_all', 42));
  });
});

test('9. five years of projects recoil above where they began, and go back', () => {
  const project = { ...operative, policy_end: 7 };
  near(kommun.at(project, 'outside_all', 42), 1866, 1e-3);
  expect(kommun.at(project, 'outside_all', 62)).toBeLessThan(kommun.at(project, 'outside_all', 42));
  near(skola.at({ ...full('rescue'), policy_end: 7 }, 'long_term_excluded', 42), 1216, 1e-3);
});

describe('10. worse before better', () => {
  test('all upstream: 1 869 in year 4, below the base before year 6, below all operative before year 24', () => {
    near(kommun.at(upstream, 'outside_all', 4), 1869, 1e-3);
    expect(kommun.at(upstream, 'outside_all', 6)).toBeLessThan(kommun.at({}, 'outside_all', 6));
    expect(kommun.at(upstream, 'outside_all', 24)).toBeLessThan(kommun.at(operative, 'outside_all', 24));
  });
  test('moved project money: worse until about year 8 in kommun and year 12 in skola, then better', () => {
    const moved = { lever_reallocate: 0.8 };
    for (const [model, name, last] of [
      [kommun, 'outside_all', 8],
      [skola, 'long_term_excluded', 12],
    ] as const) {
      const base = model.at({}, name, 2);
      expect(model.at(moved, name, last - 2)).toBeGreaterThan(base);
      expect(model.at(moved, name, last + 2)).toBeLessThan(base);
    }
  });
});

describe('11. the term of office', () => {
  const net = (settings: Readonly<Record<string, number>>, years: number) =>
    (kommun.at({}, 'pv_total', 2 + years) - kommun.at(settings, 'pv_total', 2 + years)) / 1e6;
  test.each([
    ['operative', operative, 97, 2870, 5406],
    ['upstream', upstream, -159, 1839, 5276],
    ['everything', everything, -56, 4966, 10254],
  ])('%s', (_, settings, term, long, whole) => {
    expect(Math.abs(net(settings, 4) - term)).toBeLessThan(1);
    near(net(settings, 20), long, 1e-3);
    near(net(settings, 40), whole, 1e-3);
  });
});

describe('12. what makes rescue eat its own success', () => {
  const rescue = full('rescue');
  const unhidden = { ...rescue, hiding_strength: 0 };
  test.each([
    ['as it is', rescue, 0.12, 1642],
    ['rescue hides nothing', unhidden, 0.21, 1468],
    [
      'nor does pressure or crowding count',
      { ...unhidden, pressure_elasticity: 0, project_crowding: 0 },
      0.37,
      1245,
    ],
    ['rescue with strategic collaboration', full('rescue', 'strategic'), 0.33, 1140],
  ])('%s', (_, settings, capability, outside) => {
    expect(kommun.at(settings, 'structural_capability', 42)).toBeCloseTo(capability, 2);
    near(kommun.at(settings, 'outside_all', 42), outside, 1e-3);
  });
});

test.each([
  [{}, 3.57],
  [{ need_ref: 286 }, 4.92],
  [{ need_ref: 286, costshift_sensitivity: 0 }, 4.55],
  [{ need_ref: 286, costshift_sensitivity: 1.5 }, 5.55],
])('13. a third more needs lengthen the way through the agencies: %j', (settings, years) => {
  expect(samordning.at(settings, 'time_in_system', 22)).toBeCloseTo(years, 2);
});

test('14. a refugee surge has a long tail', () => {
  const surge = { surge_size: 2 };
  const ratio = (year: number) =>
    etablering.at(surge, 'not_established', year) / etablering.at({}, 'not_established', year);
  expect(ratio(4)).toBeCloseTo(1.29, 2);
  expect(ratio(22)).toBeCloseTo(1.1, 2);
});

test('15. half as many newcomers again: with more firefighting the trap closes', () => {
  const more = { arrivals_ref: 150 };
  near(kommun.at(more, 'outside_all', 62), 2447, 1e-3);
  const trapped = { ...more, slack_sensitivity: 2 };
  near(kommun.at(trapped, 'outside_all', 62), 3060, 1e-3);
  expect(kommun.at(trapped, 'structural_capability', 42)).toBeCloseTo(0.11, 2);
});

// Levers that are pulled at a moment make the largest difference, in the years after.
test.each([
  ['rk4', 1 / 4, operative, 1.5e-3],
  ['rk4', 1 / 4, upstream, 1.5e-3],
  ['rk4', 1 / 16, upstream, 5e-4],
  ['euler', 1 / 16, operative, 1.5e-3],
] as const)('16. %s with a step of %d differs little from a fine one', (method, dt, settings, part) => {
  const series = ['outside_all'];
  const fine = kommun.run(settings, { series, dt: 1 / 64 });
  const coarse = kommun.run(settings, { series, method, dt });
  const [a, b] = [fine, coarse].map((run) => must(seriesOf(run, 'outside_all'), 'outside_all'));
  for (const [i, value] of b!.entries()) near(value, a![i]!, part);
});
