import { must } from '../../base/assert.ts';
import type { Expr } from '../../model/expr.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import type { Scheme } from '../integrate/index.ts';
import type { Schedule } from '../schedule.ts';
import { stepAgo } from '../history.ts';
import { shareOfOutflow } from '../schedule.ts';
import type { WasmFunction } from './function-code.ts';
import type { Arithmetic, Lanes } from './lanes.ts';
import { doubleBytes } from './layout.ts';
import type { Layout } from './layout.ts';
import { memoryCopy, op } from './opcodes.ts';
import type { Places } from './places.ts';
import { translate } from './translate.ts';
import type { Terms } from './translate.ts';
import type { Code } from './wasm-ops.ts';

/** What the parts of a kernel are written from, for one group of runs. Names that begin with # are values of the kernel's own. */
export interface Draft {
  readonly checked: CheckedModel;
  readonly schedule: Schedule;
  readonly scheme: Scheme;
  readonly layout: Layout;
  readonly lanes: Lanes;
  /** Where the group's runs are within an item of the layout, in bytes. */
  readonly offset: number;
  readonly places: Places;
  readonly terms: Terms<Code, Code, Code>;
  /** The names of the flows' totals; undefined if none shall be kept. */
  readonly totals: readonly string[] | undefined;
  /** The variables that are watched so far; undefined if none shall be. */
  readonly watched: VariableId[] | undefined;
}

/** The number of the step, as a double. */
export const countName = '#count';
/** Factor of the weighted flows in a whole step: dt over the sum of the weights. */
export const stepName = '#step';
/** A stage's distance from the start of the step. */
export const reachName = (at: number): string => (at === 1 ? 'dt' : `#reach ${at}`);
const openingPrefix = '#opening ';
/** The stock at the opening of the step. */
export const openingName = (stock: VariableId): string => `${openingPrefix}${stock}`;
/** The stock whose value at the opening a name means. */
export const stockOfOpening = (name: string): VariableId | undefined =>
  name.startsWith(openingPrefix) ? name.slice(openingPrefix.length) : undefined;
export const weightedName = (flow: VariableId): string => `#weighted ${flow}`;
export const totalName = (flow: VariableId): string => `#total ${flow}`;

const zero: Code = (f) => f.i32(0);

/** The address of the group's runs in an item of a row. */
const itemAt = ({ layout, offset }: Pick<Draft, 'layout' | 'offset'>, row: number, item: number): number =>
  row + item * layout.width * doubleBytes + offset;

/** Stretches of fewer values are not worth an instruction that engines carry out as a call. */
const leastCopied = 4;

/**
 * Stores values as the group's items of a row, `by` items apart: those that lie side by side in memory all at once.
 * @param row where it begins: `base` bytes after the address
 */
function* storeAll(
  d: Draft,
  names: readonly VariableId[],
  row: { readonly address: Code; readonly base: number },
  by = 1,
): Iterable<Code> {
  const { lanes, layout, places } = d;
  const itemBytes = layout.width * doubleBytes;
  const together = by === 1 && layout.width === lanes.count ? places.fixedAddress : undefined;
  for (let from = 0, to = 0; from < names.length; from = to) {
    const first = together?.(names[from]!);
    to = from + 1;
    if (first !== undefined) {
      while (to < names.length && together!(names[to]!) === first + (to - from) * itemBytes) to++;
    }
    const item = itemAt(d, row.base, from * by);
    if (first !== undefined && to - from >= leastCopied) {
      const bytes = (to - from) * itemBytes;
      yield (f) => {
        row.address(f);
        f.i32(item);
        f.op(op.i32Add);
        f.i32(first);
        f.i32(bytes);
        f.code.bytes(memoryCopy);
      };
      continue;
    }
    to = from + 1;
    yield lanes.store(row.address, item, places.read(names[from]!));
  }
}

/** A statement about each of some items that follow each other in memory: what becomes of its value. */
export const overItems =
  ({ lanes, layout, offset }: Draft, first: number, count: number, of: (value: Code) => Code): Code =>
  (f) => {
    if (count === 0) return;
    const at = f.scratch('i32');
    const here: Code = (g) => g.index(op.localGet, at);
    f.i32(first + offset);
    f.index(op.localSet, at);
    f.block(op.loop);
    lanes.store(here, 0, of(lanes.load(here, 0)))(f);
    here(f);
    f.i32(layout.width * doubleBytes);
    f.op(op.i32Add);
    f.index(op.localTee, at);
    f.i32(first + offset + count * layout.width * doubleBytes);
    f.op(op.i32LtU);
    f.index(op.brIf, 0);
    f.op(op.end);
  };

