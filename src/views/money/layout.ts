import { css } from 'lit';

/** Where things stand on the screen Money and actors at each width. */
export const layout = css`
  :host {
    display: grid;
    grid-template:
      'result' 1fr
      'strip' auto / minmax(0, 1fr);
    min-block-size: 0;
  }
  /* Holds its own hidden texts, which would otherwise lengthen the page. */
  main {
    grid-area: result;
    position: relative;
    min-inline-size: 0;
    overflow-y: auto;
    padding: var(--space-4) var(--space-6) var(--space-3);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    align-content: start;
  }
  main:focus-visible {
    outline-offset: -3px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: var(--space-2) var(--space-5);
  }
  .claim {
    flex: 1 1 20rem;
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
    word-spacing: var(--thin-space);
  }
  .failed {
    color: var(--negative);
    font-weight: 600;
  }
  .below {
    font: var(--type-small);
    color: var(--ink-2);
    word-spacing: var(--thin-space);
  }
  .pictures {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--space-4) var(--space-6);
    padding-block-start: var(--space-3);
    border-block-start: var(--hairline) solid var(--line);
  }
  up-payers-flow,
  up-lines-chart {
    block-size: clamp(260px, calc(100dvh - 608px), 460px);
  }
  .splitter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-4);
  }
  .splitter > .button:first-child {
    margin-inline-start: calc(-1 * var(--space-3));
  }
  .note-split {
    color: var(--ink-2);
  }
  .note {
    margin-inline-start: auto;
    font: var(--type-small);
    color: var(--ink-2);
    word-spacing: var(--thin-space);
  }
  @media (min-width: 1024px) {
    /* The frame is the screen: the result scrolls by itself, the strip stays. */
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
      padding-inline: var(--space-5);
    }
    .pictures {
      grid-template-columns: minmax(0, 1fr);
    }
    up-payers-flow,
    up-lines-chart {
      block-size: 320px;
    }
    .note {
      flex: none;
    }
  }
  @media (max-width: 639px) {
    main {
      padding: var(--space-3);
    }
    h1 {
      font-size: 1.375rem;
    }
    /* Names of actors take two lines here. */
    up-payers-flow {
      block-size: 380px;
    }
  }
`;
