import { error, warning } from '../../base/diagnostic.ts';
import { numberOps } from '../../numeric/number-ops.ts';
import { builtins } from '../../equation/builtins/index.ts';
import { eachPart, namesIn } from '../../equation/parts.ts';
import { DT, START, STEP_TIME, add, call, div, iff, mul, negate, not, num, op, pick, ref, sub, sum, truncated } from './build.ts'; // prettier-ignore
import { hiddenId, make } from './making.ts';
import { limits } from './world.ts';
import type { Expr } from '../../model/expr.ts';
import type { FixedMethod } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import type { Formula, OwnTimes } from '../foreign/foreign-model.ts';
import type { CompleteRun, Context, Made, World } from './world.ts';

/** Most steps of a run whose length only the run around it can tell. */
export const MOST_OPEN_STEPS = 100;

/** Where in its step each stage of a method stands, and what the stage's rates count for. */
const STAGES: Readonly<Record<FixedMethod, readonly (readonly [at: number, weight: number])[]>> = {
  euler: [[0, 1]],
  rk2: [[0, 0], [0.5, 1]],
  rk4: [[0, 1 / 6], [0.5, 2 / 6], [0.5, 2 / 6], [1, 1 / 6]],
}; // prettier-ignore

/**
 * Models that run from their start to their stop within each step of the model around them (XMILE 3.7.4, independent
 * mode), and macros with times of their own (4.8.3): every step of such a run is written out, and each variable is what
 * it is at the run's end. The innermost go first.
 */
export function writeOutRuns(world: World): void {
  for (const [nth, run] of world.completeRuns.toSorted((a, b) => b.prefix.length - a.prefix.length).entries()) {
    const own = new Map([...world.made].filter(([id, made]) => id.startsWith(run.prefix) && made.kind !== 'table'));
    if (isRefused(world, run, own)) continue;
    writeOut(world, nth, run, own);
  }
} // prettier-ignore

/**
 * Takes down that the variables of a prefix have such a run; what the file says of its times is read in the context. A
 * number of steps that is no plain number is worked out as the model runs, up to a bound, which is told.
 */
export function addCompleteRun(times: OwnTimes, prefix: string, context: Context): void {
  const { world } = context;
  const { what, place, method } = times;
  const of = ({ term, source }: Formula): Expr =>
    plain(world.rules.lower(term, { ...context, source }), context);
  const [start, stop, dt] = [of(times.start), of(times.stop), of(times.dt)];
  const steps = plain(call('max', num(0), call('round', div(sub(stop, start), dt))), context);
  world.completeRuns.push({ prefix, start, stop, dt, steps, method, what, place });
  if (steps.kind !== 'number')
    world.report(warning('approximated', { what, instead: `≤ ${MOST_OPEN_STEPS} DT` }, place));
}

/** A number, or a variable outside the run, so that the run's own time is not taken for the time around it. */
export function plain(expr: Expr, context: Context): Expr {
  const value = numberIn(expr);
  if (value !== undefined) return num(value);
  if (expr.kind === 'ref' && !OWN_TIMES.has(expr.name)) return expr;
  const id = hiddenId(context, 'value');
  make(context, id, { kind: 'aux', expr });
  return ref(id);
}

/** What numbers alone give. */
function numberIn(expr: Expr): number | undefined {
  if (expr.kind === 'number') return expr.value;
  const builtin = expr.kind === 'call' ? builtins.get(expr.fn) : undefined;
  if (expr.kind !== 'call' || !builtin || builtin.given) return undefined;
  const args = expr.args.map(numberIn);
  return args.includes(undefined) ? undefined : builtin.meaning(numberOps, args as readonly number[]);
}

function isRefused(world: World, run: CompleteRun, own: ReadonlyMap<VariableId, Made>): boolean {
  const container = [...world.conveyors, ...world.queues, ...world.ovens].find(({ id }) => own.has(id));
  if (container) {
    const what = `${container.id}: <conveyor>, <queue>, <oven> (${run.what})`;
    world.report(error('not-supported', { what }, run.place));
    return true;
  }
  const steps = run.steps.kind === 'number' ? run.steps.value : MOST_OPEN_STEPS;
  const count = world.made.size + own.size * steps * STAGES[run.method].length;
  if (count <= limits.variables) return false;
  world.report(error('too-many', { what: 'variables', count, limit: limits.variables }, run.place));
  return true;
}

