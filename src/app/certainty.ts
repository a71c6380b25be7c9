import {
  certaintyOf,
  type Certainty,
  type CertaintyPart,
  type CertaintyRequest,
} from '../model/certainty.ts';
import { ok } from '../base/result.ts';
import type { Experiment } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { Answer } from './engine-client.ts';
import { experimentOf } from './strategies.ts';
import type { Document, Strategy } from './state.ts';
import type { WorkerPool } from './worker-pool.ts';

/** The draws that uncertainty is told from: the same for everybody, so that two people see the same figures. */
export const draws = { runs: 500, seed: 1 } as const;
/** Draws at a time: few enough that the figures come soon, and that what is asked next need not wait. */
const share = 25;
/** Questions whose answers are kept: what Compare has asked for, the report need not. */
const kept = 4;

/** What must be computed to tell how sure the order of some strategies is at a model time. */
export const certaintyFor = (
  model: Model,
  document: Document,
  strategies: readonly Strategy[],
  time: number,
): CertaintyRequest => ({
  experiments: strategies.map((strategy) => drawnExperiment(model, document, strategy)),
  outcome: model.outcomes.find(({ role }) => role === 'stock')!.variable,
  time,
  ...draws,
});

/** A strategy in draws of what nobody knows: each is a municipality of its own, at rest before anything is done. */
export const drawnExperiment = (model: Model, document: Document, strategy: Strategy): Experiment => ({
  ...experimentOf(model, strategy, document),
  ...(model.equilibrium === undefined ? {} : { settle: true }),
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

export function createCertainty(workers: () => Pick<WorkerPool, 'spread'>): AskCertainty {
  const known: { readonly model: Model; readonly key: string; readonly certainty: Certainty }[] = [];
  return async (model, request, { onProgress, signal }) => {
    const key = JSON.stringify(request);
    const found = known.find((k) => k.model === model && k.key === key);
    if (found !== undefined) return ok(found.certainty);
    const parts: CertaintyPart[] = [];
    const shares = Array.from({ length: Math.ceil(request.runs / share) }, (_, i) => ({
      from: i * share,
      to: Math.min(request.runs, (i + 1) * share),
    }));
    const answer = await workers().spread(
      model,
      shares,
      (engine, handle, stretch) => engine.drawCertainty(handle, request, stretch),
      {
        signal,
        take: (part) => {
          parts.push(part);
          onProgress(certaintyOf(request, parts));
        },
      },
    );
    if (answer?.ok !== true) return answer;
    const certainty = certaintyOf(request, parts);
    known.unshift({ model, key, certainty });
    known.length = Math.min(known.length, kept);
    return ok(certainty);
  };
}
