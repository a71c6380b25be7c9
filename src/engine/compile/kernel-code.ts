import { assert, must } from '../../base/assert.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import { schemes } from '../integrate/index.ts';
import { reach, traitsOf } from '../reads.ts';
import { scheduleOf } from '../schedule.ts';
import { formulasIn } from './formulas.ts';
import { WasmFunction } from './function-code.ts';
import type { Lanes } from './lanes.ts';
import { doubleBytes, layoutOf } from './layout.ts';
import { compilePacked } from './packed-code.ts';
import { bytesPerPart, mostSeries } from './request.ts';
import type { KernelCode, KernelRequest, Sizes } from './request.ts';
import { mainParams, sharedNames, stretchParam, writeMain } from './main-code.ts';
import { encodeModule } from './module.ts';
import { inlinePhases, splitPhases } from './phases.ts';
import { groupName, groupPlaces, localPlaces, memoryPlaces } from './places.ts';
import { advance, drive, finish, pastOf, prepare, remember, save, totalName } from './statements.ts';
import type { Draft } from './statements.ts';
import type { Code } from './wasm-ops.ts';

/** How many runs a kernel carries out side by side: `lanes.count` in each of `groups`, whose statements alternate. */
export interface Width {
  readonly lanes: Lanes;
  readonly groups: number;
}

/** Engines optimise a function of a megabyte late or never; far below that, splitting costs more than it gains. */
const usualSizes: Sizes = {
  whole: 65_536,
  part: 32_768,
  rows: 64,
  paired: 0.7,
  series: mostSeries,
  loop: 64,
};

/**
 * What is done once a row or once a run gains less by standing in the main function, and may be so many times as large: to
 * optimise a function of one and a half megabytes takes an engine 15 s, and a program waits for that at its end.
 */
const mostRarely = 4;

/** A function may have 50,000 locals; far fewer than that find a register. */
const mostInLocals = 20_000;

/**
 * Writes the kernel that carries out runs of a model in double precision. Its `run` takes `begin`, the number of steps,
 * the number of steps per saved row, start, stop and dt, and where to go on if it holds fewer rows than there are.
 *
 * A small model is one function with all values in locals, and its stages written one after the other. A large one
 * keeps its values in memory and is split into functions. Both do the same arithmetic in the same order, which is that
 * of `interpret`, and so does every lane of every group: their statements alternate, so that a processor that waits
 * for a division of one run works on another.
 */
