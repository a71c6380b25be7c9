import type { Ops } from '../../numeric/ops.ts';
import { laneOps } from './lane-ops.ts';
import { op, simd } from './opcodes.ts';
import type { ValueType } from './opcodes.ts';
import { wasmOps } from './wasm-ops.ts';
import type { Code } from './wasm-ops.ts';

export type Arithmetic = '+' | '-' | '*' | '/';

/** How a kernel holds the values of a run: one double, or one for each of two runs that go side by side. */
export interface Lanes {
  readonly ops: Ops<Code, Code, Code>;
  /** The instruction of `ops` that takes the two values on the stack. */
  readonly arithmetic: Readonly<Record<Arithmetic, Code>>;
  readonly type: ValueType;
  readonly count: 1 | 2;
  readonly load: (address: Code, offset: number) => Code;
  readonly store: (address: Code, offset: number, value: Code) => Code;
  /** A double for every lane. */
  readonly spread: (value: Code) => Code;
  /** The double of a lane. */
  readonly of: (value: Code, lane: 0 | 1) => Code;
  /** A double from each lane's own. */
  readonly join: (each: (lane: 0 | 1) => Code) => Code;
}

export const oneLane: Lanes = {
  ops: wasmOps,
  arithmetic: {
    '+': (f) => f.op(op.f64Add),
    '-': (f) => f.op(op.f64Sub),
    '*': (f) => f.op(op.f64Mul),
    '/': (f) => f.op(op.f64Div),
  },
  type: 'f64',
  count: 1,
  load: (address, offset) => (f) => {
    address(f);
    f.memory(op.f64Load, offset);
  },
  store: (address, offset, value) => (f) => {
    address(f);
    value(f);
    f.memory(op.f64Store, offset);
  },
  spread: (value) => value,
  of: (value) => value,
  join: (each) => each(0),
};

export const twoLanes: Lanes = {
  ops: laneOps,
  arithmetic: {
    '+': (f) => f.simd(simd.add),
    '-': (f) => f.simd(simd.sub),
    '*': (f) => f.simd(simd.mul),
    '/': (f) => f.simd(simd.div),
  },
  type: 'v128',
  count: 2,
  load: (address, offset) => (f) => {
    address(f);
    f.simdMemory(simd.load, offset);
  },
  store: (address, offset, value) => (f) => {
    address(f);
    value(f);
    f.simdMemory(simd.store, offset);
  },
  spread: (value) => (f) => {
    value(f);
    f.simd(simd.splat);
  },
  of: (value, lane) => (f) => {
    value(f);
    f.lane(simd.extractLane, lane);
  },
  join: (each) => (f) => {
    each(0)(f);
    f.simd(simd.splat);
    each(1)(f);
    f.lane(simd.replaceLane, 1);
  },
};
