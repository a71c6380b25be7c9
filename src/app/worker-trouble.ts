import type { Diagnostic } from '../base/diagnostic.ts';

/** What befell the worker, and not the model that it computes: done again, it may go well. */
export const isWorkerTrouble = (d: Diagnostic): boolean =>
  d.code === 'worker-failed' || d.code === 'worker-silent';
