import { css } from 'lit';

export const explanationStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    font: var(--type-body);
    word-spacing: var(--thin-space);
  }
  :host([stale]) {
    opacity: 0.5;
  }
  .kind,
  .note {
    font: var(--type-small);
    color: var(--ink-2);
  }
  .value strong {
    font-size: 1.125rem;
    word-spacing: var(--thin-space-bold);
  }
  h3 {
    font: var(--type-section);
    font-size: 0.9375rem;
    padding-block-start: var(--space-2);
    border-block-start: var(--hairline) solid var(--line);
  }
  .equation {
    line-height: 2.9;
    overflow-wrap: anywhere;
  }
  .ref {
    display: inline-grid;
    justify-items: center;
    vertical-align: middle;
    max-inline-size: 12rem;
    padding: 1px var(--space-2);
    border: var(--hairline) solid var(--outline);
    border-radius: var(--radius-badge);
    background: var(--paper);
    font: var(--type-label);
    line-height: 1.2;
    color: var(--ink);
    cursor: pointer;
  }
  .ref:hover,
  .name:hover {
    background: color-mix(in srgb, var(--ink) 8%, var(--paper));
  }
  @media (pointer: coarse) {
    .ref {
      min-block-size: 44px;
      min-inline-size: 44px;
      align-content: center;
    }
  }
  .ref .amount {
    font: var(--type-small);
    color: var(--ink-2);
  }
  .bracket,
  .op {
    color: var(--ink-2);
    white-space: pre-wrap;
  }
  .word {
    font-style: italic;
    white-space: pre-wrap;
  }
  .name {
    display: block;
    inline-size: 100%;
    min-block-size: var(--target);
    padding: var(--space-1) 0 0;
    border: 0;
    background: none;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--outline);
    text-underline-offset: 3px;
    cursor: pointer;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0 var(--space-1);
    border-block-end: var(--hairline) solid var(--line);
    text-align: end;
    vertical-align: middle;
  }
  td {
    white-space: nowrap;
  }
  th:first-child {
    text-align: start;
    font-weight: 500;
    padding-inline-start: 0;
    min-inline-size: 8rem;
  }
  thead th {
    font: var(--type-small);
    color: var(--ink-2);
  }
  .sign {
    display: block;
    padding-block-end: var(--space-1);
    font: var(--type-small);
    color: var(--ink-2);
  }
  .feeds {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
  }
  .feeds .name {
    inline-size: auto;
  }
  .problem {
    color: var(--negative);
  }
`;
