import type { DiagnosticArgs } from '../../base/diagnostic.ts';

/** Most steps that something is followed, each by itself: on a belt, in a queue, in a delay. */
export const MOST_STEPS = 2000;

/** What is told of a stay of too many steps. */
export const tooLongStay = (count: number): DiagnosticArgs['too-many'] => ({
  what: 'stay',
  count,
  limit: MOST_STEPS,
});
