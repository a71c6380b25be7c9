import { must } from '../base/assert.ts';
import { ok } from '../base/result.ts';
import type { ManyEngine, ModelHandle } from './api.ts';
import { check } from './check.ts';
import type { CheckedModel } from './checked.ts';
import { createManyRunner } from './many.ts';
import type { ManyRunner } from './many.ts';
import { createRunner } from './run.ts';
import type { Runner } from './run.ts';

interface Open {
  readonly checked: CheckedModel;
  readonly runner: Runner;
  readonly runMany: ManyRunner;
}

/** An engine with no model open. Asking for a handle that is not open is a bug. */
export function createEngine(): ManyEngine {
  const open = new Map<ModelHandle, Open>();
  let handles = 0;
  const opened = (handle: ModelHandle): Open => must(open.get(handle), `model ${handle}`);
  return {
    open(model) {
      const checked = check(model);
      if (!checked.ok) return checked;
      const handle = ++handles;
      open.set(handle, {
        checked: checked.value,
        runner: createRunner(checked.value),
        runMany: createManyRunner(checked.value),
      });
      return ok({ handle, warnings: checked.value.warnings });
    },
    run: (handle, experiment, request) => opened(handle).runner.run(experiment, request),
    runEach: (handle, experiments, request) => opened(handle).runner.runEach(experiments, request),
    runMany: (handle, many) => opened(handle).runMany(many),
    modelOf: (handle) => opened(handle).checked.model,
    checkedOf: (handle) => opened(handle).checked,
    close: (handle) => void open.delete(handle),
  };
}
