import * as Comlink from 'comlink';
import type { Analyst } from '../analysis/api.ts';
import { error, type Diagnostic } from '../base/diagnostic.ts';
import { fail, type Result } from '../base/result.ts';
import type { Engine, ModelHandle } from '../engine/api.ts';
import type { Experiment, Run, RunRequest } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';

/** Long enough for a slow phone on a slow network to fetch and start the worker. */
const startLimit = 30;
/** No shipped model needs more than hundredths of this; beyond it the worker hangs. */
const runLimit = 10;

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
}

export type Answer<T> = Result<T, readonly Diagnostic[]>;

export function createEngineClient(
  startWorker: () => Worker,
  limits = { start: startLimit, run: runLimit },
): EngineClient {
  let connection: Connection<Analyst> | undefined;
  let model: Model | undefined;
  let handle: ModelHandle | undefined;

  const drop = (): void => {
    connection?.end();
    connection = undefined;
    handle = undefined;
  };

  async function opened(): Promise<Answer<readonly Diagnostic[]>> {
    connection ??= connect<Analyst>(startWorker());
    const answer = await connection.call((engine) => engine.open(model!), limits.start);
    if (!answer.ok) return answer;
    handle = answer.value.handle;
    return { ok: true, value: answer.value.warnings };
  }

  /** Does `work`; if the worker is the trouble (and not the model), replaces it and tries once more. */
  async function withReplacement<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
    const first = await work();
    if (first.ok || !first.error.some(isWorkerTrouble)) return first;
    drop();
    const second = await work();
    if (!second.ok && second.error.some(isWorkerTrouble)) drop();
    return second;
  }

  /** Asks a worker that has the model open. */
  const ask = <T>(
    question: (engine: Comlink.Remote<Analyst>, handle: ModelHandle) => Promise<Answer<T>>,
  ): Promise<Answer<T>> =>
    withReplacement(async () => {
      if (handle === undefined) {
        const again = await opened();
        if (!again.ok) return again;
      }
      return connection!.call((engine) => question(engine, handle!), limits.run);
    });

  return {
    async open(next) {
      if (connection !== undefined && handle !== undefined)
        await connection.call((e) => closing(e, handle!), limits.run);
      model = next;
      handle = undefined;
      return withReplacement(opened);
    },
    run: (experiment, request) => ask((engine, at) => engine.run(at, experiment, request)),
    async runEach(experiments, request) {
      const answer = await ask((engine, at) => engine.runEach(at, experiments, request));
      return answer.ok ? answer.value : experiments.map(() => answer);
    },
  };
}

export const isWorkerTrouble = (d: Diagnostic): boolean =>
  d.code === 'worker-failed' || d.code === 'worker-silent';

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
    const report = (event: Event): void =>
      failWith('message' in event && typeof event.message === 'string' ? event.message : event.type);
    worker.addEventListener('error', report);
    worker.addEventListener('messageerror', report);
  });
  return {
    async call(ask, seconds) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const silent = new Promise<Answer<never>>((resolve) => {
        timer = setTimeout(() => resolve(fail([error('worker-silent', { seconds })])), seconds * 1000);
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