function writeOut(world: World, nth: number, run: CompleteRun, own: ReadonlyMap<VariableId, Made>): void {
  const { start, dt, method } = run;
  const changing = changingIn(own);
  const last = run.steps.kind === 'number' ? run.steps.value : MOST_OPEN_STEPS;
  const hide = (id: VariableId, { definition }: Made, expr: Expr): Expr => {
    world.made.set(id, { kind: 'aux', expr, definition, hidden: true });
    return ref(id);
  };
  const nameAt = (id: VariableId, step: number, stage = 0): VariableId =>
    `${id}|run ${nth} step ${step}${stage === 0 ? '' : ` stage ${stage}`}`;
  const refAt = (id: VariableId, step: number, stage = 0): Expr =>
    ref(changing.has(id) ? nameAt(id, step, stage) : id);
  const timeAt = (step: number, part = 0): Expr => add(start, mul(num(step + part), dt));

  /** An expression as it is at a stage of a step. */
  function placed(expr: Expr, step: number, stage: number): Expr {
    const of = (e: Expr): Expr => placed(e, step, stage);
    switch (expr.kind) {
      case 'number':
        return expr;
      case 'ref':
        switch (expr.name) {
          case 'time':
            return timeAt(step, STAGES[method][stage]![0]);
          case 'steptime':
            return timeAt(step);
          case 'dt':
            return dt;
          case 'starttime':
            return start;
          case 'stoptime':
            return run.stop;
          default:
            return refAt(expr.name, step, stage);
        }
      case 'negate':
        return negate(of(expr.arg));
      case 'not':
        return not(of(expr.arg));
      case 'binary':
        return op(expr.op, of(expr.left), of(expr.right));
      case 'if':
        return iff(of(expr.test), of(expr.then), of(expr.otherwise));
      case 'lookup':
        return { ...expr, x: of(expr.x) };
      case 'past':
        return before(expr.name, of(expr.steps), of(expr.initial), step);
      case 'call':
        // A draw is another in every step of every run.
        if (expr.fn === 'chance') {
          const drawn = add(mul(OUTER_STEP, num(last + 1)), num(step));
          return call('chance', of(expr.args[0]!), of(expr.args[1]!), drawn);
        }
        return call(expr.fn, ...expr.args.map(of));
    }
  }

  /** A variable's value some steps ago; none of them is of an earlier run. */
  function before(name: VariableId, steps: Expr, initial: Expr, step: number): Expr {
    if (steps.kind !== 'number') {
      const values = Array.from({ length: step }, (_, i) => refAt(name, step - 1 - i));
      return pick(call('max', num(1), truncated(steps)), values, initial);
    }
    const ago = Math.trunc(steps.value);
    const at = step - (ago === 0 ? 0 : Math.max(1, ago));
    return at < 0 ? initial : refAt(name, at);
  }

  const stocks = [...own].filter(([id]) => changing.has(id));
  for (const [id, made] of stocks)
    if (made.kind === 'stock') hide(nameAt(id, 0), made, placed(made.initial, 0, 0));
  for (let step = 0; step <= last; step++) {
    const stages = STAGES[method];
    const nets = new Map<VariableId, Expr[]>();
    for (const [stage, [at]] of stages.entries()) {
      if (stage > 0 && step === last) break;
      for (const [id, made] of stocks) {
        if (made.kind !== 'stock') {
          if (made.kind !== 'table') hide(nameAt(id, step, stage), made, placed(made.expr, step, stage));
        } else if (stage > 0)
          hide(nameAt(id, step, stage), made, add(refAt(id, step), mul(mul(num(at), dt), nets.get(id)!.at(-1)!))); // prettier-ignore
      }
      if (step === last) break;
      for (const [id, made] of stocks) {
        if (made.kind !== 'stock') continue;
        const all = (flows: readonly VariableId[]): Expr =>
          sum(flows.map((flow) => refAt(flow, step, stage)));
        const net =
          made.outflows.length === 0 ? all(made.inflows) : sub(all(made.inflows), all(made.outflows));
        nets.set(id, [...(nets.get(id) ?? []), net]);
      }
    }
    if (step === last) break;
    for (const [id, made] of stocks) {
      if (made.kind !== 'stock') continue;
      const rate = sum(nets.get(id)!.flatMap((net, i) => (stages[i]![1] === 0 ? [] : mul(num(stages[i]![1]), net)))); // prettier-ignore
      hide(nameAt(id, step + 1), made, add(refAt(id, step), mul(dt, rate)));
    }
  }
  for (const [id, made] of own) {
    if (made.kind === 'table') continue;
    const { definition, hidden } = made;
    const kind = made.kind === 'flow' ? 'flow' : 'aux';
    const expr = changing.has(id) ? atEnd(id) : made.kind === 'stock' ? made.initial : made.expr;
    world.made.set(id, { kind, expr, definition, hidden });
  }

  function atEnd(id: VariableId): Expr {
    if (run.steps.kind === 'number') return refAt(id, last);
    const values = Array.from({ length: last + 1 }, (_, step) => refAt(id, step));
    return pick(add(run.steps, num(1)), values, num(NaN));
  }
}

/** How many steps the model around the run has taken. */
const OUTER_STEP = call('round', div(sub(STEP_TIME, START), DT));

const OWN_TIMES: ReadonlySet<string> = new Set(['time', 'steptime', 'dt', 'starttime', 'stoptime']);

/** What changes as the run goes on, or goes by its times: stocks, and all that reads them. */
function changingIn(own: ReadonlyMap<VariableId, Made>): ReadonlySet<VariableId> {
  const readers = new Map<string, VariableId[]>();
  const changing = new Set<VariableId>();
  const found: VariableId[] = [];
  for (const [id, made] of own) {
    if (made.kind === 'table') continue;
    let changes = made.kind === 'stock';
    const expr = made.kind === 'stock' ? made.initial : made.expr;
    eachPart(expr, (part) => {
      changes ||=
        part.kind === 'past' ||
        (part.kind === 'ref' && OWN_TIMES.has(part.name)) ||
        (part.kind === 'call' && (part.fn === 'chance' || builtins.get(part.fn)?.given !== undefined));
    });
    if (changes) found.push(id);
    for (const name of namesIn(expr)) readers.set(name, [...(readers.get(name) ?? []), id]);
  }
  for (let id = found.pop(); id !== undefined; id = found.pop()) {
    if (changing.has(id)) continue;
    changing.add(id);
    found.push(...(readers.get(id) ?? []));
  }
  return changing;
}
