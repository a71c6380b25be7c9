import { css } from 'lit';

/** Where things stand in the model's glasses at each width. */
export const layout = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 392px;
    min-block-size: 0;
  }
  main,
  aside {
    position: relative;
    min-inline-size: 0;
    overflow-y: auto;
    padding: var(--space-4) var(--space-5);
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto minmax(0, 1fr);
    gap: var(--space-3);
  }
  main:focus-visible {
    outline-offset: -3px;
  }
  aside {
    background: var(--surface);
    border-inline-start: var(--hairline) solid var(--line);
  }
  h1 {
    margin: 0;
    font: var(--type-finding);
    font-size: 1.375rem;
    letter-spacing: var(--track-tight);
    word-spacing: var(--thin-space-bold);
  }
  /* The files to take home stand beside the title. */
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: var(--space-4);
  }
  header p {
    flex-basis: 100%;
    color: var(--ink-2);
    word-spacing: var(--thin-space);
  }
  h2 {
    font: var(--type-section);
    font-size: 1.125rem;
    padding-block-end: var(--space-2);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .tools > up-segments {
    max-inline-size: 100%;
    overflow-x: auto;
  }
  .part {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font: var(--type-body);
  }
  select {
    max-inline-size: 16rem;
  }
  @media (min-width: 1024px) {
    :host {
      block-size: 100%;
    }
  }
  @media (max-width: 1023px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    main,
    aside {
      overflow: visible;
    }
    main {
      grid-template-rows: auto;
      align-content: start;
    }
    aside {
      border-inline-start: 0;
      border-block-start: var(--hairline) solid var(--line);
    }
    up-structure {
      block-size: 60vh;
    }
  }
  @media (max-width: 639px) {
    main,
    aside {
      padding: var(--space-3);
    }
  }
`;
