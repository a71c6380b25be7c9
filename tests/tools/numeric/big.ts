// Numbers of hundreds of bits, to judge doubles by. Slow and plain: nothing of the engine is used here.

/** m · 2^e. */
export interface Big {
  readonly m: bigint;
  readonly e: number;
}

const view = new DataView(new ArrayBuffer(8));

/** A finite double, exactly. */
export function big(x: number): Big {
  view.setFloat64(0, x);
  const word = view.getBigUint64(0);
  const field = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  const m = field === 0 ? fraction : fraction | (1n << 52n);
  return { m: x < 0 ? -m : m, e: Math.max(field, 1) - 1075 };
}

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

/** n · 2^places, rounded down. */
const shifted = (n: bigint, places: number): bigint =>
  places >= 0 ? n << BigInt(places) : n >> BigInt(-places);

/** x with `bits` bits after the point. */
export const fixed = (x: Big, bits: number): bigint => shifted(x.m, x.e + bits);

/** The exponent of the leading bit; −∞ for zero. */
export function exponent(x: Big): number {
  return x.m === 0n ? -Infinity : magnitude(x.m).toString(16).length * 4 - leadingZeros(x.m) - 1 + x.e;
}

const leadingZeros = (m: bigint): number => Math.clz32(parseInt(magnitude(m).toString(16)[0]!, 16)) - 28;

export function product(a: Big, b: Big): Big {
  return { m: a.m * b.m, e: a.e + b.e };
}

/** a / b to `bits` bits or more, relative. */
export function quotient(a: Big, b: Big, bits = 300): Big {
  const more = Math.max(
    0,
    bits + magnitude(b.m).toString(16).length * 4 - magnitude(a.m).toString(16).length * 4,
  );
  return { m: (a.m << BigInt(more)) / b.m, e: a.e - more - b.e };
}

export function sum(a: Big, b: Big): Big {
  const e = Math.min(a.e, b.e);
  return { m: shifted(a.m, a.e - e) + shifted(b.m, b.e - e), e };
}

/** √x to `bits` bits or more, relative. */
export function root(x: Big, bits = 300): Big {
  const e = 2 * Math.floor(Math.min(x.e, exponent(x) - 2 * bits) / 2);
  const n = shifted(x.m, x.e - e);
  let guess = 1n << BigInt(Math.ceil(n.toString(16).length * 2));
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return { m: guess, e: e / 2 };
    guess = next;
  }
}

/** How far a double is from the exact value, in units of the last place of a double of that size. */
export function ulps(measured: number, exact: Big): number {
  const size = exponent(exact);
  const unit = Math.min(Math.max(size, -1022), 1023) - 52;
  // Beyond the largest double by half a unit or more, infinity is right.
  if (!Number.isFinite(measured)) {
    const largest = sum(big(Number.MAX_VALUE), { m: 1n, e: 970 });
    return measured > 0 === exact.m > 0n && magnitude(exact.m) >= magnitude(fixed(largest, -exact.e))
      ? 0
      : Infinity;
  }
  const difference = sum(big(measured), { m: -exact.m, e: exact.e });
  return Number(magnitude(shifted(difference.m, difference.e - unit + 40))) / 2 ** 40;
}
