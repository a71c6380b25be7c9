import { createEngine } from '../engine/engine.ts';
import type { Analyst } from './api.ts';
import { contributionsOf } from './contributions.ts';
import { sketchEnsemble } from './ensemble.ts';

export function createAnalyst(): Analyst {
  const engine = createEngine();
  return {
    open: (model) => engine.open(model),
    run: (handle, experiment, request) => engine.run(handle, experiment, request),
    close: (handle) => engine.close(handle),
    sketchEnsemble: (handle, request, stretch) => sketchEnsemble(engine, handle, request, stretch),
    contributions: (handle, request) => contributionsOf(engine, handle, request),
  };
}
