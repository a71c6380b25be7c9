import { comparisonToPaint } from './compare.ts';
import { kommunDraws } from './ensemble.ts';
import { engineRatios } from './engine.ts';
import { firstLoadSize } from './first-load.ts';
import { firstResults } from './first-result.ts';
import type { Measurement } from './measure.ts';
import { memoryHeld } from './memory.ts';
import { messages } from './pool.ts';
import { oneRun, oneRunAll, textToResult } from './model.ts';
import { firstNumber, firstPaint, leverToPaint, leverToPaintInMotion, riverFrame } from './page.ts';

/** Every measurement of `npm run bench`, in the order of its table. */
export const measurements: readonly Measurement[] = [
  ...engineRatios,
  ...firstResults,
  ...kommunDraws,
  ...messages,
  memoryHeld,
  oneRun,
  oneRunAll,
  textToResult,
  leverToPaint,
  leverToPaintInMotion,
  comparisonToPaint,
  riverFrame,
  firstPaint,
  firstNumber,
  firstLoadSize,
];
