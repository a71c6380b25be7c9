import { css } from 'lit';

/** Where things stand in the first minute: one column, one question at a time. */
export const layout = css`
  :host {
    display: block;
    min-block-size: 0;
    overflow-y: auto;
    scrollbar-gutter: stable;
  }
  main {
    position: relative;
    max-inline-size: 68rem;
    margin-inline: auto;
    padding: var(--space-4) var(--space-5) var(--space-6);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  main:focus-visible {
    outline-offset: -3px;
  }
  .top {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--space-4);
  }
  .top > .button {
    flex: none;
  }
  h1,
  h2 {
    margin: 0;
    font: var(--type-sentence);
    letter-spacing: var(--track-tight);
    word-spacing: var(--thin-space-bold);
    text-wrap: balance;
  }
  h2 {
    font-size: 1.625rem;
  }
  h1:focus,
  h2:focus {
    outline: none;
  }
  p {
    font: var(--type-body);
    font-size: 1rem;
    word-spacing: var(--thin-space);
    color: var(--ink-2);
    max-inline-size: 62ch;
  }
  p strong {
    color: var(--ink);
    word-spacing: var(--thin-space-bold);
  }
  .answerline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3) var(--space-5);
    min-block-size: 4rem;
  }
  .number {
    font: var(--type-number);
    font-size: 3rem;
    letter-spacing: var(--track-number);
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  .places {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--space-3);
  }
  .place {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 0 var(--space-3);
    min-block-size: 5rem;
    padding: var(--space-3) var(--space-4);
    border: 2px solid var(--ink);
    border-radius: var(--radius-control);
    background: var(--surface);
    --figure-paper: var(--surface);
    color: var(--ink);
    text-align: start;
    cursor: pointer;
  }
  .place:hover:not(:disabled) {
    background: color-mix(in srgb, var(--ink) 8%, var(--surface));
  }
  .place:disabled {
    cursor: default;
    border-color: var(--line);
    background: none;
    --figure-paper: var(--paper);
  }
  .place up-figure {
    grid-row: 1 / span 2;
    inline-size: 3.25rem;
    block-size: 3.25rem;
  }
  .result ~ .places .place {
    min-block-size: 3.5rem;
    padding-block: var(--space-2);
  }
  .result ~ .places up-figure {
    inline-size: 2.5rem;
    block-size: 2.5rem;
  }
  .result ~ h2 {
    font-size: 1.25rem;
  }
  .place .name {
    font: var(--type-section);
    font-size: 1.125rem;
    align-self: end;
  }
  .place .plain {
    font: var(--type-body);
    color: var(--ink-2);
    align-self: start;
  }
  .result {
    display: grid;
    gap: var(--space-2);
  }
  up-lines-chart {
    block-size: clamp(200px, 34vh, 360px);
  }
  .verdict {
    min-block-size: 4.5rem;
  }
  /* Arrow keys are not spoken of where there are none. */
  .by-touch {
    display: none;
  }
  @media (pointer: coarse) and (hover: none) {
    .by-touch {
      display: inline;
    }
    .by-keys {
      display: none;
    }
  }
  .verdict p,
  .told {
    max-inline-size: none;
  }
  .verdict:focus {
    outline: none;
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    align-items: center;
  }
  .purses {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 29rem), 1fr));
    gap: var(--space-4) var(--space-6);
  }
  .purses h3 {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font: var(--type-section);
  }
  .small {
    font: var(--type-small);
  }
  @media (max-width: 639px) {
    main {
      padding: var(--space-3);
      gap: var(--space-3);
    }
    h1 {
      font-size: 1.5rem;
      line-height: 1.2;
    }
    h2 {
      font-size: 1.25rem;
    }
    /* Side by side also here, so that none of the three has to be scrolled to. */
    .places {
      gap: var(--space-2);
    }
    .place {
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
      align-content: start;
      gap: var(--space-1);
      padding: var(--space-2) var(--space-1);
      text-align: center;
    }
    .place up-figure {
      grid-row: auto;
      inline-size: 2.5rem;
      block-size: 2.5rem;
    }
    .place .name {
      font-size: 1rem;
    }
    .place .plain {
      font: var(--type-label);
    }
    up-lines-chart {
      block-size: 260px;
    }
    /* The page scrolls, and what comes next stays in view. */
    :host {
      overflow: visible;
    }
    .go.next {
      position: sticky;
      inset-block-end: 0;
      flex-wrap: nowrap;
      gap: var(--space-2);
      margin-inline: calc(-1 * var(--space-3));
      padding: var(--space-2) var(--space-3);
      border-block-start: var(--hairline) solid var(--line);
      background: var(--paper);
    }
    .go.next .primary {
      flex: 1;
    }
  }
`;
