import { css } from 'lit';

/** Where things stand on the screen Money and actors at each width. */
export const layout = css`
  main {
    gap: var(--space-3);
    padding-block-end: var(--space-3);
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
  header p {
    color: var(--ink-2);
    word-spacing: var(--thin-space);
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
  @media (max-width: 1023px) {
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
    /* Names of actors take two lines here. */
    up-payers-flow {
      block-size: 380px;
    }
  }
`;
