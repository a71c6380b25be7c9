import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveWithin, scaledTo } from '../../../src/model/budget.ts';
import { yearlyCost } from '../../../src/model/policy.ts';
import type { Model } from '../../../src/model/model.ts';
import { smallModel } from '../../tools/models.ts';

const two = smallModel();
/** Four levers at 10 million SEK a year each. */
const model: Model = {
  ...two,
  levers: ['pull', 'teach', 'more', 'free'].map((id) => ({
    ...two.levers[0]!,
    id,
    variable: `lever_${id}`,
    ...(id === 'free' ? { cost: undefined as never } : {}),
  })),
  variables: new Map([
    ...two.variables,
    ...(['more', 'free'] as const).map(
      (id) => [`lever_${id}`, { ...two.variables.get('lever_pull')!, id: `lever_${id}` }] as const,
    ),
  ]),
};
const where = { preset: 'first' };
const cost = (policy: Readonly<Record<string, number>>): number => yearlyCost(model, where, policy);

describe('a locked budget', () => {
  const policy = { lever_pull: 0.6, lever_teach: 0.2, lever_more: 0.2 };

  it('takes from the others in proportion to what they cost', () => {
    const moved = moveWithin(model, where, policy, { variable: 'lever_pull', value: 0.8 }, { sum: 10e6 });
    expect(moved['lever_pull']).toBe(0.8);
    expect(moved['lever_teach']).toBeCloseTo(0.1, 12);
    expect(moved['lever_more']).toBeCloseTo(0.1, 12);
  });

  it('gives what is freed to the others that cost anything, and lets the chosen one yield first', () => {
    const budget = { sum: 10e6, yields: 'lever_more' };
    const freed = moveWithin(model, where, policy, { variable: 'lever_pull', value: 0.2 }, budget);
    expect(freed).toMatchObject({ lever_pull: 0.2, lever_teach: 0.2 });
    expect(freed['lever_more']).toBeCloseTo(0.6, 12);
    const taken = moveWithin(model, where, policy, { variable: 'lever_pull', value: 0.9 }, budget);
    expect(taken['lever_more']).toBeCloseTo(0, 12);
    expect(taken['lever_teach']).toBeCloseTo(0.1, 12);
  });

  it('uses what is unspent before anybody gives way', () => {
    const moved = moveWithin(model, where, policy, { variable: 'lever_pull', value: 0.8 }, { sum: 12e6 });
    expect(moved).toMatchObject({ lever_pull: 0.8, lever_teach: 0.2, lever_more: 0.2 });
  });

  it('stops a lever where the sum ends, and leaves one that costs nothing alone', () => {
    const stopped = moveWithin(model, where, {}, { variable: 'lever_pull', value: 1 }, { sum: 4e6 });
    expect(stopped).toEqual({ lever_pull: 0.4 });
    const free = moveWithin(model, where, policy, { variable: 'lever_free', value: 1 }, { sum: 10e6 });
    expect(free).toEqual({ ...policy, lever_free: 1 });
  });

  it('is kept to the krona, whatever is moved', () => {
    const setting = fc.double({ min: 0, max: 1, noNaN: true });
    const names = ['lever_pull', 'lever_teach', 'lever_more'];
    fc.assert(
      fc.property(
        fc.tuple(setting, setting, setting),
        fc.constantFrom(...names),
        setting,
        fc.option(fc.constantFrom(...names), { nil: undefined }),
        (at, variable, value, yields) => {
          const before = Object.fromEntries(names.map((name, i) => [name, at[i]!]));
          const sum = cost(before);
          if (sum < 1e3) return;
          const after = moveWithin(
            model,
            where,
            before,
            { variable, value },
            { sum, ...(yields === undefined ? {} : { yields }) },
          );
          for (const name of names) expect(after[name]! >= -1e-9 && after[name]! <= 1 + 1e-9).toBe(true);
          expect(cost(after)).toBeLessThan(sum + 1);
          const others = names.filter((name) => name !== variable);
          const canTake = others.some((name) => after[name]! > 1e-9 && after[name]! < 1 - 1e-9);
          if (canTake) expect(Math.abs(cost(after) - sum)).toBeLessThan(1);
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('a policy scaled to a sum', () => {
  it('keeps its proportions, and costs the sum', () => {
    const scaled = scaledTo(model, where, { lever_pull: 0.2, lever_teach: 0.4 }, 12e6);
    expect(scaled['lever_pull']).toBeCloseTo(0.4, 9);
    expect(scaled['lever_teach']).toBeCloseTo(0.8, 9);
  });

  it('lets the others take what one at its end cannot', () => {
    const scaled = scaledTo(model, where, { lever_pull: 0.2, lever_teach: 0.8 }, 15e6);
    expect(scaled['lever_teach']).toBe(1);
    expect(cost(scaled)).toBeCloseTo(15e6, -1);
    expect(scaledTo(model, where, {}, 15e6)).toEqual({});
    expect(cost(scaledTo(model, where, { lever_pull: 0.5 }, 99e6))).toBe(10e6);
  });
});
