import type { ForeignFunction } from './function.ts';

export const data: readonly ForeignFunction[] = [];
