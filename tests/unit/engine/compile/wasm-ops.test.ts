import { expect, test } from 'vitest';
import { WasmFunction } from '../../../../src/engine/compile/function-code.ts';
import { encodeModule } from '../../../../src/engine/compile/module.ts';
import { laneOps } from '../../../../src/engine/compile/lane-ops.ts';
import { twoLanes } from '../../../../src/engine/compile/lanes.ts';
import { op } from '../../../../src/engine/compile/opcodes.ts';
import { wasmOps } from '../../../../src/engine/compile/wasm-ops.ts';
import type { Code } from '../../../../src/engine/compile/wasm-ops.ts';
import { numberOps } from '../../../../src/numeric/number-ops.ts';
import type { Ops } from '../../../../src/numeric/ops.ts';

type Formula = <V, M, I>(o: Ops<V, M, I>, x: V, y: V) => V;

/** A truth value as a number. */
const flag = <V, M, I>(o: Ops<V, M, I>, m: M): V => o.choose(m, o.num(1), o.num(0));

const formulas: Readonly<Record<string, Formula>> = {
  num: (o) => o.num(-0),
  add: (o, x, y) => o.add(x, y),
  sub: (o, x, y) => o.sub(x, y),
  mul: (o, x, y) => o.mul(x, y),
  div: (o, x, y) => o.div(x, y),
  neg: (o, x) => o.neg(x),
  abs: (o, x) => o.abs(x),
  sqrt: (o, x) => o.sqrt(x),
  floor: (o, x) => o.floor(x),
  ceil: (o, x) => o.ceil(x),
  trunc: (o, x) => o.trunc(x),
  nearest: (o, x) => o.nearest(x),
  min: (o, x, y) => o.min(x, y),
  max: (o, x, y) => o.max(x, y),
  lt: (o, x, y) => flag(o, o.lt(x, y)),
  le: (o, x, y) => flag(o, o.le(x, y)),
  eq: (o, x, y) => flag(o, o.eq(x, y)),
  ne: (o, x, y) => flag(o, o.ne(x, y)),
  both: (o, x, y) => flag(o, o.both(o.lt(x, y), o.lt(x, o.num(1)))),
  either: (o, x, y) => flag(o, o.either(o.lt(x, y), o.lt(x, o.num(1)))),
  not: (o, x, y) => flag(o, o.not(o.lt(x, y))),
  choose: (o, x, y) => o.choose(o.le(x, y), x, y),
  bits: (o, x) => o.double(o.bits(x)),
  int: (o) => o.double(o.int(0xbff0_0000_0000_0001n)),
  addI: (o, x, y) => o.double(o.addI(o.bits(x), o.bits(y))),
  subI: (o, x, y) => o.double(o.subI(o.bits(x), o.bits(y))),
  andI: (o, x, y) => o.double(o.andI(o.bits(x), o.bits(y))),
  orI: (o, x, y) => o.double(o.orI(o.bits(x), o.bits(y))),
  xorI: (o, x, y) => o.double(o.xorI(o.bits(x), o.bits(y))),
  shl: (o, x) => o.double(o.shl(o.bits(x), 3)),
  shrU: (o, x) => o.double(o.shrU(o.bits(x), 52)),
  let: (o, x, y) => {
    const sum = o.let(o.add(x, y));
    return o.mul(sum, o.sub(sum, x));
  },
  letM: (o, x, y) => {
    const less = o.letM(o.lt(x, y));
    return o.choose(less, flag(o, less), x);
  },
  letI: (o, x, y) => {
    const both = o.letI(o.andI(o.bits(x), o.bits(y)));
    return o.double(o.xorI(both, o.shrU(both, 1)));
  },
  unless: (o, x, y) => {
    const sum = o.let(o.add(x, y));
    const [first, second] = o.unless!(o.not(o.lt(sum, x)), [sum, x], () => [o.mul(sum, y), o.sub(x, y)]);
    return o.add(first!, o.mul(second!, o.num(3)));
  },
};

const samples = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.5,
  2.5,
  -2.5,
  5e-324,
  1e-300,
  1e300,
  4503599627370497,
  Infinity,
  -Infinity,
  NaN,
];

test('covers every operation', () => {
  // `double` is in every formula over 64 bits.
  const all = [...Object.keys(formulas), 'double'].toSorted();
  expect(Object.keys(wasmOps).toSorted()).toEqual(all);
  expect(Object.keys(laneOps).toSorted()).toEqual(all);
});

type Run = (x: number, y: number) => number;

function compiled(f: WasmFunction): Run {
  const { exports } = new WebAssembly.Instance(
    new WebAssembly.Module(encodeModule({ functions: [f], run: 0, memoryBytes: 0, data: [] })),
  );
  return exports.run as Run;
}

const param =
  (i: number): Code =>
  (g) =>
    g.index(op.localGet, i);

function agrees(run: Run, formula: Run): void {
  for (const x of samples) {
    for (const y of samples) expect([x, y, run(x, y)]).toEqual([x, y, formula(x, y)]);
  }
}

test.each(Object.entries(formulas))('%s is the same as in plain numbers', (_, formula) => {
  const f = new WasmFunction({ params: ['f64', 'f64'], results: ['f64'] });
  f.statement(formula(wasmOps, param(0), param(1)));
  agrees(compiled(f), (x, y) => formula(numberOps, x, y));
});

test.each(Object.entries(formulas))('%s of two lanes is that of each', (_, formula) => {
  const lane = (at: 0 | 1): Run => {
    const f = new WasmFunction({ params: ['f64', 'f64'], results: ['f64'] });
    // The lanes are x, y and y, x: the other lane must not come through.
    const [x, y] = [[param(0), param(1)] as const, [param(1), param(0)] as const].map((pair) =>
      twoLanes.join((i) => pair[i]),
    );
    f.statement(twoLanes.of(formula(laneOps, x!, y!), at));
    return compiled(f);
  };
  agrees(lane(0), (x, y) => formula(numberOps, x, y));
  agrees(lane(1), (x, y) => formula(numberOps, y, x));
});
