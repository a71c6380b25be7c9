import { must } from '../../base/assert.ts';
import { withChildren } from '../../equation/parts.ts';
import type { Expr } from '../../model/expr.ts';
import type { Formulas } from './formulas.ts';
import type { WasmFunction } from './function-code.ts';
import { oneLane, twoLanes } from './lanes.ts';
import { doubleBytes } from './layout.ts';
import type { Column, Loop } from './loops.ts';
import { op, simd } from './opcodes.ts';
import { bases } from './packed-places.ts';
import type { Address, PackedPlaces } from './packed-places.ts';
import { translate } from './translate.ts';
import type { Terms } from './translate.ts';
import type { Code } from './wasm-ops.ts';

const listedBytes = 4;

/** What a loop's statement is written with, at one stage. */
export interface LoopWriter {
  readonly places: PackedPlaces;
  /** One value at a time. */
  readonly terms: Terms<Code, Code, Code>;
  /** Two at a time. */
  readonly double: Formulas;
  /** Makes memory hold some numbers from the start, and gives their address. */
  readonly hold: (values: Float64Array | Int32Array) => number;
}

/** A place that moves on with the loop. */
interface Moving {
  readonly base: Address['base'];
  /** Bytes from a member to the next. */
  readonly step: number;
}

/** A loop over pairs of members; one that is left over is carried out alone. */
export function loopCode({ members, to, columns }: Loop, writer: LoopWriter): Code {
  const { places, terms, double, hold } = writer;
  const first = must(members[0], 'a member of a loop');
  const last = must(members.at(-1), 'a member of a loop');
  return (f) => {
    const pointers = new Map<string, { readonly local: number; readonly step: number }>();
    const pointer = ({ base, step }: Moving): Code => {
      const key = `${base} ${step}`;
      let known = pointers.get(key);
      if (known === undefined) {
        known = { local: f.scratch('i32'), step };
        pointers.set(key, known);
        bases[base](f);
        f.index(op.localSet, known.local);
      }
      const { local } = known;
      return (g) => g.index(op.localGet, local);
    };
    const values = columns.map((column) => valuesOf(column, { f, pointer, hold }));
    const target = pointer({ base: to.base, step: doubleBytes });
    const left = f.scratch('i32');
    f.i32(members.length >> 1);
    f.index(op.localSet, left);
    f.block(op.loop);
    const value = translate(numbered(first.value), {
      ops: twoLanes.ops,
      ref: (name) => must(values[Number(name)], name),
      lookup: (table, x) => {
        const given = twoLanes.ops.let(x);
        return twoLanes.join((lane) => terms.lookup(table, twoLanes.of(given, lane)));
      },
      past: (name) => must<Code>(undefined, `the past of ${name} for two at a time`),
      call: double.call,
    });
    twoLanes.store(target, to.offset, value)(f);
    for (const { local, step } of pointers.values()) increase(f, local, 2 * step);
    increase(f, left, -1);
    f.index(op.localGet, left);
    f.index(op.brIf, 0);
    f.op(op.end);
    if (members.length % 2 === 1) places.write(last.name, translate(last.value, terms))(f);
  };
}

interface Reading {
  readonly f: WasmFunction;
  /** The address that is a place's in the first turn, and moves on. */
  readonly pointer: (moving: Moving) => Code;
  readonly hold: LoopWriter['hold'];
}

/** The two values of a column in each turn. What is the same in all is taken before the first. */
function valuesOf(column: Column, { f, pointer, hold }: Reading): Code {
  switch (column.kind) {
    case 'same': {
      const { value } = column;
      const local = f.scratch('v128');
      if (typeof value === 'number') twoLanes.ops.num(value)(f);
      else {
        bases[value.base](f);
        f.simdMemory(simd.loadSplat, value.offset);
      }
      f.index(op.localSet, local);
      return (g) => g.index(op.localGet, local);
    }
    case 'even': {
      const { first, step } = column;
      const at = pointer({ base: first.base, step });
      if (step === doubleBytes) return twoLanes.load(at, first.offset);
      return twoLanes.join((lane) => oneLane.load(at, first.offset + lane * step));
    }
    case 'numbers':
      return twoLanes.load(pointer({ base: 'start', step: doubleBytes }), hold(column.values));
    case 'listed': {
      const address = hold(column.offsets);
      const at = pointer({ base: 'start', step: listedBytes });
      return twoLanes.join((lane) =>
        oneLane.load((g) => {
          bases[column.base](g);
          at(g);
          g.memory32(op.i32Load, address + lane * listedBytes);
          g.op(op.i32Add);
        }, 0),
      );
    }
  }
}

/** The expression with the numbers of its leaves in their place. */
function numbered(expr: Expr): Expr {
  let count = 0;
  const of = (part: Expr): Expr =>
    part.kind === 'number' || part.kind === 'ref'
      ? { kind: 'ref', name: `${count++}`, span: part.span }
      : withChildren(part, of);
  return of(expr);
}

function increase(f: WasmFunction, local: number, by: number): void {
  f.index(op.localGet, local);
  f.i32(by);
  f.op(op.i32Add);
  f.index(op.localSet, local);
}
