import type { Ops } from '../../numeric/ops.ts';
import type { WasmFunction } from './function-code.ts';
import { op, simd } from './opcodes.ts';
import { branching, named } from './wasm-ops.ts';
import type { Code } from './wasm-ops.ts';

const unary =
  (code: number) =>
  (a: Code): Code =>
  (f) => {
    a(f);
    f.simd(code);
  };

const binary =
  (code: number) =>
  (a: Code, b: Code): Code =>
  (f) => {
    a(f);
    b(f);
    f.simd(code);
  };

const shift =
  (code: number) =>
  (a: Code, places: number): Code =>
  (f) => {
    a(f);
    f.i32(places);
    f.simd(code);
  };

/** A truth value as an integer, where it holds in both lanes. */
const bothLanes = 0b11;

const same = (a: Code): Code => a;

const view = new DataView(new ArrayBuffer(8));

/** The same 64 bits in both lanes. */
function constant(f: WasmFunction, write: () => void): void {
  write();
  f.simd(simd.const);
  for (let lane = 0; lane < 2; lane++) f.code.bytes(new Uint8Array(view.buffer));
}

/** The operations on two lanes at once, each with the bits of the scalar one. A truth value is all ones or all zeros. */
export const laneOps: Ops<Code, Code, Code> = {
  num: (x) => (f) => constant(f, () => view.setFloat64(0, x, true)),
  add: binary(simd.add),
  sub: binary(simd.sub),
  mul: binary(simd.mul),
  div: binary(simd.div),
  neg: unary(simd.neg),
  abs: unary(simd.abs),
  sqrt: unary(simd.sqrt),
  floor: unary(simd.floor),
  ceil: unary(simd.ceil),
  trunc: unary(simd.trunc),
  nearest: unary(simd.nearest),
  min: binary(simd.min),
  max: binary(simd.max),

  lt: binary(simd.lt),
  le: binary(simd.le),
  eq: binary(simd.eq),
  ne: binary(simd.ne),
  both: binary(simd.and),
  either: binary(simd.or),
  not: unary(simd.not),
  choose: (m, then, otherwise) => (f) => {
    then(f);
    otherwise(f);
    m(f);
    f.simd(simd.bitselect);
  },

  bits: same,
  double: same,
  int: (x) => (f) => constant(f, () => view.setBigUint64(0, BigInt.asUintN(64, x), true)),
  addI: binary(simd.addI),
  subI: binary(simd.subI),
  andI: binary(simd.and),
  orI: binary(simd.or),
  xorI: binary(simd.xor),
  shl: shift(simd.shl),
  shrU: shift(simd.shrU),

  unless: branching(
    { value: 'v128', mask: 'v128' },
    (f, mask) => {
      f.index(op.localGet, mask);
      f.simd(simd.bitmask);
      f.i32(bothLanes);
      f.op(op.i32Ne);
      f.block(op.if);
    },
    (f, value, standing, mask) => {
      f.index(op.localGet, standing);
      value(f);
      f.index(op.localGet, mask);
      f.simd(simd.bitselect);
    },
  ),

  let: named('v128'),
  letM: named('v128'),
  letI: named('v128'),
};
