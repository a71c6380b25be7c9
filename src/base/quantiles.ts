/** How many different values are told apart. */
const limit = 2048;
/** How many a sketch holds before it counts which bits have to go, so that it seldom does. */
const room = 1.5 * limit;
/** Bits of a double's mantissa. */
const mantissa = 52;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
const [low, high] = littleEndian ? [0, 1] : [1, 0];

/** The double without its last `drop` bits. */
function shorten(value: number, drop: number): number {
  if (drop === 0) return value === 0 ? 0 : value;
  double[0] = value;
  words[low] = drop >= 32 ? 0 : words[low]! & (-1 << drop);
  if (drop > 32) words[high] = words[high]! & (-1 << (drop - 32));
  return double[0] === 0 ? 0 : double[0];
}

/** How many last bits have to go for the keys to be no more than `limit` different ones; NaN is none. */
function leastDrop(keys: Float64Array): number {
  const sorted = keys.filter((key) => !Number.isNaN(key)).sort();
  // Neighbours become one when their highest different bit has gone.
  const joining = new Uint32Array(65);
  let [lastLow, lastHigh] = [0, 0];
  for (const [i, key] of sorted.entries()) {
    double[0] = key;
    const different = (words[high]! ^ lastHigh) >>> 0;
    const bits = different === 0 ? 32 - Math.clz32(words[low]! ^ lastLow) : 64 - Math.clz32(different);
    if (i > 0) joining[bits]!++;
    [lastLow, lastHigh] = [words[low]!, words[high]!];
  }
  let [drop, left] = [0, sorted.length];
  while (left > limit) left -= joining[++drop]!;
  return drop;
}

/** The middle of the values that are shortened to this one. */
function middle(value: number, drop: number): number {
  if (drop === 0 || drop > mantissa) return value;
  double[0] = value;
  const bit = drop - 1;
  if (bit >= 32) words[high] = words[high]! | (1 << (bit - 32));
  else words[low] = words[low]! | (1 << bit);
  return double[0];
}

/** A sketch as data, to be sent or kept. */
export interface SketchData {
  readonly drop: number;
  readonly values: Float64Array;
  readonly counts: Float64Array;
  readonly least: number;
  readonly greatest: number;
  readonly notFinite: number;
}

/**
 * Quantiles of a stream of numbers in bounded memory. As long as no more than 2,048 different numbers have come they
 * are exact; from there on numbers are told apart by fewer leading bits, as few as needed. What is kept depends on the
 * numbers alone, not on their order, nor on how they were shared between sketches that are merged.
 */
export class QuantileSketch {
  #drop = 0;
  #size = 0;
  /** Open addressing; NaN is a free place. */
  #keys = new Float64Array(64).fill(NaN);
  #counts = new Float64Array(64);
  #count = 0;
  #least = Infinity;
  #greatest = -Infinity;
  #notFinite = 0;

  static from(data: SketchData): QuantileSketch {
    const sketch = new QuantileSketch();
    sketch.merge(data);
    return sketch;
  }

  /** Numbers so far that are finite. */
  get count(): number {
    return this.#count;
  }

  /** Numbers so far that are not; they are in no quantile. */
  get notFinite(): number {
    return this.#notFinite;
  }

  add(value: number): void {
    if (!Number.isFinite(value)) {
      this.#notFinite++;
      return;
    }
    if (value < this.#least) this.#least = value;
    if (value > this.#greatest) this.#greatest = value;
    this.#count++;
    this.#put(shorten(value, this.#drop), 1);
  }

  merge(other: SketchData): void {
    this.#least = Math.min(this.#least, other.least);
    this.#greatest = Math.max(this.#greatest, other.greatest);
    this.#notFinite += other.notFinite;
    if (this.#drop < other.drop) this.#shorten(other.drop);
    for (const [i, value] of other.values.entries()) {
      this.#count += other.counts[i]!;
      this.#put(shorten(value, this.#drop), other.counts[i]!);
    }
  }

  toData(): SketchData {
    this.#settle();
    const values = this.#keys.filter((key) => !Number.isNaN(key)).sort();
    return {
      drop: this.#drop,
      values,
      counts: values.map((value) => this.#counts[this.#place(value)]!),
      least: this.#least,
      greatest: this.#greatest,
      notFinite: this.#notFinite,
    };
  }

  /**
   * Quantiles at shares from 0 to 1, by linear interpolation between order statistics (definition 7 of Hyndman and Fan,
   * Sample quantiles in statistical packages, 1996). NaN if nothing has come.
   */
  quantiles(shares: readonly number[]): readonly number[] {
    const { values, counts } = this.toData();
    let before = 0;
    const upTo = counts.map((count) => (before += count));
    const at = (rank: number): number => {
      if (rank <= 0) return this.#least;
      if (rank >= this.#count - 1) return this.#greatest;
      let [from, to] = [0, upTo.length - 1];
      while (from < to) {
        const half = (from + to) >> 1;
        if (upTo[half]! > rank) to = half;
        else from = half + 1;
      }
      return Math.min(this.#greatest, Math.max(this.#least, middle(values[from]!, this.#drop)));
    };
    return shares.map((share) => {
      if (this.#count === 0) return NaN;
      const rank = share * (this.#count - 1);
      const [one, two] = [at(Math.floor(rank)), at(Math.ceil(rank))];
      return one + (two - one) * (rank - Math.floor(rank));
    });
  }

  /** Where a key is, or where it would be. */
  #place(key: number): number {
    double[0] = key;
    const mask = this.#keys.length - 1;
    const mixed = Math.imul(words[0]! ^ Math.imul(words[1]!, 0x9e3779b1), 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const found = this.#keys[at]!;
      if (found === key || Number.isNaN(found)) return at;
      at = (at + 1) & mask;
    }
  }

  #put(key: number, count: number): void {
    const at = this.#place(key);
    this.#counts[at]! += count;
    if (this.#keys[at] === key) return;
    this.#keys[at] = key;
    this.#size++;
    if (this.#size > room) this.#settle();
    else if (this.#size * 2 > this.#keys.length && this.#keys.length < 2 * limit) {
      this.#rebuild(this.#keys.length * 2);
    }
  }

  /** Keeps no more than the limit. */
  #settle(): void {
    if (this.#size > limit) this.#shorten(leastDrop(this.#keys));
  }

  /** Tells values apart by fewer bits, at least `drop` of them less than a double's. */
  #shorten(drop: number): void {
    this.#drop = drop;
    this.#rebuild(this.#keys.length);
  }

  #rebuild(length: number): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(length).fill(NaN);
    this.#counts = new Float64Array(length);
    this.#size = 0;
    for (const [i, key] of keys.entries()) {
      if (!Number.isNaN(key)) this.#put(shorten(key, this.#drop), counts[i]!);
    }
  }
}
