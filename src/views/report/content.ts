import type { Reading, StrategyReading } from '../../app/readings.ts';
import { isBase } from '../../app/strategies.ts';
import type { Notes, Strategy } from '../../app/state.ts';
import { accountsOf, type Accounts } from '../../model/accounts.ts';
import type { Scenario } from '../../model/experiment.ts';
import { atHorizons, type AtHorizons } from '../../model/horizons.ts';
import { leverCost, leverCount, leverDefault } from '../../model/policy.ts';
import { leverSettingText } from '../../text/lever-setting.ts';
import type { Lever, Model } from '../../model/model.ts';
import { memoBy, passedOnBy, type Memo, type PassedOn } from '../../model/passed-on.ts';
import type { Split } from '../../model/payers.ts';
import type { Parameter } from '../../model/variable.ts';
import type { ReportWords } from '../../text/report-sv.ts';
import type { ViewContext } from '../context.ts';
import type { Voice } from '../voice.ts';

/** Everything that the pages are made of. */
export interface Content {
  readonly context: ViewContext;
  readonly reading: Reading;
  readonly voice: Voice;
  readonly report: ReportWords;
  readonly notes: Notes;
  /** The strategies in the report, base among them, in the order of the screen. */
  readonly rows: readonly StrategyReading[];
  /** The strategy whose money is accounted for: the selected one, or the first that is no base. */
  readonly ledger:
    | {
        readonly row: StrategyReading;
        readonly accounts: Accounts;
        /** What goes from purse to purse in 20 years, and what is told of apart; undefined where nothing goes. */
        readonly passedOn:
          | { readonly moved: readonly PassedOn[]; readonly memo: readonly Memo[] }
          | undefined;
      }
    | undefined;
  /** The split of the efforts is the person's own. */
  readonly ownSplit: boolean;
  readonly assumed: Scenario;
  readonly link: string;
}

/** The ledger of the selected strategy, or of the first that is no base; undefined while it has not run. */
export function ledgerIn(reading: Reading, split: Split | undefined): Content['ledger'] {
  const { model, where, base, yearZero, selected, onScreen } = reading;
  const row = isBase(selected.strategy) ? onScreen.find(({ strategy }) => !isBase(strategy)) : selected;
  if (row?.run === undefined || base.run === undefined) return undefined;
  const accounts = accountsOf(model, where, row.run, base.run, yearZero, split);
  if (accounts === undefined) return undefined;
  const moved = passedOnBy(model, row.run, base.run, yearZero + 20);
  const memo = memoBy(model, row.run, base.run, yearZero + 20);
  return { row, accounts, passedOn: moved && { moved, memo } };
}

/** Sums that differ by less than this share count as the same money, as on the screens. */
const sameMoneyWithin = 0.02;

/** What the strategies of the report cost, base apart, when they cost the same; else undefined. */
export function commonCost(rows: readonly StrategyReading[]): number | undefined {
  const costs = rows.filter((row) => !isBase(row.strategy)).map((row) => row.cost);
  const most = Math.max(...costs);
  return costs.length > 1 && most > 0 && most - Math.min(...costs) <= sameMoneyWithin * most
    ? most
    : undefined;
}

/** At each horizon the strategy of the report with the fewest outside; said only where they cost the same. */
export function fewestIn(rows: readonly StrategyReading[]): AtHorizons<Strategy> | undefined {
  const rivals = rows.filter((row) => !isBase(row.strategy));
  if (commonCost(rows) === undefined || rivals.some((row) => row.stock === undefined)) return undefined;
  return atHorizons(
    (h) => rivals.reduce((best, row) => (row.stock![h] < best.stock![h] ? row : best)).strategy,
  );
}

/** The levers that stand otherwise than in base in any of the strategies. */
export function changedLevers({ model, where }: Reading, rows: readonly StrategyReading[]): readonly Lever[] {
  return model.levers.filter((lever) =>
    rows.some(({ strategy: { policy } }) => {
      const setting = policy[lever.variable];
      return setting !== undefined && setting !== leverDefault(model, where, lever);
    }),
  );
}

/** A lever's setting in a strategy, in words: what it comes to, and what it costs. Undefined where it stands as in base. */
export function settingOf(
  { reading: { model, where }, voice: { format: f, language }, report: { levers: w } }: Content,
  lever: Lever,
  { strategy: { policy } }: StrategyReading,
): { readonly setting: string; readonly cost: string } | undefined {
  const base = leverDefault(model, where, lever);
  const value = policy[lever.variable] ?? base;
  if (value === base) return undefined;
  return {
    setting: leverSettingText(value, leverCount(model, where, lever), f, language),
    cost: lever.cost === undefined ? w.free : f.money(leverCost(model, where, lever, value)),
  };
}

/** A parameter's value as a person reads it. */
export function printed({ id, unit, distribution }: Parameter, value: number, { format: f }: Voice): string {
  const plain = unit.text.trim();
  if (id === 'cost_level') return `×${f.number(value)}`;
  if (plain === '1' && distribution.max <= 1 && distribution.min >= 0) return f.percent(value, 1);
  if (plain === '1/year' && distribution.max <= 1) return f.percent(value, 1);
  return f.number(value, 2);
}

export const parameterOf = (model: Model, id: string): Parameter | undefined => {
  const variable = model.variables.get(id);
  return variable?.kind === 'parameter' ? variable : undefined;
};