const sum = ({ lanes }: Draft, ids: readonly VariableId[], of: (id: VariableId) => Code): Code =>
  ids.length === 0 ? lanes.ops.num(0) : ids.map(of).reduce(lanes.ops.add);

/** Takes in parameters, works out constants and the stocks at the start. */
export function* prepare(d: Draft): Iterable<Code> {
  const { checked, layout, lanes, places } = d;
  const { ops: o } = lanes;
  for (const [i, { id }] of checked.parameters.entries()) {
    if (!places.holds(id)) {
      yield places.write(id, lanes.load(zero, itemAt(d, layout.parameters, i)));
    }
  }
  for (const id of checked.constants) yield evaluate(d, id);
  const stocks = new Map(checked.stocks.map(({ stock }, i) => [stock.id, i]));
  for (const id of checked.initials) {
    const i = stocks.get(id);
    if (i === undefined) yield evaluate(d, id);
    else {
      const given = o.let(lanes.load(zero, itemAt(d, layout.initials, i)));
      const { initial } = checked.stocks[i]!;
      yield assign(d, id, o.choose(o.eq(given, given), given, translate(initial, d.terms)));
    }
  }
  yield* storeAll(d, [...stocks.keys()], { address: zero, base: layout.opening });
  if (!d.totals) return;
  const { flows } = d.schedule;
  if (places.fixedAddress) yield overItems(d, layout.totals, flows.length, () => o.num(0));
  else for (const total of d.totals) yield places.write(total, o.num(0));
}

/** Works out what drives the stocks at this moment, and limits it. */
export function* drive(d: Draft): Iterable<Code> {
  for (const id of d.schedule.driving) yield evaluate(d, id);
  yield* limit(d);
}

/** Limits what flows out of the stocks that must not be negative. */
export function* limit(d: Draft): Iterable<Code> {
  const { ops: o } = d.lanes;
  const { read, write } = d.places;
  const none = o.num(0);
  for (const { id, inflows, outflows } of d.schedule.limits) {
    const wanted = o.let(sum(d, outflows, (flow) => o.max(read(flow), none)));
    const returned = sum(d, outflows, (flow) => o.min(read(flow), none));
    const room = o.add(o.div(read(id), read('dt')), o.sub(sum(d, inflows, read), returned));
    yield write('#share', shareOfOutflow(o, wanted, room));
    for (const flow of outflows) {
      yield write(flow, o.choose(o.lt(none, read(flow)), o.mul(read(flow), read('#share')), read(flow)));
    }
  }
}

/** Remembers this step's values of the variables whose past is read. */
export function* remember({ layout, lanes, offset, places }: Draft): Iterable<Code> {
  for (const [id, { address, slots }] of layout.histories) {
    const slot = slotOf(slots, layout.width, lanes.of(places.read(countName), 0));
    yield lanes.store(slot, address + offset, places.read(id));
  }
}

/** A variable's value some steps ago, from what is remembered. */
export const pastOf =
  ({ layout, lanes, offset, places }: Pick<Draft, 'layout' | 'lanes' | 'offset' | 'places'>) =>
  (id: VariableId, steps: Code | undefined, initial: Code): Code => {
    const { ops: o } = lanes;
    const { address, slots } = must(layout.histories.get(id), id);
    const now = places.read(countName);
    const step = steps === undefined ? now : o.let(stepAgo(o, now, steps));
    const since = o.let(o.max(step, o.num(0)));
    const known = lanes.join((lane) => (f) => {
      slotOf(slots, layout.width, lanes.of(since, lane))(f);
      f.memory(op.f64Load, address + offset + lane * doubleBytes);
    });
    return o.choose(o.lt(step, o.num(0)), initial, known);
  };

