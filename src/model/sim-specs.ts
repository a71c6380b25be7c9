import type { DiagnosticArgs } from '../base/diagnostic.ts';
import type { SimSpecs } from './model.ts';

type Times = Pick<SimSpecs, 'start' | 'stop' | 'dt' | 'saveStep'>;

/** What is wrong with a run's times: the stop before the start, a step that is no step, a save step that is no whole number of steps. */
export function timeProblem({
  start,
  stop,
  dt,
  saveStep,
}: Times): DiagnosticArgs['bad-time']['problem'] | undefined {
  if (!(stop > start)) return 'order';
  if (!(dt > 0 && dt <= stop - start)) return 'step';
  const steps = saveStep / dt;
  if (!(Math.round(steps) >= 1 && Math.abs(steps - Math.round(steps)) < 1e-9)) return 'save';
  return undefined;
}
