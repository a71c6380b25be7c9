import { firstLoadSize } from './first-load.ts';
import type { Measurement } from './measure.ts';

/** Every measurement of `npm run bench`, in the order of its table. */
export const measurements: readonly Measurement[] = [firstLoadSize];
