import { must } from '../../base/assert.ts';
import { eachPart } from '../../equation/parts.ts';
import type { Method } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CheckedModel } from '../checked.ts';
import { divisor, schemes } from '../integrate/index.ts';
import { reach } from '../reads.ts';
import { scheduleOf } from '../schedule.ts';
import { formulasIn } from './formulas.ts';
import { FunctionCode } from './function-code.ts';
import { doubleBytes, layoutOf } from './layout.ts';
import type { Layout } from './layout.ts';
import { encodeModule } from './module.ts';
import { op } from './opcodes.ts';
import { inlinePhases, splitPhases } from './phases.ts';
import { localPlaces, memoryPlaces } from './places.ts';
import {
  advance,
  countName,
  drive,
  finish,
  pastOf,
  prepare,
  reachName,
  remember,
  save,
  stepName,
} from './statements.ts';
import type { Draft } from './statements.ts';
import { wasmOps as o } from './wasm-ops.ts';
import type { Code } from './wasm-ops.ts';

/** What a scalar kernel is made for. Values of parameters, the times and dt are given when it runs. */
export interface ScalarRequest {
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
  /** Stop at the first value that is not finite, and say which it was. */
  readonly watch: boolean;
  readonly sizes?: Sizes;
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

export interface ScalarCode {
  readonly module: Uint8Array<ArrayBuffer>;
  readonly layout: Layout;
  /** Address of the first series; they follow each other at `rows` doubles. */
  readonly series: number;
  /** The variables by the number that a watching kernel gives. */
  readonly watched: readonly VariableId[];
}

/** About how many bytes of code one part of an expression makes. */
const bytesPerPart = 4;

/**
 * Writes the kernel that carries out one run of a model in double precision. Its `run` takes the address of the first
 * series, the number of steps, the number of steps per saved row, start, stop and dt.
 *
 * A small model is one function with all values in locals, and its stages written one after the other. A large one
 * keeps its values in memory and is split into functions. Both do the same arithmetic in the same order, which is that of `interpret`.
 */
export function compileScalar(checked: CheckedModel, request: ScalarRequest): ScalarCode {
  const { series, rows, sizes = usualSizes } = request;
  const schedule = scheduleOf(checked);
  const scheme = schemes[request.method];
  const layout = layoutOf(checked, schedule, request.steps);
  const shown = reach(series, checked.equations);
  const derived = schedule.derived.filter((id) => shown.has(id));

  const main = new FunctionCode({ params: ['i32', 'i32', 'i32', 'f64', 'f64', 'f64'], results: [] });
  const functions = [main];
  let parts = 0;
  for (const id of schedule.driving) eachPart(must(checked.equations.get(id), id), () => parts++);
  const inline = parts * scheme.at.length * bytesPerPart <= sizes.whole;
  const parameters = new Map(
    checked.parameters.map(({ id }, i) => [id, layout.parameters + i * doubleBytes]),
  );
  const places = inline ? localPlaces(main, layout.end) : memoryPlaces(parameters, layout.end);
  const phase = inline ? inlinePhases(main) : splitPhases(main, functions, sizes.part);
  const watched: VariableId[] = [];
  const terms = { ops: o, ref: places.read, past: pastOf(places, layout), ...formulasIn(functions, layout) };
  const draft: Draft = {
    checked,
    schedule,
    scheme,
    layout,
    places,
    terms,
    totals: request.totals,
    watched: request.watch ? watched : undefined,
  };
  writeMain(main, draft, request.saveEachStep, {
    prepare: phase(prepare(draft)),
    drive: phase(drive(draft)),
    remember: phase(remember(draft)),
    save: phase(save(draft, derived, series, rows)),
    advance: scheme.at.map((_, stage) => phase(advance(draft, stage))),
    finish: phase(finish(draft)),
  });
  const memoryBytes = places.end() + series.length * rows * doubleBytes;
  return { module: encodeModule({ functions, run: 0, memoryBytes }), layout, series: places.end(), watched };
}

interface Phases {
  readonly prepare: () => void;
  readonly drive: () => void;
  readonly remember: () => void;
  readonly save: () => void;
  readonly advance: readonly (() => void)[];
  readonly finish: () => void;
}

function writeMain(f: FunctionCode, draft: Draft, saveEachStep: boolean, phases: Phases): void {
  const { places, scheme } = draft;
  const [row, steps, saveEvery, start, stop, dt] = [0, 1, 2, 3, 4, 5];
  const [step, untilSave] = [f.local('i32'), f.local('i32')];
  const local =
    (index: number): Code =>
    (g) =>
      g.index(op.localGet, index);
  const set = (name: string, value: Code) => f.statement(places.write(name, value));
  const increase = (index: number, by: number) => {
    f.index(op.localGet, index);
    f.i32(by);
    f.op(op.i32Add);
    f.index(op.localSet, index);
  };
  const setTime = (at: number) => {
    const count: Code = (g) => {
      g.index(op.localGet, step);
      g.op(op.f64ConvertI32U);
    };
    if (at === 0) set(countName, count);
    set('time', o.add(local(start), o.mul(at === 0 ? count : o.add(count, o.num(at)), local(dt))));
    if (at === 0) set('steptime', places.read('time'));
  };

  set('starttime', local(start));
  set('stoptime', local(stop));
  set('dt', local(dt));
  set(stepName, o.div(local(dt), o.num(divisor(scheme))));
  for (const at of new Set(scheme.at)) if (at > 0 && at < 1) set(reachName(at), o.mul(o.num(at), local(dt)));
  set('time', local(start));
  set('steptime', local(start));
  set(countName, o.num(0));
  phases.prepare();

  f.block(op.loop);
  setTime(0);
  phases.drive();
  phases.remember();
  if (saveEachStep) {
    phases.save();
    increase(row, doubleBytes);
  } else {
    f.index(op.localGet, untilSave);
    f.op(op.i32Eqz);
    f.block(op.if);
    phases.save();
    increase(row, doubleBytes);
    f.index(op.localGet, saveEvery);
    f.index(op.localSet, untilSave);
    f.op(op.end);
    increase(untilSave, -1);
  }

  f.index(op.localGet, step);
  f.index(op.localGet, steps);
  f.op(op.i32LtU);
  f.block(op.if);
  for (const [stage, at] of scheme.at.entries()) {
    if (stage > 0) {
      setTime(at);
      phases.drive();
    }
    phases.advance[stage]!();
  }
  increase(step, 1);
  f.index(op.br, 1);
  f.op(op.end);
  f.op(op.end);
  phases.finish();
}
