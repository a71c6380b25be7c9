import { must } from '../../base/assert.ts';
import { eachPart } from '../../equation/parts.ts';
import type { Method } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import { schemes } from '../integrate/index.ts';
import { reach } from '../reads.ts';
import { scheduleOf } from '../schedule.ts';
import { formulasIn } from './formulas.ts';
import { FunctionCode } from './function-code.ts';
import type { Lanes } from './lanes.ts';
import { doubleBytes, layoutOf } from './layout.ts';
import type { Layout } from './layout.ts';
import { mainParams, sharedNames, writeMain } from './main-code.ts';
import { encodeModule } from './module.ts';
import { inlinePhases, splitPhases } from './phases.ts';
import { groupName, groupPlaces, localPlaces, memoryPlaces } from './places.ts';
import { advance, drive, finish, pastOf, prepare, remember, save } from './statements.ts';
import type { Draft } from './statements.ts';
import type { Code } from './wasm-ops.ts';

/** What a kernel is made for. Values of parameters, the times and dt are given when it runs. */
export interface KernelRequest {
  readonly method: Method;
  readonly series: readonly VariableId[];
  /** Steps of the longest run that it is for: how far back it can remember. */
  readonly steps: number;
  /** Saved values per series. */
  readonly rows: number;
  /** Every step is saved, so that the kernel need not ask each time. */
  readonly saveEachStep: boolean;
  /** Sum what each flow moves, for the balance. */
  readonly totals: boolean;
  /** Stop at the first value that is not finite, and say which it was. Of a kernel of one run at a time only. */
  readonly watch: boolean;
  readonly sizes?: Sizes;
}

/** How many runs a kernel carries out side by side: `lanes.count` in each of `groups`, whose statements alternate. */
export interface Width {
  readonly lanes: Lanes;
  readonly groups: number;
}

/** Bounds on the size of functions, in bytes of code. */
export interface Sizes {
  /** A kernel whose main function would be about this large is split into several. */
  readonly whole: number;
  /** A function of a split kernel is closed when it has grown to this. */
  readonly part: number;
}

/** Engines optimise a function of a megabyte late or never; far below that, splitting costs more than it gains. */
const usualSizes: Sizes = { whole: 65_536, part: 32_768 };

export interface KernelCode {
  readonly module: Uint8Array<ArrayBuffer>;
  readonly layout: Layout;
  /** Address of the first series; they follow each other at `rows` items. */
  readonly series: number;
  /** The variables by the number that a watching kernel gives. */
  readonly watched: readonly VariableId[];
}

/** About how many bytes of code one part of an expression makes. */
const bytesPerPart = 4;

/**
 * Writes the kernel that carries out runs of a model in double precision. Its `run` takes the address of the first
 * series, the number of steps, the number of steps per saved row, start, stop and dt.
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
  const { series, rows, sizes = usualSizes } = request;
  const schedule = scheduleOf(checked);
  const scheme = schemes[request.method];
  const width = lanes.count * groups;
  const layout = layoutOf(checked, schedule, request.steps, width);
  const shown = reach(series, checked.equations);
  const derived = schedule.derived.filter((id) => shown.has(id));

  const main = new FunctionCode({ params: mainParams, results: [] });
  const functions = [main];
  let parts = 0;
  for (const id of schedule.driving) eachPart(must(checked.equations.get(id), id), () => parts++);
  const inline = parts * groups * scheme.at.length * bytesPerPart <= sizes.whole;
  const phase = inline ? inlinePhases(main) : splitPhases(main, functions, sizes.part);
  const offsetOf = (group: number): number => group * lanes.count * doubleBytes;
  const given = checked.parameters.flatMap(({ id }, i) =>
    Array.from({ length: groups }, (_, group): [string, number] => [
      groupName(group, id),
      layout.parameters + i * width * doubleBytes + offsetOf(group),
    ]),
  );
  const places = inline
    ? localPlaces(main, lanes, layout.end)
    : memoryPlaces(new Map(given), lanes, layout.end);
  const watched: VariableId[] = [];
  const formulas = formulasIn(functions, layout, lanes);
  const shared = sharedNames(scheme);
  const drafts = Array.from({ length: groups }, (_, group): Draft => {
    const own = groupPlaces(places, group, shared);
    const where = { layout, lanes, places: own, offset: offsetOf(group) };
    return {
      ...where,
      checked,
      schedule,
      scheme,
      terms: { ops: lanes.ops, ref: own.read, past: pastOf(where), ...formulas },
      totals: request.totals,
      watched: request.watch ? watched : undefined,
    };
  });
  const each = (statements: (draft: Draft) => Iterable<Code>) => phase(alternate(drafts.map(statements)));
  writeMain(
    main,
    { places, lanes, scheme, width, saveEachStep: request.saveEachStep },
    {
      prepare: each(prepare),
      drive: each(drive),
      remember: each(remember),
      save: each((draft) => save(draft, derived, series, rows)),
      advance: scheme.at.map((_, stage) => each((draft) => advance(draft, stage))),
      finish: each(finish),
    },
  );
  const memoryBytes = places.end() + series.length * rows * width * doubleBytes;
  return { module: encodeModule({ functions, run: 0, memoryBytes }), layout, series: places.end(), watched };
}

/** The first of each, then the second of each, and so on; all have as many. */
function* alternate<T>(rows: readonly Iterable<T>[]): Iterable<T> {
  const iterators = rows.map((row) => row[Symbol.iterator]());
  for (;;) {
    for (const iterator of iterators) {
      const next = iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  }
}
