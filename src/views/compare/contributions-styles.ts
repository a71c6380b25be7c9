import { css } from 'lit';

/** The look of what the levers contribute. */
export const contributionsStyles = css`
  :host {
    word-spacing: var(--thin-space);
  }
  .room {
    max-inline-size: 60rem;
    block-size: 1px;
  }
  .chips {
    margin-block-start: var(--space-2);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    margin-block: var(--space-3) var(--space-2);
  }
  h3 {
    flex: 1 1 20rem;
    font: var(--type-body);
    font-weight: 700;
  }
  .unit {
    font: var(--type-label);
    color: var(--ink-2);
  }
  svg.bars {
    display: block;
    inline-size: 100%;
    max-inline-size: 60rem;
    font-family: var(--font);
  }
  @media print {
    .head > :not(h3) {
      display: none;
    }
  }
  .note {
    max-inline-size: 62rem;
    margin-block-start: var(--space-2);
    font: var(--type-label);
    color: var(--ink-2);
  }
`;
