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
import type { ModelNames, Named } from './model-units.ts';
import type { Resolved } from './resolve.ts';

/** Texts that are kept: those of a model of this size, or of several smaller. */
const limit = 20_000;

/** What was found of a text before, and what it hangs on. Mistakes say where, so a text with any is read anew. */
interface Known {
  readonly parsed: Expr;
  resolved: Resolved | undefined;
  /** The units with which it agreed. */
  agreed: Units | undefined;
}

/** The units of the run's time, of the variable and of the names that an equation asks for. */
interface Units {
  readonly time: Unit | undefined;
  readonly own: Unit | undefined;
  readonly meant: Meant;
}

type Meant = readonly (Named | undefined)[];

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
export function createReader(model: Model, names: ModelNames): (id: VariableId, source: SourceText) => Read {
  const resolve = createResolver(model, names);
  const spelt = (name: string): string => names.of(name)?.id ?? name;

  return (id, source) => {
    let known = kept.get(source.text);
    if (known === undefined) {
      const tree = parse(source, spelt);
      if (!tree.ok) return { problems: onVariable(id, tree.error), unitProblems: fine };
      known = { parsed: tree.value, resolved: undefined, agreed: undefined };
      if (kept.size >= limit) kept.clear();
      kept.set(source.text, known);
    }
    let { resolved } = known;
    let meant = resolved && meaningsOf(resolved, names);
    if (resolved === undefined || meant === undefined) {
      const found = resolve(id, known.parsed, source);
      if (!found.ok) return { problems: onVariable(id, found.error), unitProblems: fine };
      resolved = found.value;
      meant = resolved.asked.map(names.of);
      known.agreed = undefined;
      known.resolved = resolved.draws ? undefined : resolved;
    }
    const units: Units = { time: names.time, own: names.variable(id), meant };
    if (known.agreed !== undefined && areSame(known.agreed, units)) {
      return { resolved, problems: fine, unitProblems: fine };
    }
    const wrong = checkUnits(id, resolved.expr, source, names);
    if (wrong.length > 0) return { resolved, problems: fine, unitProblems: onVariable(id, wrong) };
    known.agreed = units;
    return { resolved, problems: fine, unitProblems: fine };
  };
}

/** What the names mean that it asks for; undefined unless that is what they meant. */
function meaningsOf({ asked, kinds }: Resolved, names: ModelNames): Meant | undefined {
  const meant = asked.map(names.of);
  return meant.every((named, i) => named?.kind === kinds[i]) ? meant : undefined;
}

const areSame = (a: Units, b: Units): boolean =>
  a.time === b.time &&
  a.own === b.own &&
  a.meant.every((named, i) => named?.unit === b.meant[i]?.unit && named?.xUnit === b.meant[i]?.xUnit);
