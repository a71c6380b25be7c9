import {
  certaintyOf,
  type Certainty,
  type CertaintyPart,
  type CertaintyRequest,
} from '../model/certainty.ts';
import { ok } from '../base/result.ts';
import type { Model } from '../model/model.ts';
import type { Answer } from './engine-client.ts';
import { experimentOf } from './strategies.ts';
import type { Document, Strategy } from './state.ts';
import type { WorkerPool } from './worker-pool.ts';

/** The same for everybody, so that two people see the same figures. */
const runs = 500;
const seed = 1;
/** Draws at a time: few enough that leaving is answered at once. */
const share = 50;
/** Questions whose answers are kept: what Compare has asked for, the report need not. */
const kept = 4;

/** What must be computed to tell how sure the order of some strategies is at a model time. */
export const certaintyFor = (
  model: Model,
  document: Document,
  strategies: readonly Strategy[],
  time: number,
): CertaintyRequest => ({
  experiments: strategies.map((strategy) => ({
    ...experimentOf(model, strategy, document),
    // Each draw is a municipality of its own, at rest before anything is done.
    ...(model.equilibrium === undefined ? {} : { settle: true }),
  })),
  outcome: model.outcomes.find(({ role }) => role === 'stock')!.variable,
  time,
  runs,
  seed,
});

export interface CertaintyOptions {
  /** What the draws so far say. */
  readonly onProgress: (certainty: Certainty) => void;
  readonly signal: AbortSignal;
}

/** Answers how sure an order is, or undefined if it was cancelled. */
export type AskCertainty = (
  model: Model,
  request: CertaintyRequest,
  options: CertaintyOptions,
) => Promise<Answer<Certainty> | undefined>;

export function createCertainty(workers: () => Pick<WorkerPool, 'ask'>): AskCertainty {
  const known: { readonly model: Model; readonly key: string; readonly certainty: Certainty }[] = [];
  return async (model, request, { onProgress, signal }) => {
    const key = JSON.stringify(request);
    const found = known.find((k) => k.model === model && k.key === key);
    if (found !== undefined) return ok(found.certainty);
    const parts: CertaintyPart[] = [];
    for (let from = 0; from < request.runs; from += share) {
      const stretch = { from, to: Math.min(request.runs, from + share) };
      const answer = await workers().ask(model, (engine, handle) =>
        engine.drawCertainty(handle, request, stretch),
      );
      if (signal.aborted) return undefined;
      if (!answer.ok) return answer;
      parts.push(answer.value);
      onProgress(certaintyOf(request, parts));
    }
    const certainty = certaintyOf(request, parts);
    known.unshift({ model, key, certainty });
    known.length = Math.min(known.length, kept);
    return ok(certainty);
  };
}
