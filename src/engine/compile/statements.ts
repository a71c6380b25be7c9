import { must } from '../../base/assert.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import type { Scheme } from '../integrate/index.ts';
import type { Schedule } from '../schedule.ts';
import { stepAgo } from '../history.ts';
import { shareOfOutflow } from '../schedule.ts';
import { doubleBytes } from './layout.ts';
import type { Layout } from './layout.ts';
import { op } from './opcodes.ts';
import type { Places } from './places.ts';
import { translate } from './translate.ts';
import type { Terms } from './translate.ts';
import { wasmOps as o } from './wasm-ops.ts';
import type { Code } from './wasm-ops.ts';

/** What the parts of a scalar kernel are written from. Names that begin with # are values of the kernel's own. */
export interface Draft {
  readonly checked: CheckedModel;
  readonly schedule: Schedule;
  readonly scheme: Scheme;
  readonly layout: Layout;
  readonly places: Places;
  readonly terms: Terms<Code, Code, Code>;
  readonly totals: boolean;
  /** The variables that are watched so far; undefined if none shall be. */
  readonly watched: VariableId[] | undefined;
}

/** The number of the step, as a double. */
export const countName = '#count';
/** Factor of the weighted flows in a whole step: dt over the sum of the weights. */
export const stepName = '#step';
/** A stage's distance from the start of the step. */
export const reachName = (at: number): string => (at === 1 ? 'dt' : `#reach ${at}`);
const openingName = (stock: VariableId): string => `#opening ${stock}`;
const weightedName = (flow: VariableId): string => `#weighted ${flow}`;
const totalName = (flow: VariableId): string => `#total ${flow}`;

const load =
  (address: number): Code =>
  (f) => {
    f.i32(0);
    f.memory(op.f64Load, address);
  };

const store =
  (address: number, value: Code): Code =>
  (f) => {
    f.i32(0);
    value(f);
    f.memory(op.f64Store, address);
  };

const sum = (ids: readonly VariableId[], of: (id: VariableId) => Code): Code =>
  ids.length === 0 ? o.num(0) : ids.map(of).reduce(o.add);

/** Takes in parameters, works out constants and the stocks at the start. */
export function* prepare(d: Draft): Iterable<Code> {
  const { checked, layout, places } = d;
  for (const [i, { id }] of checked.parameters.entries()) {
    if (!places.holds(id)) yield places.write(id, load(layout.parameters + i * doubleBytes));
  }
  for (const id of checked.constants) yield* evaluate(d, id);
  const stocks = new Map(checked.stocks.map((s, i) => [s.stock.id, { ...s, at: i * doubleBytes }]));
  for (const id of checked.initials) {
    const stock = stocks.get(id);
    if (stock === undefined) yield* evaluate(d, id);
    else {
      const given = o.let(load(layout.initials + stock.at));
      yield* assign(d, id, o.choose(o.eq(given, given), given, translate(stock.initial, d.terms)));
    }
  }
  for (const [id, { at }] of stocks) yield store(layout.opening + at, places.read(id));
  if (d.totals) for (const flow of d.schedule.flows) yield places.write(totalName(flow), o.num(0));
}

/** Works out what drives the stocks at this moment, and limits what flows out of those that must not be negative. */
export function* drive(d: Draft): Iterable<Code> {
  const { read, write } = d.places;
  for (const id of d.schedule.driving) yield* evaluate(d, id);
  const zero = o.num(0);
  for (const { id, inflows, outflows } of d.schedule.limits) {
    const wanted = o.let(sum(outflows, (flow) => o.max(read(flow), zero)));
    const returned = sum(outflows, (flow) => o.min(read(flow), zero));
    const room = o.add(o.div(read(id), read('dt')), o.sub(sum(inflows, read), returned));
    yield write('#share', shareOfOutflow(o, wanted, room));
    for (const flow of outflows) {
      yield write(flow, o.choose(o.lt(zero, read(flow)), o.mul(read(flow), read('#share')), read(flow)));
    }
  }
}

/** Remembers this step's values of the variables whose past is read. */
export function* remember(d: Draft): Iterable<Code> {
  for (const [id, history] of d.layout.histories) {
    yield (f) => {
      slotOf(history.slots, d.places.read(countName))(f);
      d.places.read(id)(f);
      f.memory(op.f64Store, history.address);
    };
  }
}

