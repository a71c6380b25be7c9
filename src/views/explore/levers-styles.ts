import { css } from 'lit';

/** The look of `up-explore-levers`: a panel at the side, or a sheet at the foot of a narrow screen. */
export const leversStyles = css`
  :host {
    display: block;
    padding-inline: var(--space-5);
    scroll-padding-block: 9rem 8rem;
  }
  /* The budget stays while the levers scroll. */
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding-block: var(--space-3) var(--space-2);
    background: var(--surface);
    border-block-end: var(--hairline) solid var(--line);
  }
  .foot {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    margin-inline: calc(-1 * var(--space-5));
    padding: var(--space-2) var(--space-5) var(--space-3);
    background: var(--surface);
    border-block-start: var(--hairline) solid var(--outline);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--space-2);
  }
  .tool {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: 1.75rem;
    padding: 0;
    border: 0;
    background: none;
    font: var(--type-small);
    font-weight: 600;
    color: var(--ink);
    cursor: pointer;
  }
  .tool:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .tool[aria-pressed='true'] {
    font-weight: 700;
  }
  .tool up-icon {
    inline-size: 1rem;
    block-size: 1rem;
    color: var(--ink-2);
  }
  .tool:disabled {
    color: var(--ink-3);
    text-decoration: none;
    cursor: default;
  }
  .count {
    color: var(--ink-2);
    font-weight: 450;
  }
  .hint {
    font: var(--type-small);
    color: var(--ink-2);
    margin-block: var(--space-2) 0;
  }
  section {
    margin-block-start: var(--space-4);
  }
  section:last-child {
    padding-block-end: var(--space-5);
  }
  .group {
    display: flex;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .group div {
    flex: 1;
  }
  .group h3 {
    margin: 0;
    font: var(--type-section);
  }
  .group p {
    color: var(--ink-2);
    font: var(--type-label);
  }
  .rescue h3 {
    color: var(--rescue-text);
  }
  .swim h3 {
    color: var(--swim-text);
  }
  .upstream h3 {
    color: var(--upstream-text);
  }
  .group strong {
    word-spacing: var(--thin-space-bold);
  }
  li {
    margin-block-start: var(--space-1);
  }
  .about,
  .source {
    margin-block-start: var(--space-1);
    font: var(--type-label);
    color: var(--ink-2);
  }
  .source {
    font: var(--type-small);
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
  }
  .deeds .tool {
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-color: var(--outline);
  }
  .handle,
  .places {
    display: none;
  }
  @media (pointer: coarse) {
    .tool {
      min-block-size: 44px;
    }
  }
  @media (max-width: 1023px) {
    .head {
      padding-block-start: 0;
    }
    /* A bar to pull: the whole width can be pressed. */
    .handle {
      display: grid;
      place-items: center;
      position: relative;
      inline-size: 100%;
      min-block-size: 1.5rem;
      padding: 0;
      border: 0;
      background: none;
      cursor: pointer;
      touch-action: none;
    }
    /* 44 px to hit, without the height. */
    .handle::after {
      content: '';
      position: absolute;
      inset: -12px 0 -8px;
    }
    .handle::before {
      content: '';
      inline-size: 2.5rem;
      block-size: 5px;
      border-radius: 3px;
      background: var(--outline);
    }
    :host([folded]) :is(.groups, .hint, .foot, .terms, .places) {
      display: none;
    }
    .groups {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
      gap: 0 var(--space-5);
    }
    section:last-child {
      padding-block-end: 0;
    }
    .groups {
      padding-block-end: var(--space-4);
    }
  }
  @media (max-width: 639px) {
    :host {
      padding-inline: var(--space-4);
    }
    .foot {
      margin-inline: calc(-1 * var(--space-4));
      padding-inline: var(--space-4);
    }
    aside {
      display: flex;
      flex-direction: column;
    }
    /* The budget stays at the top of the sheet; its terms come after the levers, where there is room. */
    .head {
      display: contents;
    }
    .top {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      background: var(--surface);
      padding-block-end: var(--space-1);
    }
    .terms {
      order: 1;
      border-block-start: var(--hairline) solid var(--line);
      padding-block: var(--space-2);
    }
    .foot {
      order: 2;
    }
    /* One place at a time: its figure and name are the tab. */
    .places {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: auto;
      justify-content: space-between;
      gap: var(--space-2);
    }
    .place {
      display: flex;
      align-items: center;
      gap: var(--space-1);
      min-block-size: 44px;
      padding: 0;
      border: 0;
      border-block-end: 3px solid transparent;
      background: none;
      font: var(--type-label);
      font-weight: 600;
      text-align: start;
      color: var(--ink);
      hyphens: auto;
      cursor: pointer;
    }
    .place up-figure {
      inline-size: 1.75rem;
      block-size: 1.75rem;
    }
    .place[aria-pressed='true'] {
      font-weight: 700;
    }
    .place.rescue[aria-pressed='true'] {
      border-color: var(--rescue);
      color: var(--rescue-text);
    }
    .place.swim[aria-pressed='true'] {
      border-color: var(--swim);
      color: var(--swim-text);
    }
    .place.upstream[aria-pressed='true'] {
      border-color: var(--upstream);
      color: var(--upstream-text);
    }
    @media (forced-colors: active) {
      .place[aria-pressed='false'] {
        border-color: Canvas;
      }
    }
    section[data-elsewhere] {
      display: none;
    }
    section {
      margin-block-start: var(--space-2);
    }
    .group {
      display: none;
    }
  }
`;
