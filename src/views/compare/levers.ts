import type { Reading, StrategyReading } from '../../app/readings.ts';
import { leverCost, leverCount, leverDefault } from '../../model/policy.ts';
import type { Lever } from '../../model/model.ts';
import { leverSettingText } from '../../text/lever-setting.ts';
import type { CompareVoice } from './voice.ts';

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
