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
  @media (max-width: 639px) {
    :host {
      --segments-wrap: wrap;
    }
    main {
      padding: var(--space-3);
      gap: var(--space-4);
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
    .choices,
    footer {
      display: none;
    }
    main > * {
      break-inside: avoid;
    }
  }
`;
