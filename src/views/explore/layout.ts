import { css } from 'lit';
import { resultArea } from '../screen-layout.ts';

/** Where things stand on the Explore screen at each width. */
export const layout = css`
  :host {
    display: grid;
    grid-template:
      'levers result' 1fr
      'levers strip' auto / 308px minmax(0, 1fr);
    min-block-size: 0;
  }
  ${resultArea}
  main {
    padding-inline: var(--space-5);
  }
  /* It, too, holds hidden texts. */
  up-explore-levers {
    position: relative;
    grid-area: levers;
    background: var(--surface);
    border-inline-end: var(--hairline) solid var(--line);
    overflow-y: auto;
  }
  .plain {
    grid-column: 1 / -1;
    overflow-y: auto;
  }
  main.empty {
    grid-column: 1 / -1;
  }
  main > header > h1 {
    margin: 0;
    font: var(--type-finding);
    font-size: 1.375rem;
    letter-spacing: var(--track-tight);
    word-spacing: var(--thin-space-bold);
    text-wrap: balance;
  }
  main > header > p {
    color: var(--ink-2);
  }
  .failed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin-block-start: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border: var(--hairline) solid var(--outline);
    border-inline-start: 4px solid var(--negative);
    border-radius: var(--radius-badge);
    background: var(--surface);
  }
  .failed p {
    flex: 1 1 24rem;
  }
  /* What is shown is of an earlier setting: grey, as its lines are. */
  .stale up-explore-river {
    opacity: 0.4;
  }
  up-headline.stale {
    color: var(--ink-3);
  }
  .picture {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 216px;
    gap: var(--space-4);
  }
  .tabs {
    display: none;
  }
  up-headline {
    border-inline-start: var(--hairline) solid var(--line);
    padding-inline-start: var(--space-4);
  }
  up-explore-river {
    /* A low screen takes from the river first, then from the charts. */
    block-size: clamp(300px, calc(100dvh - 500px), 520px);
    margin-inline: calc(-1 * var(--space-5));
  }
  up-lines-chart {
    block-size: calc(clamp(190px, 26vh, 360px) + var(--fan-room, 0px));
  }
  /* For the words below, and for a picture that holds more. */
  up-lines-chart[data-fan] {
    --fan-room: 4.5rem;
  }
  /* Without a river the charts have its room. */
  up-explore-river[none] + .picture up-lines-chart {
    block-size: calc(clamp(240px, 44vh, 460px) + var(--fan-room, 0px));
  }
  @media (min-width: 1024px) {
    /* The frame is the screen: levers and result scroll by themselves, the strip stays. */
    :host {
      block-size: 100%;
    }
  }
  @media (max-width: 1279px) {
    /* Narrower than its numbers have room for at that height; the screen scrolls anyhow. */
    up-explore-river {
      block-size: clamp(380px, calc(100dvh - 500px), 520px);
    }
    .picture {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    up-headline {
      grid-row: 1;
      grid-column: 1 / -1;
      border: 0;
      padding: 0;
    }
  }
  @media (max-width: 1023px) {
    /* Levers become a sheet at the foot of the screen, so that result and lever are seen together. */
    :host {
      grid-template: 'strip' auto 'result' auto 'levers' auto / minmax(0, 1fr);
    }
    /* Finding, number, river, two charts, table. */
    main {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      overflow: visible;
    }
    main > *,
    up-headline {
      grid-column: 1 / -1;
    }
    .picture {
      display: contents;
    }
    main > header,
    up-headline {
      order: -1;
    }
    /* What is left between the finding and the levers. */
    up-explore-river {
      block-size: clamp(340px, calc(64dvh - 396px), 520px);
    }
    up-explore-levers {
      position: sticky;
      inset-block-end: 0;
      z-index: 2;
      /* The river shows whole above it. */
      max-block-size: 36dvh;
      border-inline-end: 0;
      border-block-start: var(--hairline) solid var(--outline);
      border-start-start-radius: var(--radius-sheet);
      border-start-end-radius: var(--radius-sheet);
      box-shadow: 0 -4px 16px rgb(0 0 0 / 12%);
    }
    up-headline {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      background: var(--paper);
    }
  }
  @media (max-width: 639px) {
    main {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--space-3);
      gap: var(--space-3);
    }
    /* The number, the river, one chart at a time; then what it says in words, and the table. */
    up-headline {
      background: var(--surface);
      margin-inline: calc(-1 * var(--space-3));
      margin-block-start: calc(-1 * var(--space-3));
      padding: var(--space-2) var(--space-3);
      border-block-end: var(--hairline) solid var(--line);
    }
    main > header {
      order: 1;
    }
    up-explore-table {
      order: 2;
    }
    up-explore-river {
      block-size: clamp(270px, calc(69dvh - 292px), 320px);
      margin-inline: calc(-1 * var(--space-3));
    }
    up-explore-levers {
      max-block-size: 31dvh;
    }
    up-lines-chart {
      block-size: calc(260px + var(--fan-room, 0px));
    }
    up-lines-chart[data-elsewhere] {
      display: none;
    }
    /* The number sticks: it takes no more room than it must. The charts below ask why. */
    up-headline up-why {
      display: none;
    }
    /* The tab has the name: here it is the menu. */
    up-series-menu {
      font: var(--type-label);
      font-weight: 550;
    }
    .tabs {
      display: flex;
      gap: var(--space-4);
    }
    .tabs button {
      min-block-size: 44px;
      padding: 0;
      border: 0;
      border-block-end: 3px solid transparent;
      background: none;
      color: var(--ink-2);
      font: var(--type-section);
      font-weight: 550;
      text-align: start;
      cursor: pointer;
    }
    .tabs [aria-pressed='true'] {
      color: var(--ink);
      font-weight: 700;
      border-color: var(--ink);
    }
    @media (forced-colors: active) {
      .tabs [aria-pressed='false'] {
        border-color: Canvas;
      }
    }
  }
  /* Where a chart is small its title has no room for the question: the headline asks it. */
  @media (max-width: 1439px), (max-height: 800px) {
    up-lines-chart up-why {
      display: none;
    }
  }
  @media (max-height: 500px) {
    /* A phone on its side, or 400 % zoom: nothing may stick, or nothing else is seen. */
    up-explore-levers,
    up-headline {
      position: static;
      max-block-size: none;
    }
  }
  /* On paper the answer and its pictures; what was moved stands in the report. */
  @media print {
    :host {
      display: block;
    }
    main {
      overflow: visible;
      padding: 0;
    }
    up-explore-levers,
    .tabs {
      display: none;
    }
    up-headline {
      position: static;
    }
    up-explore-river,
    up-lines-chart,
    up-explore-table {
      break-inside: avoid;
    }
    up-explore-river {
      block-size: 9cm;
      margin-inline: 0;
    }
    up-lines-chart,
    up-lines-chart[data-elsewhere] {
      display: flex;
      block-size: calc(7cm + var(--fan-room, 0px));
    }
  }
`;
