import { must } from '../../base/assert.ts';
import type { Expr } from '../../model/expr.ts';
import type { Leaf } from './assignment.ts';
import type { Folding } from './fold-code.ts';
import type { Joint } from './joins.ts';
import { twoLanes } from './lanes.ts';
import { loopCode } from './loop-code.ts';
import type { LoopWriter } from './loop-code.ts';
import { callOf, columnsOf } from './packed-plan.ts';
import { both } from './pairs.ts';
import type { Unit } from './pairs.ts';
import { translate } from './translate.ts';
import type { Code } from './wasm-ops.ts';

/** The statement of a unit. */
export function unitCode(unit: Unit, writer: LoopWriter & { readonly fold: (like: Joint) => Folding }): Code {
  const { places, terms, double, fold } = writer;
  const { members } = unit;
  const first = must(members[0], 'an assignment');
  switch (unit.kind) {
    case 'one':
      return places.write(first.name, translate(first.value, terms));
    case 'pair': {
      const second = must(members[1], 'an assignment');
      return places.writePair(first.name, second.name, pairCode(first.value, second.value, writer));
    }
    case 'loop':
      return loopCode(unit.loop, writer);
    case 'fold': {
      const { like, names } = must(first.fold, 'what is folded');
      const address = places.addressOf(must(names[0], 'a value'));
      return places.write(first.name, fold(like)(address, names.length));
    }
    case 'calls': {
      const { fn } = must(callOf(first.value), 'a call');
      const columns = columnsOf(members).map(([name]) => places.addressOf(must(name, 'an argument')));
      return double.callRows(fn, columns, places.addressOf(first.name), Math.ceil(members.length / 2));
    }
  }
}

/** Two expressions of one shape, in both lanes. Graphical functions are looked up one after the other. */
function pairCode(a: Expr, b: Expr, { places, terms, double }: LoopWriter): Code {
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
