import { must } from '../../base/assert.ts';
import { meaningOf } from '../meaning.ts';
import { FunctionCode } from './function-code.ts';
import type { Lanes } from './lanes.ts';
import type { Layout } from './layout.ts';
import { lookupCode } from './lookup-code.ts';
import { op } from './opcodes.ts';
import type { Code } from './wasm-ops.ts';

/** A builtin whose instructions take no more bytes than this is written where it is used. */
const inlineBytes = 24;

/** The builtins and graphical functions that a kernel uses, each written once as a function of the module. */
export interface Formulas {
  readonly call: (fn: string, args: readonly Code[]) => Code;
  readonly lookup: (table: string, x: Code) => Code;
}

/** @param functions the module's functions so far, to which formulas are added at their first use */
export function formulasIn(functions: FunctionCode[], layout: Layout, lanes: Lanes): Formulas {
  type Writer = (args: readonly Code[]) => Code;
  const known = new Map<string, Writer>();

  const outlined = (f: FunctionCode): Writer => {
    const index = functions.push(f) - 1;
    return (args) => (caller) => {
      for (const arg of args) arg(caller);
      caller.index(op.call, index);
    };
  };
  const define = (fn: string, arity: number): Writer => {
    const meaning = meaningOf(fn);
    const f = new FunctionCode({
      params: Array.from({ length: arity }, () => lanes.type),
      results: [lanes.type],
    });
    meaning(
      lanes.ops,
      Array.from(
        { length: arity },
        (_, i): Code =>
          (g) =>
            g.index(op.localGet, i),
      ),
    )(f);
    if (f.code.length > inlineBytes) return outlined(f);
    return (args) => meaning(lanes.ops, args);
  };
  // Each lane has a place of its own in the table, so that lanes are looked up one after the other.
  const search = (id: string): Writer => {
    const one = outlined(lookupCode(must(layout.tables.get(id), id)));
    if (lanes.count === 1) return one;
    const f = new FunctionCode({ params: [lanes.type], results: [lanes.type] });
    lanes.join((lane) => one([lanes.of((g) => g.index(op.localGet, 0), lane)]))(f);
    return outlined(f);
  };
  const once = (key: string, make: () => Writer): Writer => {
    const writer = known.get(key) ?? make();
    known.set(key, writer);
    return writer;
  };

  return {
    call: (fn, args) => once(`${fn}/${args.length}`, () => define(fn, args.length))(args),
    lookup: (id, x) => once(`lookup ${id}`, () => search(id))([x]),
  };
}
