import { error, warning } from '../../../base/diagnostic.ts';
import { DT, call, div, eq, iff, le, lt, mul, num, ref, sum } from '../build.ts';
import { shaped } from '../curves.ts';
import { contextOf } from '../making.ts';
import { entryOf } from '../references.ts';
import type { Curve } from '../../../equation/dialects/term.ts';
import type { Expr } from '../../../model/expr.ts';
import type { VariableId } from '../../../model/variable.ts';
import type { Body, Formula } from '../../foreign/foreign-model.ts';
import type { World } from '../world.ts';
import type { Belt } from './belt.ts';

const zero = num(0);

/** What a belt's slats keep and have lost in a step, before anything enters. */
interface Standing {
  readonly belt: Belt;
  readonly kept: readonly Expr[];
  readonly losses: ReadonlyMap<VariableId, readonly Expr[]>;
}

/** What each inflow puts on each slat. */
export function placed(
  world: World,
  { belt, kept }: Standing,
  inflow: VariableId,
  leakedFrom: (flow: VariableId) => Standing | undefined,
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
  const name = source.text.trim();
  const [what, instead] = ['isee:spreadflow="dist"', `${name}(0) = → ${id}, ${name}(1) = ${id} →`];
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
