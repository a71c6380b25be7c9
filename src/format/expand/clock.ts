import { error, warning } from '../../base/diagnostic.ts';
import { eachPart } from '../../equation/parts.ts';
import { num, ref } from './build.ts';
import { valueAt } from './constant-value.ts';
import { replaceNames } from './replace.ts';
import type { Expr } from '../../model/expr.ts';
import type { Clock, SimSpecs } from '../../model/model.ts';
import type { Formula } from '../foreign/foreign-model.ts';
import type { Context } from './world.ts';

/** Most steps of a run whose steps differ. */
const MOST_STEPS = 200_000;

/**
 * The steps of a model whose control variables look at the time. Undefined if they do not, or if they look at
 * something that only the run itself can tell: then they are taken as at the start, which is told.
 */
export function clockOf(context: Context, specs: SimSpecs): Clock | undefined {
  const { foreign, report } = context.world;
  const written = {
    dt: foreign.specs.dt,
    stop: foreign.specs.stop,
    save: foreign.specs.saveStep ?? foreign.specs.dt,
  };
  const exprs = Object.entries(written).map(([name, formula]) => [name, expanded(formula, context)] as const);
  if (!exprs.some(([, expr]) => looksAtTime(expr))) return undefined;
  const at = (name: keyof typeof written, time: number): number | undefined => {
    const expr = exprs.find(([own]) => own === name)![1];
    return valueAt(expr, time, context);
  };
  const { file, line, column } = foreign.specs.dt.source;
  const asAtStart = (what: string): undefined => {
    report(
      warning(
        'approximated',
        { what, instead: `dt ${specs.dt}, ${specs.start}–${specs.stop}` },
        { file, line, column },
      ),
    );
    return undefined;
  };
  if (remembers(context)) return asAtStart('time step');

  const stretches: { start: number; dt: number; steps: number }[] = [];
  const saved: number[] = [];
  let nextSave = specs.start;
  for (let time = specs.start, steps = 0; ; steps++) {
    const [dt, stop, save] = [at('dt', time), at('stop', time), at('save', time)];
    if (dt === undefined || stop === undefined || save === undefined || !(dt > 0))
      return asAtStart('time step');
    if (steps > MOST_STEPS) {
      report(error('too-many', { what: 'steps', count: steps, limit: MOST_STEPS }, { file, line, column }));
      return undefined;
    }
    if (time >= nextSave - 1e-6 * dt) {
      saved.push(time);
      nextSave = time + save;
    }
    if (time + dt > stop + 1e-6 * dt) break;
    const last = stretches.at(-1);
    if (last?.dt === dt) last.steps++;
    else stretches.push({ start: time, dt, steps: 1 });
    const open = stretches.at(-1)!;
    time = open.start + open.steps * open.dt;
  }
  if (stretches.length === 0) return undefined;
  fixTimes(context, specs);
  return { stretches, saved };
}

const expanded = ({ term, source }: Formula, context: Context): Expr =>
  context.world.rules.lower(term, { ...context, source });

/** Whether it names the time itself; what it names besides must be constant. */
function looksAtTime(expr: Expr): boolean {
  let found = false;
  eachPart(
    expr,
    (part) => (found ||= part.kind === 'ref' && (part.name === 'time' || part.name === 'steptime')),
  );
  return found;
}

function remembers({ world }: Context): boolean {
  let found = false;
  for (const made of world.made.values()) {
    if (made.kind === 'aux' || made.kind === 'flow')
      eachPart(made.expr, (part) => (found ||= part.kind === 'past'));
  }
  return found;
}

/** Each stretch has a start and a stop of its own; the model means those of the whole run. */
function fixTimes({ world }: Context, { start, stop }: SimSpecs): void {
  const fixed = (expr: Expr): Expr =>
    replaceNames(expr, (name, span) =>
      name === 'starttime' ? num(start, span) : name === 'stoptime' ? num(stop, span) : ref(name, span),
    );
  for (const [id, made] of world.made) {
    if (made.kind === 'stock') world.made.set(id, { ...made, initial: fixed(made.initial) });
    else if (made.kind !== 'table') world.made.set(id, { ...made, expr: fixed(made.expr) });
  }
}
