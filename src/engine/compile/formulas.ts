import { must } from '../../base/assert.ts';
import { meaningOf } from '../meaning.ts';
import { WasmFunction } from './function-code.ts';
import type { Lanes } from './lanes.ts';
import { doubleBytes } from './layout.ts';
import type { Layout } from './layout.ts';
import { lookupCode } from './lookup-code.ts';
import { op } from './opcodes.ts';
import type { Code } from './wasm-ops.ts';

/** A builtin whose instructions take no more bytes than this is written where it is used. */
const inlineBytes = 24;

/** The builtins and graphical functions that a kernel uses, each written once as a function of the module. */
export interface Formulas {
  readonly call: (fn: string, args: readonly Code[]) => Code;
  /** Whether a builtin is a function of the module. */
  readonly isFunction: (fn: string, arity: number) => boolean;
  /**
   * The builtin of as many arguments as there are columns, row by row: `count` values for each lane of each column,
   * side by side in memory from an address on, give as many results at `to`.
   */
  readonly callRows: (fn: string, columns: readonly number[], to: number, count: number) => Code;
  readonly lookup: (table: string, x: Code) => Code;
}

/** @param functions the module's functions so far, to which formulas are added at their first use */
export function formulasIn(functions: WasmFunction[], layout: Layout, lanes: Lanes): Formulas {
  type Writer = (args: readonly Code[]) => Code;
  const known = new Map<string, Writer>();
  const long = new Map<string, boolean>();

  const outlined = (f: WasmFunction): Writer => {
    const index = functions.push(f) - 1;
    return (args) => (caller) => {
      for (const arg of args) arg(caller);
      caller.index(op.call, index);
    };
  };
  const written = (fn: string, arity: number): WasmFunction => {
    const f = new WasmFunction({
      params: Array.from({ length: arity }, () => lanes.type),
      results: [lanes.type],
    });
    meaningOf(fn)(
      lanes.ops,
      Array.from({ length: arity }, (_, i) => param(i)),
    )(f);
    return f;
  };
  const isLong = (f: WasmFunction): boolean => f.code.length > inlineBytes;
  const define = (fn: string, arity: number): Writer => {
    const f = written(fn, arity);
    return isLong(f) ? outlined(f) : (args) => meaningOf(fn)(lanes.ops, args);
  };
  /** Its parameters: where the columns are, where the results go, and how many there are. */
  const inLoop = (fn: string, arity: number): WasmFunction => {
    const f = new WasmFunction({ params: Array.from({ length: arity + 2 }, () => 'i32'), results: [] });
    const [to, count] = [arity, arity + 1];
    const columns = Array.from({ length: arity }, (_, i) => lanes.load(param(i), 0));
    const increase = (local: number, by: number): void => {
      f.index(op.localGet, local);
      f.i32(by);
      f.op(op.i32Add);
      f.index(op.localSet, local);
    };
    f.block(op.loop);
    lanes.store(param(to), 0, meaningOf(fn)(lanes.ops, columns))(f);
    for (let address = 0; address <= to; address++) increase(address, lanes.count * doubleBytes);
    increase(count, -1);
    f.index(op.localGet, count);
    f.index(op.brIf, 0);
    f.op(op.end);
    return f;
  };
  // Each lane has a place of its own in the table, so that lanes are looked up one after the other.
  const search = (id: string): Writer => {
    const one = outlined(lookupCode(must(layout.tables.get(id), id)));
    if (lanes.count === 1) return one;
    const f = new WasmFunction({ params: [lanes.type], results: [lanes.type] });
    lanes.join((lane) => one([lanes.of((g) => g.index(op.localGet, 0), lane)]))(f);
    return outlined(f);
  };
  const once = (key: string, make: () => Writer): Writer => {
    const writer = known.get(key) ?? make();
    known.set(key, writer);
    return writer;
  };

  return {
    isFunction: (fn, arity) => {
      const key = `${fn}/${arity}`;
      const known = long.get(key) ?? isLong(written(fn, arity));
      long.set(key, known);
      return known;
    },
    callRows: (fn, columns, to, count) =>
      once(`${fn}/${columns.length} in a loop`, () => outlined(inLoop(fn, columns.length)))(
        [...columns, to, count].map((value) => (f) => f.i32(value)),
      ),
    call: (fn, args) => once(`${fn}/${args.length}`, () => define(fn, args.length))(args),
    lookup: (id, x) => once(`lookup ${id}`, () => search(id))([x]),
  };
}

const param =
  (index: number): Code =>
  (f) =>
    f.index(op.localGet, index);
