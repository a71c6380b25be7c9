import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Size } from '../chart/chart.ts';

/**
 * Keeps the size of one part of an element, and asks the element to update when that changes or when a font has come
 * (words are then wider or narrower: `onFonts` is called first). Undefined while the part is not shown.
 */
export class SizeController implements ReactiveController {
  size: Size | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #part: () => Element;
  readonly #onFonts: () => void;
  readonly #observer = new ResizeObserver(() => this.#measure());
  #observed: Element | undefined;

  constructor(host: ReactiveControllerHost, part: () => Element, onFonts: () => void) {
    this.#host = host;
    this.#part = part;
    this.#onFonts = onFonts;
    host.addController(this);
  }

  hostConnected(): void {
    document.fonts.addEventListener('loadingdone', this.#onLoadingDone);
    if (this.#observed) this.#observer.observe(this.#observed);
  }

  hostUpdated(): void {
    this.#observe();
  }

  /** Measures at once, where what is drawn first goes by it: costs a layout. */
  measure(): void {
    this.#observe();
    this.#measure();
  }

  #observe(): void {
    if (this.#observed) return;
    this.#observed = this.#part();
    this.#observer.observe(this.#observed);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    document.fonts.removeEventListener('loadingdone', this.#onLoadingDone);
  }

  #onLoadingDone = (): void => {
    this.#onFonts();
    this.#measure();
  };

  #measure(): void {
    if (!this.#observed) return;
    const { width, height } = this.#observed.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    this.size = {
      width,
      height,
      scale: parseFloat(getComputedStyle(document.documentElement).fontSize) / 16,
    };
    this.#host.requestUpdate();
  }
}
