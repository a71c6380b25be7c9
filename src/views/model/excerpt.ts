import type { Model } from '../../model/model.ts';
import type { Link } from '../../model/structure.ts';
import type { Variable, VariableId } from '../../model/variable.ts';

/** More than this on one picture is not read. */
export const mostNodes = 90;

/** What a diagram shows: the people, a part of the file, or what stands around a variable. */
export type Excerpt = 'near' | 'people' | 'own' | `part:${string}`;

/** The excerpts that a model has, in order. */
export function excerptsOf(model: Model): readonly Excerpt[] {
  const drawn = [...model.variables.values()].filter((v) => v.kind !== 'parameter' && v.hidden !== true);
  const origins = new Set(drawn.map(partOf));
  const hasPeople = [...model.variables.values()].some(isPeople);
  return [
    'near',
    ...(hasPeople ? (['people'] as const) : []),
    ...(origins.has('own') ? (['own'] as const) : []),
    ...[...origins].filter((origin): origin is `part:${string}` => origin !== 'own'),
  ];
}

/** What is shown at first: of a file from another program the whole, where that is readable; else the people. */
export function firstExcerpt(model: Model): Excerpt {
  const there = excerptsOf(model);
  const whole = model.dialect === 'native' ? [] : variablesIn(model, [], 'own', '');
  if (whole.length > 0 && whole.length <= mostNodes) return 'own';
  return there.includes('people') ? 'people' : 'near';
}

/** The part that a variable comes from; what levers and actors are made into belongs to the model itself. */
const partOf = ({ origin }: Variable): 'own' | `part:${string}` =>
  origin?.startsWith('part:') === true ? (origin as `part:${string}`) : 'own';

const isPeople = (v: Variable): boolean => v.kind === 'stock' && v.unit.text.trim() === 'person';

/** The variables of an excerpt, in the order of the file. */
export function variablesIn(
  model: Model,
  links: readonly Link[],
  excerpt: Excerpt,
  selected: VariableId,
): readonly Variable[] {
  const all = [...model.variables.values()].filter((v) => v.hidden !== true);
  if (excerpt === 'people') {
    // Counters are left out, and with them the flows that only lead to one: the same arrow from everywhere.
    const stocks = new Set(
      all.filter((v) => isPeople(v) && v.kind === 'stock' && v.outflows.length > 0).map((v) => v.id),
    );
    const filling = links.filter((l) => l.kind === 'inflow');
    const leadsSomewhere = new Set(filling.map((l) => l.from));
    const ends = links.filter(
      (l) => l.kind === 'inflow' || (l.kind === 'outflow' && !leadsSomewhere.has(l.from)),
    );
    const flows = new Set(ends.filter((l) => stocks.has(l.to)).map((l) => l.from));
    return all.filter((v) => stocks.has(v.id) || flows.has(v.id));
  }
  if (excerpt === 'near') {
    const near = around(links, selected);
    return all.filter((v) => near.has(v.id));
  }
  return all.filter((v) => v.kind !== 'parameter' && partOf(v) === excerpt);
}

/** A variable, what it is worked out from in two steps, and what it acts on in one. */
function around(links: readonly Link[], selected: VariableId): ReadonlySet<VariableId> {
  const sources = (id: VariableId): readonly VariableId[] =>
    links.filter((l) => l.to === id).map((l) => l.from);
  const first = sources(selected);
  const second = first.length <= 6 ? first.flatMap(sources) : [];
  const fed = links.filter((l) => l.from === selected).map((l) => l.to);
  return new Set([selected, ...first, ...second.slice(0, 24), ...fed.slice(0, 16)]);
}

/** Between people only water is drawn; elsewhere every link. */
export const linksIn = (links: readonly Link[], excerpt: Excerpt): readonly Link[] =>
  excerpt === 'people' ? links.filter((l) => l.kind !== 'reads') : links;
