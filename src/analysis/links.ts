import type { CheckedModel } from '../engine/checked.ts';
import { readsOf } from '../engine/reads.ts';
import type { Model } from '../model/model.ts';
import type { Link, Sign } from '../model/structure.ts';
import type { VariableId } from '../model/variable.ts';

/** Every link of a model: what its equations read, and what fills and drains its stocks. */
export function linksOf({ model, equations, stocks }: CheckedModel): readonly Link[] {
  const links: Link[] = [];
  for (const [to, expr] of equations) {
    for (const from of readsOf(expr)) if (model.variables.has(from)) links.push({ from, to, kind: 'reads' });
  }
  for (const { stock } of stocks) {
    for (const from of stock.inflows) links.push({ from, to: stock.id, kind: 'inflow' });
    for (const from of stock.outflows) links.push({ from, to: stock.id, kind: 'outflow' });
  }
  return links;
}

/** The links between variables that are shown: a way through hidden ones is one link, and none leads back to where it began. */
export function shownLinks(links: readonly Link[], { variables }: Model): readonly Link[] {
  const isHidden = (id: VariableId): boolean => variables.get(id)?.hidden === true;
  if (![...variables.keys()].some(isHidden)) return links;
  const next = new Map<VariableId, Link[]>();
  for (const link of links) {
    const others = next.get(link.from);
    if (others === undefined) next.set(link.from, [link]);
    else others.push(link);
  }
  const found = new Map<string, Link>();
  for (const link of links) {
    if (isHidden(link.from)) continue;
    const way = new Set([link]);
    for (const { to, kind } of way) {
      if (isHidden(to)) for (const after of next.get(to) ?? []) way.add(after);
      else if (to !== link.from) {
        const direct = to === link.to ? kind : 'reads';
        found.set(`${link.from} → ${to} ${direct}`, { from: link.from, to, kind: direct });
      }
    }
  }
  return [...found.values()];
}

/** How an expression changes with one of its names, to either side of where that stands. */
export interface Slopes {
  readonly below: number;
  readonly above: number;
}

/**
 * Slopes by small steps to either side, so that a bend shows as two.
 * @param compute the expression's value with `name` at some value
 */
export function slopesAt(compute: (value: number) => number, at: number): Slopes {
  const step = Math.max(Math.abs(at), 1e-3) * 1e-5;
  const here = compute(at);
  return { below: (here - compute(at - step)) / step, above: (compute(at + step) - here) / step };
}

/** Less than this share of what it is about is rounding. */
const rounding = 1e-7;

/** The sign of both slopes; 0 if the expression does not move, undefined if they disagree. */
export function signOf({ below, above }: Slopes, size: number): Sign {
  const sign = (slope: number): Sign =>
    Number.isFinite(slope) ? (Math.abs(slope) <= rounding * size ? 0 : slope > 0 ? 1 : -1) : undefined;
  const [a, b] = [sign(below), sign(above)];
  if (a === b) return a;
  if (a === 0) return b;
  if (b === 0) return a;
  return undefined;
}