export function compileKernel(
  checked: CheckedModel,
  request: KernelRequest,
  { lanes, groups }: Width,
): KernelCode {
  const { series, rows } = request;
  const sizes = { ...usualSizes, ...request.sizes };
  const schedule = scheduleOf(checked);
  const scheme = schemes[request.method];
  const width = lanes.count * groups;
  const layout = layoutOf(checked, schedule, request.steps, width);
  const derived = neededOf(schedule.derived, series, checked);
  const traits = traitsOf(checked.equations);
  const readsTime = (id: VariableId): boolean =>
    must(traits.get(id), id).reads.some((name) => name === 'time' || name === 'steptime');
  const clock =
    request.watch || layout.histories.size > 0 || schedule.driving.some(readsTime) || derived.some(readsTime);
  const partsOf = (ids: readonly VariableId[]): number =>
    ids.reduce((parts, id) => parts + (traits.get(id)?.parts ?? 0), 0);
  const often = partsOf(schedule.driving) * groups * scheme.at.length * bytesPerPart;
  const rarely = partsOf([...derived, ...checked.constants, ...checked.initials]) * groups * bytesPerPart;
  const short = rarely <= mostRarely * sizes.whole;
  if (width === 1 && !request.watch && sizes.paired <= 1) {
    const packed = compilePacked(checked, schedule, request, {
      layout,
      derived,
      clock,
      sizes: short ? sizes : { ...sizes, whole: 0 },
    });
    if (packed) return packed;
  }

  const values = (checked.equations.size + checked.parameters.length) * groups;
  const small = short && often <= sizes.whole;
  const inline = small && values <= mostInLocals;
  // Of a large kernel, series of their own would mean as many places far from each other in every row.
  const byRow = !inline && width === 1;
  const heldRows = byRow ? Math.min(rows, sizes.rows) : rows;
  const inStretches = heldRows < rows;
  const main = new WasmFunction(
    inStretches
      ? { params: ['i32', ...mainParams, stretchParam], results: ['i32'] }
      : { params: ['i32', ...mainParams], results: [] },
  );
  const functions = [main];
  const phase = inline ? inlinePhases(main) : splitPhases(main, functions, sizes.part, 1);
  const offsetOf = (group: number): number => group * lanes.count * doubleBytes;
  const placed = (names: readonly string[], address: number) =>
    names.flatMap((name, i) =>
      Array.from({ length: groups }, (_, group): [string, number] => [
        groupName(group, name),
        address + i * width * doubleBytes + offsetOf(group),
      ]),
    );
  const given = placed(
    checked.parameters.map(({ id }) => id),
    layout.parameters,
  );
  const stocks = checked.stocks.map(({ stock }) => stock.id);
  const together = Array.from({ length: groups }, (_, group) =>
    [...series, ...stocks].map((id) => groupName(group, id)),
  );
  const shared = sharedNames(scheme);
  const places = inline
    ? localPlaces(main, lanes, layout.end)
    : memoryPlaces(new Map(given), [...together.flat(), ...shared], lanes, layout.end);
  const rowBytes = byRow ? series.length * doubleBytes : width * doubleBytes;
  const watched: VariableId[] = [];
  const totals = request.totals ? schedule.flows.map(totalName) : undefined;
  const formulas = formulasIn(functions, layout, lanes);
  const drafts = Array.from({ length: groups }, (_, group): Draft => {
    const own = groupPlaces(places, group, shared);
    const where = { layout, lanes, places: own, offset: offsetOf(group) };
    return {
      ...where,
      checked,
      schedule,
      scheme,
      terms: { ops: lanes.ops, ref: own.read, past: pastOf(where), ...formulas },
      totals,
      watched: request.watch ? watched : undefined,
    };
  });
  const each = (statements: (draft: Draft) => Iterable<Code>) => phase(alternate(drafts.map(statements)));
  const driving = each(drive);
  const phases = {
    prepare: each(prepare),
    drive: scheme.at.map(() => driving),
    remember: each(remember),
    save: each((draft) => save(draft, derived, series, byRow ? 1 : rows)),
    advance: scheme.at.map((_, stage) => each((draft) => advance(draft, stage))),
    finish: each(finish),
  };
  const { saveEachStep } = request;
  const rowsAt = places.end();
  const memoryBytes = rowsAt + series.length * heldRows * width * doubleBytes;
  const frame = { places, lanes, scheme, rowBytes, saveEachStep, handed: 1, clock };
  writeMain(main, inStretches ? { ...frame, full: memoryBytes } : frame, phases);
  assert(places.end() === rowsAt, 'all values have their places before the rows');
  const module = encodeModule({ functions, run: 0, memoryBytes, data: [] });
  return {
    module,
    layout,
    series: rowsAt,
    stride: byRow ? series.length : heldRows,
    byRow: byRow ? Int32Array.from(series.keys()) : undefined,
    heldRows,
    begin: () => [rowsAt],
    watched,
  };
}

/** Those of the variables that some series are worked out from. */
function neededOf(
  ids: readonly VariableId[],
  series: readonly VariableId[],
  { equations }: CheckedModel,
): readonly VariableId[] {
  if (ids.length === 0) return ids;
  const shown = reach(series, equations);
  return ids.filter((id) => shown.has(id));
}

/** The first of each, then the second of each, and so on; all have as many. */
function alternate<T>(rows: readonly Iterable<T>[]): Iterable<T> {
  return rows.length === 1 ? rows[0]! : inTurn(rows);
}

function* inTurn<T>(rows: readonly Iterable<T>[]): Iterable<T> {
  const iterators = rows.map((row) => row[Symbol.iterator]());
  for (;;) {
    for (const iterator of iterators) {
      const next = iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  }
}
