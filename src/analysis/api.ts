import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { Engine, ModelHandle } from '../engine/api.ts';
import type { Contributions, ContributionsRequest } from '../model/contributions.ts';
import type { EnsemblePart, EnsembleRequest, Stretch } from '../model/ensemble.ts';

/** The engine with the analyses that are many runs, as the rest of the program sees it from outside the worker. */
export interface Analyst extends Engine {
  /** What a stretch of an ensemble's runs gave. Stretches that cover the ensemble are merged by `ensembleSum`. */
  sketchEnsemble(
    handle: ModelHandle,
    request: EnsembleRequest,
    stretch: Stretch,
  ): Result<EnsemblePart, readonly Diagnostic[]>;
  /** What each lever of a policy contributes to its outcomes. */
  contributions(
    handle: ModelHandle,
    request: ContributionsRequest,
  ): Result<Contributions, readonly Diagnostic[]>;
}
