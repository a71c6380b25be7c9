import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';

/**
 * Something that is worked out elsewhere, for one element: asked again when what it is about changes, and only the answer to
 * the newest question counts. The last good answer stays while the next is on its way.
 */
export class Asked<T> implements ReactiveController {
  value: T | undefined;
  problems: readonly Diagnostic[] | undefined;
  /** No answer to the newest question yet. */
  waiting = false;
  readonly #host: ReactiveControllerHost;
  #key: readonly unknown[] | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing to begin: the first question comes with the first update.
  }

  /** Asks unless the same has been asked last. `key` is what the question is about. */
  ask(key: readonly unknown[], question: () => Promise<Result<T, readonly Diagnostic[]>>): void {
    if (this.#key?.length === key.length && this.#key.every((part, i) => Object.is(part, key[i]))) return;
    this.#key = key;
    this.waiting = true;
    void question().then((answer) => {
      if (this.#key !== key) return;
      this.waiting = false;
      if (answer.ok) this.value = answer.value;
      this.problems = answer.ok ? undefined : answer.error;
      this.#host.requestUpdate();
    });
  }
}
