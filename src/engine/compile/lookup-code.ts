import { onSegment } from '../lookup.ts';
import type { Knot } from '../lookup.ts';
import { WasmFunction } from './function-code.ts';
import { doubleBytes, knotBytes } from './layout.ts';
import type { TableLayout } from './layout.ts';
import { op } from './opcodes.ts';
import { wasmOps as o } from './wasm-ops.ts';
import type { Code } from './wasm-ops.ts';

/** A graphical function as a function of the module: find the last knot not after x, then follow its segment. */
export function lookupCode(table: TableLayout): WasmFunction {
  const { address, knots } = table;
  const f = new WasmFunction({ params: ['f64'], results: ['f64'] });
  const knot = f.local('i32');
  const x: Code = (g) => g.index(op.localGet, 0);
  const load =
    (field: number): Code =>
    (g) => {
      g.index(op.localGet, knot);
      g.memory(op.f64Load, address + field * doubleBytes);
    };

  if (!table.extrapolate) {
    o.min(o.max(x, o.num(knots[0]!.x)), o.num(knots.at(-1)!.x))(f);
    f.index(op.localSet, 0);
  }
  if (!table.extrapolate && isUniform(knots)) stepTo(f, knot, knots, load);
  else searchFor(f, knot, table);
  onSegment(o, x, { x: load(0), y: load(1), slope: load(2) })(f);
  return f;
}

/** Evenly spaced up to rounding, so that the place computed from x is off by one knot at most. */
function isUniform(knots: readonly Knot[]): boolean {
  const first = knots[0]!.x;
  const width = (knots.at(-1)!.x - first) / (knots.length - 1);
  return knots.length > 2 && knots.every((knot, i) => Math.abs(knot.x - (first + i * width)) < 1e-6 * width);
}

/** Computes the place of the knot from x, then corrects it by the knots themselves. */
function stepTo(f: WasmFunction, knot: number, knots: readonly Knot[], load: (field: number) => Code): void {
  const first = knots[0]!.x;
  o.mul(
    o.sub((g) => g.index(op.localGet, 0), o.num(first)),
    o.num((knots.length - 1) / (knots.at(-1)!.x - first)),
  )(f);
  f.op(op.saturating);
  f.op(op.i32TruncSatF64U);
  f.i32(knotBytes);
  f.op(op.i32Mul);
  f.index(op.localSet, knot);
  const correct = (field: number, compare: number, apply: number) => {
    f.index(op.localGet, knot);
    f.index(op.localGet, 0);
    load(field)(f);
    f.op(compare);
    f.i32(knotBytes);
    f.op(op.i32Mul);
    f.op(apply);
    f.index(op.localSet, knot);
  };
  correct(0, op.f64Lt, op.i32Sub);
  correct(3, op.f64Ge, op.i32Add);
}

/** Halves the held knots without branching. No comparison is true for NaN, which so ends at the first knot. */
function searchFor(f: WasmFunction, knot: number, table: TableLayout): void {
  for (let half = table.held / 2; half >= 1; half /= 2) {
    f.index(op.localGet, knot);
    f.i32(half * knotBytes);
    f.op(op.i32Add);
    f.index(op.localGet, knot);
    f.index(op.localGet, 0);
    f.index(op.localGet, knot);
    f.memory(op.f64Load, table.address + half * knotBytes);
    f.op(op.f64Ge);
    f.op(op.select);
    f.index(op.localSet, knot);
  }
}
