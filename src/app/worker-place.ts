import type { Analyst } from '../analysis/api.ts';
import { ok } from '../base/result.ts';
import type { ModelHandle } from '../engine/api.ts';
import type { Model } from '../model/model.ts';
import { connect } from './engine-client.ts';
import type { Answer, Connection } from './engine-client.ts';
import { isWorkerTrouble } from './worker-trouble.ts';

/**
 * Seconds for opening a model, for a share of the runs and those before it, and for one question that a person waits for;
 * beyond them the worker hangs.
 */
export const usualLimits = { open: 30, share: 60, question: 20 };

/** The analyst, on the other side of a worker's boundary. */
export type RemoteAnalyst = Parameters<Parameters<Connection<Analyst>['call']>[0]>[0];

/** A model that a worker has open, or is opening. */
interface Open {
  readonly model: Model;
  readonly answer: Promise<Answer<{ readonly handle: ModelHandle }>>;
}

/** A place for a worker, and the model that it has open. Calls may overlap: the worker takes them in turn. */
export class WorkerPlace {
  readonly #startWorker: () => Worker;
  readonly #limits: typeof usualLimits;
  #connection: Connection<Analyst> | undefined;
  #open: Open | undefined;
  #busyWith = 0;

  constructor(startWorker: () => Worker, limits: typeof usualLimits) {
    this.#startWorker = startWorker;
    this.#limits = limits;
  }

  start(): Connection<Analyst> {
    return (this.#connection ??= connect<Analyst>(this.#startWorker()));
  }

  /** Calls that are not answered yet. */
  get busyWith(): number {
    return this.#busyWith;
  }

  /** Asks the engine about a model, which it opens first if need be. A worker in trouble is ended. */
  async call<T>(
    model: Model,
    ask: (engine: RemoteAnalyst, handle: ModelHandle) => Promise<Answer<T>>,
    seconds = this.#limits.share,
  ): Promise<Answer<T>> {
    this.#busyWith++;
    try {
      return await this.#call(model, ask, seconds);
    } finally {
      this.#busyWith--;
    }
  }

  async #call<T>(
    model: Model,
    ask: (engine: RemoteAnalyst, handle: ModelHandle) => Promise<Answer<T>>,
    seconds: number,
  ): Promise<Answer<T>> {
    const connection = this.start();
    if (this.#open?.model !== model) {
      this.#open = { model, answer: this.#openIn(connection, model, this.#open) };
    }
    const open = this.#open;
    const opened = await open.answer;
    if (!opened.ok && this.#open === open) this.#open = undefined;
    const answer = opened.ok
      ? await connection.call((engine) => ask(engine, opened.value.handle), seconds)
      : opened;
    if (!answer.ok && answer.error.some(isWorkerTrouble) && this.#connection === connection) this.end();
    return answer;
  }

  async #openIn(connection: Connection<Analyst>, model: Model, before: Open | undefined): Open['answer'] {
    const old = await before?.answer;
    if (old?.ok === true) {
      await connection.call(async (engine) => ok(await engine.close(old.value.handle)), this.#limits.open);
    }
    return connection.call((engine) => engine.open(model), this.#limits.open);
  }

  restart(): void {
    this.end();
    this.start();
  }

  end(): void {
    this.#connection?.end();
    this.#connection = undefined;
    this.#open = undefined;
  }
}
