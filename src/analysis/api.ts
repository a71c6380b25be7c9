import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { Engine, ModelHandle } from '../engine/api.ts';
import type { EnsemblePart, EnsembleRequest, Stretch } from '../model/ensemble.ts';

/** The engine with the analyses that are many runs, as the rest of the program sees it from outside the worker. */
export interface Analyst extends Engine {
  /** What a stretch of an ensemble's runs gave. Stretches that cover the ensemble are merged by `ensembleSum`. */
  sketchEnsemble(
    handle: ModelHandle,
    request: EnsembleRequest,
    stretch: Stretch,
  ): Result<EnsemblePart, readonly Diagnostic[]>;
}
