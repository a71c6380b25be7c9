import { onVariable } from '../base/diagnostic.ts';
import { parse } from '../equation/parse.ts';
import { checkUnits } from './model-units.ts';
import { createResolver } from './resolve.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { SourceText } from '../base/source.ts';
import type { Unit } from '../equation/unit.ts';
import type { Expr } from '../model/expr.ts';
import type { Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { ModelUnits } from './model-units.ts';
import type { Resolved } from './resolve.ts';

/** Texts that are kept: those of a model of this size, or of several smaller. */
const limit = 20_000;

/** What was found of a text before, and what it hangs on. Mistakes say where, so a text with any is read anew. */
interface Known {
  readonly parsed: Expr;
  resolved?: Resolved;
  /** The units of its variable, of the run's time and of the names it asks for, with which they agreed. */
  agreed?: readonly (Unit | undefined)[];
}

const kept = new Map<string, Known>();

/** What comes of an equation: without `resolved` it cannot be computed. */
export interface Read {
  readonly resolved?: Resolved;
  readonly problems: readonly Diagnostic[];
  readonly unitProblems: readonly Diagnostic[];
}

const fine: readonly Diagnostic[] = [];

/**
 * Reads the equations of a model: parsed, names resolved, units checked. After an edit only what it touches is done
 * again: a text keeps its tree, the tree its meaning while the names in it mean the same, and that its agreement while
 * their units are the same. Spans count within the text, wherever it stands.
 */
export function createReader(model: Model, units: ModelUnits): (id: VariableId, source: SourceText) => Read {
  const resolve = createResolver(model);
  const means = ({ asked }: Resolved): boolean =>
    asked.every(({ name, kind }) => model.variables.get(name)?.kind === kind);
  const unitsOf = (id: VariableId, { asked }: Resolved): (Unit | undefined)[] => {
    const found = [units.time, units.variable(id)];
    for (const { name, kind } of asked) {
      if (kind === 'table') found.push(units.table(name).x);
      if (kind !== undefined) found.push(units.variable(name));
    }
    return found;
  };

  return (id, source) => {
    let known = kept.get(source.text);
    if (known === undefined) {
      const tree = parse(source);
      if (!tree.ok) return { problems: onVariable(id, tree.error), unitProblems: fine };
      known = { parsed: tree.value };
      if (kept.size >= limit) kept.clear();
      kept.set(source.text, known);
    }
    let { resolved } = known;
    if (resolved === undefined || !means(resolved)) {
      const found = resolve(id, known.parsed, source);
      if (!found.ok) return { problems: onVariable(id, found.error), unitProblems: fine };
      resolved = found.value;
      delete known.agreed;
      if (resolved.draws) delete known.resolved;
      else known.resolved = resolved;
    }
    const own = unitsOf(id, resolved);
    if (known.agreed?.every((unit, i) => unit === own[i]) === true) {
      return { resolved, problems: fine, unitProblems: fine };
    }
    const unitProblems = onVariable(id, checkUnits(id, resolved.expr, source, units));
    if (unitProblems.length === 0) known.agreed = own;
    return { resolved, problems: fine, unitProblems };
  };
}
