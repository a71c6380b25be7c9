import type { ForeignFunction } from './function.ts';

export const vectors: readonly ForeignFunction[] = [];
