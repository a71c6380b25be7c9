import { css } from 'lit';

export const riverStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    min-inline-size: 0;
    min-block-size: 160px;
    color: var(--ink);
    font: var(--type-body);
    word-spacing: var(--thin-space);
  }
  up-river-controls {
    flex: none;
  }
  up-river-controls[size='small'] {
    order: 2;
  }
  up-river-picture {
    flex: 1;
    min-block-size: 120px;
  }
  /* Over the water at the top, which every strategy has much of: it hides no number that differs. */
  .prompt {
    position: absolute;
    inset-block-start: 5rem;
    inset-inline: 0;
    margin-inline: auto;
    inline-size: fit-content;
    max-inline-size: calc(100% - 2 * var(--space-3));
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    padding: var(--space-2) var(--space-3);
    background: var(--surface);
    border: 2px solid var(--ink);
    border-radius: var(--radius-control);
  }
  .prompt.small {
    inset-block-start: var(--space-2);
    flex-wrap: nowrap;
  }
  .table-scroll {
    flex: 1;
    overflow: auto;
    padding-inline: var(--space-5);
  }
  .empty {
    margin: auto;
    padding: var(--space-5);
    color: var(--ink-2);
    max-inline-size: 34rem;
  }
  @media print {
    .prompt {
      display: none;
    }
  }
`;

/** The picture's own. Its colours are set by the drawing. */
export const pictureStyles = css`
  :host {
    display: block;
    position: relative;
  }
  .stage {
    position: absolute;
    inset: 0;
    overflow: hidden;
    font: var(--type-body);
  }
  .stage > svg,
  canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    font-family: var(--font);
  }
  canvas,
  .front {
    pointer-events: none;
  }
  [data-mark] {
    cursor: pointer;
  }
  /* Only a figure that can be moved looks as if it could. */
  .stage[data-movable~='swim'] [data-figure='swim'],
  .stage[data-movable~='upstream'] [data-figure='upstream'] {
    pointer-events: all;
    cursor: ew-resize;
    touch-action: none;
  }
  .stands {
    position: absolute;
  }
  i {
    position: absolute;
    visibility: hidden;
  }
  .on-track {
    color: var(--dot-on-track);
  }
  .risk {
    color: var(--dot-risk);
  }
  .outside {
    color: var(--dot-outside);
  }
  /* The mark itself gets the ring, in the drawing: its button is only a place for keyboard and screen reader. */
  li button {
    position: absolute;
    inline-size: 24px;
    block-size: 24px;
    margin: -12px;
    padding: 0;
    border: 0;
    background: none;
    pointer-events: none;
    outline: none;
  }
  @media (pointer: coarse) {
    li button {
      inline-size: 44px;
      block-size: 44px;
      margin: -22px;
    }
  }
  .grip {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    inline-size: 100%;
    margin: 0;
    opacity: 0;
    pointer-events: none;
  }
  .stage:has(.grip[data-figure='swim']:focus-visible) [data-figure='swim'].hold,
  .stage:has(.grip[data-figure='upstream']:focus-visible) [data-figure='upstream'].hold {
    stroke: var(--focus);
    stroke-width: 3px;
  }
  up-river-card {
    position: absolute;
    inset-block-start: var(--space-2);
    inset-inline-end: var(--space-3);
    inline-size: min(21rem, calc(100% - 2 * var(--space-3)));
    max-block-size: calc(100% - 2 * var(--space-2));
  }
  up-river-card.left {
    inset-inline: var(--space-3) auto;
  }
  @media print {
    canvas {
      display: none;
    }
  }
`;
