import type { Analyst } from '../analysis/api.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { ModelHandle } from '../engine/api.ts';
import type { Contributions, ContributionsRequest } from '../model/contributions.ts';
import type { Ensemble, EnsembleRequest, Stretch } from '../model/ensemble.ts';
import { ensembleSum } from '../model/merge-ensemble.ts';
import type { Model } from '../model/model.ts';
import { connect, isWorkerTrouble } from './engine-client.ts';
import type { Answer, Connection } from './engine-client.ts';

/** Seconds for opening a model, and for a share of the runs and those before it; beyond them the worker hangs. */
const usualLimits = { open: 30, share: 60 };
/** How often a share is tried on workers that die of it. */
const tries = 3;
/** Shares that a worker has: one at work, one in hand, so that it never waits for a busy page. */
const inHand = 2;
const leastShare = 16;
const greatestShare = 1024;

/** How an ensemble is going on. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  /** What the runs so far say. */
  readonly bands: (shares: readonly number[]) => Ensemble;
}

export interface EnsembleOptions {
  readonly shares: readonly number[];
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the workers at work, at once. */
  readonly signal?: AbortSignal;
}

/** The analyst, on the other side of a worker's boundary. */
export type RemoteAnalyst = Parameters<Parameters<Connection<Analyst>['call']>[0]>[0];

/** What is asked of a worker about a share of some runs. */
type AskShare<T> = (engine: RemoteAnalyst, handle: ModelHandle, share: Stretch) => Promise<Answer<T>>;

export interface SpreadOptions<T> {
  /** Takes the answers as they come, in any order. */
  readonly take: (answer: T) => void;
  /** Once it is aborted, nothing more is asked and nothing more is taken. */
  readonly signal?: AbortSignal;
}

/** Workers that share what is many runs. The result has the same bits whatever their number, and whatever befell them. */
export interface WorkerPool {
  /** Asks all workers about shares of the runs, until there is an answer for each. Undefined if it was cancelled. */
  spread<T>(
    model: Model,
    shares: readonly Stretch[],
    ask: AskShare<T>,
    options: SpreadOptions<T>,
  ): Promise<Answer<undefined> | undefined>;
  /** The bands, or undefined if it was cancelled. */
  ensemble(
    model: Model,
    request: EnsembleRequest,
    options: EnsembleOptions,
  ): Promise<Result<Ensemble, readonly Diagnostic[]> | undefined>;
  /** What each lever of a policy contributes; asked of the first worker, twice if that one is in trouble. */
  contributions(
    model: Model,
    request: ContributionsRequest,
  ): Promise<Result<Contributions, readonly Diagnostic[]>>;
  /** Asks the first worker something about a model, twice if that one is in trouble. */
  ask<T>(
    model: Model,
    question: (engine: RemoteAnalyst, handle: ModelHandle) => Promise<Answer<T>>,
  ): Promise<Answer<T>>;
  /** Ends all workers; what is asked next starts new ones. */
  end(): void;
}

/**
 * Starts the first worker, so that it is ready when it is needed; the others when something is spread among them.
 * @param size usually the number of processors
 */
