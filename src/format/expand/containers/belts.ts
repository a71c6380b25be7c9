import { error, warning } from '../../../base/diagnostic.ts';
import { shaped } from '../curves.ts';
import { contextOf } from '../making.ts';
import { entryOf } from '../references.ts';
import { DT, add, call, div, eq, iff, le, lt, mul, num, past, ref, sub, sum } from '../build.ts';
import { slatId } from './contents.ts';
import { openingOf } from './opening.ts';
import { zoneOf } from './zone.ts';
import type { Curve } from '../../../equation/dialects/term.ts';
import type { Expr } from '../../../model/expr.ts';
import type { Body, Formula } from '../../foreign/foreign-model.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { World } from '../world.ts';
import type { Belt, LeakFlow } from './belt.ts';

const zero = num(0);
const plus = (a: Expr, b: Expr): Expr => (a.kind === 'number' && a.value === 0 ? b : add(a, b));

/** What a belt's slats hold as a step begins, what they lose, and what they keep. */
export interface Row {
  readonly belt: Belt;
  readonly content: readonly Expr[];
  readonly kept: readonly Expr[];
  /** By leak flow: what each slat loses. */
  readonly losses: ReadonlyMap<VariableId, readonly Expr[]>;
  /** What each slat holds when the step is over. */
  readonly after: readonly VariableId[];
  /** By leak flow: what one step's leak of each slat's material is the share of, as the step begins and when it is over. */
  readonly bases: ReadonlyMap<
    VariableId,
    { readonly now: readonly Expr[]; readonly after: readonly VariableId[] }
  >;
  /** What arrives at the exit must wait there. */
  readonly held?: Expr;
}

/**
 * The first half of a step: material leaks, and what is left on the first slat leaves. Nothing of it looks at another
 * belt, but for whether the one ahead stands still.
 */
export function letOut(world: World, belt: Belt, ahead: (flow: VariableId) => Belt | undefined): Row {
  const { slats, tools, conveyor, arrest } = belt;
  const opening = openingOf(belt);
  const after = Array.from({ length: slats }, () => tools.name('slat'));
  const content = after.map((id, i) => {
    const own = slatId(belt.id, i);
    tools.define(own, past(id, num(1), tools.frozen(opening.contents[i] ?? zero)));
    return ref(own);
  });
  if (belt.contents) world.made.set(belt.id, { ...belt.stock, initial: sum(opening.contents) });
  const held = belt.exit === undefined ? undefined : ahead(belt.exit)?.arrest;
  const bases = new Map<VariableId, { now: readonly Expr[]; after: readonly VariableId[] }>();
  const losses = new Map<VariableId, readonly Expr[]>();
  let left: readonly Expr[] = content;

  for (const leak of belt.leaks) {
    const moving = typeof belt.depth !== 'number';
    const zone = new Set(zoneOf(leak, slats));
    if (moving && zone.size < slats)
      world.report(
        error('not-supported', { what: '<leak_start>, <leak_end>, <len>' }, belt.stock.definition.place),
      );
    const asked = conveyor.exponential
      ? content.map((c) => mul(c, mul(leak.share, DT)))
      : linear(leak, belt, zone, moving);
    const standing = [arrest, ahead(leak.id)?.arrest].flatMap((e) => e ?? []);
    const wanted = asked.map((amount, i) => {
      if (!zone.has(i)) return zero;
      const some = call('min', left[i]!, call('max', zero, amount));
      return tools.aux(
        'leak',
        standing.reduceRight<Expr>((rest, still) => iff(still, zero, rest), some),
      );
    });
    const lost = leak.integers ? wholeUnits(belt, wanted, left) : wanted;
    losses.set(leak.id, lost);
    left = left.map((l, i) => (lost[i] === zero ? l : sub(l, lost[i]!)));
    setFlow(world, leak.id, div(sum(lost), DT));
  }
  const kept = left.map((l) => (l.kind === 'ref' ? l : tools.aux('kept', l)));
  if (belt.exit !== undefined) {
    const waits = [arrest, held].flatMap((e) => e ?? []);
    const leaving = div(kept[0]!, DT);
    setFlow(
      world,
      belt.exit,
      waits.reduceRight<Expr>((rest, still) => iff(still, zero, rest), leaving),
    );
  }
  return { belt, content, kept, losses, after, bases, ...(held ? { held } : {}) };

  /** The same amount on every slat of the zone: a share of what a lot of material was when it came to the zone. */
  function linear(leak: LeakFlow, own: Belt, zone: ReadonlySet<number>, moving: boolean): readonly Expr[] {
    const first = moving ? slats : Math.max(-1, ...zone);
    const carried = after.map(() => tools.name('leak base'));
    const now = content.map((c, i) => {
      if (!moving && i === first) return div(c, num(zone.size));
      if (i > first) return zero;
      const initial = opening.bases(leak, i);
      return tools.aux('base', past(carried[i]!, num(1), tools.frozen(initial)));
    });
    if (own.leaks.length > 0) bases.set(leak.id, { now, after: carried });
    return now.map((base) => mul(leak.share, base));
  }
}

