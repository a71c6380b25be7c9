/** A square matrix, row by row, taken apart for solving: Gauss with the largest pivot of each column. */
export interface Factors {
  readonly size: number;
  readonly rows: Float64Array;
  readonly order: readonly number[];
}

/** Undefined if the matrix is singular. The matrix is not changed. */
export function factorise(matrix: Float64Array, size: number): Factors | undefined {
  const rows = matrix.slice();
  const order = Array.from({ length: size }, (_, i) => i);
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) {
      if (Math.abs(rows[i * size + k]!) > Math.abs(rows[pivot * size + k]!)) pivot = i;
    }
    const largest = rows[pivot * size + k]!;
    if (largest === 0 || !Number.isFinite(largest)) return undefined;
    if (pivot !== k) {
      const moved = rows.slice(k * size, (k + 1) * size);
      rows.copyWithin(k * size, pivot * size, (pivot + 1) * size);
      rows.set(moved, pivot * size);
      [order[k], order[pivot]] = [order[pivot]!, order[k]!];
    }
    for (let i = k + 1; i < size; i++) {
      const factor = rows[i * size + k]! / largest;
      rows[i * size + k] = factor;
      if (factor === 0) continue;
      for (let j = k + 1; j < size; j++) rows[i * size + j]! -= factor * rows[k * size + j]!;
    }
  }
  return { size, rows, order };
}

/** The x of `matrix·x = right`. */
export function solveFor({ size, rows, order }: Factors, right: Float64Array): Float64Array {
  const x = Float64Array.from(order, (i) => right[i]!);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) x[i]! -= rows[i * size + j]! * x[j]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) x[i]! -= rows[i * size + j]! * x[j]!;
    x[i]! /= rows[i * size + i]!;
  }
  return x;
}
