import { css } from 'lit';

/** The look of `up-lever-drawer`. */
export const leverDrawerStyles = css`
  :host {
    display: grid;
    gap: var(--space-2);
    font: var(--type-body);
    word-spacing: var(--thin-space);
    color: var(--ink);
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    padding-inline-end: var(--space-7);
  }
  .head p {
    font: var(--type-label);
    font-weight: 650;
  }
  .head.rescue p {
    color: var(--rescue-text);
  }
  .head.swim p {
    color: var(--swim-text);
  }
  .head.upstream p {
    color: var(--upstream-text);
  }
  h2 {
    font: var(--type-section);
    font-size: 1.25rem;
    letter-spacing: var(--track-tight);
    text-wrap: balance;
  }
  h3 {
    font: var(--type-body);
    font-weight: 700;
    padding-block-start: var(--space-3);
    margin-block-start: var(--space-2);
    border-block-start: var(--hairline) solid var(--line);
  }
  p {
    text-wrap: pretty;
  }
  .lead {
    font-size: 1rem;
    line-height: 1.45;
  }
  .aside,
  .at,
  .evidence span {
    color: var(--ink-2);
  }
  .aside {
    font: var(--type-label);
  }
  .zones li {
    display: grid;
    grid-template-columns: 3.5rem 1fr max-content;
    padding-block: 2px;
  }
  .zones [aria-current] {
    font-weight: 650;
  }
  .zones b {
    padding-inline: 6px;
    border: var(--hairline) solid var(--outline);
    border-radius: var(--radius-badge);
    font: var(--type-small);
    line-height: 1.25rem;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 2px var(--space-3);
    margin: 0;
  }
  dt {
    color: var(--ink-2);
  }
  dd {
    margin: 0;
  }
  .evidence {
    display: grid;
    grid-template-columns: 4.5rem 1fr;
    gap: 0 var(--space-3);
    align-items: baseline;
  }
  .evidence b {
    font-weight: 500;
    color: var(--ink-2);
  }
  .evidence span {
    grid-column: 2;
    font: var(--type-label);
  }
  .list {
    display: grid;
    gap: var(--space-1);
    padding-inline-start: var(--space-3);
    border-inline-start: 2px solid var(--line);
    font: var(--type-label);
  }
  .list b {
    font-weight: 650;
  }
  up-lines-chart {
    block-size: 190px;
  }
`;
