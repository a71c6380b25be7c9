import { css } from 'lit';

/** Where things stand on the cohort page: the arithmetic at the left, the model at the right. */
export const layout = css`
  :host {
    display: block;
    min-block-size: 0;
    word-spacing: var(--thin-space);
  }
  main {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    gap: var(--space-5) var(--space-6);
    align-content: start;
    padding: var(--space-4) var(--space-6) var(--space-6);
  }
  main:focus-visible {
    outline-offset: -3px;
  }
  header {
    grid-column: 1 / -1;
  }
  h1 {
    margin: 0;
    max-inline-size: 60rem;
    font: var(--type-finding);
    letter-spacing: var(--track-tight);
    word-spacing: var(--thin-space-bold);
    text-wrap: balance;
  }
  header p {
    max-inline-size: 52rem;
    margin-block-start: var(--space-1);
    color: var(--ink-2);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: calc(-1 * var(--space-3));
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    align-content: start;
    padding-block-start: var(--space-3);
    border-block-start: var(--hairline) solid var(--ink);
  }
  h2 {
    font: var(--type-section);
  }
  h3 {
    margin: 0;
    font: var(--type-body);
    font-weight: 700;
  }
  .fields {
    display: grid;
    gap: var(--space-1);
    max-inline-size: 32rem;
  }
  up-number-field {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 7rem 4.5rem;
  }
  .years {
    inline-size: 100%;
    max-inline-size: 32rem;
    block-size: var(--target);
    margin: 0;
    accent-color: var(--ink);
    cursor: pointer;
  }
  .steps {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto minmax(0, 8.5rem);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    gap: 0 var(--space-4);
    align-items: baseline;
    padding-block: var(--space-2);
    border-block-end: var(--hairline) solid var(--line);
  }
  .part .label {
    padding-inline-start: var(--space-4);
  }
  .formula {
    color: var(--ink-2);
    text-align: end;
    white-space: nowrap;
  }
  .steps strong {
    text-align: end;
    white-space: nowrap;
    word-spacing: var(--thin-space-bold);
  }
  .sourced,
  .source {
    font: var(--type-small);
    color: var(--ink-2);
  }
  sup {
    line-height: 0;
  }
  td {
    font-variant-numeric: proportional-nums;
  }
  thead tr:first-child:not(:last-child) > * {
    border: 0;
  }
  .model :is(th, td) {
    padding-inline: var(--space-2);
  }
  .model tbody th {
    min-inline-size: 7rem;
    padding-inline-start: 0;
    white-space: normal;
  }
  caption {
    max-inline-size: calc(100vw - 2 * var(--space-3));
    white-space: normal;
  }
  .split {
    max-inline-size: 32rem;
  }
  .sum > * {
    font-weight: 700;
  }
  .dynamic {
    font-weight: 700;
    color: var(--ink);
  }
  .model p {
    color: var(--ink-2);
  }
  .reasons {
    display: grid;
    gap: var(--space-2);
    max-inline-size: 40rem;
    padding-inline-start: var(--space-4);
    list-style: disc;
  }
  .wrong {
    font-weight: 600;
    color: var(--negative);
  }
  up-lines-chart {
    block-size: 280px;
  }
  @media (min-width: 1024px) {
    :host {
      block-size: 100%;
      overflow-y: auto;
    }
  }
  @media (max-width: 1199px) {
    main {
      grid-template-columns: minmax(0, 1fr);
      padding-inline: var(--space-5);
    }
  }
  @media (max-width: 639px) {
    main {
      padding: var(--space-3);
    }
    h1 {
      font-size: 1.375rem;
    }
    up-number-field {
      grid-template-columns: minmax(0, 1fr) 5.5rem 3.5rem;
    }
    .steps {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .steps .label {
      grid-column: 1;
    }
    .steps strong {
      grid-area: 1 / 2;
    }
    .formula {
      grid-column: 1 / -1;
      text-align: start;
    }
    .sourced {
      grid-column: 1 / -1;
    }
  }
`;
