import type { StreamId } from './links.ts';
import type { BasinId } from './graph.ts';

/** Ten people: in a basin at `u`, `w`, or on a ribbon `along` px from its start. */
export interface Dot {
  basin: BasinId | undefined;
  u: number;
  w: number;
  /** Where across it is going: those who join the river at its edge spread out in it. */
  aim: number | undefined;
  ribbon: StreamId | undefined;
  along: number;
  /** Where a ribbon leads; undefined is out of the picture. */
  to: BasinId | undefined;
  /** How far it is still off its course, px: it glides from one water to the next. */
  dx: number;
  dy: number;
}

export const newDot = (start: Partial<Dot>): Dot => ({
  basin: undefined,
  u: 0,
  w: 0.5,
  aim: undefined,
  ribbon: undefined,
  along: 0,
  to: undefined,
  dx: 0,
  dy: 0,
  ...start,
});

/** All dots, by where they are: thousands are looked through in every frame, and most of them need not be. */
export class Crowd {
  /** Those on ribbons. */
  readonly passing: Dot[] = [];
  readonly #in = new Map<BasinId, Dot[]>();

  in(basin: BasinId): Dot[] {
    let dots = this.#in.get(basin);
    if (dots === undefined) this.#in.set(basin, (dots = []));
    return dots;
  }

  basins(): IterableIterator<[BasinId, Dot[]]> {
    return this.#in.entries();
  }

  count(): number {
    let sum = this.passing.length;
    for (const dots of this.#in.values()) sum += dots.length;
    return sum;
  }

  /** Puts a dot where it says that it is. */
  put(dot: Dot): void {
    (dot.basin === undefined ? this.passing : this.in(dot.basin)).push(dot);
  }

  /** Takes a dot out of `passing` or a basin; the last one there comes in its place. */
  take(dots: Dot[], i: number): Dot {
    const dot = dots[i]!;
    const last = dots.pop()!;
    if (last !== dot) dots[i] = last;
    return dot;
  }
}
