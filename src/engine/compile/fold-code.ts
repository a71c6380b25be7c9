import { assert } from '../../base/assert.ts';
import { meaningOf } from '../meaning.ts';
import { WasmFunction } from './function-code.ts';
import type { Joint } from './joins.ts';
import { oneLane, twoLanes } from './lanes.ts';
import type { Lanes } from './lanes.ts';
import { doubleBytes } from './layout.ts';
import { op } from './opcodes.ts';
import type { Code } from './wasm-ops.ts';

const pairBytes = 2 * doubleBytes;

/** One value of `count` that lie side by side from an address on. They are lost. */
export type Folding = (address: number, count: number) => Code;

/**
 * What joins many values in pairs, then the pairs, and so on, is written once for each way to join two.
 * @param functions the module's functions so far, to which it is added at its first use
 */
export function foldsIn(functions: WasmFunction[]): (like: Joint) => Folding {
  const known = new Map<string, number>();
  return (like) => {
    const key = like.kind === 'call' ? like.fn : like.op;
    const index = known.get(key) ?? functions.push(written(like)) - 1;
    known.set(key, index);
    return (address, count) => (f) => {
      f.i32(address);
      f.i32(count);
      f.index(op.call, index);
    };
  };
}

function joined(like: Joint, { ops }: Lanes, a: Code, b: Code): Code {
  if (like.kind === 'call') return meaningOf(like.fn)(ops, [a, b]);
  assert(like.op === '+' || like.op === '*', 'a sum or a product');
  return like.op === '+' ? ops.add(a, b) : ops.mul(a, b);
}

/** Takes an address and a count. Each turn halves the values, two results at a time; one without a partner stays last. */
function written(like: Joint): WasmFunction {
  const f = new WasmFunction({ params: ['i32', 'i32'], results: ['f64'] });
  const [first, count] = [0, 1];
  const [from, to, end] = [f.local('i32'), f.local('i32'), f.local('i32')];
  const get =
    (local: number): Code =>
    (g) =>
      g.index(op.localGet, local);
  const set = (local: number, value: Code): void => {
    value(f);
    f.index(op.localSet, local);
  };
  const plus =
    (local: number, bytes: number): Code =>
    (g) => {
      g.index(op.localGet, local);
      g.i32(bytes);
      g.op(op.i32Add);
    };
  /** Where the value with half of the count, or with all of it less one, is. */
  const halfBytes: Code = (g) => {
    g.index(op.localGet, count);
    g.i32(1);
    g.op(op.i32ShrU);
    g.i32(doubleBytes);
    g.op(op.i32Mul);
  };
  const low = twoLanes.load(get(from), 0);
  const high = twoLanes.load(get(from), pairBytes);
  const lanesOf =
    (bytes: readonly number[]): Code =>
    (g) => {
      low(g);
      high(g);
      g.shuffle(bytes);
    };

  f.index(op.localGet, count);
  f.i32(1);
  f.op(op.i32Ne);
  f.block(op.if);
  f.block(op.loop);
  set(from, get(first));
  set(to, get(first));
  set(end, (g) => {
    g.index(op.localGet, first);
    halfBytes(g);
    g.op(op.i32Add);
  });
  f.block(op.loop);
  twoLanes.store(get(to), 0, joined(like, twoLanes, lanesOf(evens), lanesOf(odds)))(f);
  set(from, plus(from, 2 * pairBytes));
  set(to, plus(to, pairBytes));
  f.index(op.localGet, to);
  f.index(op.localGet, end);
  f.op(op.i32LtU);
  f.index(op.brIf, 0);
  f.op(op.end);
  // The one without a partner, if there is one, is at the double of the half.
  oneLane.store(
    get(end),
    0,
    oneLane.load((g) => {
      g.index(op.localGet, end);
      halfBytes(g);
      g.op(op.i32Add);
    }, 0),
  )(f);
  set(count, (g) => {
    g.index(op.localGet, count);
    g.i32(1);
    g.op(op.i32Add);
    g.i32(1);
    g.op(op.i32ShrU);
  });
  f.index(op.localGet, count);
  f.i32(1);
  f.op(op.i32Ne);
  f.index(op.brIf, 0);
  f.op(op.end);
  f.op(op.end);
  oneLane.load(get(first), 0)(f);
  return f;
}

const lane = (from: number): readonly number[] => Array.from({ length: doubleBytes }, (_, i) => from + i);
const evens = [...lane(0), ...lane(16)];
const odds = [...lane(8), ...lane(24)];
