import type { Model } from '../../model/model.ts';
import type { Variable, VariableId } from '../../model/variable.ts';
import type { Language } from '../../text/format.ts';

export const seriesKinds = ['outcomes', 'people', 'flows', 'abilities', 'money', 'levers', 'others'] as const;
export type SeriesKind = (typeof seriesKinds)[number];

export interface SeriesChoice {
  readonly id: VariableId;
  readonly name: string;
  readonly about: string;
}

export interface SeriesGroup {
  readonly kind: SeriesKind;
  readonly choices: readonly SeriesChoice[];
}

/** What a chart can show, outcomes first: every variable that a run computes, but those made for the reader's own use. */
export function seriesGroups(model: Model, language: Language): readonly SeriesGroup[] {
  const outcomes = model.outcomes.map(({ variable, name }) => ({
    id: variable,
    name: name[language],
    about: model.variables.get(variable)?.about[language] ?? '',
  }));
  const taken = new Set(outcomes.map(({ id }) => id));
  const groups = new Map<SeriesKind, SeriesChoice[]>(seriesKinds.map((kind) => [kind, []]));
  groups.get('outcomes')!.push(...outcomes);
  for (const variable of model.variables.values()) {
    const kind = kindOf(variable);
    if (kind === undefined || taken.has(variable.id)) continue;
    groups
      .get(kind)!
      .push({ id: variable.id, name: variable.name[language], about: variable.about[language] });
  }
  return [...groups]
    .map(([kind, choices]) => ({ kind, choices }))
    .filter(({ choices }) => choices.length > 0);
}

function kindOf({ kind, unit, origin, hidden }: Variable): SeriesKind | undefined {
  if (kind === 'parameter' || kind === 'table' || hidden === true) return undefined;
  if (origin?.startsWith('lever:')) return 'levers';
  if (unit.text.includes('SEK')) return 'money';
  if (kind === 'stock') return unit.text === 'person' ? 'people' : 'abilities';
  if (kind === 'flow' && unit.text.startsWith('person/')) return 'flows';
  return 'others';
}

/** Whether all words of a search are in a choice's name or description. */
export const found = ({ name, about }: SeriesChoice, search: string): boolean => {
  const text = `${name} ${about}`.toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
