/** How many different values are told apart. */
const limit = 2048;
/** How many a sketch holds before it counts which bits have to go, so that it seldom does. */
const room = 1.5 * limit;
/** Bits of a double's mantissa. */
const mantissa = 52;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
const [low, high] = littleEndian ? [0, 1] : [1, 0];
/** The high word of −0. */
const negative = -(2 ** 31);

/** How many last bits have to go for values, all different, to be no more than `limit` different ones. */
function leastDrop(values: Float64Array): number {
  values.sort();
  // Neighbours become one when their highest different bit has gone.
  const joining = new Uint32Array(65);
  let [lastLow, lastHigh] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    double[0] = values[i]!;
    const different = words[high]! ^ lastHigh;
    const bits = different === 0 ? 32 - Math.clz32(words[low]! ^ lastLow) : 64 - Math.clz32(different);
    if (i > 0) joining[bits]!++;
    lastLow = words[low]!;
    lastHigh = words[high]!;
  }
  let [drop, left] = [0, values.length];
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

const longer = (values: Float64Array): Float64Array<ArrayBuffer> => {
  const found = new Float64Array(2 * values.length);
  found.set(values);
  return found;
};

/** A sketch as data, to be sent and merged. */
export interface SketchData {
  /** Bits that the values lack at the end. */
  readonly drop: number;
  readonly values: Float64Array;
  /** How often each value has come; once each if this is left out. */
  readonly counts?: Float64Array;
  readonly least: number;
  readonly greatest: number;
  readonly notFinite: number;
}

/**
 * Quantiles of a stream of numbers in bounded memory. As long as no more than 2,048 different numbers have come they
 * are exact; from there on numbers are told apart by fewer leading bits, as few as needed. What is told depends on the
 * numbers alone, not on their order, nor on how they were shared between sketches that are merged.
 */
export class QuantileSketch {
  /** The numbers as they came, while they are few: most sketches are small, and are merged into another. */
  #few: Float64Array | undefined;
  /** How many last bits are not told apart, and what is left of the two words without them. */
  #drop = 0;
  #lowBits = -1;
  #highBits = -1;
  /** Open addressing. A key is the two words of a double, low and high; its place is free where the count is 0. */
  #keys = new Int32Array(0);
  #counts = new Float64Array(0);
  /** Places that are taken, or numbers while they are few. */
  #size = 0;
  #count = 0;
  #least = Infinity;
  #greatest = -Infinity;
  #notFinite = 0;

