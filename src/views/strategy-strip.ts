import { css, html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../app/actions.ts';
import type { Reading, StrategyReading } from '../app/readings.ts';
import '../elements/up-chip.ts';
import './up-strategies.ts';
import type { Voice } from './voice.ts';

/** The strip at the foot of a screen: its place is `grid-area: strip`. Needs `visuallyHidden` beside it. */
export const stripStyles = css`
  footer {
    grid-area: strip;
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    min-block-size: 52px;
    padding: var(--space-2) var(--space-5);
    border-block-start: var(--hairline) solid var(--line);
    /* One row, however many strategies there are: the charts have the room. */
    overflow-x: auto;
    scrollbar-width: thin;
  }
  footer > * {
    flex: none;
  }
  footer > .note {
    margin-inline-start: auto;
  }
  @media (max-width: 1023px) {
    footer {
      border-block-start: 0;
      border-block-end: var(--hairline) solid var(--line);
    }
  }
  @media (max-width: 639px) {
    footer {
      padding: var(--space-2) var(--space-3);
    }
  }
  @media print {
    footer {
      display: none;
    }
  }
`;

/** Where `strategyChips` stand. */
export const chipsStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
`;

export interface Strip {
  readonly reading: Reading;
  readonly voice: Voice;
  readonly actions: Actions;
  /** What a chip shows beside its name; may be empty. */
  readonly value: (row: StrategyReading) => string;
  /** What a screen reader says when another strategy is chosen or its result changes. */
  readonly spoken: string | undefined;
  /** What stands at the end of the strip. */
  readonly note?: string;
}

/** Every strategy as a chip with what can be done with it, at the foot of a screen. */
export function strategyStrip(strip: Strip): TemplateResult {
  return html`<footer>
    <up-strategies
      .reading=${strip.reading}
      .voice=${strip.voice}
      .actions=${strip.actions}
      .value=${strip.value}
    ></up-strategies>
    ${strip.note === undefined ? nothing : html`<p class="note">${strip.note}</p>`}
    <p class="visually-hidden" role="status">${strip.spoken ?? nothing}</p>
  </footer>`;
}

/** Some strategies as chips to choose from. */
export const strategyChips = (
  { reading, voice: { words, language }, actions, value }: Omit<Strip, 'spoken'>,
  rows: readonly StrategyReading[],
): TemplateResult =>
  html`<div class="chips" role="group" aria-label=${words.explore.strategies}>
    ${rows.map(
      (row) =>
        html`<up-chip
          .mark=${row.strategy.mark}
          .name=${row.strategy.name[language]}
          .value=${value(row)}
          .pressed=${row === reading.selected}
          @click=${() => actions.selectStrategy(row.strategy.id)}
        ></up-chip>`,
    )}
  </div>`;
