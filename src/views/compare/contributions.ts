import { explanationFor, sameRequest } from '../../app/explain.ts';
import type { Reading } from '../../app/readings.ts';
import { horizons, type AppState, type Horizon } from '../../app/state.ts';
import type { ContributionsData } from '../../chart/contributions.ts';
import type { Contributions } from '../../model/contributions.ts';
import type { CompareVoice } from './voice.ts';

/** What a contribution can be measured in. */
export const gauges = ['stock', 'inflow', 'net'] as const;
export type Gauge = (typeof gauges)[number];

/** A result of a strategy, taken apart by its levers. */
export interface Explained {
  readonly data: ContributionsData;
  /** The sum of what the levers do one by one. */
  readonly alone: number;
  readonly whole: number;
  /** The greatest standard error of the parts; 0 where all orders are in them. */
  readonly error: number;
}

/** Whether the answer is about what is on the screen now. */
export const isAbout = (
  contributions: Contributions,
  state: Pick<AppState, 'document' | 'session'>,
): boolean => {
  const wanted = explanationFor(state, state.document.selected);
  return wanted !== undefined && sameRequest(contributions.request, wanted);
};

/**
 * One gauge at one horizon. Money is a gain against base, so that plus is good there; people are counted as they are.
 * Undefined where the model has no such gauge.
 */
export function explainedBy(
  contributions: Contributions,
  { model, stock, inflow }: Reading,
  gauge: Gauge,
  horizon: Horizon,
  { c, format: f, language }: CompareVoice,
): Explained | undefined {
  const name =
    gauge === 'stock' ? stock.variable : gauge === 'inflow' ? inflow.variable : model.ledger?.totalValue;
  const { outcomes, times } = contributions.request;
  const outcome = name === undefined ? -1 : outcomes.indexOf(name);
  if (outcome < 0) return undefined;
  const at = outcome * times.length + horizons.indexOf(horizon);
  const sign = gauge === 'net' ? -1 : 1;
  const read = (values: ArrayLike<number>): number => sign * values[at]!;
  const parts = contributions.levers.map(({ lever: variable, average, alone, error }) => {
    const lever = model.levers.find((l) => l.variable === variable)!;
    return {
      error: error?.[at] ?? 0,
      bar: {
        id: lever.id,
        label: lever.name[language],
        mark: lever.group,
        value: read(average),
        alone: read(alone),
      },
    };
  });
  const bars = parts.map(({ bar }) => bar).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const whole = read(contributions.whole);
  return {
    data: {
      bars,
      whole: { id: 'whole', label: c.whole, mark: 'own', value: whole, alone: undefined },
      print: gauge === 'net' ? f.millionsDifference : f.peopleDifference,
      words: { average: c.average, alone: c.alone },
    },
    alone: bars.reduce((sum, bar) => sum + bar.alone, 0),
    whole,
    error: Math.max(0, ...parts.map(({ error }) => error)),
  };
}

/**
 * Whether the levers do more together than one by one, or less: measured in the direction of what they do together,
 * and alike within a twentieth of it.
 */
export function synergyOf({ alone, whole }: Pick<Explained, 'alone' | 'whole'>): 'less' | 'more' | 'alike' {
  const more = Math.sign(whole || 1) * (whole - alone);
  if (Math.abs(more) <= Math.abs(whole) / 20) return 'alike';
  return more > 0 ? 'more' : 'less';
}
