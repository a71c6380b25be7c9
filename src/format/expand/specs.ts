import { error, warning } from '../../base/diagnostic.ts';
import { valueAtStart } from './constant-value.ts';
import type { SimSpecs } from '../../model/model.ts';
import type { Definition, Formula } from '../foreign/foreign-model.ts';
import type { Context, Scope, World } from './world.ts';

/** The times of a run from what the file says; they may be worked out from constants of the model. */
export function specsOf(context: Context): SimSpecs {
  const { foreign, report } = context.world;
  const { specs } = foreign;
  const valueOf = (formula: Formula): number | undefined =>
    valueAtStart(context.world.rules.lower(formula.term, { ...context, source: formula.source }), context);
  const required = (name: string, formula: Formula): number => {
    const found = valueOf(formula);
    const { file, line, column } = formula.source;
    if (found === undefined) report(error('not-constant', { name }, { file, line, column }));
    return found ?? 1;
  };
  const start = required('starttime', specs.start);
  const stop = required('stoptime', specs.stop);
  const dt = required('dt', specs.dt);
  const asked = specs.saveStep ? (valueOf(specs.saveStep) ?? dt) : dt;
  const saveStep = dt * Math.max(1, Math.round(asked / dt));
  if (specs.saveStep && Math.abs(saveStep - asked) > 1e-6 * dt && asked >= dt) {
    const { file, line, column } = specs.saveStep.source;
    report(
      warning(
        'approximated',
        { what: `saveper ${asked}`, instead: String(saveStep) },
        { file, line, column },
      ),
    );
  }
  return { start, stop, dt, saveStep, method: specs.method, timeUnit: specs.timeUnit };
}

/** For equations that are no variable's, such as those of the control variables. */
export function mainContext(world: World, scope: Scope): Context {
  const { source } = world.foreign.specs.dt;
  const { file, line, column } = source;
  const definition: Definition = {
    name: '', subscripts: [], except: [], body: { kind: 'none' }, source, unit: source, about: '', place: { file, line, column },
  }; // prettier-ignore
  return { world, scope, owner: 'specs', definition, source, bindings: [], left: [], loops: new Map() };
}
