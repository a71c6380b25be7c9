import { must } from '../base/assert.ts';
import { ok } from '../base/result.ts';
import type { Engine, ModelHandle } from './api.ts';
import { check } from './check.ts';
import { createRunner } from './run.ts';
import type { Runner } from './run.ts';

/** An engine with no model open. Asking for a handle that is not open is a bug. */
export function createEngine(): Engine {
  const open = new Map<ModelHandle, Runner>();
  let handles = 0;
  return {
    open(model) {
      const checked = check(model);
      if (!checked.ok) return checked;
      const handle = ++handles;
      open.set(handle, createRunner(checked.value));
      return ok({ handle, warnings: checked.value.warnings });
    },
    run: (handle, experiment, request) => must(open.get(handle), `model ${handle}`)(experiment, request),
    close: (handle) => void open.delete(handle),
  };
}
