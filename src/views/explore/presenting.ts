import { css } from 'lit';

/** What is shown to a room beside the claim and the strip: the proof, the picture, or the levers with the proof. */
export const showings = ['charts', 'river', 'levers'] as const;
export type Showing = (typeof showings)[number];

/** Explore before a room: one claim, one picture, one strip. `showing` says which picture. */
export const presentingLayout = css`
  :host([presenting]) {
    grid-template: 'result' minmax(0, 1fr) 'strip' auto / minmax(0, 1fr);
    block-size: 100%;
  }
  :host([presenting][showing='levers']) {
    grid-template:
      'levers result' minmax(0, 1fr)
      'strip strip' auto / 16.5rem minmax(0, 1fr);
  }
  :host([presenting]:not([showing='levers'])) up-explore-levers,
  :host([presenting]:not([showing='river'])) up-explore-river,
  :host([presenting][showing='river']) .picture,
  :host([presenting]) up-explore-table {
    display: none;
  }
  :host([presenting]) main {
    grid-template-rows: auto minmax(0, 1fr);
    align-content: stretch;
    padding-block: var(--space-3);
  }
  :host([presenting]) main > header {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
  }
  /* While levers move, the number is the claim. */
  :host([presenting]) main > header > p,
  :host([presenting][showing='levers']) main > header > h1 {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  :host([presenting]) .picture {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr);
  }
  :host([presenting]) up-lines-chart,
  :host([presenting]) up-explore-river {
    block-size: 100%;
    min-block-size: 0;
  }
  :host([presenting]) up-headline {
    grid-row: 1;
    grid-column: 1 / -1;
    border: 0;
    padding: 0;
  }
`;
