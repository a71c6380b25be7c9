import { assumptionsOf } from '../../model/assumptions.ts';
import type { Model } from '../../model/model.ts';
import type { Bilingual, Parameter } from '../../model/variable.ts';

/** Assumptions that belong together; `name` is undefined for groups that the program has words for. */
export interface AssumptionGroup {
  readonly id: string;
  readonly kind: 'own' | 'part' | 'levers' | 'actors' | 'ledger';
  readonly name: Bilingual | undefined;
  readonly assumptions: readonly Parameter[];
}

/** Which group an assumption belongs to, by what its entry was made from. */
function groupOf({ origin = 'own' }: Parameter): string {
  if (origin.startsWith('lever:')) return 'levers';
  if (origin.startsWith('actor:')) return 'actors';
  return origin;
}

/** The assumptions by part: the model's own first, then its parts, levers and actors. Empty groups are left out. */
export function assumptionGroups(model: Model): readonly AssumptionGroup[] {
  const all = new Map<string, Parameter[]>();
  for (const assumption of assumptionsOf(model)) {
    const id = groupOf(assumption);
    all.set(id, [...(all.get(id) ?? []), assumption]);
  }
  const parts = (model.parts ?? []).map(({ id, name }) => ({
    id: `part:${id}`,
    kind: 'part' as const,
    name,
  }));
  const known: readonly Omit<AssumptionGroup, 'assumptions'>[] = [
    { id: 'own', kind: 'own', name: undefined },
    ...parts,
    { id: 'levers', kind: 'levers', name: undefined },
    { id: 'actors', kind: 'actors', name: undefined },
    { id: 'ledger', kind: 'ledger', name: undefined },
  ];
  return known.flatMap((group) => {
    const assumptions = all.get(group.id);
    return assumptions === undefined ? [] : [{ ...group, assumptions }];
  });
}

/** Whether all words of a search are in an assumption's name, description or source. */
export function matches({ name, about, evidence }: Parameter, search: string): boolean {
  const text = [name, about, evidence.source].flatMap(({ sv, en }) => [sv, en]).join(' ');
  const where = text.toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => where.includes(word));
}
