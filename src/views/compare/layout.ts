import { css } from 'lit';

/** Where things stand in the comparison at each width, in a room and on paper. */
export const layout = css`
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
  header p {
    color: var(--ink-2);
    max-inline-size: 62rem;
    word-spacing: var(--thin-space);
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
  /* Its word is in line with what stands above and below it. */
  .choices .button {
    margin-inline-end: calc(-1 * var(--space-3));
  }
  /* For a room: one claim and its picture fill the screen, and the tables come after. */
  .presenting h1 {
    font-size: 1.5rem;
  }
  .presenting .choices {
    display: none;
  }
  @media (max-width: 639px) {
    :host {
      --segments-wrap: wrap;
    }
    .choices .button {
      margin-inline-start: calc(-1 * var(--space-3));
    }
  }
  @media print {
    .choices {
      display: none;
    }
  }
`;