/** The place of a step in a history, in bytes. */
const slotOf =
  (slots: number, width: number, step: Code): Code =>
  (f) => {
    step(f);
    f.op(op.saturating);
    f.op(op.i32TruncSatF64U);
    f.i32(slots);
    f.op(op.i32RemU);
    f.i32(width * doubleBytes);
    f.op(op.i32Mul);
  };

/** The address that every function of a kernel has as its first parameter: of the row that is saved. */
const rowAt: Code = (f) => f.index(op.localGet, 0);

/** A variable, and the first item of its series. */
export interface Stored {
  readonly id: VariableId;
  readonly item: number;
}

/** Saves values of this moment where they belong. */
export function* store(d: Draft, stored: readonly Stored[]): Iterable<Code> {
  for (const { id, item } of stored) yield d.lanes.store(rowAt, itemAt(d, 0, item), d.places.read(id));
}

/** Works out the rest of what the series need, and saves a row, in which the series are `by` items apart. */
export function* save(
  d: Draft,
  derived: readonly VariableId[],
  series: readonly VariableId[],
  by: number,
): Iterable<Code> {
  for (const id of derived) yield evaluate(d, id);
  yield* storeAll(d, series, { address: rowAt, base: 0 }, by);
}

/** Moves the stocks on from a stage whose flows are worked out: to the next stage, or to the end of the step. */
export function* advance(d: Draft, stage: number): Iterable<Code> {
  const { ops: o } = d.lanes;
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
    const net = o.sub(sum(d, inflows, moved), sum(d, outflows, moved));
    yield assign(d, id, o.add(opening(id), o.mul(by, net)));
  }
  if (!last || !d.totals) return;
  for (const [i, flow] of d.schedule.flows.entries()) {
    const total = totalOf(d, i, d.totals[i]!);
    yield total.write(o.add(total.read, weighted(flow)));
  }
}

/** Gives the stocks after the last step, and the flows' totals. */
export function* finish(d: Draft): Iterable<Code> {
  const { layout, lanes, places } = d;
  const stocks = d.checked.stocks.map(({ stock }) => stock.id);
  yield* storeAll(d, stocks, { address: zero, base: layout.closing });
  if (!d.totals) return;
  const { flows } = d.schedule;
  const inStep = (value: Code): Code => lanes.ops.mul(value, places.read(stepName));
  if (places.fixedAddress) yield overItems(d, layout.totals, flows.length, inStep);
  else {
    for (const [i, total] of d.totals.entries()) {
      yield lanes.store(zero, itemAt(d, layout.totals, i), inStep(places.read(total)));
    }
  }
}

/** Where the total of a flow is kept: in the layout at once, if values have addresses. */
function totalOf(d: Draft, i: number, name: string): { read: Code; write: (value: Code) => Code } {
  const { lanes, layout, places } = d;
  if (places.fixedAddress === undefined) {
    return { read: places.read(name), write: (value) => places.write(name, value) };
  }
  const item = itemAt(d, layout.totals, i);
  return { read: lanes.load(zero, item), write: (value) => lanes.store(zero, item, value) };
}

function evaluate(d: Draft, id: VariableId): Code {
  const equation = must(d.checked.equations.get(id), id);
  return assign(d, id, (f) => writeValue(f, equation, d));
}

/** As `translate`. Plain arithmetic, which most of a large model is, is written as it is read. */
function writeValue(f: WasmFunction, expr: Expr, d: Draft): void {
  if (expr.kind === 'ref') d.terms.ref(expr.name)(f);
  else if (expr.kind === 'binary' && expr.op in d.lanes.arithmetic) {
    writeValue(f, expr.left, d);
    writeValue(f, expr.right, d);
    d.lanes.arithmetic[expr.op as Arithmetic](f);
  } else translate(expr, d.terms)(f);
}

function assign(d: Draft, id: VariableId, value: Code): Code {
  const written = d.places.write(id, value);
  if (d.watched === undefined) return written;
  const { ops: o, store } = d.lanes;
  const index = d.watched.push(id) - 1;
  const difference = o.sub(d.places.read(id), d.places.read(id));
  return (f) => {
    written(f);
    o.ne(difference, o.num(0))(f);
    f.block(op.if);
    store(zero, d.layout.watch, o.num(index))(f);
    store(zero, d.layout.watch + doubleBytes, d.places.read('time'))(f);
    f.op(op.unreachable);
    f.op(op.end);
  };
}
