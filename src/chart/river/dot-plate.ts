import { must } from '../../base/assert.ts';

/** Places between two pixels that a dot can have, each way. */
const phases = 4;

/** Red, green and blue, 0 to 255. */
export type Color = readonly [number, number, number];

/** How much of each pixel of a small square a round dot covers, for one place between the pixels. */
interface Stamp {
  readonly side: number;
  readonly alpha: Uint8Array;
}

/** The stamps of a radius, one for each place between pixels: x turns fastest. The middle is within the middle pixel. */
function stampsOf(r: number): readonly Stamp[] {
  const reach = Math.ceil(r + 0.5);
  const side = 2 * reach + 1;
  return Array.from({ length: phases * phases }, (_, phase) => {
    const cx = reach + ((phase % phases) + 0.5) / phases - 0.5;
    const cy = reach + (Math.floor(phase / phases) + 0.5) / phases - 0.5;
    const alpha = Uint8Array.from({ length: side * side }, (_, i) => {
      const away = Math.hypot((i % side) - cx, Math.floor(i / side) - cy);
      return Math.round(255 * Math.min(1, Math.max(0, r + 0.5 - away)));
    });
    return { side, alpha };
  });
}

/**
 * Pixels that dots are put on: thousands in every frame. A canvas fills that many circles in several milliseconds where it
 * has no graphics processor; here each is a few bytes.
 */
export class DotPlate {
  /** Red, green, blue and how much it covers of each pixel, row by row. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly #width: number;
  readonly #height: number;
  readonly #r: number;
  readonly #stamps: readonly Stamp[];

  /** Width and height in pixels, and the dots' radius in them. */
  constructor(width: number, height: number, r: number) {
    this.data = new Uint8ClampedArray(4 * width * height);
    this.#width = width;
    this.#height = height;
    this.#r = r;
    this.#stamps = stampsOf(r);
  }

  fits(width: number, height: number, r: number): boolean {
    return this.#width === width && this.#height === height && this.#r === r;
  }

  clear(): void {
    this.data.fill(0);
  }

  /** Puts a dot with its middle at x, y (pixels); what lies beyond the edge is cut off. */
  put(x: number, y: number, color: Color): void {
    const { data } = this;
    const [width, height] = [this.#width, this.#height];
    const [px, py] = [Math.floor(x), Math.floor(y)];
    const phase = Math.floor((y - py) * phases) * phases + Math.floor((x - px) * phases);
    const { side, alpha } = must(this.#stamps[phase], 'stamp');
    const reach = (side - 1) / 2;
    const [left, top] = [px - reach, py - reach];
    const [red, green, blue] = color;
    for (let row = Math.max(0, -top); row < side && top + row < height; row++) {
      for (let column = Math.max(0, -left); column < side && left + column < width; column++) {
        const cover = alpha[row * side + column]!;
        const at = 4 * ((top + row) * width + left + column);
        if (cover <= data[at + 3]!) continue;
        data[at] = red;
        data[at + 1] = green;
        data[at + 2] = blue;
        data[at + 3] = cover;
      }
    }
  }
}
