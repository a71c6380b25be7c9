import { error } from '../../base/diagnostic.ts';
import { canonical, displayName } from '../../equation/dialects/names.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Dimension } from '../foreign/foreign-model.ts';

/** A dimension or range with its elements worked out; names are canonical. */
export interface Range {
  readonly key: string;
  readonly name: string;
  readonly elements: readonly string[];
  /** By canonical name of the other range: which of its elements each element here stands for. */
  readonly maps: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

/** An element that a range stands for at one moment. */
export interface Binding {
  readonly range: Range;
  readonly element: string;
}

export interface Dimensions {
  readonly range: (name: string) => Range | undefined;
  readonly isElement: (name: string) => boolean;
  /** An element's name as the author wrote it. */
  readonly display: (element: string) => string;
  /** The element of a range that goes with the elements that other ranges stand for. */
  readonly elementFor: (range: Range, bindings: readonly Binding[]) => string | undefined;
  /** The smallest range that holds all elements; ranges that are first in the file go first. */
  readonly home: (elements: readonly string[]) => Range | undefined;
  /** The largest, likewise. */
  readonly family: (elements: readonly string[]) => Range | undefined;
  readonly names: () => Iterable<string>;
}

const placesIn = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The place of an element in a list, from 0; -1 if it is not there. Lists may have thousands, and are asked for each. */
export function placeIn(elements: readonly string[], element: string): number {
  const known = placesIn.get(elements) ?? new Map(elements.map((e, i) => [e, i]));
  placesIn.set(elements, known);
  return known.get(element) ?? -1;
}

/** Most elements of all ranges together. */
const MOST_LISTED = 500_000;

/** Works out ranges that consist of others, their aliases and their mappings. */
export function dimensionsOf(
  declared: readonly Dimension[],
  externals: (dimension: Dimension) => readonly string[],
  report: (d: Diagnostic) => void,
): Dimensions {
  const byKey = new Map(declared.map((d) => [canonical(d.name), d]));
  const ranges = new Map<string, Range>();
  const display = new Map<string, string>();

  const itemsOf = (d: Dimension): readonly string[] => ('call' in d.elements ? externals(d) : d.elements);

  function aliased(key: string): string {
    let at = key;
    for (let hops = 0; hops < 20; hops++) {
      const alias = byKey.get(at)?.alias;
      if (alias === undefined) return at;
      at = canonical(alias);
    }
    return at;
  }

  const worked = new Map<string, readonly string[]>();
  let listed = 0;
  /** The elements behind a name: itself, or those of the range it names. */
  function elementsOf(name: string, open: ReadonlySet<string>): readonly string[] {
    const key = canonical(name);
    const known = worked.get(key);
    if (known) return known;
    const found = byKey.get(aliased(key));
    if (found && open.has(key) && open.size > 1)
      report(error('circular-range', { ring: [...open].slice([...open].indexOf(key)) }, found.place));
    if (!found || open.has(key)) {
      if (!display.has(key)) display.set(key, displayName(name));
      return [key];
    }
    const inner = new Set(open).add(key);
    const elements = new Set<string>();
    for (const item of listed > MOST_LISTED ? [] : itemsOf(found))
      for (const element of elementsOf(item, inner)) elements.add(element);
    const own = [...elements];
    worked.set(key, own);
    const before = listed;
    listed += own.length;
    if (listed > MOST_LISTED && before <= MOST_LISTED)
      report(error('too-many', { what: 'elements', count: listed, limit: MOST_LISTED }, found.place));
    return own;
  }

  for (const d of declared) {
    const key = canonical(d.name);
    if (d.alias !== undefined) continue;
    ranges.set(key, {
      key,
      name: displayName(d.name),
      elements: elementsOf(d.name, new Set()),
      maps: new Map(),
    });
  }
  for (const d of declared) if (d.alias !== undefined) {
    const target = ranges.get(aliased(canonical(d.name)));
    if (target) ranges.set(canonical(d.name), { ...target, key: canonical(d.name), name: displayName(d.name) });
  } // prettier-ignore
  for (const d of declared) {
    const range = ranges.get(canonical(d.name));
    if (!range || d.alias !== undefined) continue;
    const maps = new Map(
      d.maps.flatMap(({ to, elements }) => {
        const target = ranges.get(canonical(to));
        if (!target) return [];
        return [[target.key, pairs(itemsOf(d), range, elements ?? [...target.elements])] as const];
      }),
    );
    for (const [key, other] of ranges) if (aliased(key) === range.key) ranges.set(key, { ...other, maps });
  }

  /** Item by item as listed; a range among the items goes element by element with a range of its size. */
  function pairs(
    items: readonly string[],
    range: Range,
    targets: readonly string[],
  ): ReadonlyMap<string, readonly string[]> {
    const result = new Map<string, readonly string[]>();
    const expand = (name: string): readonly string[] => elementsOf(name, new Set());
    const put = (from: readonly string[], to: readonly string[]): void => {
      for (const [i, element] of from.entries()) {
        const image = from.length === to.length ? [to[i]!] : to;
        result.set(element, [...(result.get(element) ?? []), ...image]);
      }
    };
    if (items.length === targets.length) items.forEach((item, i) => put(expand(item), expand(targets[i]!)));
    else put(range.elements, targets.flatMap(expand));
    return result;
  }

  const unique: readonly Range[] = [...new Set(ranges.values())];
  const elements = new Set(unique.flatMap((r) => r.elements));
  const held = new WeakMap<readonly string[], readonly Range[]>();
  function holding(wanted: readonly string[]): readonly Range[] {
    const known = held.get(wanted) ?? unique.filter((r) => wanted.every((e) => placeIn(r.elements, e) >= 0));
    held.set(wanted, known);
    return known;
  }

  function elementFor(range: Range, bindings: readonly Binding[]): string | undefined {
    for (const b of bindings) if (b.range.key === range.key) return b.element;
    // The range maps onto one of the left side, or onto a range that shares the element with it.
    for (const b of bindings) {
      const direct = range.maps.get(b.range.key);
      for (const map of direct ? [direct] : range.maps.values()) {
        const found = range.elements.find((e) => map.get(e)?.includes(b.element));
        if (found !== undefined) return found;
      }
    }
    for (const b of bindings) {
      const direct = b.range.maps.get(range.key);
      for (const map of direct ? [direct] : b.range.maps.values()) {
        const found = map.get(b.element)?.find((e) => placeIn(range.elements, e) >= 0);
        if (found !== undefined) return found;
      }
    }
    return bindings.find((b) => placeIn(range.elements, b.element) >= 0)?.element;
  }

  return {
    range: (name) => ranges.get(canonical(name)),
    isElement: (name) => elements.has(canonical(name)),
    display: (element) => display.get(element) ?? element,
    elementFor,
    home: (wanted) => holding(wanted).toSorted((a, b) => a.elements.length - b.elements.length)[0],
    family: (wanted) => holding(wanted).toSorted((a, b) => b.elements.length - a.elements.length)[0],
    names: () => ranges.keys(),
  };
}
