import type { Reading, StrategyReading } from '../../app/readings.ts';
import type { Strategy } from '../../app/state.ts';
import { moveWithin, type Budget } from '../../model/budget.ts';
import type { Policy } from '../../model/experiment.ts';
import type { Lever } from '../../model/model.ts';
import { leverCost, leverCount, leverDefault, leverSetting } from '../../model/policy.ts';
import { leverSettingText } from '../../text/lever-setting.ts';
import type { CompareVoice } from './voice.ts';

/** Less than half a hundredth of a million is printed as nothing. */
const printedSum = 5000;

/** What a strategy does with a lever, in words. */
export interface LeverCell {
  readonly row: StrategyReading;
  readonly setting: number;
  readonly text: string;
  readonly cost: string;
}

/** A lever that some of the strategies have moved; a cell is undefined where it stands as in base. */
export interface LeverRow {
  readonly lever: Lever;
  readonly cells: readonly (LeverCell | undefined)[];
}

/** The levers that some strategy has moved, in the order of the panel. */
export function changedLevers(
  { model, where }: Reading,
  rows: readonly StrategyReading[],
  voice: CompareVoice,
): readonly LeverRow[] {
  return model.levers
    .map((lever): LeverRow => {
      const base = leverDefault(model, where, lever);
      return {
        lever,
        cells: rows.map((row) => {
          const setting = row.strategy.policy[lever.variable] ?? base;
          if (setting === base) return undefined;
          const cost = leverCost(model, where, lever, setting);
          return {
            row,
            setting,
            text: settingWords({ model, where }, lever, setting, voice),
            cost: lever.cost === undefined ? voice.c.free : voice.format.money(cost),
          };
        }),
      };
    })
    .filter(({ cells }) => cells.some((cell) => cell !== undefined));
}

/** "+200 platser" where the lever is counted in something, else "62 % av full insats". */
function settingWords(
  { model, where }: Pick<Reading, 'model' | 'where'>,
  lever: Lever,
  setting: number,
  { words, format, language }: CompareVoice,
): string {
  const count = leverCount(model, where, lever);
  return count === undefined
    ? words.levers.ofFull(format.percent(setting / lever.max))
    : leverSettingText(setting, count, format, language);
}

/** What comes of copying a setting to a strategy. Money is SEK per year. */
export interface Copied {
  readonly policy: Policy;
  /** Where the lever stops because the locked sum has no room for more; undefined if it is copied whole. */
  readonly stopsAt: string | undefined;
  /** Levers that pay for it, and those that take over what it frees, and how much. */
  readonly gave: readonly (readonly [Lever, sum: number])[];
  readonly took: readonly (readonly [Lever, sum: number])[];
}

/** A setting in another strategy: within the yearly sum if that is locked, so that other levers yield or take over. */
export function copyInto(
  { model, where }: Pick<Reading, 'model' | 'where'>,
  { policy: before }: Pick<Strategy, 'policy'>,
  { lever, setting }: { readonly lever: Lever; readonly setting: number },
  budget: Budget | undefined,
  voice: CompareVoice,
): Copied {
  const { variable } = lever;
  const policy =
    budget === undefined
      ? { ...before, [variable]: setting }
      : moveWithin(model, where, before, { variable, value: setting }, budget);
  const cost = (of: Policy, l: Lever): number =>
    leverCost(model, where, l, leverSetting(model, where, of, l));
  const changes = model.levers
    .filter((other) => other !== lever)
    .map((other) => [other, cost(policy, other) - cost(before, other)] as const)
    .filter(([, change]) => Math.abs(change) >= printedSum);
  const missing = leverCost(model, where, lever, setting) - cost(policy, lever);
  return {
    policy,
    stopsAt:
      missing < printedSum ? undefined : settingWords({ model, where }, lever, policy[variable]!, voice),
    gave: changes.filter(([, change]) => change < 0).map(([other, change]) => [other, -change]),
    took: changes.filter(([, change]) => change > 0),
  };
}
