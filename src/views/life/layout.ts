import { css } from 'lit';

/** Where things stand on the life-line at each width. */
export const layout = css`
  h2 {
    font: var(--type-section);
  }
  h3 {
    font: var(--type-body);
    font-weight: 650;
  }
  p {
    font: var(--type-body);
    color: var(--ink-2);
    max-inline-size: 80ch;
    word-spacing: var(--thin-space);
  }
  h2 + p,
  h2 + .hundreds {
    margin-block: var(--space-1) var(--space-2);
  }
  p strong {
    color: var(--ink);
  }
  .small {
    font: var(--type-small);
  }
  .lines {
    display: grid;
    gap: var(--space-3);
  }
  .lines h2 {
    font: var(--type-label);
    font-weight: 650;
    color: var(--ink-2);
  }
  .walk {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }
  .walk label {
    flex: 1 1 16rem;
    display: grid;
    gap: var(--space-1);
    font: var(--type-label);
  }
  input {
    inline-size: 100%;
    min-block-size: var(--target);
    margin: 0;
    accent-color: var(--ink);
  }
  .here {
    font: var(--type-section);
    font-weight: 550;
    color: var(--ink);
    min-block-size: 2.5rem;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(18rem, 2fr) 3fr;
    gap: var(--space-4) var(--space-7);
    padding-block-start: var(--space-3);
    border-block-start: var(--hairline) solid var(--line);
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
  }
  li {
    display: grid;
    grid-template-columns: 4.5rem minmax(0, 1fr);
    gap: 0 var(--space-3);
    padding-block: var(--space-2);
    border-block-end: var(--hairline) solid var(--line);
    font: var(--type-body);
  }
  li.now {
    background: var(--band-4);
  }
  @media (forced-colors: active) {
    li.now {
      outline: 2px solid Highlight;
    }
  }
  li .who {
    grid-column: 2;
    font: var(--type-small);
    color: var(--ink-2);
  }
  .handover {
    font: var(--type-small);
    font-weight: 650;
    color: var(--ink);
  }
  .hundreds {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--space-4);
  }
  .hundreds section {
    display: grid;
    gap: var(--space-2);
    align-content: start;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    font: var(--type-small);
  }
  .legend span::before {
    content: '';
    display: inline-block;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    margin-inline-end: var(--space-1);
    vertical-align: -1px;
    border: 1.5px solid var(--flow-edge);
    background: var(--flow-in);
  }
  .legend .outside::before {
    border-color: var(--stock-entrenched);
    background: var(--stock-outside);
  }
  .legend .changed::before {
    border: 2px solid var(--ink);
    border-radius: 50%;
    background: none;
  }
  .legend .chosen::before {
    border-color: transparent;
    background: var(--band-4);
  }
  @media (max-width: 1023px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 639px) {
    .hundreds {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .walk {
      display: none;
    }
  }
`;
