import { must } from '../../base/assert.ts';
import type { Expr } from '../../model/expr.ts';
import type { Formulas } from './formulas.ts';
import { twoLanes } from './lanes.ts';
import type { PackedPlaces } from './packed-places.ts';
import { callOf, columnsOf } from './packed-plan.ts';
import { both } from './pairs.ts';
import type { Leaf, Unit } from './pairs.ts';
import { translate } from './translate.ts';
import type { Terms } from './translate.ts';
import type { Code } from './wasm-ops.ts';

/** What the statements of a packed kernel are written with, at one stage. */
interface Writer {
  readonly places: PackedPlaces;
  /** One value at a time. */
  readonly terms: Terms<Code, Code, Code>;
  /** Two at a time. */
  readonly double: Formulas;
}

/** The statement of a unit. */
export function unitCode(unit: Unit, { places, terms, double }: Writer): Code {
  const [a, b] = [must(unit[0], 'an assignment'), unit[1]];
  if (b === undefined) return places.write(a.name, translate(a.value, terms));
  if (unit.length === 2) {
    return places.writePair(a.name, b.name, pairCode(a.value, b.value, { places, terms, double }));
  }
  const { fn } = must(callOf(a.value), 'a call');
  const columns = columnsOf(unit).map(([name]) => places.addressOf(must(name, 'an argument')));
  return double.callRows(fn, columns, places.addressOf(a.name), Math.ceil(unit.length / 2));
}

/** Two expressions of one shape, in both lanes. Graphical functions are looked up one after the other. */
function pairCode(a: Expr, b: Expr, { places, terms, double }: Writer): Code {
  const leaves = new Map<string, readonly [Leaf, Leaf]>();
  const tables = new Map<string, readonly [string, string]>();
  const merged = both(a, b, { leaf: nameIn(leaves), table: nameIn(tables) });
  const { ops } = twoLanes;
  return translate(merged, {
    ops,
    ref: (name) => {
      const pair = leaves.get(name);
      return pair ? places.readPair(...pair) : places.spread(name);
    },
    lookup: (table, x) => {
      const [low, high] = tables.get(table) ?? [table, table];
      const given = ops.let(x);
      return twoLanes.join((lane) => terms.lookup(lane === 0 ? low : high, twoLanes.of(given, lane)));
    },
    past: (name) => must<Code>(undefined, `the past of ${name} for two at a time`),
    call: double.call,
  });
}

/** Gives pairs names. */
const nameIn =
  <T>(pairs: Map<string, readonly [T, T]>) =>
  (a: T, b: T): string => {
    const name = `#${pairs.size}`;
    pairs.set(name, [a, b]);
    return name;
  };
