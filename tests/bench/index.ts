import { engineRatios } from './engine.ts';
import { firstLoadSize } from './first-load.ts';
import type { Measurement } from './measure.ts';
import { oneRun, oneRunAll, textToResult } from './model.ts';
import { firstNumber, firstPaint, leverToPaint } from './page.ts';

/** Every measurement of `npm run bench`, in the order of its table. */
export const measurements: readonly Measurement[] = [
  ...engineRatios,
  oneRun,
  oneRunAll,
  textToResult,
  leverToPaint,
  firstPaint,
  firstNumber,
  firstLoadSize,
];
