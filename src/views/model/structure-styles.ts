import { css } from 'lit';

/** The diagram's drawing, tools and legend. */
export const structureStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: var(--space-2);
  }
  .tools {
    display: flex;
    gap: var(--space-1);
    align-items: center;
  }
  .tools .button {
    flex: none;
  }
  .hint {
    padding-inline-start: var(--space-2);
    font: var(--type-small);
    color: var(--ink-2);
  }
  @media (pointer: coarse) {
    .hint {
      display: none;
    }
  }
  .plot {
    border: var(--hairline) solid var(--line);
    border-radius: var(--radius-control);
    background: var(--surface);
    overflow: hidden;
    min-block-size: 320px;
    touch-action: none;
    cursor: grab;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    user-select: none;
  }
  .link {
    fill: none;
    stroke: var(--ink-3);
    stroke-width: 1.2;
  }
  .link.water {
    stroke: var(--flow-edge);
    stroke-width: 3.5;
  }
  .link.touching {
    stroke: var(--ink);
    stroke-width: 2.2;
  }
  .head {
    fill: var(--ink-3);
  }
  .node {
    cursor: pointer;
  }
  .box {
    fill: var(--paper);
    stroke: var(--outline);
    stroke-width: 1;
  }
  .stock .box {
    fill: var(--stock-outside);
    stroke: var(--stock-entrenched);
    stroke-width: 1.5;
  }
  .stock text {
    fill: var(--dot-outside);
    font-weight: 650;
  }
  .flow .box {
    fill: var(--flow-in);
    stroke: var(--flow-edge);
    stroke-width: 1.5;
  }
  .parameter .box {
    stroke-dasharray: 3 3;
  }
  .selected .box {
    stroke: var(--ink);
    stroke-width: 4;
  }
  .node:focus {
    outline: none;
  }
  .ring {
    fill: none;
    stroke: none;
  }
  .node:focus-visible .ring {
    stroke: var(--focus);
    stroke-width: 3;
  }
  .plot > p {
    padding: var(--space-4);
  }
  /* In px of the drawing, which is itself made larger for a projector (chart/structure/node.ts measures by them). */
  text {
    font: 400 12px / 1 var(--font);
    text-rendering: geometricPrecision;
    text-anchor: middle;
    fill: var(--ink);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    font: var(--type-small);
    color: var(--ink-2);
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
  }
  .legend svg {
    inline-size: 22px;
    block-size: 14px;
  }
  @media (forced-colors: active) {
    .stock .box {
      fill: Canvas;
      stroke: CanvasText;
      stroke-width: 3;
    }
    .stock text {
      fill: CanvasText;
    }
    .selected .box {
      stroke: Highlight;
      stroke-width: 4;
    }
  }
`;
