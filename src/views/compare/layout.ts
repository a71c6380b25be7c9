import { css } from 'lit';

/** Where things stand in the comparison at each width, in a room and on paper. */
export const layout = css`
  :host {
    display: grid;
    grid-template:
      'result' 1fr
      'strip' auto / minmax(0, 1fr);
    min-block-size: 0;
  }
  main {
    grid-area: result;
    position: relative;
    min-inline-size: 0;
    overflow-y: auto;
    padding: var(--space-4) var(--space-6);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    align-content: start;
  }
  main:focus-visible {
    outline-offset: -3px;
  }
  main > header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--space-2) var(--space-5);
  }
  .claim {
    flex: 1 1 28rem;
  }
  h1 {
    margin: 0;
    font: var(--type-finding);
    letter-spacing: var(--track-tight);
    word-spacing: var(--thin-space-bold);
    text-wrap: balance;
  }
  header p {
    color: var(--ink-2);
    max-inline-size: 62rem;
    word-spacing: var(--thin-space);
  }
  .failed {
    color: var(--negative);
    font-weight: 600;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-3);
  }
  .quantity {
    display: none;
  }
  .charts {
    display: grid;
    grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
    gap: var(--space-4) var(--space-5);
  }
  .charts up-lines-chart {
    block-size: clamp(250px, 42vh, 460px);
  }
  /* One column for each strategy: its stock over its inflow. */
  .charts.multiples {
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
  }
  .charts.multiples section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    align-content: start;
  }
  .charts.multiples up-lines-chart {
    block-size: clamp(200px, 26vh, 280px);
  }
  .charts h2 {
    font: var(--type-section);
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  details > summary {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    inline-size: fit-content;
    min-block-size: var(--target);
    font: var(--type-section);
    cursor: pointer;
    list-style: none;
  }
  details > summary::-webkit-details-marker {
    display: none;
  }
  details[open] > summary up-icon {
    transform: rotate(90deg);
  }
  .table-scroll {
    position: relative;
  }
  .crossings table {
    inline-size: auto;
  }
  .crossings :is(th, td) {
    text-align: start;
  }
  .crossings :is(th, td):first-child {
    text-align: end;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-block-start: var(--space-3);
  }
  /* For a room: one claim and its picture fill the screen, and the tables come after. */
  .presenting h1 {
    font-size: 1.5rem;
  }
  .presenting .choices {
    display: none;
  }
  @media (min-width: 1024px) {
    .presenting .charts up-lines-chart {
      block-size: max(300px, calc(100dvh - 10.5rem));
    }
    .presenting .charts.multiples up-lines-chart {
      block-size: max(240px, calc(50dvh - 6.5rem));
    }
  }
  @media (min-width: 1024px) {
    :host {
      block-size: 100%;
    }
  }
  @media (max-width: 1023px) {
    :host {
      grid-template: 'strip' auto 'result' auto / minmax(0, 1fr);
    }
    main {
      overflow: visible;
    }
  }
  @media (max-width: 899px) {
    .charts {
      grid-template-columns: minmax(0, 1fr);
    }
    .charts up-lines-chart {
      block-size: 320px;
    }
  }
  @media (max-width: 639px) {
    main {
      padding: var(--space-3);
      gap: var(--space-4);
    }
    h1 {
      font-size: 1.375rem;
    }
    /* One chart at a time; the other is a press away. */
    .quantity {
      display: block;
    }
    .charts[data-quantity='stock'] up-lines-chart[data-role='inflow'],
    .charts[data-quantity='inflow'] up-lines-chart[data-role='stock'] {
      display: none;
    }
    .charts up-lines-chart {
      block-size: 300px;
    }
  }
  @media print {
    :host {
      display: block;
    }
    main {
      overflow: visible;
      padding: 0;
    }
    .choices,
    footer,
    details:not([open]) {
      display: none;
    }
    .charts up-lines-chart {
      block-size: 9cm;
    }
    .charts > *,
    main > * {
      break-inside: avoid;
    }
  }
`;
