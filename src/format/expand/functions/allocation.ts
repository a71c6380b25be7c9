import type { ForeignFunction } from './function.ts';

export const allocation: readonly ForeignFunction[] = [];
