import { css } from 'lit';

/** The part of a screen that shows a result: a column that scrolls by itself. */
export const resultArea = css`
  /* Holds its own hidden texts, which would otherwise lengthen the page. */
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
`;

/**
 * A screen of a result over the strip of strategies (strategy-strip.ts): what scrolls at a desk, the order on a phone,
 * and the finding at its head. A screen's own layout comes after it.
 */
export const screenLayout = css`
  :host {
    display: grid;
    grid-template:
      'result' 1fr
      'strip' auto / minmax(0, 1fr);
    min-block-size: 0;
  }
  ${resultArea}
  h1 {
    margin: 0;
    font: var(--type-finding);
    letter-spacing: var(--track-tight);
    word-spacing: var(--thin-space-bold);
    text-wrap: balance;
  }
  .failed {
    color: var(--negative);
    font-weight: 600;
  }
  @media (min-width: 1024px) {
    /* The frame is the screen: the result scrolls by itself, the strip stays. */
    :host {
      block-size: 100%;
    }
  }
  @media (max-width: 1023px) {
    :host {
      grid-template: 'strip' auto 'result' 1fr / minmax(0, 1fr);
    }
    main {
      overflow: visible;
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
  }
  @media print {
    :host {
      display: block;
    }
    main {
      overflow: visible;
      padding: 0;
    }
    main > * {
      break-inside: avoid;
    }
  }
`;
