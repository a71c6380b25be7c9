import { passesBelow, savedBy, valueAt } from '../model/reading.ts';
import { hasHorizons, yearZeroOf } from '../model/outcomes.ts';
import { yearlyCost } from '../model/policy.ts';
import type { Locality, Run } from '../model/experiment.ts';
import type { Model, Outcome } from '../model/model.ts';
import { comparedIds, isBase, localityOf, originalBase, strategiesOf } from './strategies.ts';
import { horizons, type AppState, type Horizon, type Strategy, type StrategyId } from './state.ts';

type AtHorizons<T> = Readonly<Record<Horizon, T>>;

/** What the screen tells of one strategy. Money in SEK; gains are against base, as present values. */
export interface StrategyReading {
  readonly strategy: Strategy;
  readonly cost: number;
  /** Costs the same as the ready strategies, so that "best" may be said of it. Base is not in the contest. */
  readonly comparable: boolean;
  /** The newest good run, or undefined while there is none. */
  readonly run: Run | undefined;
  /** True when a newer run failed, so that `run` shows an earlier setting. */
  readonly stale: boolean;
  readonly stock: AtHorizons<number> | undefined;
  readonly inflow: AtHorizons<number> | undefined;
  readonly gain: AtHorizons<number> | undefined;
  readonly publicGain: AtHorizons<number> | undefined;
}

export interface Passing {
  readonly year: number;
  readonly value: number;
  readonly later: Strategy;
  readonly earlier: Strategy;
}

/** Everything that Explore shows, derived from the state and never stored. */
export interface Reading {
  readonly model: Model;
  readonly where: Locality;
  readonly stock: Outcome;
  readonly inflow: Outcome;
  /** Model time of year 0 on screen. */
  readonly yearZero: number;
  readonly strategies: readonly StrategyReading[];
  /** What differences are counted from: under the person's own assumptions, if there are any. */
  readonly base: StrategyReading;
  /** Base as the model has it, when the person assumes otherwise. */
  readonly original: StrategyReading | undefined;
  /** The strategies that stand beside each other, base not among them; the selected one is on every screen besides. */
  readonly compared: readonly StrategyReading[];
  readonly selected: StrategyReading;
  /** What a chart of the screen draws: the bases, those compared and the selected one, in the order of the strip. */
  readonly onScreen: readonly StrategyReading[];
  /** The ready strategies' yearly cost, when they all cost the same. */
  readonly sameMoney: number | undefined;
  /** Per horizon the ready strategy with the fewest outside; undefined until all have run. */
  readonly fewest: AtHorizons<Strategy> | undefined;
  /** Where the ready strategy that is best in the end passes the one that is best at first. */
  readonly passing: Passing | undefined;
}

const forHorizons = <T>(at: (horizon: Horizon) => T): AtHorizons<T> => ({ 4: at(4), 20: at(20), 40: at(40) });

/** The reading of a state with an open model that has one: a stock and an inflow over forty years. Recomputed only when the model, the document or a run is another. */
export function createReader(): (state: AppState) => Reading | undefined {
  let last: { parts: readonly unknown[]; reading: Reading | undefined } | undefined;
  return ({ document, session }) => {
    const parts = [document, session.model, session.runs, session.failures];
    if (last === undefined || parts.some((part, i) => part !== last!.parts[i])) {
      const reading =
        session.model.status === 'ready' ? read(session.model.value, { document, session }) : undefined;
      last = { parts, reading };
    }
    return last.reading;
  };
}

