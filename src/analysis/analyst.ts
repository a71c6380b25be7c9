import { ok } from '../base/result.ts';
import { createEngine } from '../engine/engine.ts';
import type { Analyst } from './api.ts';
import { drawCertainty } from './certainty.ts';
import { contributionsOf } from './contributions.ts';
import { sketchEnsemble } from './ensemble.ts';
import { explain } from './explain.ts';
import { linksOf, shownLinks } from './links.ts';
import { drawLives } from './lives.ts';
import { loopsAt } from './loops.ts';
import { confidenceIn } from './trust.ts';

export function createAnalyst(): Analyst {
  const engine = createEngine();
  return {
    open: (model) => engine.open(model),
    run: (handle, experiment, request) => engine.run(handle, experiment, request),
    close: (handle) => engine.close(handle),
    runEach: (handle, experiments, request) => ok(engine.runEach(handle, experiments, request)),
    sketchEnsemble: (handle, request, stretch) => sketchEnsemble(engine, handle, request, stretch),
    drawCertainty: (handle, request, stretch) => drawCertainty(engine, handle, request, stretch),
    contributions: (handle, request) => contributionsOf(engine, handle, request),
    structure: (handle) => {
      const checked = engine.checkedOf(handle);
      const initials = checked.stocks.map(({ stock, initial }) => [stock.id, initial] as const);
      const links = shownLinks(linksOf(checked), checked.model);
      return ok({ equations: new Map([...checked.equations, ...initials]), links });
    },
    explain: (handle, request) => explain(engine, handle, request),
    loops: (handle, experiment, time) => loopsAt(engine, handle, experiment, time),
    confidence: (handle, experiment, base) => confidenceIn(engine, handle, experiment, base),
    lives: (handle, request) => drawLives(engine, handle, request),
  };
}
