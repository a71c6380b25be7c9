import { createEngine } from '../engine/engine.ts';
import type { Analyst } from './api.ts';
import { sketchEnsemble } from './ensemble.ts';

export function createAnalyst(): Analyst {
  const engine = createEngine();
  const { open, run, close } = engine;
  return {
    open,
    run,
    close,
    sketchEnsemble: (handle, request, stretch) => sketchEnsemble(engine, handle, request, stretch),
  };
}
