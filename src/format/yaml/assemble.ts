import { error } from '../../base/diagnostic.ts';
import type { Model, SimSpecs } from '../../model/model.ts';
import { timeProblem } from '../../model/sim-specs.ts';
import type { Variable } from '../../model/variable.ts';
import { inBothLanguages, nameAndAbout, newDraft, readableId, type Draft } from './draft.ts';
import { actorKinds, expandActors } from './expand-actors.ts';
import { declareLedger, expandLedger } from './expand-ledger.ts';
import { declareLever, expandLever } from './expand-levers.ts';
import { equilibriumOf, factsOf } from './equilibrium.ts';
import { lifeOf, limitsOf } from './life.ts';
import { outcomesOf, placesOf, presetsOf, strategiesOf } from './presentation.ts';
import type { ModelFile, PartFile } from './schema.ts';
import type { Entry } from './record.ts';
import type { At } from './shape.ts';
import { addVariables, checkStocks } from './variables.ts';

/** A model may define at most so many variables, its parts' and the generated ones included. */
const mostVariables = 20_000;

export interface IncludedPart {
  readonly name: At<string>;
  readonly content: PartFile;
}

/**
 * Puts a model together: its own variables, its parts', and those that levers, actors and the ledger are made into.
 * Undefined if too much is missing; whether anything was wrong is in what has been reported.
 */
export function assemble(
  file: ModelFile,
  parts: readonly IncludedPart[],
  path: string,
  report: Draft['report'],
): Model | undefined {
  const draft = newDraft(file.sim_specs?.time_unit.text ?? 'year', report);
  const { names } = draft;
  const files = [file, ...parts.map((part) => part.content)];
  const levers = once(
    files.flatMap((f) => f.levers ?? []),
    draft,
  );
  const actors = once(
    files.flatMap((f) => f.actors ?? []),
    draft,
  );
  const kinds = actorKinds(actors);

  // Every name is declared before any is referred to: the order of the file means nothing.
  addVariables(file, draft);
  for (const { content, name } of parts) addVariables(content, draft, `part:${name.value}`);
  for (const lever of levers) declareLever(lever, draft);
  declareLedger(actors, file.ledger, draft);
  if (names.count > mostVariables) {
    report(
      error('too-many', { what: 'variables', count: names.count, limit: mostVariables }, { file: path }),
    );
    return undefined;
  }

  checkStocks(files, draft);
  checkNeeds(parts, draft);
  if (file.roll_out !== undefined) names.refer(file.roll_out.active, 'variable');
  const ledgerActors = expandActors(actors, draft);
  const expanded = levers.flatMap(
    (lever) => expandLever(lever, file.roll_out?.active.value, kinds, draft) ?? [],
  );
  const ledger =
    file.ledger === undefined ? undefined : expandLedger(file.ledger, ledgerActors, kinds, expanded, draft);
  const simSpecs = simSpecsOf(file, draft);
  const facts = factsOf(file, draft);
  const equilibrium = equilibriumOf(file, facts, draft);
  const diagram = placesOf(file, draft);
  const life = lifeOf(file, draft);
  const limits = limitsOf(file, draft);
  const model = {
    ...nameAndAbout(file, { value: file.id?.value ?? path, place: file.id?.place ?? file.place }, report),
    ...(parts.length === 0 ? {} : { parts: parts.map((part) => partOf(part, report)) }),
    levers: expanded.map(({ lever }) => lever),
    actors: ledger?.actors ?? [],
    ...(ledger === undefined ? {} : { ledger: ledger.series }),
    outcomes: outcomesOf(file, draft),
    presets: presetsOf(file, facts, draft),
    ...(equilibrium === undefined ? {} : { equilibrium }),
    ...(facts.length === 0 ? {} : { municipality: facts }),
    strategies: strategiesOf(
      file,
      levers.map(({ id }) => id.value),
      draft,
    ),
    ...(diagram === undefined ? {} : { diagram }),
    ...(life === undefined ? {} : { life }),
    ...(limits.length === 0 ? {} : { limits }),
  };
  if (file.id === undefined || simSpecs === undefined) return undefined;
  const variables = inOrderOfFiles(
    draft.variables.values(),
    files.map((f) => f.place.file),
  );
  return { ...model, id: file.id.value, file: path, dialect: 'native', simSpecs, variables };
}

/** Entries whose names are free; an id that stands both in a part and in the model is reported. */
function once<T>(entries: readonly Entry<T>[], draft: Draft): readonly Entry<T>[] {
  const first = new Map<string, Entry<T>>();
  for (const entry of entries) {
    const { value: name, place } = entry.id;
    const before = first.get(name)?.id.place;
    if (before === undefined) first.set(name, entry);
    else
      draft.report(error('duplicate-name', { name, firstLine: before.line, firstFile: before.file }, place));
  }
  return [...first.values()];
}

const partOf = ({ name, content }: IncludedPart, report: Draft['report']) => ({
  id: name.value,
  name: inBothLanguages(content.name, 'name', name, readableId(name), report),
});

/** A part may lean on names that each model defines in its own way. */
function checkNeeds(parts: readonly IncludedPart[], draft: Draft): void {
  for (const { name, content } of parts) {
    for (const need of content.needs ?? []) {
      if (draft.names.kindOf(need.value) === undefined)
        draft.report(error('part-needs', { part: name.value, name: need.value }, name.place));
    }
  }
}

function simSpecsOf({ sim_specs: specs }: ModelFile, draft: Draft): SimSpecs | undefined {
  if (specs === undefined) return undefined;
  const [start, stop, dt] = [specs.start.value, specs.stop.value, specs.dt.value];
  const saveStep = specs.save_step?.value ?? dt;
  const problem = timeProblem({ start, stop, dt, saveStep });
  if (problem !== undefined) {
    const where = { order: specs.stop, step: specs.dt, save: specs.save_step ?? specs.dt }[problem].place;
    draft.report(
      error('bad-time', { problem, start, stop, step: problem === 'save' ? saveStep : dt }, where),
    );
  }
  const { year_zero: yearZero } = specs;
  if (yearZero !== undefined) draft.names.refer(yearZero, 'parameter', ['parameter']);
  return {
    start,
    stop,
    dt,
    saveStep,
    method: specs.method ?? 'rk4',
    timeUnit: specs.time_unit.text,
    ...(yearZero === undefined ? {} : { yearZero: yearZero.value }),
  };
}

/** As the person who reads the model meets them; generated variables stand where their entry does. */
function inOrderOfFiles(
  variables: Iterable<Variable>,
  files: readonly string[],
): ReadonlyMap<string, Variable> {
  const rank = new Map(files.map((file, i) => [file, i]));
  const sorted = [...variables].sort(
    ({ place: a }, { place: b }) => (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) || a.line - b.line,
  );
  return new Map(sorted.map((variable) => [variable.id, variable]));
}
