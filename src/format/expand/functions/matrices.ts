import type { ForeignFunction } from './function.ts';

export const matrices: readonly ForeignFunction[] = [];
