import type { Diagnostic } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { ModelHandle } from '../engine/api.ts';
import type { Contributions, ContributionsRequest } from '../model/contributions.ts';
import type { Ensemble, EnsembleRequest, Stretch } from '../model/ensemble.ts';
import { ensembleSum, type EnsembleSum } from '../model/merge-ensemble.ts';
import type { Model } from '../model/model.ts';
import { silentFor, type Answer } from './engine-client.ts';
import { usualLimits, WorkerPlace, type RemoteAnalyst } from './worker-place.ts';
import { isWorkerTrouble } from './worker-trouble.ts';

/** How long a worker may go on with what was cancelled, ms: a share is mostly done sooner than a new worker is ready. */
const grace = 100;
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

interface Working {
  /** Once it is aborted, nothing more is asked and nothing more is taken. */
  readonly signal?: AbortSignal;
  /** Leaves a processor to the page, and no worker has more than one share at a time: for while a lever moves. */
  readonly gently?: boolean;
}

export interface EnsembleOptions extends Working {
  readonly shares: readonly number[];
  readonly onProgress?: (progress: Progress) => void;
  /** The runs that are asked for; without it, all. */
  readonly stretch?: Stretch;
  /** What has been run before, to which these runs are added. */
  readonly sum?: EnsembleSum;
}

/** What is asked of a worker about a share of some runs. */
type AskShare<T> = (engine: RemoteAnalyst, handle: ModelHandle, share: Stretch) => Promise<Answer<T>>;

export interface SpreadOptions<T> extends Working {
  /** Takes the answers as they come, in any order. */
  readonly take: (answer: T) => void;
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
  /**
   * Asks the first worker something about a model, twice if that one dies. One that is silent for long, or until `stop`
   * is aborted, is replaced, and the answer is that it was silent.
   */
  ask<T>(
    model: Model,
    question: (engine: RemoteAnalyst, handle: ModelHandle) => Promise<Answer<T>>,
    stop?: AbortSignal,
  ): Promise<Answer<T>>;
  /** Starts the workers that are not there yet, so that nobody waits for them. */
  start(): void;
  /** Ends all workers; what is asked next starts new ones. */
  end(): void;
}

/**
 * Starts the first worker, so that it is ready when it is needed; the others when something is spread among them, or
 * with `start`.
 * @param size usually the number of processors
 */
export function createWorkerPool(
  startWorker: () => Worker,
  size: number,
  limits: typeof usualLimits = usualLimits,
): WorkerPool {
  const places = Array.from({ length: size }, () => new WorkerPlace(startWorker, limits));
  const askTwice = async <T>(
    model: Model,
    question: (engine: RemoteAnalyst, handle: ModelHandle) => Promise<Answer<T>>,
    seconds?: number,
    stopped = (): boolean => false,
  ): Promise<Answer<T>> => {
    const first = await places[0]!.call(model, question, seconds);
    const died = !first.ok && first.error.some(({ code }) => code === 'worker-failed');
    return died && !stopped() ? places[0]!.call(model, question, seconds) : first;
  };
  const ask: WorkerPool['ask'] = async (model, question, stop) => {
    const asked = performance.now();
    const end = (): void => places[0]!.restart();
    stop?.addEventListener('abort', end, { once: true });
    const isStopped = (): boolean => stop?.aborted === true;
    const answer = await askTwice(model, question, limits.question, isStopped);
    stop?.removeEventListener('abort', end);
    return isStopped() ? silentFor(Math.max(1, Math.round((performance.now() - asked) / 1000))) : answer;
  };
  const spread: WorkerPool['spread'] = async (model, shares, askShare, { take, signal, gently = false }) => {
    const waiting = shares.map((share) => ({ share, tried: 0 }));
    let problems: readonly Diagnostic[] | undefined;
    const stopped = (): boolean => signal?.aborted === true || problems !== undefined;
    const asked = new Asked();
    const work = async (place: WorkerPlace): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined && !stopped(); next = waiting.shift()) {
        const { share, tried } = next;
        const answer = await asked.of(
          place,
          place.call(model, (engine, handle) => askShare(engine, handle, share)),
        );
        if (stopped()) return;
        if (answer.ok) take(answer.value);
        else if (answer.error.some(isWorkerTrouble) && tried + 1 < tries) {
          waiting.push({ share, tried: tried + 1 });
        } else problems = answer.error;
      }
    };
    const hands = gently
      ? places.slice(0, Math.max(1, size - 1))
      : Array.from({ length: inHand }, () => places).flat();
    let cancel = (): void => undefined;
    const cancelled = new Promise<void>((resolve) => (cancel = resolve));
    signal?.addEventListener('abort', cancel);
    if (!stopped()) await Promise.race([workAll(hands, work, () => waiting.length > 0), cancelled]);
    signal?.removeEventListener('abort', cancel);
    if (stopped()) asked.letGo();
    if (signal?.aborted === true) return undefined;
    return problems === undefined ? ok(undefined) : fail(problems);
  };
  places[0]!.start();
  return {
    spread,
    async ensemble(model, request, { shares, onProgress, stretch, sum = ensembleSum(), ...working }) {
      const answer = await spread(
        model,
        sharesOf(stretch ?? { from: 0, to: request.runs }, size),
        (engine, handle, share) => engine.sketchEnsemble(handle, request, share),
        {
          ...working,
          take: (part) => {
            sum.add(part);
            onProgress?.({ done: sum.runs(), of: request.runs, bands: sum.bands });
          },
        },
      );
      return answer?.ok === true ? ok(sum.bands(shares)) : answer;
    },
    contributions: (model, request) =>
      askTwice(model, (engine, handle) => engine.contributions(handle, request)),
    ask,
    start: () => {
      for (const place of places) place.start();
    },
    end: () => {
      for (const place of places) place.end();
    },
  };
}

/** What has been asked of workers and is not answered yet. */
class Asked {
  readonly #open = new Map<WorkerPlace, number>();

  async of<T>(place: WorkerPlace, answer: Promise<T>): Promise<T> {
    this.#count(place, 1);
    try {
      return await answer;
    } finally {
      this.#count(place, -1);
    }
  }

  /** Nobody wants the answers any more: a worker that is still busy with nothing else in a moment starts again. */
  letGo(): void {
    setTimeout(() => {
      for (const [place, count] of this.#open) if (count > 0 && place.busyWith === count) place.restart();
    }, grace);
  }

  #count(place: WorkerPlace, change: number): void {
    this.#open.set(place, (this.#open.get(place) ?? 0) + change);
  }
}

/** All hands work until nothing waits: a share may come back after the others have gone home. */
async function workAll(
  hands: readonly WorkerPlace[],
  work: (place: WorkerPlace) => Promise<void>,
  more: () => boolean,
): Promise<void> {
  do await Promise.all(hands.map(work));
  while (more());
}

/** Stretches for each worker to take several of, so that a slow one does not keep the others waiting at the end. */
function sharesOf({ from, to }: Stretch, size: number): readonly Stretch[] {
  const runs = to - from;
  const length = Math.min(greatestShare, Math.max(leastShare, Math.ceil(runs / (size * 8))));
  return Array.from({ length: Math.ceil(runs / length) }, (_, i) => ({
    from: from + i * length,
    to: Math.min(to, from + (i + 1) * length),
  }));
}
