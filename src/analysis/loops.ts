import { ok } from '../base/result.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { ManyEngine, ModelHandle } from '../engine/api.ts';
import type { CheckedModel } from '../engine/checked.ts';
import type { Experiment } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { Link, Loop, Loops, Sign } from '../model/structure.ts';
import type { VariableId } from '../model/variable.ts';
import { linksOf, signOf, slopesAt } from './links.ts';
import { momentOf, type Moment } from './moment.ts';

/**
 * The shortest independent loops of a model: for each link the shortest ring that it is part of, shortest first, as long as
 * a ring has a link that no earlier one has (Oliva, Model structure analysis through graph theory, 2004). They are no more
 * than the links, however many rings there are in all, and between them they hold every link that is in any ring.
 */
export function shortestLoops(links: readonly Link[]): readonly (readonly VariableId[])[] {
  const next = new Map<VariableId, VariableId[]>();
  for (const { from, to } of links) next.set(from, [...(next.get(from) ?? []), to]);
  const found = new Map<string, readonly VariableId[]>();
  for (const { from, to } of links) {
    const way = shortestWay(next, to, from);
    if (way === undefined) continue;
    const ring = fromFirst(way);
    found.set(ring.join(' → '), ring);
  }
  const covered = new Set<string>();
  return [...found.values()]
    .sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1))
    .filter((ring) => {
      const steps = ring.map((name, i) => `${name} → ${ring[(i + 1) % ring.length]!}`);
      const adds = steps.some((step) => !covered.has(step));
      for (const step of steps) covered.add(step);
      return adds;
    });
}

/** The names from one to another, both included, breadth first. */
function shortestWay(
  next: ReadonlyMap<VariableId, readonly VariableId[]>,
  from: VariableId,
  to: VariableId,
): readonly VariableId[] | undefined {
  const cameFrom = new Map<VariableId, VariableId | undefined>([[from, undefined]]);
  for (const [name] of cameFrom) {
    if (name === to) {
      const way = [];
      for (let at: VariableId | undefined = to; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
      return way;
    }
    for (const after of next.get(name) ?? []) if (!cameFrom.has(after)) cameFrom.set(after, name);
  }
  return undefined;
}

/** The same ring whatever link it was found by. */
function fromFirst(ring: readonly VariableId[]): readonly VariableId[] {
  const first = ring.indexOf(ring.toSorted()[0]!);
  return [...ring.slice(first), ...ring.slice(0, first)];
}

/** The loops of a model with their signs and strengths at one time of a run. */
export function loopsAt(
  engine: ManyEngine,
  handle: ModelHandle,
  experiment: Experiment,
  time: number,
): Result<Loops, readonly Diagnostic[]> {
  const checked = engine.checkedOf(handle);
  const moment = momentOf(engine, handle, experiment, time);
  if (!moment.ok) return moment;
  const links = linksOf(checked);
  const kinds = new Map(links.map((link) => [`${link.from} → ${link.to}`, link.kind]));
  const rings = shortestLoops(links);
  const loops = rings
    .filter((ring) => ring.length > 2)
    .map((ring) => loopOf(ring, kinds, checked, moment.value))
    .sort((a, b) => b.strength - a.strength);
  const { variables } = checked.model;
  const own = rings.filter((ring) => ring.length === 2 && ring.every((id) => !variables.get(id)?.hidden));
  return ok({
    time: moment.value.run.times[moment.value.row]!,
    loops: shownLoops(loops, checked.model),
    trivial: own.length,
  });
}

/**
 * Loops by the variables that are shown: a delay's stages are one step. Of those that then look the same the first is kept,
 * and one that goes no further than a stock and its own flow is none.
 */
function shownLoops(loops: readonly Loop[], { variables }: Model): readonly Loop[] {
  const isShown = (id: VariableId): boolean => variables.get(id)?.hidden !== true;
  const found = new Map<string, Loop>();
  for (const loop of loops) {
    const first = loop.variables.findIndex(isShown);
    if (first < 0) continue;
    const order = loop.variables.map((_, i) => (i + first) % loop.variables.length);
    const ring: VariableId[] = [];
    const signs: Sign[] = [];
    for (const i of order) {
      const [id, sign] = [loop.variables[i]!, loop.signs[i]];
      if (isShown(id)) {
        ring.push(id);
        signs.push(sign);
      } else signs.push(product(signs.pop(), sign));
    }
    const kinds = ring.map((id) => variables.get(id)!.kind);
    if (ring.length < 2 || (ring.length === 2 && kinds.includes('stock') && kinds.includes('flow'))) continue;
    const id = fromFirst(ring).join('-');
    if (!found.has(id)) found.set(id, { ...loop, id, variables: ring, signs });
  }
  return [...found.values()];
}

/** −0 is 0. */
const product = (a: Sign, b: Sign): Sign =>
  a === undefined || b === undefined ? undefined : a === 0 || b === 0 ? 0 : ((a * b) as Sign);

function loopOf(
  ring: readonly VariableId[],
  kinds: ReadonlyMap<string, Link['kind']>,
  checked: CheckedModel,
  moment: Moment,
): Loop {
  let gain = 1;
  const signs = ring.map((from, i): Sign => {
    const to = ring[(i + 1) % ring.length]!;
    const kind = kinds.get(`${from} → ${to}`);
    if (kind === 'inflow') return 1;
    if (kind === 'outflow') return -1;
    const expr = checked.equations.get(to)!;
    const at = moment.get(from);
    const slopes = slopesAt((value) => moment.compute(expr, new Map([[from, value]])), at);
    gain *= Math.abs((slopes.below + slopes.above) / 2);
    return signOf(slopes, Math.max(Math.abs(moment.get(to)), 1e-9) / Math.max(Math.abs(at), 1e-9));
  });
  const stocks = ring.filter((name) => checked.model.variables.get(name)?.kind === 'stock').length;
  const polarity = signs.reduce<Sign>(product, 1);
  const strength = Number.isFinite(gain) ? gain ** (1 / Math.max(1, stocks)) : 0;
  return { id: ring.join('-'), variables: ring, signs, polarity, strength };
}