/** Whole units leak, nearest the exit first; the rest waits until it is a unit. */
function wholeUnits({ tools }: Belt, wanted: readonly Expr[], left: readonly Expr[]): readonly Expr[] {
  const carry = tools.name('leak carry');
  const owed = tools.aux('leak owed', add(past(carry, num(1), zero), sum(wanted)));
  let units = tools.aux('units', call('floor', add(owed, num(1e-9))));
  const lost = wanted.map((amount, i) => {
    if (amount === zero) return zero;
    const taken = tools.aux('leak', call('min', left[i]!, units));
    units = tools.aux('units', sub(units, taken));
    return taken;
  });
  tools.define(carry, sub(owed, sum(lost)));
  return lost;
}

/** What each inflow puts on each slat. */
function placed(
  world: World,
  { belt, kept }: Row,
  inflow: VariableId,
  leakedFrom: (flow: VariableId) => Row | undefined,
): readonly Expr[] {
  const { slats, depth, tools } = belt;
  const volume = tools.aux('entering', mul(ref(inflow), DT));
  const atEntry = (amount: Expr): readonly Expr[] =>
    Array.from({ length: slats }, (_, i) =>
      typeof depth === 'number'
        ? i === depth - 1 ? amount : zero
        : iff(eq(depth, num(i + 1)), amount, zero),
    ); // prettier-ignore
  const body = world.elements.get(inflow)?.definition.body;
  const spread = body?.kind === 'formula' ? body.spread : undefined;
  const places = Array.from({ length: slats }, (_, i) => i);
  switch (spread) {
    case 'even':
      return places.map((i) =>
        typeof depth === 'number'
          ? i < depth ? div(volume, num(depth)) : zero
          : iff(lt(num(i), depth), div(volume, depth), zero),
      ); // prettier-ignore
    case 'dest': {
      // In proportion to what there is; on an empty belt at its beginning.
      const moved = places.map((i) => kept[i + 1] ?? zero);
      const total = tools.aux('contents', sum(moved));
      const empty = tools.aux('empty', le(total, zero));
      const entry = atEntry(volume);
      return places.map((i) =>
        iff(empty, entry[i]!, div(mul(volume, moved[i]!), call('max', total, num(1e-300)))),
      );
    }
    case 'dist': {
      const shares =
        body?.kind === 'formula' && body.distribution && sharesOf(world, belt, inflow, body.distribution);
      return shares ? shares.map((share) => mul(volume, share)) : atEntry(volume);
    }
    case 'source': {
      // Where it leaked from, in proportion to the lengths.
      const from = leakedFrom(inflow);
      if (!from || typeof depth !== 'number') return atEntry(volume);
      const lost = from.losses.get(inflow)!;
      const target = (j: number): number =>
        Math.min(Math.max(Math.ceil(((j + 0.5) * depth) / lost.length - 1), 0), depth - 1);
      return places.map((i) => sum(lost.filter((amount, j) => amount !== zero && target(j) === i)));
    }
    default:
      return atEntry(volume);
  }
}

/**
 * How much of what enters is put on each slat: by a curve or an array over the way from the entry to the exit, at the
 * middle of each slat. isee's help does not say which end the curve begins at, so that is told.
 */
