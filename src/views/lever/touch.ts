import {
  circlesThrough,
  entriesOf,
  influencesOf,
  loopsOf,
  wayTo,
  type Circle,
} from '../../model/influences.ts';
import type { Lever, Model } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';

/** What a lever touches in the model. */
export interface Touch {
  /** Where it goes in, and the stocks on the shortest way from there to the outcome. */
  readonly entries: readonly { readonly id: VariableId; readonly then: readonly VariableId[] }[];
  /** Loops, by where they begin and the stocks on them: what lies between is in the diagram of the model. */
  readonly loops: readonly Circle[];
}

/** As many stocks as can be read in one line. */
const mostStocks = 4;

export function leverTouch(model: Model, lever: Lever): Touch {
  const outcome = outcomeOf(model);
  const influences = influencesOf(model);
  const isStock = (id: VariableId): boolean => {
    const variable = model.variables.get(id);
    return variable?.kind === 'stock' && variable.hidden !== true;
  };
  const entries = entriesOf(model, lever).map((id) => {
    const way = outcome === undefined ? [] : (wayTo(influences, id, outcome) ?? []);
    return { id, then: [...way.slice(1).filter(isStock).slice(0, mostStocks), ...way.slice(1).slice(-1)] };
  });
  const loops = outcome === undefined ? circlesOfEntries() : loopsOf(model, lever, outcome);
  const told = loops.map(([first, ...rest]): Circle => [
    first!,
    ...rest.filter(isStock).slice(0, mostStocks + 2),
  ]);
  // Loops that differ only in what is not told are told once.
  return { entries, loops: [...new Map(told.map((loop) => [loop.join(' '), loop])).values()] };

  function circlesOfEntries(): readonly Circle[] {
    return entriesOf(model, lever).flatMap((id) => circlesThrough(influences, id).slice(0, 1));
  }
}

/** The series along a lever's way: what it costs, how far it has come, where it goes in, and the outcome. */
export function seriesAlong(model: Model, lever: Lever): readonly VariableId[] {
  const own = [...model.variables.values()].filter(({ origin }) => origin === `lever:${lever.id}`);
  const cost = own.find(({ kind }) => kind === 'aux');
  const level = own.find(({ kind }) => kind === 'stock');
  const entry = entriesOf(model, lever)[0];
  const names = [cost?.id, level?.id, entry, outcomeOf(model)];
  return [...new Set(names.filter((id) => id !== undefined))];
}

const outcomeOf = (model: Model): VariableId | undefined =>
  (model.outcomes.find(({ role }) => role === 'stock') ?? model.outcomes[0])?.variable;
