import { explanationFor, sameRequest } from '../../app/explain.ts';
import type { Reading } from '../../app/readings.ts';
import { horizons, type AppState, type Horizon } from '../../app/state.ts';
import type { ContributionsData } from '../../chart/contributions.ts';
import { leverMark } from '../../chart/marks.ts';
import type { Contributions } from '../../model/contributions.ts';
import type { VariableId } from '../../model/variable.ts';
import { quantityOf } from './quantity.ts';
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
  /** What the numbers are printed in, and how much of it one is. */
  readonly unit: { readonly name: string; readonly per: number };
}

/** Whether the answer is about what is on the screen now. */
export const isAbout = (
  contributions: Contributions,
  state: Pick<AppState, 'document' | 'session'>,
): boolean => {
  const wanted = explanationFor(state, state.document.selected);
  return wanted !== undefined && sameRequest(contributions.request, wanted);
};

/** The series whose sum a gauge shows; none where the model has no such gauge. What is reinvested is saved for nobody. */
function seriesOf(gauge: Gauge, { model, stock, inflow }: Reading): readonly VariableId[] {
  if (gauge === 'stock') return [stock.variable];
  if (gauge === 'inflow') return [inflow.variable];
  const { totalValue, reinvestedValue } = model.ledger ?? {};
  return [totalValue, reinvestedValue].filter((name) => name !== undefined);
}

/**
 * One gauge at one horizon. Money is a gain against base, so that plus is good there; people are counted as they are.
 * Undefined where the model has no such gauge.
 */
export function explainedBy(
  contributions: Contributions,
  reading: Reading,
  gauge: Gauge,
  horizon: Horizon,
  voice: CompareVoice,
): Explained | undefined {
  const { c, format: f, language } = voice;
  const { outcomes, times } = contributions.request;
  const found = seriesOf(gauge, reading).map((name) => outcomes.indexOf(name));
  if (found.length === 0 || found.includes(-1)) return undefined;
  const cells = found.map((outcome) => outcome * times.length + horizons.indexOf(horizon));
  const sign = gauge === 'net' ? -1 : 1;
  const read = (values: ArrayLike<number>): number => sign * cells.reduce((sum, at) => sum + values[at]!, 0);
  const parts = contributions.levers.map(({ lever: variable, average, alone, error }) => {
    const lever = reading.model.levers.find((l) => l.variable === variable)!;
    return {
      error: error === undefined ? 0 : Math.abs(read(error)),
      bar: {
        id: lever.id,
        label: lever.name[language],
        mark: leverMark(lever.group),
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
      print:
        gauge === 'net'
          ? f.millionsDifference
          : quantityOf(reading.model, reading[gauge], voice).printDifference,
      words: { average: c.average, alone: c.alone },
    },
    alone: bars.reduce((sum, bar) => sum + bar.alone, 0),
    whole,
    error: Math.max(0, ...parts.map(({ error }) => error)),
    unit:
      gauge === 'net' ? { name: c.netUnit, per: 1e6 } : { name: reading[gauge].unitWords[language], per: 1 },
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