function sharesOf(
  world: World,
  { id, depth, slats, tools, stock }: Belt,
  inflow: VariableId,
  { term, source }: Formula,
): readonly Expr[] | undefined {
  const element = world.elements.get(inflow);
  const entry = element && term.kind === 'name' ? entryOf(term.name, contextOf(world, element)) : undefined;
  const where = { ...stock.definition.place, variable: inflow };
  if (entry?.kind !== 'variable' || typeof depth !== 'number') {
    world.report(error('not-supported', { what: `isee:spreadflow="dist" (${source.text.trim()})` }, where));
    return undefined;
  }
  const [what, instead] = ['isee:spreadflow="dist"', `${source.text.trim()}: 0 = entry, 1 = exit of ${id}`];
  world.report(warning('approximated', { what, instead }, where));
  const [first] = entry.elements.values();
  const curve = first && curveOf(first.definition.body);
  const along = Array.from({ length: depth }, (_, i) => 1 - (i + 0.5) / depth);
  const weights = curve
    ? heightsAt(curve, along).map((height) => num(Math.max(0, height)))
    : along.map((x) => {
        const all = [...entry.elements.values()];
        return call('max', zero, ref(all[Math.floor(x * all.length)]!.id));
      });
  const whole = tools.aux('whole', sum(weights));
  return Array.from({ length: slats }, (_, i) =>
    i < depth ? iff(lt(zero, whole), div(weights[i]!, whole), num(i === depth - 1 ? 1 : 0)) : zero,
  );
}

const curveOf = (body: Body): Curve | undefined =>
  body.kind === 'curve' || body.kind === 'formula' ? body.curve : undefined;

/** The heights of a curve of straight lines at shares of its breadth. */
function heightsAt(curve: Curve, shares: readonly number[]): readonly number[] {
  const { x, y } = shaped(curve, 'continuous').curve;
  return shares.map((share) => {
    const at = x[0]! + share * (x.at(-1)! - x[0]!);
    const i = Math.min(
      Math.max(
        x.findLastIndex((knot) => knot <= at),
        0,
      ),
      x.length - 2,
    );
    return y[i]! + ((y[i + 1]! - y[i]!) * (at - x[i]!)) / (x[i + 1]! - x[i]!);
  });
}

/** The second half of a step: all moves on by one, and what enters is put on the belt. */
export function takeIn(
  world: World,
  row: Row,
  inflows: readonly VariableId[],
  leakedFrom: (flow: VariableId) => Row | undefined,
): void {
  const { belt, kept, content, after, held, bases } = row;
  const { slats, depth, arrest, tools } = belt;
  const entering = inflows.map((inflow) => placed(world, row, inflow, leakedFrom));
  const inserted = after.map((_, i) => entering.map((places) => places[i]!).reduce(plus, zero));
  const next = (values: readonly Expr[], i: number, put: Expr): Expr => {
    const moved = plus(values[i + 1] ?? zero, put);
    return i === 0 && held ? iff(held, add(values[0]!, moved), moved) : moved;
  };
  const unless = (stood: Expr, moved: Expr): Expr => (arrest ? iff(arrest, stood, moved) : moved);
  after.forEach((id, i) => tools.define(id, unless(content[i]!, next(kept, i, inserted[i]!))));
  for (const leak of belt.leaks) {
    const base = bases.get(leak.id);
    if (!base) continue;
    const zone = zoneOf(leak, slats).length;
    const first = typeof depth === 'number' ? Math.max(-1, ...zoneOf(leak, slats)) : slats;
    base.after.forEach((id, i) => {
      const share = typeof depth === 'number' ? num(Math.max(zone, 1)) : depth;
      const put = i < first ? div(inserted[i]!, share) : zero;
      tools.define(id, i < first ? unless(base.now[i]!, next(base.now, i, put)) : zero);
    });
  }
}

export function setFlow(world: World, id: VariableId, expr: Expr): void {
  const flow = world.made.get(id);
  if (flow?.kind === 'flow') world.made.set(id, { ...flow, expr });
}
