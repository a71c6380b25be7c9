import { error, warning } from '../../base/diagnostic.ts';
import { constantValue } from './constant-value.ts';
import { lower } from './lower.ts';
import type { Expr } from '../../equation/expr.ts';
import type { SimSpecs } from '../../model/model.ts';
import type { Formula } from '../foreign/foreign-model.ts';
import type { Scope, World } from './world.ts';

/** The times of a run from what the file says; they may be worked out from constants of the model. */
export function specsOf(world: World, scope: Scope): SimSpecs {
  const { specs } = world.foreign;
  const exprs = new Map<string, Expr>();
  const of = (name: string, formula: Formula): void => {
    const definition = {
      name, subscripts: [], except: [], body: { kind: 'none' }, source: formula.source, unit: formula.source, about: '', place: formula.source,
    } as const; // prettier-ignore
    const context = { world, scope, owner: name, definition, source: formula.source, bindings: [], left: [], loops: new Map() };
    exprs.set(name, lower(formula.term, context));
  };
  of('starttime', specs.start);
  of('stoptime', specs.stop);
  of('dt', specs.dt);
  if (specs.saveStep) of('savestep', specs.saveStep);

  const open = new Set<string>();
  const value = (name: string): number | undefined => {
    // A control variable that looks at the time is taken as it is at the start.
    if (name === 'time' || name === 'steptime') return value('starttime') ?? 0;
    const expr = exprs.get(name);
    if (!expr || open.has(name)) return open.has(name) && name === 'starttime' ? 0 : undefined;
    open.add(name);
    const found = constantValue(expr, world, value);
    open.delete(name);
    return found;
  };
  const required = (name: string, formula: Formula): number => {
    const found = value(name);
    const { file, line, column } = formula.source;
    if (found === undefined) world.report(error('not-constant', { name }, { file, line, column }));
    return found ?? 1;
  };
  const start = required('starttime', specs.start);
  const stop = required('stoptime', specs.stop);
  const dt = required('dt', specs.dt);
  const asked = specs.saveStep ? (value('savestep') ?? dt) : dt;
  const saveStep = dt * Math.max(1, Math.round(asked / dt));
  if (specs.saveStep && Math.abs(saveStep - asked) > 1e-6 * dt && asked >= dt) {
    const { file, line, column } = specs.saveStep.source;
    world.report(warning('approximated', { what: `saveper ${asked}`, instead: String(saveStep) }, { file, line, column }));
  }
  return { start, stop, dt, saveStep, method: specs.method, timeUnit: specs.timeUnit };
}
