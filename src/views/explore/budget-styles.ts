import { css } from 'lit';

/** The look of `up-explore-budget`. */
export const budgetStyles = css`
  :host {
    display: block;
    word-spacing: var(--thin-space);
  }
  .title {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-3);
  }
  .title h2 {
    font: var(--type-body);
    font-weight: 550;
  }
  .title p {
    color: var(--ink-2);
    white-space: nowrap;
  }
  .title strong {
    color: var(--ink);
    font-size: 1rem;
    word-spacing: var(--thin-space-bold);
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 0.75rem;
    margin-block: var(--space-1);
    overflow: visible;
  }
  .well {
    fill: var(--paper);
  }
  .edge {
    fill: none;
    stroke: var(--outline);
  }
  .rescue {
    fill: var(--rescue);
  }
  .swim {
    fill: var(--swim);
  }
  .upstream {
    fill: var(--upstream);
  }
  :is(.rescue, .swim, .upstream) {
    stroke: var(--surface);
    stroke-width: 1.5px;
  }
  .limit {
    stroke: var(--ink);
    stroke-width: 2px;
  }
  @media (forced-colors: active) {
    :is(.rescue, .swim, .upstream) {
      stroke: Canvas;
    }
  }
`;

/** The look of `up-explore-lock`. */
export const lockStyles = css`
  :host {
    display: block;
    word-spacing: var(--thin-space);
  }
  .lock {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: 2.25rem;
    font: var(--type-label);
    color: var(--ink-2);
  }
  .lock label {
    flex: 1;
    text-wrap: pretty;
    cursor: pointer;
  }
  .lock up-icon {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }
  #lock {
    flex: none;
    display: grid;
    align-items: center;
    inline-size: 2.25rem;
    block-size: 1.25rem;
    margin: 0;
    padding: 2px;
    border: 1.6px solid var(--ink-2);
    border-radius: 1rem;
    background: var(--paper);
    cursor: pointer;
  }
  #lock::before {
    content: '';
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border-radius: 50%;
    background: var(--ink-2);
    transition: translate var(--quick);
  }
  #lock[aria-checked='true'] {
    background: var(--ink);
    border-color: var(--ink);
  }
  #lock[aria-checked='true']::before {
    background: var(--paper);
    translate: 0.95rem;
  }
  #lock:disabled {
    opacity: 0.5;
  }
  .sum {
    inline-size: 4rem;
    min-block-size: 1.75rem;
    padding: 0 var(--space-2);
    border: var(--hairline) solid var(--outline);
    border-radius: var(--radius-badge);
    background: var(--paper);
    font-weight: 650;
  }
  .sum[aria-invalid='true'] {
    border: 2px dashed var(--negative);
  }
  .wrong {
    font: var(--type-small);
    font-weight: 650;
    color: var(--negative);
    padding-block-end: var(--space-1);
  }
  @media (pointer: coarse) {
    .lock,
    .sum {
      min-block-size: 44px;
    }
    #lock {
      position: relative;
    }
    /* 44 px to hit, without the height. */
    #lock::after {
      content: '';
      position: absolute;
      inset: -13px -5px;
    }
  }
  @media (forced-colors: active) {
    #lock::before {
      background: CanvasText;
    }
    #lock[aria-checked='true'] {
      background: Highlight;
    }
    #lock[aria-checked='true']::before {
      background: HighlightText;
    }
  }
`;
