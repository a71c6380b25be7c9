import { css } from 'lit';

/** The look of what stands below the pictures: what is passed on, reinvestment, and what the money is counted with. */
export const moreStyles = css`
  .more {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-5) var(--space-6);
    padding-block-start: var(--space-3);
    border-block-start: var(--hairline) solid var(--line);
    word-spacing: var(--thin-space);
  }
  .more section {
    display: grid;
    gap: var(--space-2);
    align-content: start;
    min-inline-size: 0;
  }
  .more h2 {
    font: var(--type-section);
  }
  .more p {
    max-inline-size: 42rem;
    color: var(--ink-2);
  }
  .more strong {
    color: var(--ink);
  }
  .more .sum > * {
    font-weight: 700;
  }
  .reinvest label {
    display: grid;
    grid-template-columns: auto minmax(6rem, 18rem) 4rem;
    align-items: center;
    gap: var(--space-3);
    font-weight: 550;
  }
  .reinvest input {
    inline-size: 100%;
    block-size: var(--target);
    margin: 0;
    accent-color: var(--upstream);
    cursor: pointer;
  }
  .loop {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-1) var(--space-3);
    align-items: center;
  }
  .loop .badge {
    grid-row: span 2;
    display: grid;
    place-items: center;
    inline-size: 34px;
    block-size: 34px;
    border-radius: 50%;
    background: var(--ink);
    color: var(--paper);
    font-weight: 700;
  }
  .loop ol {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) 0;
    margin: 0;
    padding: 0;
    list-style: none;
    font-weight: 550;
  }
  .loop li {
    display: inline-flex;
    align-items: center;
  }
  .loop up-icon {
    margin-inline: var(--space-1);
    color: var(--ink-2);
  }
  .assumed {
    grid-column: 1 / -1;
  }
  .assumed dl {
    margin: 0;
  }
  .assumed dl > div {
    display: grid;
    grid-template-columns: 11rem 10rem 14rem minmax(0, 1fr);
    gap: var(--space-1) var(--space-4);
    align-items: center;
    padding-block: var(--space-2);
    border-block-end: var(--hairline) solid var(--line);
  }
  .assumed dt {
    font-weight: 600;
  }
  .assumed dd {
    margin: 0;
  }
  .range,
  .source {
    font: var(--type-label);
    color: var(--ink-2);
  }
  .range {
    display: block;
  }
  .source .button {
    min-block-size: 1.75rem;
    padding: 0 var(--space-1);
    font: inherit;
    font-weight: 600;
    text-decoration: underline;
  }
  @media (pointer: coarse) {
    .source .button {
      min-block-size: var(--target);
    }
  }
  @media (max-width: 1023px) {
    .more {
      grid-template-columns: minmax(0, 1fr);
    }
    .assumed dl > div {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .source {
      grid-column: 1 / -1;
    }
  }
`;
