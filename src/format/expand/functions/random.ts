import type { ForeignFunction } from './function.ts';

export const random: readonly ForeignFunction[] = [];
