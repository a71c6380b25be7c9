import { describe, expect, it } from 'vitest';
import { initialState } from '../../../src/app/initial-state.ts';
import { emptyDocument } from '../../../src/app/strategies.ts';
import { assumptionsOf } from '../../../src/model/assumptions.ts';
import { assumptionGroups, matches } from '../../../src/views/assumptions/groups.ts';
import { fullCost, moveOf, remaining, yieldsOf } from '../../../src/views/explore/budget.ts';
import { found, seriesGroups } from '../../../src/views/explore/series-groups.ts';
import { leverTouch, seriesAlong } from '../../../src/views/lever/touch.ts';
import { openModel } from '../../golden/open-model.ts';
import { smallModel } from '../../tools/models.ts';

const { model } = openModel('kommun');

describe('the budget', () => {
  const small = smallModel();
  const where = { preset: 'first' };

  it('tells who gave up what, the largest first, and never the lever that moved', () => {
    const three = {
      ...small,
      levers: [...small.levers, { ...small.levers[1]!, id: 'b', variable: 'lever_b' }],
    };
    const yields = yieldsOf(
      three,
      where,
      { variable: 'lever_pull', policy: { lever_pull: 0, lever_teach: 0.3, lever_b: 0.2 } },
      { lever_pull: 0.4, lever_teach: 0, lever_b: 0.1 },
    );
    expect(yields.map(({ lever, change }) => [lever.variable, Math.round(change)])).toEqual([
      ['lever_teach', -3e6],
      ['lever_b', -1e6],
    ]);
  });

  it('calls a part of a krona nothing', () => {
    expect(remaining(5e6, 5e6 - 0.4)).toBe(0);
    expect(remaining(5e6, 4e6)).toBe(1e6);
    expect(remaining(5e6, 6e6)).toBe(-1e6);
    expect(fullCost(small, where)).toBe(20e6);
  });

  it('has a move only while nothing else has happened', () => {
    const document = emptyDocument('small', 'first');
    const state = initialState();
    const previous = { document, runs: {}, lever: 'lever_pull', made: document };
    expect(moveOf(small, { ...state, document, previous })).toEqual({ variable: 'lever_pull', policy: {} });
    expect(moveOf(small, { ...state, document: { ...document }, previous })).toBeUndefined();
    expect(
      moveOf(small, { ...state, document, previous: { ...previous, lever: undefined } }),
    ).toBeUndefined();
  });
});

describe('assumptions', () => {
  it('are each in one group, parts by name', () => {
    const groups = assumptionGroups(model);
    const ids = groups.flatMap((g) => g.assumptions.map((a) => a.id));
    expect(new Set(ids)).toEqual(new Set(assumptionsOf(model).map((a) => a.id)));
    expect(ids).toHaveLength(new Set(ids).size);
    expect(groups.map((g) => g.name?.sv ?? g.kind)).toEqual([
      'own',
      'Uppväxt och arbetsliv',
      'Samverkan och mellanrum',
      'Aktörer och kostnader',
      'Styrning och lärande',
      'levers',
      'actors',
    ]);
  });

  it('are found by words of their name, description or source, in either language', () => {
    const one = assumptionsOf(model).find((a) => a.id === 't_build')!;
    expect(matches(one, 'bygga FÖRMÅGA')).toBe(true);
    expect(matches(one, 'build')).toBe(true);
    expect(matches(one, 'bygga zebra')).toBe(false);
  });
});

describe('what a chart can show', () => {
  it('is every series once, outcomes first, nothing that stands still', () => {
    const groups = seriesGroups(model, 'sv');
    expect(groups[0]!.choices.map((c) => c.id)).toEqual(model.outcomes.map((o) => o.variable));
    const ids = groups.flatMap((g) => g.choices.map((c) => c.id));
    expect(ids).toHaveLength(new Set(ids).size);
    for (const id of ids) expect(['parameter', 'table']).not.toContain(model.variables.get(id)!.kind);
    const [hit] = groups.flatMap((g) => g.choices).filter((c) => found(c, 'strukturell förmåga'));
    expect(hit).toBeDefined();
  });
});

describe('a lever’s way', () => {
  it('goes from what it costs to the outcome', () => {
    const rescue = model.levers.find((l) => l.id === 'rescue')!;
    expect(seriesAlong(model, rescue)).toEqual([
      'effort_cost_rescue',
      'rescue_level',
      'rescue_slots',
      'outside_all',
    ]);
    const { entries, loops } = leverTouch(model, rescue);
    expect(entries[0]!.then.at(-1)).toBe('outside_all');
    expect(loops.length).toBeGreaterThan(0);
  });

  it('of a lever that sets a parameter directly has no level of its own', () => {
    const reinvest = model.levers.find((l) => l.id === 'reinvest')!;
    expect(seriesAlong(model, reinvest)).toEqual(['reinvested', 'outside_all']);
  });
});
