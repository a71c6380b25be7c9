import { css } from 'lit';

/** Where the parts of the frame stand, on wide and on narrow screens and on paper. */
export const frameStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto 1fr;
    min-block-size: 100dvh;
  }
  .skip {
    position: absolute;
    inset-block-start: var(--space-2);
    inset-inline-start: var(--space-2);
    z-index: 3;
    background: var(--surface);
    padding: var(--space-2) var(--space-3);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    min-block-size: 52px;
    padding: var(--space-1) var(--space-4);
    border-block-end: var(--hairline) solid var(--line);
  }
  .name {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font: var(--type-section);
    font-size: 1.125rem;
    margin: 0;
  }
  .wordmark {
    inline-size: 30px;
    block-size: 24px;
    fill: none;
    stroke: var(--ink);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .wordmark .near {
    stroke: var(--flow-edge);
  }
  .wordmark .far {
    stroke: var(--stock-outside);
  }
  up-place {
    padding-inline-start: var(--space-2);
    border-inline-start: var(--hairline) solid var(--line);
  }
  /* The first minute: nothing but the question, and what makes it readable. */
  :host([bare]) nav,
  :host([bare]) .tools > :not(.language, up-settings) {
    display: none;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
    margin-inline-start: auto;
  }
  .body {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    min-block-size: 0;
  }
  @media (min-width: 1024px) {
    /* The frame is the screen: its parts scroll by themselves, however many rows the bar takes. */
    :host {
      block-size: 100dvh;
    }
    .body,
    .screen {
      min-block-size: 0;
      grid-template-rows: minmax(0, 1fr);
    }
  }
  .screen {
    display: grid;
    grid-column: 2;
    min-inline-size: 0;
  }
  .paper {
    display: none;
  }
  .drop {
    position: fixed;
    inset: var(--space-3);
    z-index: 5;
    display: grid;
    place-items: center;
    border: 3px dashed var(--ink);
    border-radius: var(--radius-sheet);
    background: color-mix(in srgb, var(--paper) 88%, transparent);
    font: var(--type-finding);
    pointer-events: none;
  }
  nav {
    inline-size: 76px;
    padding-block: var(--space-3);
    border-inline-end: var(--hairline) solid var(--line);
  }
  nav button {
    display: grid;
    justify-items: center;
    gap: 2px;
    inline-size: 100%;
    min-block-size: 56px;
    padding: var(--space-2) 0;
    border: 0;
    border-inline-start: 4px solid transparent;
    border-inline-end: 4px solid transparent;
    background: none;
    font: var(--type-label);
    cursor: pointer;
  }
  nav button[aria-current] {
    border-inline-start-color: var(--ink);
    font-weight: 700;
  }
  @media (forced-colors: active) {
    /* What is transparent is drawn there: only the screen that is open has a bar. */
    nav button:not([aria-current]) {
      border-color: Canvas;
    }
    nav button[aria-current] {
      border-color: Canvas;
      border-inline-start-color: Highlight;
    }
  }
  nav button:hover {
    background: color-mix(in srgb, var(--ink) 8%, transparent);
  }
  @media (max-width: 1023px) {
    .body {
      grid-template: auto 1fr / minmax(0, 1fr);
    }
    .screen {
      grid-column: 1;
    }
    nav {
      display: flex;
      inline-size: auto;
      padding: 0;
      border-inline-end: 0;
      border-block-end: var(--hairline) solid var(--line);
    }
    nav {
      overflow-x: auto;
    }
    nav button {
      justify-content: center;
      min-block-size: 44px;
      padding: var(--space-1);
      border-inline: 0;
      border-block-end: 3px solid transparent;
    }
    nav button[aria-current] {
      border-block-end-color: var(--ink);
    }
    @media (forced-colors: active) {
      nav button[aria-current] {
        border-color: Canvas;
        border-block-end-color: Highlight;
      }
    }
  }
  .messages {
    position: fixed;
    inset-block-end: var(--over-strip);
    inset-inline: 0;
    inline-size: fit-content;
    max-inline-size: min(34rem, calc(100vw - 2 * var(--space-4)));
    margin-inline: auto;
    z-index: 5; /* over an open drawer: what is told has buttons of its own */
  }
  .message {
    background: var(--surface);
    border: var(--hairline) solid var(--ink);
    border-inline-start-width: 4px;
    padding: var(--space-3) var(--space-4);
  }
  .message button {
    margin-block-start: var(--space-2);
  }
  /* One row of tools, also on a projector. */
  @media (min-width: 640px) and (max-width: 1439px) {
    .tools,
    header {
      column-gap: var(--space-1);
    }
    header {
      padding-inline: var(--space-3);
    }
  }
  @media (max-width: 1439px) {
    .roomy {
      display: none;
    }
  }
  @media (min-width: 640px) {
    .narrow {
      display: none;
    }
  }
  @media (max-width: 1023px) {
    /* Levers lie at the foot of the screen: what is told comes before the screen, in its own place. */
    :host {
      grid-template-rows: auto auto 1fr;
    }
    .messages {
      position: static;
      grid-row: 2;
      inline-size: auto;
      max-inline-size: none;
      margin-inline: var(--space-3);
    }
    .messages > * {
      margin-block: var(--space-2);
    }
    .body {
      grid-row: 3;
    }
  }
  @media (max-width: 639px) {
    header {
      gap: 0;
      padding-inline: var(--space-2);
    }
    .wide {
      display: none;
    }
    /* Under settings, where there is room for it. */
    :host(:not([bare])) .tools .language {
      display: none;
    }
    /* Two rows: the name with what acts on the work, then what it is about and how it is read. */
    .tools {
      display: contents;
    }
    .name {
      margin-inline-end: auto;
    }
    .name .word,
    .reset {
      display: none;
    }
    .tools .button {
      padding: 0;
    }
    up-place {
      order: 1;
      flex: 1 1 6rem;
      padding: 0;
      border: 0;
    }
    up-segments {
      order: 2;
    }
  }
  /* To a room: the screen, and of the bar what is used while people watch. */
  :host([presenting]) nav,
  :host([presenting]) header up-place,
  :host([presenting]) .tools > :not(.room) {
    display: none;
  }
  :host([presenting]) header {
    min-block-size: 0;
    padding-block: 0;
  }
  @media print {
    :host,
    .body,
    .screen {
      display: block;
      block-size: auto;
      min-block-size: 0;
    }
    header,
    nav,
    .messages {
      display: none;
    }
    .paper {
      display: block;
      margin-block-end: var(--space-4);
      font: var(--type-small);
      color: var(--ink-2);
    }
    :host(:is([data-view='report'], [data-view='start'])) .paper {
      display: none;
    }
  }
`;
