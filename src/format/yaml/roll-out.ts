import type { Bilingual, Evidence, Variable, VariableId } from '../../model/variable.ts';
import { constant, generated, type Draft } from './draft.ts';
import * as words from './generated-words.ts';
import type { AmountEntry } from './schema-common.ts';
import type { At } from './shape.ts';

/** The variables that a lever with a roll-out of its own is made into. */
export const rollOutNames = (id: string) => ({
  lever: `lever_${id}`,
  delay: `delay_${id}`,
  level: `${id}_level`,
  change: `change_${id}`,
  cost: `cost_${id}`,
  effortCost: `effort_cost_${id}`,
});

export interface RollOut {
  readonly id: At<string>;
  readonly name: Bilingual;
  readonly about: Bilingual;
  readonly evidence: Evidence;
  readonly delay: AmountEntry;
  readonly cost: AmountEntry | undefined;
  /** Variable that switches all levers on and off. */
  readonly active: VariableId | undefined;
}

/**
 * A lever's own variables. The level moves towards where the lever stands, with the delay as its time constant;
 * the cost comes at once: `change = (lever·active − level)/delay`, `effort cost = lever·active·cost`.
 */
export function rollOut(
  { id, name, about, evidence, delay, cost, active }: RollOut,
  draft: Draft,
): readonly Variable[] {
  const { timeUnit, report } = draft;
  const names = rollOutNames(id.value);
  const base = { place: id.place, origin: `lever:${id.value}` };
  const text = (written: string) => generated(written, id.place);
  const setting = active === undefined ? names.lever : `${names.lever}*${active}`;
  const perTime = `SEK/${timeUnit}`;
  const own: readonly Variable[] = [
    {
      ...base,
      kind: 'parameter',
      id: names.lever,
      name,
      about,
      unit: text('1'),
      value: 0,
      distribution: { shape: 'fixed', min: 0, max: 1 },
      evidence,
    },
    constant({ ...base, id: names.delay }, delay, timeUnit, words.delay(name), report),
    {
      ...base,
      ...words.level(name),
      kind: 'stock',
      id: names.level,
      unit: text('1'),
      initial: text('0'),
      inflows: [names.change],
      outflows: [],
      nonNegative: false,
    },
    {
      ...base,
      ...words.change(name),
      kind: 'flow',
      id: names.change,
      unit: text(`1/${timeUnit}`),
      equation: text(`(${setting} - ${names.level})/${names.delay}`),
    },
  ];
  if (cost === undefined) return own;
  return [
    ...own,
    constant({ ...base, id: names.cost }, cost, perTime, words.cost(name), report),
    {
      ...base,
      ...words.effortCost(name),
      kind: 'aux',
      id: names.effortCost,
      unit: text(perTime),
      equation: text(`${setting}*${names.cost}`),
    },
  ];
}
