import { error, hasErrors } from '../../base/diagnostic.ts';
import { fail, ok } from '../../base/result.ts';
import { canonical } from '../../equation/dialects/names.ts';
import { externalElements, tellWithoutData } from './data-variables.ts';
import { solveLoops } from './algebraic-loops.ts';
import { arraysOf } from './arrays-of.ts';
import { clockOf } from './clock.ts';
import { runContainers } from './containers/containers.ts';
import { holdFlows } from './containers/held-flows.ts';
import { writeOutRuns } from './write-out-runs.ts';
import { separateInitials } from './active-initial.ts';
import { dimensionsOf } from './dimensions.ts';
import { emitScope } from './emit.ts';
import { leaveOutEmpty } from './empty-elements.ts';
import { addMacroOutputs } from './macro-outputs.ts';
import { outputId } from './macros.ts';
import { functionFor } from './functions/index.ts';
import { lower } from './lower.ts';
import { limitOutflows } from './non-negative.ts';
import { keepOwnSteps } from './own-steps.ts';
import { makeScope } from './scope.ts';
import { mainContext, specsOf } from './specs.ts';
import { separateFlows } from './shared-flows.ts';
import { shiftStocks } from './shifts.ts';
import { splitRates } from './stocks.ts';
import { toVariable } from './to-variable.ts';
import { unitReader, unitText } from '../foreign/units.ts';
import { unitWarnings } from './unit-warnings.ts';
import { within } from './build.ts';
import { limits } from './world.ts';
import { Stop } from '../stop.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { Model } from '../../model/model.ts';
import type { DataFiles } from '../data/data-files.ts';
import type { ForeignModel } from '../foreign/foreign-model.ts';
import type { World } from './world.ts';

/** Vensim's control variables belong to the run, not to the model. */
const CONTROL = ['time', 'time_step', 'initial_time', 'final_time'];

/**
 * Turns a foreign model into one like any other: arrays become scalars with the names of their elements, modules and
 * macros their variables, delays and their kind hidden stocks. Fails with all mistakes that were found.
 */
export function expandModel(foreign: ForeignModel, files: DataFiles): Result<Model, readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [...foreign.warnings];
  const report = reporter(diagnostics);
  let world: World | undefined;
  try {
    world = worldOf(foreign, files, report);
    const begun = world;
    return within(limits.made, () => modelFrom(begun, diagnostics));
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem;
    const args = { what: 'parts', count: limits.parts + 1, limit: limits.parts } as const;
    if (!hasErrors(diagnostics)) report(error('too-many', args, world?.at));
    return fail(diagnostics);
  }
}

/** Most mistakes that are told of one file: who has made more begins with these. */
const MOST_MISTAKES = 100;

/** Keeps what there is to say; an array's mistake is made once, though every element runs into it. */
function reporter(diagnostics: Diagnostic[]): World['report'] {
  const seen = new Set<string>();
  let mistakes = 0;
  return (d) => {
    const { file, line, column } = d.where;
    const key = JSON.stringify([d.code, file, line, column, d.args]);
    if (seen.has(key)) return;
    seen.add(key);
    diagnostics.push(d);
    if (d.severity === 'error' && ++mistakes >= MOST_MISTAKES) throw new Stop();
  };
}

function worldOf(foreign: ForeignModel, files: DataFiles, report: World['report']): World {
  return {
    foreign,
    dimensions: dimensionsOf(foreign.dimensions, (d) => externalElements(d, foreign, files, report), report),
    files,
    made: new Map(),
    elements: new Map(),
    activeInitials: new Map(),
    counts: new Map(),
    withoutData: new Map(),
    conveyors: [],
    queues: [],
    ovens: [],
    completeRuns: [],
    shifts: [],
    loops: [],
    stepwise: new Set(),
    counted: new Set(),
    steps: new Map([['', foreign.main.every ?? 1]]),
    shared: new WeakMap(),
    rules: {
      lower,
      emitScope,
      runsThrough: (term, context) => {
        const runs = functionFor(term, context)?.runs;
        return runs === true || (runs === 'alone' && term.args.length === 1);
      },
    },
    report,
    at: { file: foreign.file },
    size: 0,
    parts: 0,
    modules: 0,
  };
}

function modelFrom(world: World, diagnostics: Diagnostic[]): Result<Model, readonly Diagnostic[]> {
  const { foreign, report } = world;
  const scope = makeScope(world, foreign.main, { prefix: '', hidden: false, depth: 0, around: [] });
  if (world.elements.size === 0 && !hasErrors(diagnostics)) report(error('no-variables', { file: foreign.file }, { file: foreign.file })); // prettier-ignore
  if (foreign.dialect === 'vensim') for (const name of CONTROL) scope.entries.delete(name);
  leaveOutEmpty(world, scope);
  addMacroOutputs(scope, (name, left) => outputId(name, { left, scope, world }));
  emitScope(world, scope);
  tellWithoutData(world);
  if (hasErrors(diagnostics)) return fail(diagnostics);
  if (foreign.dialect === 'vensim') splitRates(world);
  else separateFlows(world);
  solveLoops(world);
  shiftStocks(world);
  runContainers(world);
  limitOutflows(world);
  separateInitials(world);
  writeOutRuns(world);
  const context = mainContext(world, scope);
  const specs = specsOf(context);
  if (specs.method !== 'euler') holdFlows(world);
  keepOwnSteps(world);
  const clock = hasErrors(diagnostics) ? undefined : clockOf(context, specs);
  const simSpecs = clock ? { ...specs, clock } : specs;
  if (hasErrors(diagnostics)) return fail(diagnostics);

  const readUnit = unitReader(foreign.units);
  const unitOf = (text: string): string => unitText(readUnit(text));
  const variables = new Map([...world.made].map(([id, made]) => [id, toVariable(id, made, unitOf)]));
  diagnostics.push(...unitWarnings(world));
  const both = (text: string) => ({ sv: text, en: text });
  const positions = [...variables.keys()].flatMap((id) => {
    const at =
      foreign.positions.get(canonical(id)) ?? foreign.positions.get(canonical(id.replace(/\[.*$/, '')));
    return at ? [[id, at] as const] : [];
  });
  const arrays = arraysOf(world, scope);
  return ok({
    id: canonical(foreign.name) || 'model',
    name: both(foreign.name),
    about: both(foreign.about),
    file: foreign.file,
    dialect: foreign.dialect,
    simSpecs: { ...simSpecs, timeUnit: unitOf(simSpecs.timeUnit) },
    variables,
    levers: [],
    actors: [],
    outcomes: [],
    presets: [],
    strategies: [],
    ...(world.modules > 0 ? { hasModules: true } : {}),
    ...(arrays ? { arrays } : {}),
    ...(positions.length === 0 ? {} : { diagram: Object.fromEntries(positions) }),
    ...(diagnostics.length === 0 ? {} : { warnings: diagnostics }),
  });
}
