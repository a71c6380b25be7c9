import { error } from '../../base/diagnostic.ts';
import { builtins } from '../../equation/builtins/index.ts';
import { eachPart, namesIn } from '../../equation/parts.ts';
import { DT, START, STEP_TIME, add, call, div, iff, mul, negate, not, num, op, pick, ref, sub, sum, truncated } from './build.ts'; // prettier-ignore
import { MOST_OPEN_STEPS, OWN_TIMES } from './complete-runs.ts';
import { limits } from './world.ts';
import type { Expr } from '../../model/expr.ts';
import type { FixedMethod } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import type { CompleteRun, Made, World } from './world.ts';

type Own = ReadonlyMap<VariableId, Exclude<Made, { kind: 'table' }>>;

/** Where in its step each stage of a method stands, and what the stage's rates count for. */
const STAGES: Readonly<Record<FixedMethod, readonly (readonly [at: number, weight: number])[]>> = {
  euler: [[0, 1]],
  rk2: [[0, 0], [0.5, 1]],
  rk4: [[0, 1 / 6], [0.5, 2 / 6], [0.5, 2 / 6], [1, 1 / 6]],
}; // prettier-ignore

/** How many steps the model around a run has taken. */
const OUTER_STEP = call('round', div(sub(STEP_TIME, START), DT));

/** How far the draws of one run stand from those of the next, in steps. */
const DRAWN_APART = 100_003;

/**
 * Models that run from their start to their stop within each step of the model around them (XMILE 3.7.4, independent
 * mode), and macros with times of their own (4.8.3): every step of such a run is written out, and each variable is what
 * it is at the run's end. The innermost go first.
 */
export function writeOutRuns(world: World): void {
  const runs = world.completeRuns.toSorted((a, b) => b.prefix.length - a.prefix.length);
  const ids = new Map(runs.map(({ prefix }) => [prefix, new Set<VariableId>()]));
  /** Names a variable to the runs that it belongs to, by what its name begins with. */
  const enlist = (id: VariableId): void => {
    for (let to = 1; to < id.length; to++)
      if (id[to] === '.' || id[to] === '|') ids.get(id.slice(0, to + 1))?.add(id);
  };
  if (runs.length > 0) for (const id of world.made.keys()) enlist(id);
  for (const [nth, run] of runs.entries()) {
    const own: Own = new Map(
      [...ids.get(run.prefix)!].flatMap((id) => {
        const made = world.made.get(id);
        return made && made.kind !== 'table' ? [[id, made] as const] : [];
      }),
    );
    if (isRefused(world, run, own)) continue;
    writeOut(run, nth, own, (id, made) => {
      world.made.set(id, made);
      enlist(id);
    });
  }
}

function isRefused(world: World, run: CompleteRun, own: Own): boolean {
  const container = [...world.conveyors, ...world.queues, ...world.ovens].find(({ id }) => own.has(id));
  if (container) {
    const what = `${container.id}: <conveyor>, <queue>, <oven> (${run.what})`;
    world.report(error('not-supported', { what }, run.place));
    return true;
  }
  const steps = run.steps.kind === 'number' ? run.steps.value : MOST_OPEN_STEPS;
  if (!Number.isFinite(steps)) {
    world.report(error('not-supported', { what: `${run.what} <dt>` }, run.place));
    return true;
  }
  const count = world.made.size + own.size * steps * STAGES[run.method].length;
  if (count <= limits.variables) return false;
  world.report(error('too-many', { what: 'variables', count, limit: limits.variables }, run.place));
  return true;
}

function writeOut(run: CompleteRun, nth: number, own: Own, set: (id: VariableId, made: Made) => void): void {
  const { start, dt } = run;
  const stages = STAGES[run.method];
  const last = run.steps.kind === 'number' ? run.steps.value : MOST_OPEN_STEPS;
  const ids = changingIn(own);
  const changing = [...own].filter(([id]) => ids.has(id));
  const nameAt = (id: VariableId, step: number, stage = 0): VariableId =>
    `${id}|run ${nth} step ${step}${stage === 0 ? '' : ` stage ${stage}`}`;
  const refAt = (id: VariableId, step: number, stage = 0): Expr =>
    ref(ids.has(id) ? nameAt(id, step, stage) : id);
  const timeAt = (step: number, part = 0): Expr => add(start, mul(num(step + part), dt));
  const hide = (id: VariableId, { definition }: Made, expr: Expr): void =>
    set(id, { kind: 'aux', expr, definition, hidden: true });

  for (const [id, made] of changing)
    if (made.kind === 'stock') hide(nameAt(id, 0), made, placed(made.initial, 0, 0));
  for (let step = 0; step < last; step++) {
    for (const stage of stages.keys()) computeStage(step, stage);
    for (const [id, made] of changing) {
      if (made.kind !== 'stock') continue;
      const rates = stages.flatMap(([, weight], stage) =>
        weight === 0 ? [] : mul(num(weight), net(made, step, stage)),
      );
      hide(nameAt(id, step + 1), made, add(refAt(id, step), mul(dt, sum(rates))));
    }
  }
  computeStage(last, 0);
  for (const [id, made] of own) {
    const { definition, hidden } = made;
    const expr = ids.has(id) ? atEnd(id) : made.kind === 'stock' ? made.initial : made.expr;
    set(id, { kind: made.kind === 'flow' ? 'flow' : 'aux', expr, definition, hidden });
  }

  /** All that changes, at a stage of a step; a stock stands there as far on as the stage before took it. */
  function computeStage(step: number, stage: number): void {
    const at = stages[stage]![0];
    for (const [id, made] of changing) {
      const name = nameAt(id, step, stage);
      if (made.kind !== 'stock') hide(name, made, placed(made.expr, step, stage));
      else if (stage > 0)
        hide(name, made, add(refAt(id, step), mul(mul(num(at), dt), net(made, step, stage - 1))));
    }
  }

  function net(stock: Extract<Made, { kind: 'stock' }>, step: number, stage: number): Expr {
    const all = (flows: readonly VariableId[]): Expr => sum(flows.map((flow) => refAt(flow, step, stage)));
    return stock.outflows.length === 0 ? all(stock.inflows) : sub(all(stock.inflows), all(stock.outflows));
  }

  function atEnd(id: VariableId): Expr {
    if (run.steps.kind === 'number') return refAt(id, last);
    const values = Array.from({ length: last + 1 }, (_, step) => refAt(id, step));
    return pick(add(run.steps, num(1)), values, num(NaN));
  }

  /** An expression as it is at a stage of a step. */
  function placed(expr: Expr, step: number, stage: number): Expr {
    const of = (e: Expr): Expr => placed(e, step, stage);
    switch (expr.kind) {
      case 'number':
        return expr;
      case 'ref':
        switch (expr.name) {
          case 'time':
            return timeAt(step, stages[stage]![0]);
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
          const [seed, site, drawn] = expr.args.map(of);
          return call('chance', seed!, site!, add(drawn!, mul(OUTER_STEP, num(DRAWN_APART + 7919 * nth))));
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
}

/** What changes as the run goes on, or goes by its times: stocks, and all that reads them. */
function changingIn(own: Own): ReadonlySet<VariableId> {
  const readers = new Map<string, VariableId[]>();
  const changing = new Set<VariableId>();
  const found: VariableId[] = [];
  for (const [id, made] of own) {
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
