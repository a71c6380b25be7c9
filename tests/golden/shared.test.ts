import { expect, test } from 'vitest';
import type { Model } from '../../src/model/model.ts';
import type { Parameter } from '../../src/model/variable.ts';
import { readShipped } from '../tools/shipped-models.ts';

/** What two models have by the same name is the same number, but for what is known to differ. */

const modelOf = (id: string): Model => {
  const read = readShipped(id);
  if (!read.ok) throw new Error(`${id} has mistakes`);
  return read.value;
};
const kommun = modelOf('kommun');
const constants = (model: Model): ReadonlyMap<string, Parameter> =>
  new Map([...model.variables.values()].flatMap((v) => (v.kind === 'parameter' ? [[v.id, v] as const] : [])));
const worked = new Set([
  ...Object.keys(kommun.equilibrium?.references ?? {}),
  ...(kommun.equilibrium?.calibrations ?? []).flatMap((c) => c.by),
]);

test.each([
  // Half a year to reach everyone; in kommun people also wait between agencies.
  ['skola', ['t_recruit']],
  // Coaches are counted as caseworkers here, and as a rate in kommun; actors cost what a newcomer costs.
  ['etablering', ['c_af', 'c_fk', 'c_kommun', 'c_ovriga', 'c_prod', 'c_ratt', 'c_region', 'method_gain']],
  // People with complex needs are another group, and their places fewer.
  ['samordning', ['cost_rescue', 'gap_entrench_rate', 'method_gain', 'stabilise_rate', 't_fill_slots']],
])('%s differs from kommun in what is known to differ', (id, known) => {
  const others = constants(kommun);
  const different = [...constants(modelOf(id))].flatMap(([name, mine]) => {
    const theirs = others.get(name);
    if (theirs === undefined || worked.has(name)) return [];
    const same = ({ value, distribution, unit }: Parameter) =>
      JSON.stringify([value, distribution, unit.text]);
    return same(mine) === same(theirs) ? [] : [name];
  });
  expect(different.sort()).toEqual(known);
});
