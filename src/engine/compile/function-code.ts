import { Bytes } from './bytes.ts';
import { emptyBlock, op, simd, valueType } from './opcodes.ts';
import type { ValueType } from './opcodes.ts';

export interface FunctionType {
  readonly params: readonly ValueType[];
  readonly results: readonly ValueType[];
}

/** The body of one function while it is written: instructions, and locals as they are asked for. */
export class WasmFunction {
  readonly code = new Bytes();
  readonly type: FunctionType;
  #locals: ValueType[] = [];
  /** Locals that one statement may use, and how many it does. */
  #scratch: Record<ValueType, number[]> = { f64: [], v128: [], i64: [], i32: [] };
  #used: Record<ValueType, number> = { f64: 0, v128: 0, i64: 0, i32: 0 };

  constructor(type: FunctionType) {
    this.type = type;
  }

  /** A new local, after the parameters, with value 0. */
  local(type: ValueType): number {
    return this.type.params.length + this.#locals.push(type) - 1;
  }

  /** A local for the rest of this statement. */
  scratch(type: ValueType): number {
    const at = this.#used[type]++;
    return (this.#scratch[type][at] ??= this.local(type));
  }

  /** Writes a statement: it leaves nothing on the stack, and its scratch locals are free after it. */
  statement(write: (f: WasmFunction) => void): void {
    write(this);
    this.#used = { f64: 0, v128: 0, i64: 0, i32: 0 };
  }

  op(code: number): void {
    this.code.byte(code);
  }

  /** An instruction with one index: a local, a function or a label. */
  index(code: number, index: number): void {
    this.code.byte(code);
    this.code.unsigned(index);
  }

  i32(value: number): void {
    this.code.byte(op.i32Const);
    this.code.signed(value);
  }

  /** Any 64 bits, counted as signed or as unsigned. */
  i64(value: bigint): void {
    this.code.byte(op.i64Const);
    this.code.signed64(BigInt.asIntN(64, value));
  }

  f64(value: number): void {
    this.code.byte(op.f64Const);
    this.code.double(value);
  }

  /** An instruction on two lanes. */
  simd(code: number): void {
    this.code.byte(simd.prefix);
    this.code.unsigned(code);
  }

  /** One lane of the pair on the stack, taken out or put in. */
  lane(code: typeof simd.extractLane | typeof simd.replaceLane, index: 0 | 1): void {
    this.simd(code);
    this.code.byte(index);
  }

  /** A load or store of two doubles side by side, as `memory`. */
  simdMemory(code: number, offset: number): void {
    this.simd(code);
    this.code.byte(3);
    this.code.unsigned(offset);
  }

  /** The bytes of two pairs on the stack, counted through both, in the order given. */
  shuffle(bytes: readonly number[]): void {
    this.simd(simd.shuffle);
    this.code.bytes(bytes);
  }

  /** A load or store of a double, aligned to 8 bytes, `offset` bytes after the address on the stack. */
  memory(code: number, offset: number): void {
    this.code.byte(code);
    this.code.byte(3);
    this.code.unsigned(offset);
  }

  /** The same of an i32. */
  memory32(code: number, offset: number): void {
    this.code.byte(code);
    this.code.byte(2);
    this.code.unsigned(offset);
  }

  block(code: number): void {
    this.code.byte(code);
    this.code.byte(emptyBlock);
  }

  /** The body as the code section holds it, without its length: locals, instructions, end. */
  encode(): Bytes {
    const body = new Bytes();
    const runs: { type: ValueType; count: number }[] = [];
    for (const type of this.#locals) {
      const last = runs.at(-1);
      if (last?.type === type) last.count++;
      else runs.push({ type, count: 1 });
    }
    body.unsigned(runs.length);
    for (const { type, count } of runs) {
      body.unsigned(count);
      body.byte(valueType[type]);
    }
    body.bytes(this.code.slice());
    body.byte(op.end);
    return body;
  }
}
