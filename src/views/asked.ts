import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';

/** ms after which a person is told that an answer takes long, as of a run (app/engine-client.ts). */
const long = 2000;

type Question<T> = (stop: AbortSignal) => Promise<Result<T, readonly Diagnostic[]>>;

/**
 * Something that is worked out elsewhere, for one element: asked again when what it is about changes, and only the answer to
 * the newest question counts. The last good answer stays while the next is on its way. A question that takes long can be
 * given up, and one that was or that failed asked again.
 */
export class Asked<T> implements ReactiveController {
  value: T | undefined;
  problems: readonly Diagnostic[] | undefined;
  /** No answer to the newest question yet. */
  waiting = false;
  /** And it takes long. */
  slow = false;
  readonly #host: ReactiveControllerHost;
  #key: readonly unknown[] | undefined;
  #question: Question<T> | undefined;
  #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing to begin: the first question comes with the first update.
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Asks unless the same has been asked last. `key` is what the question is about. */
  ask(key: readonly unknown[], question: Question<T>): void {
    if (this.#key?.length === key.length && this.#key.every((part, i) => Object.is(part, key[i]))) return;
    this.#key = key;
    this.#question = question;
    this.waiting = true;
    this.slow = false;
    this.#stop = new AbortController();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.slow = true;
      this.#host.requestUpdate();
    }, long);
    void question(this.#stop.signal).then((answer) => {
      if (this.#key !== key) return;
      clearTimeout(this.#timer);
      this.waiting = false;
      this.slow = false;
      if (answer.ok) this.value = answer.value;
      this.problems = answer.ok ? undefined : answer.error;
      this.#host.requestUpdate();
    });
  }

  /** Gives the question up. */
  readonly stop = (): void => this.#stop.abort();

  /** Asks the same once more. */
  readonly again = (): void => {
    const [key, question] = [this.#key, this.#question];
    if (key === undefined || question === undefined) return;
    this.#key = undefined;
    this.ask([...key], question);
    this.#host.requestUpdate();
  };
}
