import { css } from 'lit';

/** What drawers about a person's work have in common. */
export const drawerStyles = css`
  :host {
    display: grid;
    gap: var(--space-3);
    font: var(--type-body);
    word-spacing: var(--thin-space);
    color: var(--ink);
  }
  h2 {
    padding-inline-end: var(--space-7);
    font: var(--type-section);
    font-size: 1.25rem;
    letter-spacing: var(--track-tight);
  }
  h3 {
    font: var(--type-body);
    font-weight: 700;
  }
  section {
    display: grid;
    gap: var(--space-2);
    padding-block-start: var(--space-4);
    border-block-start: var(--hairline) solid var(--line);
  }
  p {
    text-wrap: pretty;
  }
  .aside {
    font: var(--type-label);
    color: var(--ink-2);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  input {
    min-inline-size: 0;
    min-block-size: var(--target);
    padding: 0 var(--space-3);
    border: var(--hairline) solid var(--outline);
    border-radius: var(--radius-control);
    background: var(--paper);
    color: var(--ink);
  }
`;
