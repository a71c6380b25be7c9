import { seriesOf, type Run } from '../../model/experiment.ts';
import { must } from '../../base/assert.ts';
import type { VariableId } from '../../model/variable.ts';
import { allStocks, flows, type FlowId, type StockId } from './graph.ts';
import type { RiverSource } from './source.ts';
import { etablering } from './etablering.ts';
import { kommun } from './kommun.ts';
import { samordning } from './samordning.ts';
import { skola } from './skola.ts';

/** What the picture needs at one moment. */
export interface RiverState {
  /** People. */
  readonly stocks: Readonly<Record<StockId, number>>;
  /** People per year. */
  readonly flows: Readonly<Record<FlowId, number>>;
  /** Structural capability, 0 to 1. */
  readonly capability: number;
}

/** The state of a strategy, and of base in the same year. */
export interface RiverMoment {
  /** Years after year zero. */
  readonly year: number;
  readonly now: RiverState;
  readonly base: RiverState;
  /** What of the river the model has. */
  readonly source: RiverSource;
}

/** What a picture must have room for: base at the start, and the greatest of every number in the runs shown. */
export interface RiverExtent {
  readonly start: RiverState;
  readonly highest: RiverState;
}

/** A strategy's run beside its base, ready to be asked for any year. */
export interface OpenRiver {
  readonly run: Run;
  readonly base: Run;
  readonly yearZero: number;
  readonly source: RiverSource;
  readonly extent: RiverExtent;
  /** The moment so many years after year zero. Base beside itself is one and the same state. */
  at(year: number): RiverMoment;
}

/** Opens two runs as a river, or undefined if they do not hold one. `yearZero` is in model time. */
export function openRiver(run: Run, base: Run, yearZero: number): OpenRiver | undefined {
  const source = riverOf(run.names);
  if (source === undefined || riverOf(base.names) !== source) return undefined;
  return {
    run,
    base,
    yearZero,
    source,
    extent: riverExtent(run, base, source, yearZero),
    at(year) {
      const baseState = riverState(base, source, yearZero + year);
      const now = run === base ? baseState : riverState(run, source, yearZero + year);
      return { year, now, base: baseState, source };
    },
  };
}

/** Every model whose variables can be read as a river. Another model brings one more table. */
const sources: readonly RiverSource[] = [kommun, skola, samordning, etablering];

/**
 * The way to read a river from a model, or undefined if the model has none: told by the names that it holds, so a
 * copy that a person has made keeps its river while it keeps the names.
 */
export function riverOf(names: Iterable<VariableId>): RiverSource | undefined {
  const known = new Set(names);
  return sources.find((source) => riverSeries(source).every((name) => known.has(name)));
}

/** The series that a run must hold. */
export function riverSeries(source: RiverSource): readonly VariableId[] {
  return [...Object.values(source.stocks).flat(), ...Object.values(source.flows).flat(), source.capability];
}

/** The state at a model time, linear between saved times. The run must hold `riverSeries(source)`. */
export function riverState(run: Run, source: RiverSource, time: number): RiverState {
  const { times } = run;
  const last = times.length - 1;
  let after = 0;
  while (after < last && times[after]! < time) after++;
  const before = Math.max(0, after - 1);
  const gap = times[after]! - times[before]!;
  const share = gap > 0 ? Math.min(1, Math.max(0, (time - times[before]!) / gap)) : 1;
  const rows = rowsOf(run);
  const at = (name: VariableId): number => {
    const values = must(rows.get(name), `series ${name}`);
    return values[before]! + share * (values[after]! - values[before]!);
  };
  const sum = (names: readonly VariableId[]): number => names.reduce((total, name) => total + at(name), 0);
  return {
    stocks: mapKeys(allStocks, (id) => sum(source.stocks[id])),
    flows: mapKeys(flows, (id) => sum(source.flows[id])),
    capability: at(source.capability),
  };
}

/** The extent of a strategy's run and its base from a model time on. */
function riverExtent(run: Run, base: Run, source: RiverSource, from: number): RiverExtent {
  const first = Math.max(
    0,
    base.times.findIndex((time) => time >= from),
  );
  const most = (one: Run, names: readonly VariableId[]): number =>
    names.reduce((sum, name) => sum + highestIn(rowsOf(one).get(name), first), 0);
  const both = (names: readonly VariableId[]): number => Math.max(most(run, names), most(base, names));
  return {
    start: riverState(base, source, from),
    highest: {
      stocks: mapKeys(allStocks, (id) => both(source.stocks[id])),
      flows: mapKeys(flows, (id) => both(source.flows[id])),
      capability: both([source.capability]),
    },
  };
}

function highestIn(values: Float64Array | undefined, first: number): number {
  let highest = -Infinity;
  for (let i = first; values !== undefined && i < values.length; i++) highest = Math.max(highest, values[i]!);
  return highest;
}

/** Part of the way from one state to another: 0 is `from`, 1 is `to`. Shapes glide, and stay true at each step. */
export function between(from: RiverState, to: RiverState, share: number): RiverState {
  const mix = (a: number, b: number): number => a + share * (b - a);
  return {
    stocks: mapKeys(allStocks, (id) => mix(from.stocks[id], to.stocks[id])),
    flows: mapKeys(flows, (id) => mix(from.flows[id], to.flows[id])),
    capability: mix(from.capability, to.capability),
  };
}

const known = new WeakMap<Run, ReadonlyMap<VariableId, Float64Array>>();

function rowsOf(run: Run): ReadonlyMap<VariableId, Float64Array> {
  let rows = known.get(run);
  if (rows === undefined) {
    rows = new Map(run.names.map((name) => [name, must(seriesOf(run, name), `series ${name}`)]));
    known.set(run, rows);
  }
  return rows;
}

function mapKeys<K extends string>(ids: readonly K[], value: (id: K) => number): Record<K, number> {
  const record = {} as Record<K, number>;
  for (const id of ids) record[id] = value(id);
  return record;
}