/** A variable's value some steps ago, from what is remembered. */
export const pastOf =
  (places: Places, { histories }: Layout) =>
  (id: VariableId, steps: Code, initial: Code): Code => {
    const { address, slots } = must(histories.get(id), id);
    const step = o.let(stepAgo(o, places.read(countName), steps));
    const known: Code = (f) => {
      slotOf(slots, o.max(step, o.num(0)))(f);
      f.memory(op.f64Load, address);
    };
    return o.choose(o.lt(step, o.num(0)), initial, known);
  };

/** The place of a step in a history, in bytes. */
const slotOf =
  (slots: number, step: Code): Code =>
  (f) => {
    step(f);
    f.op(op.saturating);
    f.op(op.i32TruncSatF64U);
    f.i32(slots);
    f.op(op.i32RemU);
    f.i32(doubleBytes);
    f.op(op.i32Mul);
  };

/** Works out the rest of what the series need, and saves a row. */
export function* save(
  d: Draft,
  derived: readonly VariableId[],
  series: readonly VariableId[],
  rows: number,
): Iterable<Code> {
  for (const id of derived) yield* evaluate(d, id);
  for (const [i, id] of series.entries()) {
    yield (f) => {
      f.index(op.localGet, 0);
      d.places.read(id)(f);
      f.memory(op.f64Store, i * rows * doubleBytes);
    };
  }
}

/** Moves the stocks on from a stage whose flows are worked out: to the next stage, or to the end of the step. */
export function* advance(d: Draft, stage: number): Iterable<Code> {
  const { read, write } = d.places;
  const { at, weights } = d.scheme;
  const [single, last] = [at.length === 1, stage === at.length - 1];
  const weighted = single ? read : (flow: VariableId) => read(weightedName(flow));
  const opening = single ? read : (stock: VariableId) => read(openingName(stock));
  const moved = last ? weighted : read;
  const by = read(last ? stepName : reachName(at[stage + 1]!));

  for (const flow of single ? [] : d.schedule.flows) {
    const weight = weights[stage]!;
    const part = weight === 1 ? read(flow) : o.mul(o.num(weight), read(flow));
    yield write(weightedName(flow), stage === 0 ? part : o.add(weighted(flow), part));
  }
  for (const { stock } of d.checked.stocks) {
    const { id, inflows, outflows } = stock;
    if (stage === 0 && !single) yield write(openingName(id), read(id));
    const net = o.sub(sum(inflows, moved), sum(outflows, moved));
    yield* assign(d, id, o.add(opening(id), o.mul(by, net)));
  }
  if (last && d.totals) {
    for (const flow of d.schedule.flows)
      yield write(totalName(flow), o.add(read(totalName(flow)), weighted(flow)));
  }
}

/** Gives the stocks after the last step, and the flows' totals. */
export function* finish(d: Draft): Iterable<Code> {
  const { read } = d.places;
  for (const [i, { stock }] of d.checked.stocks.entries()) {
    yield store(d.layout.closing + i * doubleBytes, read(stock.id));
  }
  if (!d.totals) return;
  for (const [i, flow] of d.schedule.flows.entries()) {
    yield store(d.layout.totals + i * doubleBytes, o.mul(read(totalName(flow)), read(stepName)));
  }
}

function evaluate(d: Draft, id: VariableId): Iterable<Code> {
  const equation: Expr = must(d.checked.equations.get(id), id);
  return assign(d, id, translate(equation, d.terms));
}

function* assign(d: Draft, id: VariableId, value: Code): Iterable<Code> {
  yield d.places.write(id, value);
  if (d.watched === undefined) return;
  const index = d.watched.push(id) - 1;
  const difference = o.sub(d.places.read(id), d.places.read(id));
  yield (f) => {
    o.ne(difference, o.num(0))(f);
    f.block(op.if);
    store(d.layout.watch, o.num(index))(f);
    store(d.layout.watch + doubleBytes, d.places.read('time'))(f);
    f.op(op.unreachable);
    f.op(op.end);
  };
}
