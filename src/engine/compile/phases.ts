import { WasmFunction } from './function-code.ts';
import { op } from './opcodes.ts';
import type { Code } from './wasm-ops.ts';

/** Statements that are done one after the other, perhaps at several places of the main function. */
export type Phase = (statements: Iterable<Code>) => () => void;

/** Phases that are written out in the main function wherever they are done. */
export function inlinePhases(main: WasmFunction): Phase {
  return (statements) => {
    let written: { from: number; to: number } | undefined;
    return () => {
      if (written !== undefined) return main.code.bytes(main.code.slice(written.from, written.to));
      const from = main.code.length;
      for (const statement of statements) main.statement(statement);
      written = { from, to: main.code.length };
    };
  };
}

/**
 * Phases that are functions of their own, each closed when it has grown to `bytes`. They are added to `functions`;
 * their arguments are the first `handed` of main's, which are addresses.
 */
export function splitPhases(
  main: WasmFunction,
  functions: WasmFunction[],
  bytes: number,
  handed: number,
): Phase {
  return (statements) => {
    const calls: number[] = [];
    let open: WasmFunction | undefined;
    for (const statement of statements) {
      if (open === undefined || open.code.length >= bytes) {
        open = new WasmFunction({ params: Array.from({ length: handed }, () => 'i32'), results: [] });
        calls.push(functions.push(open) - 1);
      }
      open.statement(statement);
    }
    return () => {
      for (const index of calls) {
        for (let i = 0; i < handed; i++) main.index(op.localGet, i);
        main.index(op.call, index);
      }
    };
  };
}
