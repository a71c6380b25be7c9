import { selectedStrategy } from '../../app/strategies.ts';
import type { Reading } from '../../app/readings.ts';
import { horizons, type AppState, type Horizon, type StrategyId } from '../../app/state.ts';
import type { Run } from '../../model/experiment.ts';
import { savedBy, valueAt } from '../../model/reading.ts';

/** What the selected strategy showed before the newest change, beside what it shows now. */
export interface Since {
  readonly id: StrategyId;
  readonly run: Run;
  /** Per horizon: how many more are outside, and what more is gained in all, SEK present value (if counted). */
  readonly change: Readonly<Record<Horizon, { readonly people: number; readonly money: number | undefined }>>;
}

/**
 * The newest change of the selected strategy, once both runs are there; undefined if nothing has changed, or if it is
 * another strategy that changed.
 */
export function sinceOf(reading: Reading, { previous, session }: AppState): Since | undefined {
  const { model, stock, yearZero, selected } = reading;
  if (previous === undefined || selected.run === undefined || selected.stale) return undefined;
  const before = selectedStrategy(model, previous.document);
  const run = previous.runs[before.id];
  if (run === undefined || run === selected.run || session.runs[selected.strategy.id] !== selected.run)
    return undefined;
  const { experiment } = selected.run;
  const same =
    sameSettings(run.experiment.policy, experiment.policy) &&
    sameSettings(run.experiment.scenario, experiment.scenario);
  // A strategy that was chosen after the change was made elsewhere did not change.
  const other = before.id !== selected.strategy.id && !before.ready;
  if (same || other) return undefined;
  const money = model.ledger?.totalValue;
  const at = (h: Horizon) => ({
    people:
      Math.round(valueAt(selected.run!, stock.variable, yearZero + h)) -
      Math.round(valueAt(run, stock.variable, yearZero + h)),
    money: money === undefined ? undefined : savedBy(selected.run!, run, money, yearZero + h),
  });
  return {
    id: before.id,
    run,
    change: Object.fromEntries(horizons.map((h) => [h, at(h)])) as unknown as Since['change'],
  };
}

function sameSettings(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