function read(
  model: Model,
  { document, session }: Pick<AppState, 'document' | 'session'>,
): Reading | undefined {
  const stock = model.outcomes.find((o) => o.role === 'stock');
  const inflow = model.outcomes.find((o) => o.role === 'inflow');
  if (stock === undefined || inflow === undefined) return undefined;
  const where = localityOf(document);
  // The screen reads at 4, 20 and 40 years: a model of other times is shown otherwise.
  if (!hasHorizons(model, where)) return undefined;
  const yearZero = yearZeroOf(model, where);
  const baseRun = session.runs['base'];

  const strategies = strategiesOf(model, document);
  const costOf = ({ policy }: Strategy): number => yearlyCost(model, where, policy);
  const sameMoney = commonCost(strategies.filter((s) => s.ready && !isBase(s)).map(costOf));

  const readStrategy = (strategy: Strategy): StrategyReading => {
    const run = session.runs[strategy.id];
    const cost = costOf(strategy);
    // What is reinvested is used: it is saved for nobody.
    const used = model.ledger?.reinvestedValue;
    const gainIn = (series: string | undefined): AtHorizons<number> | undefined =>
      run && baseRun && series !== undefined
        ? forHorizons(
            (h) =>
              savedBy(run, baseRun, series, yearZero + h) +
              (used === undefined ? 0 : savedBy(run, baseRun, used, yearZero + h)),
          )
        : undefined;
    return {
      strategy,
      cost,
      comparable:
        !isBase(strategy) &&
        sameMoney !== undefined &&
        Math.abs(cost - sameMoney) <= sameMoneyWithin * sameMoney,
      run,
      stale: session.failures[strategy.id] !== undefined,
      stock: run && forHorizons((h) => valueAt(run, stock.variable, yearZero + h)),
      inflow: run && forHorizons((h) => valueAt(run, inflow.variable, yearZero + h)),
      gain: gainIn(model.ledger?.totalValue),
      publicGain: gainIn(model.ledger?.publicValue),
    };
  };

  const rows = strategies.map(readStrategy);
  const byId = (id: StrategyId): StrategyReading => rows.find((s) => s.strategy.id === id) ?? rows[0]!;
  const ready = rows.filter((s) => s.strategy.ready && !isBase(s.strategy));
  const fewest = fewestAt(ready);
  const compared = comparedIds(model, document).map(byId);
  const selected = byId(document.selected);
  return {
    model,
    where,
    stock,
    inflow,
    yearZero,
    strategies: rows,
    base: byId('base'),
    original: rows.find((s) => s.strategy.id === originalBase),
    compared,
    onScreen: rows.filter((row) => isBase(row.strategy) || row === selected || compared.includes(row)),
    selected,
    sameMoney,
    fewest,
    passing: fewest && passingOf(fewest[40], fewest[4], byId, stock.variable, yearZero),
  };
}

function fewestAt(ready: readonly StrategyReading[]): AtHorizons<Strategy> | undefined {
  if (ready.length < 2 || ready.some((s) => s.stock === undefined)) return undefined;
  return forHorizons((h) => ready.reduce((best, s) => (s.stock![h] < best.stock![h] ? s : best)).strategy);
}

/** Sums that differ by less than this share count as the same money. */
export const sameMoneyWithin = 0.02;

/** What all cost, when they cost the same; else undefined. */
function commonCost(costs: readonly number[]): number | undefined {
  const most = Math.max(...costs);
  return costs.length > 0 && most - Math.min(...costs) <= sameMoneyWithin * most ? most : undefined;
}

function passingOf(
  later: Strategy,
  earlier: Strategy,
  byId: (id: StrategyId) => StrategyReading,
  variable: string,
  yearZero: number,
): Passing | undefined {
  const [laterRun, earlierRun] = [byId(later.id).run, byId(earlier.id).run];
  if (later === earlier || laterRun === undefined || earlierRun === undefined) return undefined;
  const crossing = passesBelow(laterRun, earlierRun, variable);
  return crossing && { year: crossing.time - yearZero, value: crossing.value, later, earlier };
}

/** The horizons in order, grouped by who is best there: [{strategy, years: [4]}, {strategy, years: [20, 40]}]. */
export function fewestInGroups(
  fewest: AtHorizons<Strategy>,
): readonly { readonly strategy: Strategy; readonly years: readonly Horizon[] }[] {
  const groups: { strategy: Strategy; years: Horizon[] }[] = [];
  for (const horizon of horizons) {
    const strategy = fewest[horizon];
    const last = groups.at(-1);
    if (last?.strategy.id === strategy.id) last.years.push(horizon);
    else groups.push({ strategy, years: [horizon] });
  }
  return groups;
}
