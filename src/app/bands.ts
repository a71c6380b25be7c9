import type { Diagnostic } from '../base/diagnostic.ts';
import type { Ensemble, EnsembleRequest } from '../model/ensemble.ts';
import type { RunRequest } from '../model/experiment.ts';
import { ensembleSum, type EnsembleSum } from '../model/merge-ensemble.ts';
import type { Model } from '../model/model.ts';
import type { VariableId } from '../model/variable.ts';
import { draws, drawnExperiment } from './certainty.ts';
import type { Document, Strategy, StrategyId } from './state.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Below these shares of the runs lie the edges of the bands, and the middle: nine of ten, and half of them. */
const bandShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
/** The draws that a strategy is run on while its lever moves: enough for the bands' place, few enough for a frame or two. */
const coarse = 48;
/** Between two places of a lever that is held, ms: the lines come first, and nobody sees more of a field in a second. */
const breath = 100;
/** Times that bands are asked for, about: a curve of years needs no quarters. */
const timesWanted = 40;
/** Bands that are kept, for who goes back and forth between strategies. */
const kept = 8;

/** Bands of a strategy's series over the runs so far. */
export interface Bands {
  readonly strategy: StrategyId;
  readonly place: string;
  readonly request: EnsembleRequest;
  readonly ensemble: Ensemble;
  /** More runs are on their way. */
  readonly unfinished: boolean;
}

/** What a screen wants bands of. */
export interface BandsWanted {
  readonly model: Model;
  readonly strategy: StrategyId;
  /** The municipality and what is assumed: bands of one place are never shown in another. */
  readonly place: string;
  readonly request: EnsembleRequest;
}

export type BandsAnswer =
  | { readonly kind: 'bands'; readonly bands: Bands }
  | { readonly kind: 'failed'; readonly problems: readonly Diagnostic[] };

/**
 * The bands of a strategy's series: of the draws that tell how sure an order is.
 * @param until the last model time that is shown
 */
export function bandsOf(
  model: Model,
  document: Document,
  strategy: Strategy,
  series: readonly VariableId[],
  until: number,
): BandsWanted {
  return {
    model,
    strategy: strategy.id,
    place: placeOf(document, strategy),
    request: {
      experiment: drawnExperiment(model, document, strategy),
      vary: 'all',
      outcomes: series,
      times: timesOf(model, until),
      sampler: 'lhs',
      ...draws,
    },
  };
}

/** The municipality and the assumptions that a strategy is under, as one word. */
export const placeOf = ({ modelId, presetId, municipality }: Document, { scenario }: Strategy): string =>
  JSON.stringify([modelId, presetId, municipality, scenario]);

/** Fewer times than the model saves, and whole years where they are enough. */
function timesOf({ simSpecs }: Model, until: number): Omit<RunRequest, 'series'> {
  const { start, saveStep } = simSpecs;
  const every = Math.max(1, Math.floor((until - start) / saveStep / timesWanted));
  const toOne = Math.round(1 / saveStep);
  const whole = toOne * saveStep === 1 && every >= toOne ? Math.floor(every / toOne) * toOne : every;
  const step = whole * saveStep;
  return { saveStep: step, stop: Math.min(simSpecs.stop, start + Math.ceil((until - start) / step) * step) };
}

/** Asks the pool for bands as the screen changes, and tells them as they come. */
export interface Banding {
  /**
   * Wants these bands, or none. While a lever is held few runs are made for each of its places that the pool has time
   * for; when it rests the others are added.
   */
  readonly want: (wanted: BandsWanted | undefined, held: boolean) => void;
}

/** How far the newest wish has come. */
interface Going {
  readonly wanted: BandsWanted;
  readonly key: string;
  readonly sum: EnsembleSum;
  readonly cancel: AbortController;
  state: 'new' | 'coarse' | 'done';
}

export function createBanding(
  workers: () => Pick<WorkerPool, 'ensemble'>,
  told: (answer: BandsAnswer) => void,
): Banding {
  let going: Going | undefined;
  let held = false;
  let working = false;
  const known: { readonly model: Model; readonly key: string; readonly bands: Bands }[] = [];

  const tell = ({ wanted }: Going, ensemble: Ensemble, unfinished: boolean): Bands => {
    const { strategy, place, request } = wanted;
    const bands = { strategy, place, request, ensemble, unfinished };
    told({ kind: 'bands', bands });
    return bands;
  };

  /** Runs one part of what is wanted. */
  async function goOn(now: Going): Promise<void> {
    const { wanted, sum, cancel } = now;
    const { model, request } = wanted;
    const first = now.state === 'new';
    let next = first ? request.runs : 2 * sum.runs();
    const answer = await workers().ensemble(model, request, {
      shares: bandShares,
      sum,
      signal: cancel.signal,
      gently: first,
      stretch: first ? { from: 0, to: Math.min(coarse, request.runs) } : { from: coarse, to: request.runs },
      onProgress: ({ done, of, bands }) => {
        if (done < next || done >= of) return;
        next = 2 * done;
        tell(now, bands(bandShares), true);
      },
    });
    if (answer === undefined) return;
    now.state = first && answer.ok && request.runs > coarse ? 'coarse' : 'done';
    if (!answer.ok) {
      if (going === now) told({ kind: 'failed', problems: answer.error });
      return;
    }
    const bands = tell(now, answer.value, now.state === 'coarse');
    if (bands.unfinished) return;
    known.unshift({ model, key: now.key, bands });
    known.length = Math.min(known.length, kept);
  }

  const todo = (): Going | undefined =>
    going?.state === 'new' || (going?.state === 'coarse' && !held) ? going : undefined;

  async function work(): Promise<void> {
    working = true;
    for (let now = todo(); now !== undefined; now = todo()) {
      await goOn(now);
      if (held) await new Promise((resolve) => setTimeout(resolve, breath));
    }
    working = false;
  }

  return {
    want(wanted, isHeld) {
      held = isHeld;
      const key = wanted === undefined ? '' : JSON.stringify(wanted.request);
      const before = going;
      if (wanted === undefined) {
        before?.cancel.abort();
        going = undefined;
      } else if (before === undefined || !isAbout(before.wanted, wanted) || before.key !== key) {
        const found = known.find((k) => k.model === wanted.model && k.key === key);
        // What a lever has just passed may still be told, until there is newer; no more of it is wanted.
        const passed =
          before?.state === 'new' && isAbout(before.wanted, wanted) && found === undefined
            ? before
            : undefined;
        if (passed === undefined) before?.cancel.abort();
        going = {
          ...{ wanted, key, sum: ensembleSum() },
          // Of all the places that are passed, one is being run: what ends the last ends that too.
          cancel: passed?.cancel ?? new AbortController(),
          state: found === undefined ? 'new' : 'done',
        };
        if (found !== undefined)
          told({ kind: 'bands', bands: { ...found.bands, strategy: wanted.strategy } });
      }
      if (!working && todo() !== undefined) void work();
    },
  };
}

/** Whether two wishes are about one strategy in one place, be it with its levers elsewhere. */
const isAbout = (a: BandsWanted, b: BandsWanted): boolean =>
  a.model === b.model && a.strategy === b.strategy && a.place === b.place;
