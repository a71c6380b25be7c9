import { error } from '../../../base/diagnostic.ts';
import { DT, add, call, div, iff, mul, num, past, ref, sub, sum } from '../build.ts';
import { slatId } from './contents.ts';
import { openingOf } from './opening.ts';
import { placed } from './spread.ts';
import { zoneOf } from './zone.ts';
import type { Expr } from '../../../model/expr.ts';
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
