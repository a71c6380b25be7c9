import type { ChartTable } from './chart.ts';

/** One purse at one end of the flow. */
export interface FlowEnd {
  readonly id: string;
  readonly label: string;
  /** SEK; 0 or more. */
  readonly amount: number;
  /** Lost: no effort, but a cost that has risen or a value that has fallen. Value is no cash. */
  readonly kind: 'cash' | 'value' | 'lost cash' | 'lost value';
}

export const isCash = ({ kind }: FlowEnd): boolean => kind === 'cash' || kind === 'lost cash';
export const isLost = ({ kind }: FlowEnd): boolean => kind === 'lost cash' || kind === 'lost value';

export interface PayersFlowData {
  /** From top to bottom. */
  readonly payers: readonly FlowEnd[];
  readonly gainers: readonly FlowEnd[];
  /** How an amount is printed. */
  readonly print: (sek: number) => string;
  readonly words: {
    readonly pays: string;
    readonly back: string;
    readonly actor: string;
    /** Where nobody pays. */
    readonly nothingIn: string;
    /** Where nobody gets anything back. */
    readonly nothingBack: string;
    /** Below the payers: what the widths mean. */
    readonly notes: readonly string[];
  };
}

export const sumOf = (ends: readonly FlowEnd[]): number => ends.reduce((sum, end) => sum + end.amount, 0);

/** `Betalar: Försäkringskassan 82, Regionen 41. Får tillbaka: Kommunen 364.` */
export function describe({ payers, gainers, words, print }: PayersFlowData): string {
  const side = (title: string, ends: readonly FlowEnd[]): string =>
    `${title}: ${ends.map((end) => `${end.label} ${print(end.amount)}`).join(', ') || print(0)}.`;
  return `${upperFirst(side(words.pays, payers))} ${upperFirst(side(words.back, gainers))}`;
}

/** A row per purse, what it pays and what it gets back. */
export function table({ payers, gainers, words, print }: PayersFlowData): ChartTable {
  const labels = new Map(
    [...payers, ...gainers].map(({ id, kind, label }) => [`${id} ${kind}`, { id, kind, label }]),
  );
  const cell = (ends: readonly FlowEnd[], key: string): string =>
    print(ends.find((end) => `${end.id} ${end.kind}` === key)?.amount ?? 0);
  return {
    columns: [words.pays, words.back],
    rows: [...labels].map(([key, { label }]) => ({
      id: key,
      label,
      cells: [cell(payers, key), cell(gainers, key)],
    })),
  };
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
