import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import { schemes } from '../integrate/index.ts';
import type { Schedule } from '../schedule.ts';
import type { IsCall } from './assignments.ts';
import { formulasIn } from './formulas.ts';
import { WasmFunction } from './function-code.ts';
import { foldsIn } from './fold-code.ts';
import { loopsIn } from './loops.ts';
import type { Data } from './module.ts';
import { bytesPerPart } from './request.ts';
import type { KernelCode, KernelRequest, Sizes } from './request.ts';
import { oneLane, twoLanes } from './lanes.ts';
import { doubleBytes } from './layout.ts';
import type { Layout } from './layout.ts';
import { mainParams, sharedNames, stretchParam, writeMain } from './main-code.ts';
import type { Phases } from './main-code.ts';
import { encodeModule } from './module.ts';
import { op } from './opcodes.ts';
import { copiesOf, placesAt } from './packed-places.ts';
import { callOf, planPacked } from './packed-plan.ts';
import { inOrder, unitsOf } from './pairs.ts';
import type { Group } from './pairs.ts';
import { inlinePhases, splitPhases } from './phases.ts';
import {
  blockRows,
  copyRow,
  firstPlaces,
  handedCount,
  movePart,
  moveRest,
  seriesAfter,
  startOf,
  strideOf,
  tableOf,
  turnPart,
  turnRow,
} from './rows.ts';
import { limit, overItems, pastOf, remember, stepName, store } from './statements.ts';
import type { Draft } from './statements.ts';
import { unitCode } from './unit-code.ts';
import type { Code } from './wasm-ops.ts';

/** About so many values are held as rows: an engine keeps kernels of no more than twice as many. */
const mostHeld = 400_000;

/**
 * The kernel of one run in which neighbouring equations of one shape are carried out in pairs. All values are in memory,
 * those of a moment in a row, so that a pair is loaded and stored as one. Each value's arithmetic is that of
 * `interpret`, operation by operation. Undefined if too little is done in pairs: what is alone is better off in locals.
 */
