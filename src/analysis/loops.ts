import { ok } from '../base/result.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { ManyEngine, ModelHandle } from '../engine/api.ts';
import type { CheckedModel } from '../engine/checked.ts';
import type { Experiment } from '../model/experiment.ts';
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
  const own = rings.filter((ring) => ring.length === 2);
  const loops = rings
    .filter((ring) => ring.length > 2)
    .map((ring) => loopOf(ring, kinds, checked, moment.value))
    .sort((a, b) => b.strength - a.strength);
  return ok({ time: moment.value.run.times[moment.value.row]!, loops, trivial: own.length });
}

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
  const polarity = signs.reduce<Sign>(
    (all, sign) => (all === undefined || sign === undefined ? undefined : ((all * sign) as Sign)),
    1,
  );
  const strength = Number.isFinite(gain) ? gain ** (1 / Math.max(1, stocks)) : 0;
  // −0 is 0.
  return { id: ring.join('-'), variables: ring, signs, polarity: polarity === 0 ? 0 : polarity, strength };
}
