import { error, warning } from '../../base/diagnostic.ts';
import { builtins } from '../../equation/builtins/index.ts';
import { eachPart } from '../../equation/parts.ts';
import { valueAtStart } from './constant-value.ts';
import type { Expr } from '../../model/expr.ts';
import type { Method, SimSpecs } from '../../model/model.ts';
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
  return { start, stop, dt, saveStep, method: methodFor(context.world), timeUnit: specs.timeUnit };
}

/**
 * The method that the file asks for, if the model has a solution by it. What goes by steps, such as a conveyor, a pipeline
 * delay or a draw, has no steps of its own choice.
 */
function methodFor({ foreign, conveyors, queues, ovens, made, report }: World): Method {
  const { method, otherwise, dt } = foreign.specs;
  const { file, line, column } = dt.source;
  const instead = (chosen: Method, why: string): Method => {
    report(warning('approximated', { what: `${method}: ${why}`, instead: chosen }, { file, line, column }));
    return chosen;
  };
  if (otherwise === undefined) return method;
  let stocks = 0;
  for (const { kind } of made.values()) if (kind === 'stock') stocks++;
  if (method === 'stiff' && stocks > MOST_STIFF) return instead(otherwise, `${stocks} stocks`);
  const container = conveyors[0] ?? queues[0] ?? ovens[0];
  if (container) return instead(otherwise, container.id);
  for (const [id, variable] of made) {
    if (variable.kind === 'table' || variable.kind === 'stock') continue;
    const stepwise: Expr[] = [];
    eachPart(variable.expr, (part) => goesBySteps(part) && stepwise.push(part));
    if (stepwise.length > 0) return instead(otherwise, id);
  }
  return method;
}

/** A method for stiff models solves for all stocks at once, which takes the third power of their number. */
const MOST_STIFF = 250;

const goesBySteps = (part: Expr): boolean =>
  part.kind === 'past' ||
  (part.kind === 'ref' && (part.name === 'dt' || part.name === 'steptime')) ||
  (part.kind === 'call' && builtins.get(part.fn)?.given?.includes('draw') === true);

/** For equations that are no variable's, such as those of the control variables. */
export function mainContext(world: World, scope: Scope): Context {
  const { source } = world.foreign.specs.dt;
  const { file, line, column } = source;
  const definition: Definition = {
    name: '', subscripts: [], except: [], body: { kind: 'none' }, source, unit: source, about: '', place: { file, line, column },
  }; // prettier-ignore
  return { world, scope, owner: 'specs', definition, source, bindings: [], left: [], loops: new Map() };
}
