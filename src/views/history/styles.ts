import { css } from 'lit';

/** The look of the history: steps and bookmarks in rows. */
export const historyStyles = css`
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
  }
  .step,
  .mark {
    display: grid;
    grid-template-columns: 1.75rem minmax(0, 1fr);
    align-items: baseline;
    gap: 0 var(--space-2);
    inline-size: 100%;
    min-block-size: var(--target);
    padding: var(--space-2) var(--space-2);
    border: 0;
    border-inline-start: 3px solid transparent;
    border-radius: 0 var(--radius-badge) var(--radius-badge) 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .mark {
    align-items: center;
  }
  .step:hover,
  .mark:hover {
    background: color-mix(in srgb, var(--ink) 8%, transparent);
  }
  .number {
    font: var(--type-label);
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }
  .step small {
    grid-column: 2;
    font: var(--type-small);
    color: var(--ink-2);
  }
  .step[aria-current] {
    border-inline-start-color: var(--ink);
    background: var(--sunken);
    font-weight: 650;
  }
  .undone .text {
    color: var(--ink-3);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  /* Not disabled: a button that was just pressed keeps the keyboard. */
  .button[aria-disabled='true'] {
    border-color: var(--line);
    color: var(--ink-3);
    cursor: default;
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: var(--space-2);
  }
  .icons {
    display: flex;
  }
`;
