import { lines } from './lines.ts';

/** Every chart there is, by name. */
export const charts = { lines } as const;
