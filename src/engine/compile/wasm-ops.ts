import type { Ops } from '../../numeric/ops.ts';
import type { WasmFunction } from './function-code.ts';
import { op } from './opcodes.ts';
import type { ValueType } from './opcodes.ts';

/**
 * A value that has not been computed yet: writes the instructions that leave it on the stack.
 * It belongs to one statement of one function, and is pure: order and number of writings do not matter.
 */
export type Code = (f: WasmFunction) => void;

const unary =
  (code: number) =>
  (a: Code): Code =>
  (f) => {
    a(f);
    f.op(code);
  };

const binary =
  (code: number) =>
  (a: Code, b: Code): Code =>
  (f) => {
    a(f);
    b(f);
    f.op(code);
  };

const shift =
  (code: number) =>
  (a: Code, places: number): Code =>
  (f) => {
    a(f);
    f.i64(BigInt(places));
    f.op(code);
  };

/** Computed where it is first used, which comes before all other uses: see `Ops.unless` for what branches. */
export const named =
  (type: ValueType) =>
  (a: Code): Code => {
    let local: number | undefined;
    return (f) => {
      if (local !== undefined) return f.index(op.localGet, local);
      a(f);
      local = f.scratch(type);
      f.index(op.localTee, local);
    };
  };

/**
 * `Ops.unless` as a branch around the costly side, written where the first of the values is used.
 * @param enter begins a block that is entered unless the mask in the local holds
 * @param merge leaves, within the block, what the result becomes of the costly value and the one that stands
 */
export const branching =
  (
    types: { readonly value: ValueType; readonly mask: ValueType },
    enter: (f: WasmFunction, mask: number) => void,
    merge: (f: WasmFunction, value: Code, standing: number, mask: number) => void,
  ) =>
  (mostly: Code, then: readonly Code[], otherwise: () => readonly Code[]): readonly Code[] => {
    let results: readonly number[] | undefined;
    const write = (f: WasmFunction): readonly number[] => {
      const standing = then.map((value) => {
        value(f);
        const local = f.scratch(types.value);
        f.index(op.localSet, local);
        return local;
      });
      mostly(f);
      const mask = f.scratch(types.mask);
      f.index(op.localSet, mask);
      enter(f, mask);
      for (const [i, value] of otherwise().entries()) {
        merge(f, value, standing[i]!, mask);
        f.index(op.localSet, standing[i]!);
      }
      f.op(op.end);
      return standing;
    };
    return then.map((_, i) => (f) => {
      results ??= write(f);
      f.index(op.localGet, results[i]!);
    });
  };

/** The operations as scalar WebAssembly. Each is one instruction, and the one that IEEE 754 asks for. */
export const wasmOps: Ops<Code, Code, Code> = {
  num: (x) => (f) => f.f64(x),
  add: binary(op.f64Add),
  sub: binary(op.f64Sub),
  mul: binary(op.f64Mul),
  div: binary(op.f64Div),
  neg: unary(op.f64Neg),
  abs: unary(op.f64Abs),
  sqrt: unary(op.f64Sqrt),
  floor: unary(op.f64Floor),
  ceil: unary(op.f64Ceil),
  trunc: unary(op.f64Trunc),
  nearest: unary(op.f64Nearest),
  min: binary(op.f64Min),
  max: binary(op.f64Max),

  lt: binary(op.f64Lt),
  le: binary(op.f64Le),
  eq: binary(op.f64Eq),
  ne: binary(op.f64Ne),
  both: binary(op.i32And),
  either: binary(op.i32Or),
  not: unary(op.i32Eqz),
  choose: (m, then, otherwise) => (f) => {
    then(f);
    otherwise(f);
    m(f);
    f.op(op.select);
  },

  bits: unary(op.i64ReinterpretF64),
  double: unary(op.f64ReinterpretI64),
  int: (x) => (f) => f.i64(x),
  addI: binary(op.i64Add),
  subI: binary(op.i64Sub),
  andI: binary(op.i64And),
  orI: binary(op.i64Or),
  xorI: binary(op.i64Xor),
  shl: shift(op.i64Shl),
  shrU: shift(op.i64ShrU),

  unless: branching(
    { value: 'f64', mask: 'i32' },
    (f, mask) => {
      f.index(op.localGet, mask);
      f.op(op.i32Eqz);
      f.block(op.if);
    },
    (f, value) => value(f),
  ),

  let: named('f64'),
  letM: named('i32'),
  letI: named('i64'),
};
