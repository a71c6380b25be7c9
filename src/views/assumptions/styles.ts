import { css } from 'lit';

/** The look of `up-assumptions`. */
export const assumptionsStyles = css`
  :host {
    display: grid;
    gap: var(--space-3);
    font: var(--type-body);
    word-spacing: var(--thin-space);
  }
  h2 {
    font: var(--type-section);
    padding-inline-end: var(--space-7);
  }
  h2 span,
  summary span {
    color: var(--ink-2);
    font-weight: 450;
  }
  p {
    color: var(--ink-2);
    text-wrap: pretty;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-2);
  }
  input[type='search'] {
    flex: 1 1 100%;
    min-block-size: var(--target);
    padding: 0 var(--space-3);
    border: var(--hairline) solid var(--outline);
    border-radius: var(--radius-control);
    background: var(--paper);
  }
  input[type='search']::placeholder {
    color: var(--ink-3);
  }
  .tools .button {
    padding-inline: var(--space-2);
    margin-inline-start: calc(-1 * var(--space-2));
    font-size: 0.8125rem;
  }
  .tools .button + .button {
    margin-inline: auto 0;
  }
  [aria-pressed='true'] {
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .found:empty {
    display: none;
  }
  .failed {
    display: grid;
    justify-items: start;
    gap: var(--space-2);
    padding: var(--space-3);
    border: var(--hairline) solid var(--outline);
    border-inline-start: 4px solid var(--negative);
    border-radius: var(--radius-badge);
  }
  .failed p {
    color: var(--ink);
  }
  details {
    border-block-start: var(--hairline) solid var(--line);
    padding-block-start: var(--space-2);
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: var(--target);
    cursor: pointer;
  }
  summary::before {
    content: '';
    flex: none;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border: solid var(--ink-2);
    border-width: 0 1.6px 1.6px 0;
    rotate: -45deg;
    transition: rotate var(--quick);
  }
  details[open] > summary::before {
    rotate: 45deg;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary h3 {
    flex: 1;
    font: var(--type-body);
    font-weight: 650;
  }
  li {
    margin-block-start: var(--space-2);
  }
  .about,
  .source {
    font: var(--type-label);
  }
  .source {
    font: var(--type-small);
  }
  .link {
    justify-self: start;
    min-block-size: 1.75rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink);
    font: var(--type-label);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .link {
      min-block-size: 44px;
    }
  }
`;
