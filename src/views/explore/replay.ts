import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Years after year zero that are played, and how long that takes, ms. */
const years = 40;
const duration = 3200;
/** Where it stops for those who want no motion, and how long it stands there, ms. */
const stills = [0, 4, 10, 20, 40];
const still = 700;

/**
 * Plays years 0 to 40, as a line that draws itself: only at times that the run has saved. With reduced motion it is
 * stills at a few years.
 */
export class Replay implements ReactiveController {
  /** Where the line has come to; undefined when nothing is played. */
  year: number | undefined;
  readonly #host: ReactiveControllerHost;
  #frame: number | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** @param step years between saved times */
  start(step: number): void {
    this.stop();
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let begun: number | undefined;
    const show = (now: number): void => {
      begun ??= now;
      const passed = now - begun;
      const year = calm
        ? stills[Math.floor(passed / still)]
        : Math.floor((passed / duration) * (years / step)) * step;
      if (year === undefined || (!calm && year >= years)) return this.stop();
      this.#frame = requestAnimationFrame(show);
      if (year === this.year) return;
      this.year = year;
      this.#host.requestUpdate();
    };
    this.#frame = requestAnimationFrame(show);
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    if (this.year === undefined) return;
    this.year = undefined;
    this.#host.requestUpdate();
  }
}