export function createWorkerPool(
  startWorker: () => Worker,
  size: number,
  limits: typeof usualLimits = usualLimits,
): WorkerPool {
  const places = Array.from({ length: size }, () => new Place(startWorker, limits));
  const hands = Array.from({ length: inHand }, () => places).flat();
  const ask: WorkerPool['ask'] = async (model, question) => {
    const first = await places[0]!.call(model, question);
    return first.ok || !first.error.some(isWorkerTrouble) ? first : places[0]!.call(model, question);
  };
  const spread: WorkerPool['spread'] = async (model, shares, askShare, { take, signal }) => {
    const waiting = shares.map((share) => ({ share, tried: 0 }));
    let problems: readonly Diagnostic[] | undefined;
    const stopped = (): boolean => signal?.aborted === true || problems !== undefined;
    const work = async (place: Place): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined && !stopped(); next = waiting.shift()) {
        const { share, tried } = next;
        const answer = await place.call(model, (engine, handle) => askShare(engine, handle, share));
        if (stopped()) return;
        if (answer.ok) take(answer.value);
        else if (answer.error.some(isWorkerTrouble) && tried + 1 < tries) {
          waiting.push({ share, tried: tried + 1 });
        } else problems = answer.error;
      }
    };
    let cancel = (): void => undefined;
    const cancelled = new Promise<void>((resolve) => (cancel = resolve));
    signal?.addEventListener('abort', cancel);
    if (!stopped()) await Promise.race([workAll(hands, work, () => waiting.length > 0), cancelled]);
    signal?.removeEventListener('abort', cancel);
    if (signal?.aborted === true) return undefined;
    return problems === undefined ? ok(undefined) : fail(problems);
  };
  places[0]!.start();
  return {
    spread,
    async ensemble(model, request, { shares, onProgress, signal }) {
      const sum = ensembleSum();
      let done = 0;
      const atOnce = (): void => {
        for (const place of places) place.restart();
      };
      signal?.addEventListener('abort', atOnce, { once: true });
      const answer = await spread(
        model,
        sharesOf(request.runs, size),
        (engine, handle, share) => engine.sketchEnsemble(handle, request, share),
        {
          ...(signal && { signal }),
          take: (part) => {
            sum.add(part);
            done += part.runs;
            onProgress?.({ done, of: request.runs, bands: sum.bands });
          },
        },
      );
      signal?.removeEventListener('abort', atOnce);
      return answer?.ok === true ? ok(sum.bands(shares)) : answer;
    },
    contributions: (model, request) => ask(model, (engine, handle) => engine.contributions(handle, request)),
    ask,
    end: () => {
      for (const place of places) place.end();
    },
  };
}

/** All hands work until nothing waits: a share may come back after the others have gone home. */
async function workAll(
  hands: readonly Place[],
  work: (place: Place) => Promise<void>,
  more: () => boolean,
): Promise<void> {
  do await Promise.all(hands.map(work));
  while (more());
}

/** Stretches for each worker to take several of, so that a slow one does not keep the others waiting at the end. */
function sharesOf(runs: number, size: number): readonly Stretch[] {
  const length = Math.min(greatestShare, Math.max(leastShare, Math.ceil(runs / (size * 8))));
  return Array.from({ length: Math.ceil(runs / length) }, (_, i) => ({
    from: i * length,
    to: Math.min(runs, (i + 1) * length),
  }));
}

/** A model that a worker has open, or is opening. */
interface Open {
  readonly model: Model;
  readonly answer: Promise<Answer<{ readonly handle: ModelHandle }>>;
}

/** A place for a worker, and the model that it has open. Calls may overlap: the worker takes them in turn. */
class Place {
  readonly #startWorker: () => Worker;
  readonly #limits: typeof usualLimits;
  #connection: Connection<Analyst> | undefined;
  #open: Open | undefined;

  constructor(startWorker: () => Worker, limits: typeof usualLimits) {
    this.#startWorker = startWorker;
    this.#limits = limits;
  }

  start(): Connection<Analyst> {
    return (this.#connection ??= connect<Analyst>(this.#startWorker()));
  }

  /** Asks the engine about a model, which it opens first if need be. A worker in trouble is ended. */
  async call<T>(
    model: Model,
    ask: (engine: RemoteAnalyst, handle: ModelHandle) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const connection = this.start();
    if (this.#open?.model !== model) {
      this.#open = { model, answer: this.#openIn(connection, model, this.#open) };
    }
    const open = this.#open;
    const opened = await open.answer;
    if (!opened.ok && this.#open === open) this.#open = undefined;
    const answer = opened.ok
      ? await connection.call((engine) => ask(engine, opened.value.handle), this.#limits.share)
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
