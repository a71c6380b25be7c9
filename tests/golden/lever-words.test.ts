import { describe, expect, test } from 'vitest';
import { full, openModel } from './open-model.ts';

/** What the models' files say happens when a lever moves is what happens when it is moved to full. Year 0 is year 2 of the run. */

const ids = ['kommun', 'samordning', 'etablering', 'skola'] as const;
const models = Object.fromEntries(ids.map((id) => [id, openModel(id)]));

test.each(ids)('every lever of %s says what happens and whom it reaches', (id) => {
  const silent = models[id]!.model.levers.filter((l) => l.dynamics === undefined || l.fairness === undefined);
  expect(silent.map((lever) => lever.id)).toEqual([]);
});

type Claim = readonly [
  lever: string,
  claims: readonly (readonly [series: string, year: number, than: 'more' | 'less'])[],
];

const samordning: readonly Claim[] = [
  [
    'rescue',
    [
      ['coord_success', 4, 'more'],
      ['entrenched', 4, 'more'],
      ['entrenched', 20, 'less'],
      ['perceived_pressure', 10, 'less'],
      ['new_need', 10, 'more'],
    ],
  ],
  [
    'casework',
    [
      ['hop_time', 2, 'less'],
      ['resolved', 4, 'more'],
      ['passed_on', 1, 'more'],
      ['improvement_slack', 10, 'more'],
      ['perceived_pressure', 10, 'less'],
    ],
  ],
  [
    'onedoor',
    [
      ['passed_on', 1, 'less'],
      ['gap_time', 4, 'less'],
      ['entrenched', 10, 'less'],
      ['cost_pressure', 10, 'less'],
      ['outside', 2, 'more'],
      ['outside', 20, 'less'],
    ],
  ],
  [
    'prevention',
    [
      ['structural_capability', 10, 'more'],
      ['new_need', 10, 'less'],
      ['reorg_drag', 1, 'more'],
      ['improvement_slack', 20, 'more'],
      ['perceived_pressure', 20, 'less'],
    ],
  ],
  [
    'strategic',
    [
      ['p_success', 10, 'more'],
      ['collaboration_maturity', 10, 'more'],
      ['passed_on', 10, 'less'],
    ],
  ],
];

const etablering: readonly Claim[] = [
  [
    'coach',
    [
      ['caseload', 4, 'less'],
      ['gap_to_job', 1, 'more'],
      ['entry_job', 4, 'more'],
      ['perceived_pressure', 10, 'less'],
      ['structural_capability', 10, 'less'],
      ['entry_loss', 10, 'more'],
    ],
  ],
  [
    'subsidy',
    [
      ['entry_job', 2, 'more'],
      ['established_n', 4, 'less'],
      ['established_n', 15, 'less'],
      ['entry_loss', 10, 'more'],
      ['gap_inflow', 10, 'more'],
      ['perceived_pressure', 10, 'less'],
    ],
  ],
  [
    'parallel',
    [
      ['intro', 10, 'less'],
      ['p_ij', 10, 'more'],
      ['quality', 1, 'less'],
      ['gap', 4, 'more'],
      ['gap', 20, 'less'],
      ['structural_capability', 10, 'more'],
    ],
  ],
  [
    'employer',
    [
      ['match', 10, 'more'],
      ['quality', 1, 'less'],
      ['structural_capability', 10, 'more'],
      ['network_effect', 20, 'more'],
    ],
  ],
  [
    'strategic',
    [
      ['quality', 10, 'more'],
      ['entry_job', 10, 'more'],
      ['system_insight', 10, 'more'],
    ],
  ],
];

describe.each([
  ['samordning', samordning],
  ['etablering', etablering],
] as const)('%s', (id, claims) => {
  const { at } = models[id]!;
  test.each(claims)('%s', (lever, claimed) => {
    const found = claimed.map(([series, year]) => {
      const change = at(full(lever), series, year + 2) - at({}, series, year + 2);
      return [series, year, change > 0 ? 'more' : change < 0 ? 'less' : 'the same'];
    });
    expect(found).toEqual(claimed);
  });
});
