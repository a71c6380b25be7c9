import type { Reading } from '../../app/readings.ts';

/** What the panel of levers needs to know; the simple frame has no more than this. */
export type PanelReading = Pick<Reading, 'model' | 'where'> & {
  readonly selected: Pick<Reading['selected'], 'strategy' | 'cost'>;
  /** What the ready strategies cost a year, when they all cost the same. */
  readonly sameMoney?: number | undefined;
};
