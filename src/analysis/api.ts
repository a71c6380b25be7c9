import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { Engine, ModelHandle } from '../engine/api.ts';
import type { CertaintyPart, CertaintyRequest } from '../model/certainty.ts';
import type { Contributions, ContributionsRequest } from '../model/contributions.ts';
import type { Experiment, Run, RunRequest } from '../model/experiment.ts';
import type { Lives, LivesRequest } from '../model/lives.ts';
import type { Confidence, Explanation, ExplanationRequest, Loops, Structure } from '../model/structure.ts';
import type { EnsemblePart, EnsembleRequest, Stretch } from '../model/ensemble.ts';

/** The engine with the analyses that are many runs, as the rest of the program sees it from outside the worker. */
export interface Analyst extends Engine {
  /** Several experiments, of which the same is asked, in one answer: a message costs as much as a small run. */
  runEach(
    handle: ModelHandle,
    experiments: readonly Experiment[],
    request: RunRequest,
  ): Result<readonly Result<Run, readonly Diagnostic[]>[], readonly Diagnostic[]>;
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
  /** What a stretch of a comparison's draws gave, each run for every experiment. Stretches are put together by `certaintyOf`. */
  drawCertainty(
    handle: ModelHandle,
    request: CertaintyRequest,
    stretch: Stretch,
  ): Result<CertaintyPart, readonly Diagnostic[]>;
  /** A model's equations and what they link. */
  structure(handle: ModelHandle): Result<Structure, readonly Diagnostic[]>;
  /** Why a variable has its value, and how much of the difference to base comes from where. */
  explain(handle: ModelHandle, request: ExplanationRequest): Result<Explanation, readonly Diagnostic[]>;
  /** The shortest independent loops, with signs and strengths at a model time. */
  loops(handle: ModelHandle, experiment: Experiment, time: number): Result<Loops, readonly Diagnostic[]>;
  /** The tests of confidence, as figures. */
  confidence(
    handle: ModelHandle,
    experiment: Experiment,
    base: Experiment,
  ): Result<Confidence, readonly Diagnostic[]>;
  /** The same drawn children under two policies. The model must say how it follows a life. */
  lives(handle: ModelHandle, request: LivesRequest): Result<Lives, readonly Diagnostic[]>;
}