export function compilePacked(
  checked: CheckedModel,
  schedule: Schedule,
  request: KernelRequest,
  {
    layout,
    derived,
    clock,
    sizes,
  }: { layout: Layout; derived: readonly VariableId[]; clock: boolean; sizes: Sizes },
): KernelCode | undefined {
  const { saveEachStep, series } = request;
  const scheme = schemes[request.method];
  const addresses = Array.from({ length: handedCount }, () => 'i32' as const);
  const main = new WasmFunction({ params: [...addresses, ...mainParams, stretchParam], results: ['i32'] });
  const functions = [main];
  const single = formulasIn(functions, layout, oneLane);
  const double = formulasIn(functions, layout, twoLanes);
  const isCall: IsCall = (expr) => {
    const call = callOf(expr);
    return call !== undefined && double.isFunction(call.fn, call.args.length);
  };
  const plan = planPacked(checked, schedule, request, { layout, derived, isCall, sizes });
  if (plan.paired < sizes.paired) return undefined;
  const { rows, apart, moved, byRow } = plan;
  const { moving } = rows;

  const inline = !byRow && plan.parts * bytesPerPart <= sizes.whole;
  const phase = inline ? inlinePhases(main) : splitPhases(main, functions, sizes.part, handedCount);
  const data: Data[] = [];
  const hold = (values: Float64Array | Int32Array): number => {
    const bytes = new Uint8Array(values.buffer);
    const address = plan.apart.take(bytes.length);
    data.push({ address, bytes });
    return address;
  };
  const fold = foldsIn(functions);
  const writers = scheme.at.map((_, stage) => {
    const places = placesAt(rows, apart, plan.given, stage, scheme.at.length);
    const where = { layout, lanes: oneLane, places, offset: 0 };
    const terms = { ops: oneLane.ops, ref: places.read, past: pastOf(where), ...single };
    const draft: Draft = {
      ...where,
      checked,
      schedule,
      scheme,
      terms,
      totals: undefined,
      watched: undefined,
    };
    const loopsOf = (members: Group['members']) => loopsIn(members, plan.loop, places.placeOf);
    const codes = (groups: readonly Group[]): readonly Code[] =>
      inOrder(groups.flatMap((group) => unitsOf(group, isCall, loopsOf))).map((unit) =>
        unitCode(unit, { places, terms, double, hold, fold }),
      );
    const [before, after] = plan.stages[stage]!;
    const drive = after ? () => [...codes(before!), ...limit(draft), ...codes(after)] : () => codes(before!);
    return { draft, places, codes, drive };
  });
  const [first, last] = [writers[0]!, writers.at(-1)!];

  const moves = moving ? movePart(rows, moving) : [];
  const mover = new WasmFunction({ params: addresses, results: [] });
  for (const move of moves) mover.statement(move);
  const moverIndex = moving ? functions.push(mover) - 1 : 0;
  const callMover: Code = (f) => {
    for (let i = 0; i < handedCount; i++) f.index(op.localGet, i);
    f.index(op.call, moverIndex);
  };

  const places = firstPlaces(series);
  /** Of series that are not in a row, or moved out of one, where they are stored. */
  const apartFromRow = series.filter((id) => !rows.offsets.has(id));
  const rowValues = rows.rowBytes / doubleBytes;
  const held = Math.max(blockRows, Math.min(sizes.rows, Math.floor(mostHeld / rowValues)));
  const heldRows = byRow ? Math.min(request.rows, held) : request.rows;
  const stride = byRow ? rowValues + apartFromRow.length : strideOf(rows, request.rows);
  const stored = byRow
    ? apartFromRow.map((id, i) => ({ id, item: rowValues + i }))
    : series.flatMap((id, i) => (moved.has(id) && places.get(id) === i ? [] : [{ id, item: i * stride }]));
  const saving = phase([
    ...first.codes(plan.late),
    ...(byRow ? [copyRow(rows)] : []),
    ...store(first.draft, stored),
  ]);
  const adding = phase(last.codes(plan.totals));
  const stocks = checked.stocks.map(({ stock }) => stock.id);
  const handOver = (to: number) => copiesOf(stocks, first.places, to);
  const totals = (of: (value: Code) => Code): Code =>
    overItems(first.draft, layout.totals, request.totals ? schedule.flows.length : 0, of);
  const inStep = (value: Code): Code => oneLane.ops.mul(value, first.places.read(stepName));
  const finishing = phase([...handOver(layout.closing), totals(inStep)]);
  const phases: Phases = {
    prepare: phase([
      ...first.codes(plan.begin),
      ...handOver(layout.opening),
      totals(() => oneLane.ops.num(0)),
    ]),
    drive: writers.map(({ drive }, stage) => phase(spread(drive(), stage === 0 ? moves : []))),
    remember: phase(remember(first.draft)),
    save: () => {
      saving();
      if (moving) main.statement(turnPart(rows, moving));
    },
    advance: writers.map((writer) => () => {
      if (writer !== last) return;
      adding();
      main.statement(turnRow(rows));
    }),
    finish: () => {
      finishing();
      if (moving) main.statement(moveRest(rows, moving, callMover));
    },
  };
  const frame = {
    places: first.places,
    lanes: oneLane,
    scheme,
    rowBytes: byRow ? stride * doubleBytes : doubleBytes,
    saveEachStep,
    handed: handedCount,
    clock,
  };
  apart.place([...sharedNames(scheme)]);
  const addressNow = () => seriesAfter(apart.end());
  const bytes = (byRow ? heldRows : series.length + 1) * stride * doubleBytes;
  writeMain(main, heldRows < request.rows ? { ...frame, full: addressNow() + bytes } : frame, phases);

  const address = addressNow();
  const module = encodeModule({
    functions,
    run: 0,
    memoryBytes: address + bytes,
    data: [...tableOf(rows, series, stride), ...data],
  });
  const placeIn = (id: VariableId): number => {
    const offset = rows.offsets.get(id);
    return offset === undefined ? rowValues + apartFromRow.indexOf(id) : offset / doubleBytes;
  };
  return {
    module,
    layout,
    series: address,
    stride,
    byRow: byRow ? Int32Array.from(series, placeIn) : undefined,
    heldRows,
    begin: (steps) => startOf(rows, address, steps),
    watched: [],
  };
}

/** The items with others spread evenly among them. */
const spread = <T>(items: readonly T[], others: readonly T[]): readonly T[] =>
  items.flatMap((item, i) => {
    const until = (n: number) => Math.floor((n * others.length) / items.length);
    return [item, ...others.slice(until(i), until(i + 1))];
  });
