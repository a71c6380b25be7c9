import type { Model, Outcome } from '../../model/model.ts';
import type { CompareVoice } from './voice.ts';

/** How an outcome is spoken of and printed: people are counted, other things have decimals. */
export interface Quantity {
  readonly outcome: Outcome;
  /** In the middle of a sentence: `utanför`. */
  readonly noun: string;
  /** People, or people a year. */
  readonly counted: boolean;
  readonly print: (value: number) => string;
  /** With its sign. */
  readonly printDifference: (value: number) => string;
  /** What is printed, as a number. */
  readonly shown: (value: number) => number;
  /** Values nearer than this are one to the eye, and are printed alike. */
  readonly apart: number;
}

export function quantityOf(model: Model, outcome: Outcome, { format: f, language }: CompareVoice): Quantity {
  // What follows a comma narrows the name down, and stands in the titles of the charts.
  const [name = ''] = outcome.name[language].split(',');
  const noun = name.charAt(0).toLowerCase() + name.slice(1);
  const counted = /^person\b/.test(model.variables.get(outcome.variable)?.unit.text ?? '');
  if (counted) {
    return {
      outcome,
      noun,
      counted,
      print: f.people,
      printDifference: f.peopleDifference,
      shown: Math.round,
      apart: 0.5,
    };
  }
  const shown = (value: number): number => Math.round(value * 100) / 100;
  return {
    outcome,
    noun,
    counted,
    print: (value) => f.number(value, 2),
    printDifference: (value) => (shown(value) > 0 ? `+${f.number(value, 2)}` : f.number(shown(value), 2)),
    shown,
    apart: 0.005,
  };
}
