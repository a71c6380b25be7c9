import type { ForeignFunction } from './function.ts';

export const money: readonly ForeignFunction[] = [];
