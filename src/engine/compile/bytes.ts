/** The bytes of one double. */
const eight = new Uint8Array(8);
const view = new DataView(eight.buffer);

/** A growable sequence of bytes, with the number encodings of the WebAssembly binary format (core specification §5.2). */
export class Bytes {
  #data = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Bytes from `from` up to, not with, `to`. The view is valid until the next write. */
  slice(from = 0, to = this.#length): Uint8Array<ArrayBuffer> {
    return this.#data.subarray(from, to);
  }

  byte(value: number): void {
    if (this.#length === this.#data.length) this.#reserve(1);
    this.#data[this.#length++] = value;
  }

  bytes(values: ArrayLike<number>): void {
    this.#reserve(values.length);
    this.#data.set(values, this.#length);
    this.#length += values.length;
  }

  /** Unsigned LEB128. */
  unsigned(value: number): void {
    let rest = value;
    while (rest > 0x7fffffff) {
      this.byte((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    this.byte(rest);
  }

  /** Signed LEB128 of a 32-bit integer. */
  signed(value: number): void {
    let rest = value;
    for (;;) {
      const low = rest & 0x7f;
      rest >>= 7;
      const last = rest === (low & 0x40 ? -1 : 0);
      this.byte(last ? low : low | 0x80);
      if (last) return;
    }
  }

  /** Signed LEB128 of a 64-bit integer. */
  signed64(value: bigint): void {
    let rest = value;
    for (;;) {
      const low = Number(rest & 0x7fn);
      rest >>= 7n;
      const last = rest === (low & 0x40 ? -1n : 0n);
      this.byte(last ? low : low | 0x80);
      if (last) return;
    }
  }

  double(value: number): void {
    this.#reserve(8);
    view.setFloat64(0, value, true);
    for (let i = 0; i < 8; i++) this.#data[this.#length++] = eight[i]!;
  }

  /** A length in bytes, then UTF-8. */
  name(text: string): void {
    this.vector(new TextEncoder().encode(text));
  }

  /** A length, then that many bytes. */
  vector(values: ArrayLike<number>): void {
    this.unsigned(values.length);
    this.bytes(values);
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#data.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#data.length * 2));
    grown.set(this.#data.subarray(0, this.#length));
    this.#data = grown;
  }
}
