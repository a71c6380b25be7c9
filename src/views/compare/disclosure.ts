import { css } from 'lit';

/** A part of the screen that is opened when it is wanted: its heading is its button. */
export const disclosure = css`
  :host {
    display: block;
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    inline-size: fit-content;
    min-block-size: var(--target);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details[open] > summary up-icon {
    transform: rotate(90deg);
  }
  h2 {
    font: var(--type-section);
  }
  @media print {
    details:not([open]) {
      display: none;
    }
  }
`;
