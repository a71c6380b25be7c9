import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../app/readings.ts';
import '../elements/up-badge.ts';
import type { Voice } from './voice.ts';

type Assumed = Pick<Reading, 'where'>;

/** `dina antaganden` where a person assumes otherwise than the model does; else empty. */
export const assumedText = ({ where }: Assumed, { words }: Pick<Voice, 'words'>): string =>
  where.scenario === undefined ? '' : words.app.yourAssumptions;

/** The same as a badge, for the heading of a table or a chart. */
export const assumedBadge = (
  reading: Assumed,
  voice: Pick<Voice, 'words'>,
): TemplateResult | typeof nothing =>
  reading.where.scenario === undefined ? nothing : html`<up-badge>${assumedText(reading, voice)}</up-badge>`;