  /** @param expected how many numbers will come, if that is known */
  constructor(expected = 16) {
    this.#few = new Float64Array(Math.min(limit, Math.max(1, expected)));
  }

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
    // NaN, too, is not below infinity.
    if (!(Math.abs(value) < Infinity)) {
      this.#notFinite++;
      return;
    }
    // 0 and −0 are one.
    const one = value + 0;
    if (one < this.#least) this.#least = one;
    if (one > this.#greatest) this.#greatest = one;
    this.#take(one, 1);
  }

  /** Adds the values from one index to before another. */
  addAll(values: Float64Array, from: number, to: number): void {
    for (let i = from; i < to; i++) this.add(values[i]!);
  }

  merge({ drop, values, counts, least, greatest, notFinite }: SketchData): void {
    if (this.#drop < drop) this.#shorten(drop);
    for (let i = 0; i < values.length; i++) this.#take(values[i]!, counts === undefined ? 1 : counts[i]!);
    this.#least = Math.min(this.#least, least);
    this.#greatest = Math.max(this.#greatest, greatest);
    this.#notFinite += notFinite;
  }

  toData(): SketchData {
    const [drop, least, greatest, notFinite] = [this.#drop, this.#least, this.#greatest, this.#notFinite];
    if (this.#few !== undefined) {
      return { drop, values: this.#few.slice(0, this.#size), least, greatest, notFinite };
    }
    return { ...this.#settled(), least, greatest, notFinite };
  }

  /**
   * Quantiles at shares from 0 to 1, by linear interpolation between order statistics (definition 7 of Hyndman and Fan,
   * Sample quantiles in statistical packages, 1996). NaN if nothing has come.
   */
  quantiles(shares: readonly number[]): readonly number[] {
    if (this.#count === 0) return shares.map(() => NaN);
    const at = this.#ordered();
    return shares.map((share) => {
      const rank = share * (this.#count - 1);
      const [one, two] = [at(Math.floor(rank)), at(Math.ceil(rank))];
      return one + (two - one) * (rank - Math.floor(rank));
    });
  }

  /** The number at a place in their order, counted from 0. */
  #ordered(): (place: number) => number {
    if (this.#few !== undefined) {
      const sorted = this.#few.slice(0, this.#size).sort();
      return (place) => sorted[place]!;
    }
    const { values, counts, drop } = this.#settled();
    let before = 0;
    const upTo = counts.map((count) => (before += count));
    return (place) => {
      if (place <= 0) return this.#least;
      if (place >= this.#count - 1) return this.#greatest;
      let [from, to] = [0, upTo.length - 1];
      while (from < to) {
        const half = (from + to) >> 1;
        if (upTo[half]! > place) to = half;
        else from = half + 1;
      }
      return Math.min(this.#greatest, Math.max(this.#least, middle(values[from]!, drop)));
    };
  }

  #take(value: number, count: number): void {
    this.#count += count;
    if (this.#few !== undefined) {
      if (count === 1 && this.#size < limit) {
        if (this.#size === this.#few.length) this.#few = longer(this.#few);
        this.#few[this.#size++] = value;
        return;
      }
      this.#spread();
    }
    this.#put(value, count);
  }

  #put(value: number, count: number): void {
    const at = this.#placeOf(value);
    if (this.#counts[at] !== 0) this.#counts[at]! += count;
    else {
      this.#counts[at] = count;
      this.#size++;
      if (this.#size > room) this.#settle();
      else if (this.#size * 2 > this.#counts.length && this.#counts.length < 2 * limit) {
        this.#rebuild(this.#counts.length * 2);
      }
    }
  }

  /** From few numbers to places. */
  #spread(): void {
    if (this.#few === undefined) return;
    const few = this.#few.subarray(0, this.#size);
    this.#few = undefined;
    this.#rebuild(Math.max(64, 2 ** Math.ceil(Math.log2(2 * few.length))));
    for (let i = 0; i < few.length; i++) this.#put(few[i]!, 1);
  }

  /** Where a value without its last bits is, or where it is put. */
  #placeOf(value: number): number {
    double[0] = value;
    const lowWord = words[low]! & this.#lowBits;
    let highWord = words[high]! & this.#highBits;
    // What is shortened to −0 is 0.
    if (highWord === negative && lowWord === 0) highWord = 0;
    const keys = this.#keys;
    const counts = this.#counts;
    const mask = counts.length - 1;
    const mixed = Math.imul(lowWord ^ Math.imul(highWord, 0x9e3779b1), 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    while (counts[at] !== 0) {
      if (keys[2 * at] === lowWord && keys[2 * at + 1] === highWord) return at;
      at = (at + 1) & mask;
    }
    keys[2 * at] = lowWord;
    keys[2 * at + 1] = highWord;
    return at;
  }

  /** The different values in order, no more than the limit. */
  #settled(): { drop: number; values: Float64Array; counts: Float64Array } {
    this.#spread();
    this.#settle();
    const values = this.#values().sort();
    return { drop: this.#drop, values, counts: values.map((value) => this.#counts[this.#placeOf(value)]!) };
  }

  /** The different values, in no order. */
  #values(): Float64Array {
    const values = new Float64Array(this.#size);
    let found = 0;
    for (let at = 0; at < this.#counts.length; at++) {
      if (this.#counts[at] !== 0) values[found++] = this.#keyAt(this.#keys, at);
    }
    return values;
  }

  #keyAt(keys: Int32Array, at: number): number {
    words[low] = keys[2 * at]!;
    words[high] = keys[2 * at + 1]!;
    return double[0]!;
  }

  /** Keeps no more than the limit. One bit less is mostly enough, but for the first time. */
  #settle(): void {
    while (this.#size > limit) this.#shorten(this.#drop === 0 ? leastDrop(this.#values()) : this.#drop + 1);
  }

  /** Tells values apart by fewer bits, `drop` of them less than a double's. */
  #shorten(drop: number): void {
    this.#spread();
    this.#drop = drop;
    this.#lowBits = drop >= 32 ? 0 : -1 << drop;
    this.#highBits = drop > 32 ? -1 << (drop - 32) : -1;
    this.#rebuild(this.#counts.length);
  }

  #rebuild(length: number): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Int32Array(2 * length);
    this.#counts = new Float64Array(length);
    this.#size = 0;
    for (let from = 0; from < counts.length; from++) {
      if (counts[from] === 0) continue;
      const at = this.#placeOf(this.#keyAt(keys, from));
      if (this.#counts[at] === 0) this.#size++;
      this.#counts[at]! += counts[from]!;
    }
  }
}
