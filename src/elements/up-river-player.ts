/** Years between elections: the clock stops at each. */
export const term = 4;

/** Where a reader who wants no motion is taken, year by year. */
const stills = [0, 4, 10, 20, 30, 40];

/** How long each still stands, ms at normal speed. */
const stillTime = 1200;

/** The end of the term that a year is in; the last year if that comes first. */
export const termEnd = (year: number, last: number): number =>
  Math.min(last, (Math.floor(year / term + 1e-9) + 1) * term);

export interface PlayerHost {
  /** So many years have passed and it is now `year`; in stills no time passes between two years. */
  onYear(year: number, passed: number): void;
  /** It has come to the year it was going to. */
  onEnd(year: number): void;
}

/** The clock of the playing river: one animation frame at a time, from a year to another. */
export class RiverPlayer {
  readonly #host: PlayerHost;
  #frame = 0;
  #year = 0;
  #end = 0;
  #last = 0;
  speed = 1;
  /** Years in a second at normal speed. */
  pace = 5;

  constructor(host: PlayerHost) {
    this.#host = host;
  }

  /** Where it is now: hosts may be told less often. */
  get year(): number {
    return this.#year;
  }

  get running(): boolean {
    return this.#frame !== 0;
  }

  start(year: number, end: number, inStills: boolean): void {
    this.stop();
    this.#year = year;
    this.#end = end;
    this.#last = performance.now();
    const tick = inStills ? this.#tickStill : this.#tick;
    this.#frame = requestAnimationFrame(tick);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  readonly #tick = (now: number): void => {
    // A tab that was hidden does not leap.
    const seconds = Math.min(0.1, Math.max(0, now - this.#last) / 1000);
    this.#last = now;
    this.#go(Math.min(this.#end, this.#year + seconds * this.pace * this.speed), true);
    if (this.running) this.#frame = requestAnimationFrame(this.#tick);
  };

  readonly #tickStill = (now: number): void => {
    if (now - this.#last >= stillTime / this.speed) {
      this.#last = now;
      const next = stills.find((year) => year > this.#year + 1e-9) ?? this.#end;
      this.#go(Math.min(this.#end, next), false);
    }
    if (this.running) this.#frame = requestAnimationFrame(this.#tickStill);
  };

  #go(year: number, flowing: boolean): void {
    const passed = year - this.#year;
    this.#year = year;
    this.#host.onYear(year, flowing ? passed : 0);
    if (year < this.#end) return;
    this.stop();
    this.#host.onEnd(year);
  }
}
