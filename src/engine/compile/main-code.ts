import { divisor } from '../integrate/index.ts';
import type { Scheme } from '../integrate/index.ts';
import type { WasmFunction } from './function-code.ts';
import type { Lanes } from './lanes.ts';
import { op } from './opcodes.ts';
import type { ValueType } from './opcodes.ts';
import type { Places } from './places.ts';
import { countName, reachName, stepName } from './statements.ts';
import { wasmOps as o } from './wasm-ops.ts';
import type { Code } from './wasm-ops.ts';

/** The main function's parameters after those that it hands on: steps, steps per row, start, stop, dt. */
export const mainParams: readonly ValueType[] = ['i32', 'i32', 'f64', 'f64', 'f64'];
/** One more, of a kernel that runs in stretches: 0 to begin, or what the stretch before answered. */
export const stretchParam: ValueType = 'i32';
/** The first of the parameters that are handed on: the address of the row. */
const row = 0;

const between = ({ at }: Scheme): readonly number[] =>
  [...new Set(at)].filter((part) => part > 0 && part < 1);

/** The values that are the same in every run of a kernel. */
export const sharedNames = (scheme: Scheme): ReadonlySet<string> =>
  new Set([
    ...['time', 'steptime', 'starttime', 'stoptime', 'dt', countName, stepName],
    ...between(scheme).map(reachName),
  ]);

export interface Frame {
  readonly places: Places;
  readonly lanes: Lanes;
  readonly scheme: Scheme;
  /** From a saved row to the next. */
  readonly rowBytes: number;
  readonly saveEachStep: boolean;
  /** How many parameters every function begins with. */
  readonly handed: number;
  /** Whether the time or the number of the step is read as the run goes. */
  readonly clock: boolean;
  /**
   * The address after the rows that memory has place for, of a kernel that stops there and answers its step plus one,
   * to go on from when they have been taken; at the end of the run it answers 0. All its values are in memory.
   */
  readonly full?: number;
}

/** What is done at each moment; each writes its statements into the main function, or calls of them. */
export interface Phases {
  readonly prepare: () => void;
  readonly drive: readonly (() => void)[];
  readonly remember: () => void;
  readonly save: () => void;
  readonly advance: readonly (() => void)[];
  readonly finish: () => void;
}

/** The main function: the loop over saved rows, within it the loop over steps, and in each step the phases. */
export function writeMain(f: WasmFunction, frame: Frame, phases: Phases): void {
  const { places, lanes, scheme, rowBytes, saveEachStep, handed, clock, full } = frame;
  const [steps, saveEvery, start, stop, dt] = [handed, handed + 1, handed + 2, handed + 3, handed + 4];
  const from = handed + mainParams.length;
  const step = f.local('i32');
  const get =
    (index: number): Code =>
    (g) =>
      g.index(op.localGet, index);
  const set = (name: string, value: Code) => f.statement(places.write(name, lanes.spread(value)));
  const increase = (index: number, by: number) => {
    f.index(op.localGet, index);
    f.i32(by);
    f.op(op.i32Add);
    f.index(op.localSet, index);
  };
  const setTime = (at: number) => {
    if (!clock) return;
    const count: Code = (g) => {
      g.index(op.localGet, step);
      g.op(op.f64ConvertI32U);
    };
    if (at === 0) set(countName, count);
    const time = o.add(get(start), o.mul(at === 0 ? count : o.add(count, o.num(at)), get(dt)));
    set('time', time);
    if (at === 0) set('steptime', time);
  };
  const begin = () => {
    setTime(0);
    phases.drive[0]!();
    phases.remember();
  };
  const save = () => {
    phases.save();
    increase(row, rowBytes);
  };
  const move = () => {
    for (const [stage, at] of scheme.at.entries()) {
      if (stage > 0) {
        setTime(at);
        phases.drive[stage]!();
      }
      phases.advance[stage]!();
    }
    increase(step, 1);
  };

  set('starttime', get(start));
  set('stoptime', get(stop));
  set('dt', get(dt));
  set(stepName, o.div(get(dt), o.num(divisor(scheme))));
  for (const at of between(scheme)) set(reachName(at), o.mul(o.num(at), get(dt)));
  const atStart = () => {
    set('time', get(start));
    set('steptime', get(start));
    set(countName, o.num(0));
    phases.prepare();
  };
  const goOn = () => {
    f.index(op.localGet, from);
    f.i32(1);
    f.op(op.i32Sub);
    f.index(op.localSet, step);
  };
  if (full === undefined) atStart();
  else {
    f.index(op.localGet, from);
    f.block(op.if);
    goOn();
    f.op(op.else);
    atStart();
    f.op(op.end);
  }

  f.block(op.loop);
  if (full === undefined) {
    begin();
    save();
  } else {
    f.index(op.localGet, from);
    f.op(op.i32Eqz);
    f.block(op.if);
    begin();
    save();
    f.index(op.localGet, row);
    f.i32(full);
    f.op(op.i32Eq);
    f.block(op.if);
    f.index(op.localGet, step);
    f.i32(1);
    f.op(op.i32Add);
    f.op(op.return);
    f.op(op.end);
    f.op(op.end);
    f.i32(0);
    f.index(op.localSet, from);
  }
  if (saveEachStep) {
    f.index(op.localGet, step);
    f.index(op.localGet, steps);
    f.op(op.i32LtU);
    f.block(op.if);
    move();
    f.index(op.br, 1);
    f.op(op.end);
  } else moveToNextRow(f, { step, steps, saveEvery }, { begin, move, increase });
  f.op(op.end);
  phases.finish();
  if (f.type.results.length > 0) f.i32(0);
}

/** From a saved row to the next, or over the steps that are left after the last; then on with the loop around it. */
function moveToNextRow(
  f: WasmFunction,
  { step, steps, saveEvery }: { step: number; steps: number; saveEvery: number },
  {
    begin,
    move,
    increase,
  }: { begin: () => void; move: () => void; increase: (i: number, by: number) => void },
): void {
  const [left, whole] = [f.local('i32'), f.local('i32')];
  const remaining = () => {
    f.index(op.localGet, steps);
    f.index(op.localGet, step);
    f.op(op.i32Sub);
  };
  // left = min(saveEvery, steps − step); whole = whether a row ends with it
  f.index(op.localGet, saveEvery);
  remaining();
  f.op(op.i32LeU);
  f.index(op.localSet, whole);
  f.index(op.localGet, saveEvery);
  remaining();
  f.index(op.localGet, whole);
  f.op(op.select);
  f.index(op.localTee, left);
  f.block(op.if);
  f.block(op.loop);
  move();
  increase(left, -1);
  f.index(op.localGet, left);
  f.block(op.if);
  begin();
  f.index(op.br, 1);
  f.op(op.end);
  f.op(op.end);
  f.index(op.localGet, whole);
  f.index(op.brIf, 1);
  f.op(op.end);
}
