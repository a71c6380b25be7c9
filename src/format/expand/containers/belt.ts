import { DT, START, STOP, call, div, iff, num, op, past, ref, sub } from '../build.ts';
import { valueAt, valueAtStart, valueThroughout } from '../constant-value.ts';
import { MOST_STEPS, tooLongStay } from '../stay.ts';
import { toolsOf } from '../tools.ts';
import { complain, limits } from '../world.ts';
import type { Expr } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { Conveyor, Leak } from '../../foreign/foreign-model.ts';
import type { Tools } from '../tools.ts';
import type { Made, WaitingConveyor, World } from '../world.ts';

/**
 * A conveyor as it is worked out: a row of slats, one per step, the exit first. Material stays for as many steps as the
 * conveyor was deep when it entered; a conveyor that grows shorter lets what comes later overtake.
 */
export interface Belt {
  readonly id: VariableId;
  readonly conveyor: Conveyor;
  readonly stock: Extract<Made, { kind: 'stock' }>;
  readonly slats: number;
  /** How deep material enters, in steps: the same throughout, or as the moment says. */
  readonly depth: number | Expr;
  /** How deep the belt is at the start. */
  readonly atStart: number;
  /** The time unit in which what stands on a slat at the start leaves. */
  readonly unit: (slat: number) => number;
  /** What the file puts on it at the start. */
  readonly contents?: readonly number[];
  readonly arrest?: Expr;
  readonly exit?: VariableId;
  readonly leaks: readonly LeakFlow[];
  readonly tools: Tools;
}

export interface LeakFlow extends Leak {
  readonly id: VariableId;
  /** The share that leaks, each moment. */
  readonly share: Expr;
}

const truth = (e: Expr): Expr => op('!=', e, num(0));

/** Measures a conveyor; undefined after a complaint. */
export function measured(world: World, waiting: WaitingConveyor): Belt | undefined {
  const { id, conveyor, contents, context } = waiting;
  const stock = world.made.get(id);
  if (stock?.kind !== 'stock') return undefined;
  const tools = toolsOf(waiting.context);
  const length = tools.valueOf(conveyor.length);
  const dt = valueAtStart(DT, context);
  const inRun = Math.ceil(valueAtStart(div(sub(STOP, START), DT), context) ?? NaN);
  const first = valueAtStart(length, context);
  const stepsOf = (time: number | undefined): number =>
    time === undefined || dt === undefined ? NaN : Math.max(1, Math.round(time / dt));
  const atStart = stepsOf(first);
  const nowhere = { from: 0, to: 0 };
  if (Number.isNaN(atStart)) {
    complain(context, nowhere, 'not-constant', { name: `${id}: len` });
    return undefined;
  }
  const fixed = valueThroughout(length, context) !== undefined;
  // What takes longer than the run never leaves.
  const longest = fixed
    ? atStart
    : Math.max(atStart, longestOf(length, waiting, inRun, stepsOf) ?? inRun + 1);
  if (!(longest <= MOST_STEPS) || longest * 3 + world.made.size > limits.variables) {
    complain(context, nowhere, 'too-many', tooLongStay(longest));
    return undefined;
  }
  const arrest = conveyor.arrest && tools.aux('arrest', truth(tools.valueOf(conveyor.arrest)));
  const exit = stock.outflows.find((flow) => leakOf(world, flow) === undefined);
  const leaks = stock.outflows.flatMap((flow): readonly LeakFlow[] => {
    const leak = leakOf(world, flow);
    const made = world.made.get(flow);
    if (!leak) return [];
    const written = leak.fraction ? tools.valueOf(leak.fraction) : made?.kind === 'flow' ? made.expr : num(0);
    return [{ ...leak, id: flow, share: tools.aux('leak fraction', call('max', num(0), written)) }];
  });
  return {
    id,
    conveyor,
    stock,
    slats: longest,
    depth: fixed ? atStart : depthOf(length, conveyor, arrest, tools),
    atStart,
    unit: (slat) => Math.floor(slat * (dt ?? 1) + 1e-9),
    ...(contents ? { contents } : {}),
    ...(arrest ? { arrest } : {}),
    ...(exit === undefined ? {} : { exit }),
    leaks,
    tools,
  };
}

const leakOf = (world: World, flow: VariableId): Leak | undefined => {
  const body = world.elements.get(flow)?.definition.body;
  return body?.kind === 'formula' ? body.leak : undefined;
};

/** The greatest length of one that follows the clock alone. */
function longestOf(
  length: Expr,
  { context }: WaitingConveyor,
  inRun: number,
  stepsOf: (time: number | undefined) => number,
): number | undefined {
  const [start, dt] = [valueAtStart(START, context), valueAtStart(DT, context)];
  if (start === undefined || dt === undefined || !(inRun <= MOST_STEPS)) return undefined;
  let longest = 1;
  for (let i = 0; i <= inRun; i++) {
    const steps = stepsOf(valueAt(length, start + i * dt, context));
    if (Number.isNaN(steps)) return undefined;
    longest = Math.max(longest, steps);
  }
  return Math.min(longest, inRun + 1);
}

/** The depth of the moment, or the last one that was sampled; an arrested belt samples nothing. */
function depthOf(length: Expr, { sample }: Conveyor, arrest: Expr | undefined, tools: Tools): Expr {
  const now = tools.aux('depth', call('max', num(1), call('round', div(length, DT))));
  if (!sample && !arrest) return now;
  const id = tools.name('latched depth');
  const last = past(id, num(1), tools.frozen(now));
  const asked = sample ? iff(truth(tools.valueOf(sample)), now, last) : now;
  tools.define(id, arrest ? iff(arrest, last, asked) : asked);
  return ref(id);
}
