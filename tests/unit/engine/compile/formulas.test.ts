import { expect, test } from 'vitest';
import { builtins } from '../../../../src/equation/builtins/index.ts';
import { formulasIn } from '../../../../src/engine/compile/formulas.ts';
import { WasmFunction } from '../../../../src/engine/compile/function-code.ts';
import { oneLane } from '../../../../src/engine/compile/lanes.ts';
import { layoutOf } from '../../../../src/engine/compile/layout.ts';
import { encodeModule } from '../../../../src/engine/compile/module.ts';
import { op } from '../../../../src/engine/compile/opcodes.ts';
import type { Code } from '../../../../src/engine/compile/wasm-ops.ts';
import { meaningOf } from '../../../../src/engine/meaning.ts';
import { numberOps } from '../../../../src/numeric/number-ops.ts';
import { scheduleOf } from '../../../../src/engine/schedule.ts';
import { checkedOf } from '../model-of.ts';

const empty = checkedOf({});

/** A module whose `run` calls a function of the equation language `times` times, each time on its own result. */
function calling(fn: string, arity: number, times = 1) {
  const main = new WasmFunction({ params: Array.from({ length: arity }, () => 'f64'), results: ['f64'] });
  const functions = [main];
  const formulas = formulasIn(functions, layoutOf(empty, scheduleOf(empty), 1), oneLane);
  const args = Array.from(
    { length: arity },
    (_, i): Code =>
      (f) =>
        f.index(op.localGet, i),
  );
  let value = formulas.call(fn, args);
  for (let i = 1; i < times; i++) value = formulas.call(fn, [value, ...args.slice(1)]);
  main.statement(value);
  const { exports } = new WebAssembly.Instance(
    new WebAssembly.Module(encodeModule({ functions, run: 0, memoryBytes: 0, data: [] })),
  );
  return { functions, run: exports.run as (...args: readonly number[]) => number };
}

test.each([...builtins.values()])(
  '$name gives in a kernel what it gives in plain numbers',
  ({ name, examples, given }) => {
    for (const { args, time = 0, draw = 0 } of examples) {
      const known = { draw, time, dt: 1, starttime: 0, stoptime: 100, steptime: time };
      const all = [...(given ?? []).map((run) => known[run]), ...args];
      expect(calling(name, all.length).run(...all)).toBe(meaningOf(name)(numberOps, all));
    }
  },
);

const samples = [0, -0, 1, -1, 2, 0.5, -2.5, 3, 1e-310, 1e10, 1e300, Infinity, -Infinity, NaN];

test.each(['exp', 'ln', '^'])('%s is the same to the last bit wherever it is special', (fn) => {
  const arity = fn === '^' ? 2 : 1;
  const { run } = calling(fn, arity);
  for (const x of samples) {
    for (const y of samples) {
      const args = [x, y].slice(0, arity);
      expect([x, y, run(...args)]).toEqual([x, y, meaningOf(fn)(numberOps, args)]);
    }
  }
});

test('a long formula is written once however often it is used; a short one where it is used', () => {
  expect(calling('exp', 1, 5).functions).toHaveLength(2);
  expect(calling('abs', 1, 5).functions).toHaveLength(1);
});
