import * as Comlink from 'comlink';
import type { Analyst } from '../analysis/api.ts';
import { error, type Diagnostic } from '../base/diagnostic.ts';
import { fail, type Result } from '../base/result.ts';
import type { Engine, ModelHandle } from '../engine/api.ts';
import type { Experiment, Run, RunRequest } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import { isWorkerTrouble } from './worker-trouble.ts';

/**
 * Seconds until a worker is taken to hang: `start` is long enough for a slow phone on a slow network to fetch it, `restart`
 * for a page that has it already, `run` for a first run of a large model. A model that has answered is known: it may
 * take `times` as long as it ever has, and `known` at least. After `slow` a person is told that it takes long.
 */
const usualLimits = { start: 30, restart: 6, run: 10, known: 3, times: 20, slow: 2 };
type Limits = typeof usualLimits;

/**
 * The engine in its worker. Promises always settle: a worker that fails to load or does not answer in time
 * is ended and replaced, the model opened again in the new one, and the call tried once more.
 */
export interface EngineClient {
  open(model: Model): Promise<Result<readonly Diagnostic[], readonly Diagnostic[]>>;
  run(experiment: Experiment, request: RunRequest): Promise<Result<Run, readonly Diagnostic[]>>;
  /** Runs of which the same is asked, in one message there and one back: one answer for each experiment. */
  runEach(
    experiments: readonly Experiment[],
    request: RunRequest,
  ): Promise<readonly Result<Run, readonly Diagnostic[]>[]>;
  /** Is told when an answer takes long, and when that is over. */
  watch(tell: (slow: boolean) => void): void;
  /** Ends what is being computed: it is answered as if the worker had been silent. The next call starts a new worker. */
  stop(): void;
}

export type Answer<T> = Result<T, readonly Diagnostic[]>;

export function createEngineClient(startWorker: () => Worker, limits: Limits = usualLimits): EngineClient {
  let connection: Connection<Analyst> | undefined;
  let model: Model | undefined;
  let handle: ModelHandle | undefined;
  /** Whether a worker has ever answered, and the longest that the open model has taken, seconds. */
  let started = false;
  let longest: number | undefined;
  /** When each question that is not answered was asked, ms; all are given up by `stop`. */
  let asked: ReadonlySet<{ readonly at: number }> = new Set();
  let tellSlow: (slow: boolean) => void = () => undefined;
  let isSlow = false;

  const drop = (): void => {
    connection?.end();
    connection = undefined;
    handle = undefined;
  };

  async function opened(): Promise<Answer<readonly Diagnostic[]>> {
    connection ??= connect<Analyst>(startWorker());
    const answer = await connection.call(
      (engine) => engine.open(model!),
      started ? limits.restart : limits.start,
    );
    if (!answer.ok) return answer;
    started = true;
    handle = answer.value.handle;
    return { ok: true, value: answer.value.warnings };
  }

  /** Does `work`; if the worker is the trouble (and not the model), replaces it and tries once more. */
  async function withReplacement<T>(
    work: () => Promise<Answer<T>>,
    given: () => boolean = () => false,
  ): Promise<Answer<T>> {
    const first = await work();
    if (first.ok || !first.error.some(isWorkerTrouble) || given()) return first;
    drop();
    const second = await work();
    if (!second.ok && second.error.some(isWorkerTrouble) && !given()) drop();
    return second;
  }

  /** Asks a worker that has the model open, and tells when that takes long. */
  async function ask<T>(
    question: (engine: Comlink.Remote<Analyst>, handle: ModelHandle) => Promise<Answer<T>>,
  ): Promise<Answer<T>> {
    const mine = { at: performance.now() };
    asked = new Set([...asked, mine]);
    const isGivenUp = (): boolean => !asked.has(mine);
    const timer = setTimeout(() => setSlow(true), limits.slow * 1000);
    const answer = await withReplacement(async () => {
      if (handle === undefined) {
        const again = await opened();
        if (!again.ok) return again;
      }
      if (isGivenUp()) return silentFor(0);
      const begun = performance.now();
      const limit =
        longest === undefined ? limits.run : Math.max(limits.known, Math.ceil(limits.times * longest));
      const run = await connection!.call((engine) => question(engine, handle!), limit);
      if (run.ok) longest = Math.max(longest ?? 0, (performance.now() - begun) / 1000);
      return run;
    }, isGivenUp);
    clearTimeout(timer);
    if (isGivenUp()) return silentFor(Math.max(1, Math.round((performance.now() - mine.at) / 1000)));
    asked = new Set([...asked].filter((other) => other !== mine));
    if (asked.size === 0) setSlow(false);
    return answer;
  }

  function setSlow(slow: boolean): void {
    if (slow !== isSlow) tellSlow((isSlow = slow));
  }

  return {
    async open(next) {
      if (connection !== undefined && handle !== undefined) {
        const closed = await connection.call((e) => closing(e, handle!), limits.known);
        if (!closed.ok) drop();
      }
      model = next;
      handle = undefined;
      longest = undefined;
      return withReplacement(opened);
    },
    run: (experiment, request) => ask((engine, at) => engine.run(at, experiment, request)),
    async runEach(experiments, request) {
      const answer = await ask((engine, at) => engine.runEach(at, experiments, request));
      return answer.ok ? answer.value : experiments.map(() => answer);
    },
    watch: (tell) => (tellSlow = tell),
    stop() {
      asked = new Set();
      drop();
      setSlow(false);
    },
  };
}

export const silentFor = (seconds: number): Answer<never> => fail([error('worker-silent', { seconds })]);

async function closing(engine: Comlink.Remote<Engine>, handle: ModelHandle): Promise<Answer<undefined>> {
  await engine.close(handle);
  return { ok: true, value: undefined };
}

export interface Connection<E = Engine> {
  /** Asks the worker; gives a diagnostic if the worker fails or is silent for `seconds`. */
  call<T>(ask: (engine: Comlink.Remote<E>) => Promise<Answer<T>>, seconds: number): Promise<Answer<T>>;
  end(): void;
}

export function connect<E = Engine>(worker: Worker): Connection<E> {
  const engine = Comlink.wrap<E>(worker);
  // A worker that throws while loading never answers, so its error event must settle the calls.
  let failWith: (message: string) => void;
  const failed = new Promise<Answer<never>>((resolve) => {
    failWith = (message) => resolve(fail([error('worker-failed', { message })]));
    const report = (event: Event): void => {
      // It is dealt with: else it would be the page's own error, which ends the program.
      event.preventDefault();
      failWith('message' in event && typeof event.message === 'string' ? event.message : event.type);
    };
    worker.addEventListener('error', report);
    worker.addEventListener('messageerror', report);
  });
  return {
    async call(ask, seconds) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const silent = new Promise<Answer<never>>((resolve) => {
        timer = setTimeout(() => resolve(silentFor(seconds)), seconds * 1000);
      });
      const thrown = (e: unknown): Answer<never> =>
        fail([error('worker-failed', { message: e instanceof Error ? e.message : String(e) })]);
      const answer = await Promise.race([ask(engine).catch(thrown), failed, silent]);
      clearTimeout(timer);
      return answer;
    },
    end() {
      engine[Comlink.releaseProxy]();
      worker.terminate();
      // What it was asked besides is not answered any more.
      failWith('ended');
    },
  };
}
