import { DT, call, div, mul, num, sub, sum } from '../build.ts';
import { zoneOf } from './zone.ts';
import type { Expr } from '../../../model/expr.ts';
import type { Belt, LeakFlow } from './belt.ts';

const [zero, one] = [num(0), num(1)];

export interface Opening {
  /** What each slat holds at the start. */
  readonly contents: readonly Expr[];
  /** What one step's linear leak on a slat is the share of. */
  readonly bases: (leak: LeakFlow, slat: number) => Expr;
}

/**
 * What stands on a belt at the start: as if it had come in evenly, all of it leaked as it will go on to; on a discrete belt
 * at the beginning of each time unit; or what the file lists, the exit first.
 */
export function openingOf(belt: Belt): Opening {
  const { atStart, tools, stock, conveyor, leaks } = belt;
  const places = Array.from({ length: atStart }, (_, i) => i);
  const weights = retained(belt);
  const unitStarts = new Set(places.filter((i) => belt.unit(i) !== belt.unit(i + 1) || i === atStart - 1));
  const filled = places.filter((i) => !conveyor.discrete || unitStarts.has(i));
  const listed = belt.contents && fromList(belt, belt.contents, unitStarts);
  const entered = listed
    ? zero
    : tools.aux(
        'entered',
        div(
          tools.aux('opening', stock.initial),
          leaks.length === 0 ? num(filled.length) : tools.aux('weights', sum(filled.map((i) => weights[i]!))),
        ),
      );
  const contents = listed ?? places.map((i) => (filled.includes(i) ? mul(entered, weights[i]!) : zero));
  return {
    contents,
    bases: (leak, slat) => {
      const content = contents[slat];
      if (content === undefined) return zero;
      const zone = typeof belt.depth === 'number' ? zoneOf(leak, atStart) : places;
      if (zone.length === 0) return zero;
      const whenEntered = div(
        mul(content, weights[Math.max(...zone)]!),
        call('max', weights[slat]!, num(1e-300)),
      );
      return div(whenEntered, num(zone.length));
    },
  };
}

/** How much of what enters is left when it comes to each slat, if nothing changes. */
function retained({ atStart, tools, conveyor, leaks }: Belt): readonly Expr[] {
  const weights: Expr[] = Array.from({ length: atStart }, () => one);
  if (leaks.length === 0) return weights;
  const zones = leaks.map((leak) => new Set(zoneOf(leak, atStart)));
  for (let i = atStart - 1; i > 0; i--) {
    const lost = leaks.flatMap((leak, k) => {
      if (!zones[k]!.has(i)) return [];
      if (conveyor.exponential) return [mul(weights[i]!, mul(leak.share, DT))];
      return [mul(leak.share, div(weights[Math.max(...zones[k]!)]!, num(zones[k]!.size)))];
    });
    weights[i - 1] =
      lost.length === 0 ? weights[i]! : tools.aux('weight', call('max', zero, sub(weights[i]!, sum(lost))));
  }
  return weights;
}

/** One number per slat; any other count is one per time unit, cut off or with the last one repeated. */
function fromList(belt: Belt, list: readonly number[], unitStarts: ReadonlySet<number>): readonly Expr[] {
  const places = Array.from({ length: belt.atStart }, (_, i) => i);
  if (list.length === belt.atStart) return list.map((value) => num(value));
  return places.map((i) => {
    const unit = belt.unit(i);
    const value = list[Math.min(unit, list.length - 1)] ?? 0;
    if (belt.conveyor.discrete) return num(unitStarts.has(i) ? value : 0);
    return num(value / places.filter((j) => belt.unit(j) === unit).length);
  });
}
