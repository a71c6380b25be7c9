import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AppState } from './state.ts';
import type { Store } from './store.ts';

/**
 * Gives an element one derived value of the state, and renders it again only when that value changes.
 * The selector should return the same object while nothing it reads has changed.
 */
export class Select<T> implements ReactiveController {
  value: T;
  readonly #host: ReactiveControllerHost;
  readonly #store: Store<AppState>;
  readonly #selector: (state: AppState) => T;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, store: Store<AppState>, selector: (state: AppState) => T) {
    this.#host = host;
    this.#store = store;
    this.#selector = selector;
    this.value = selector(store.get());
    host.addController(this);
  }

  hostConnected(): void {
    this.#take(this.#store.get());
    this.#stop = this.#store.subscribe((state) => this.#take(state));
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  #take(state: AppState): void {
    const value = this.#selector(state);
    if (Object.is(value, this.value)) return;
    this.value = value;
    this.#host.requestUpdate();
  }
}
