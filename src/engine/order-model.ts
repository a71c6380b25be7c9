import { must } from '../base/assert.ts';
import { error } from '../base/diagnostic.ts';
import { isRunName } from '../equation/names.ts';
import { equationOf, isComputed } from './equation-of.ts';
import { orderOf } from './order.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import type { CheckedModel } from './checked.ts';
import type { Resolved } from './resolve.ts';

export interface ModelOrder extends Pick<CheckedModel, 'constants' | 'dynamic' | 'initials'> {
  /** Rings of definitions; with one, the orders are of no use. */
  readonly problems: readonly Diagnostic[];
}

/** In what order a model is computed. Equations that could not be resolved are passed over. */
export function orderModel(model: Model, resolved: ReadonlyMap<VariableId, Resolved>): ModelOrder {
  const variables = [...model.variables.values()].filter((v) => resolved.has(v.id));
  const stocks = variables.filter((v) => v.kind === 'stock').map((v) => v.id);
  const computed = variables.filter(isComputed).map((v) => v.id);
  const usesOf = (id: VariableId) => must(resolved.get(id), id).uses;
  const needsWithin =
    (within: ReadonlySet<VariableId>) =>
    (id: VariableId): readonly VariableId[] => {
      const needs: VariableId[] = [];
      for (const use of usesOf(id)) if (within.has(use)) needs.push(use);
      return needs;
    };

  const run = orderOf(computed, needsWithin(new Set(computed)));
  const constants = new Set<VariableId>();
  const isConstant = (use: string): boolean =>
    constants.has(use) ||
    model.variables.get(use)?.kind === 'parameter' ||
    (isRunName(use) && use !== 'time' && use !== 'steptime');
  const allConstant = (uses: ReadonlySet<string>): boolean => {
    for (const use of uses) if (!isConstant(use)) return false;
    return true;
  };
  for (const id of run.order) if (allConstant(usesOf(id))) constants.add(id);
  const dynamic = run.order.filter((id) => !constants.has(id));

  const start = orderOf(stocks, needsWithin(new Set([...stocks, ...dynamic])));
  // A ring with no stock in it is a ring of the run too, and already told.
  const initialRings = start.rings.filter((ring) =>
    ring.some((id) => model.variables.get(id)?.kind === 'stock'),
  );
  if (run.rings.length === 0 && initialRings.length === 0) {
    return { constants: [...constants], dynamic, initials: start.order, problems: [] };
  }
  const place = new Map([...model.variables.keys()].map((id, i) => [id, i]));
  return {
    constants: [...constants],
    dynamic,
    initials: start.order,
    problems: [
      ...run.rings.map((ring) => circular(model, fromFirst(ring, place), 'run')),
      ...initialRings.map((ring) => circular(model, fromFirst(ring, place), 'initial')),
    ],
  };
}

/** A ring, beginning with the name that stands first in the file. */
function fromFirst(
  ring: readonly VariableId[],
  place: ReadonlyMap<VariableId, number>,
): readonly VariableId[] {
  const places = ring.map((id) => must(place.get(id), id));
  const first = places.indexOf(Math.min(...places));
  return [...ring.slice(first), ...ring.slice(0, first)];
}

function circular(model: Model, ring: readonly VariableId[], phase: 'run' | 'initial'): Diagnostic {
  const id = must(ring[0], 'a name in a ring');
  const { file, line, column } = must(equationOf(must(model.variables.get(id), id)), `the equation of ${id}`);
  return error('circular-definition', { ring, phase }, { file, line, column, variable: id });
}
