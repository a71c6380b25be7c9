import { css } from 'lit';

/** The look of `up-lines-chart`: a title line, and a drawing or a table that takes the rest of the height. */
export const linesChartStyles = css`
  :host {
    container-type: inline-size;
    display: flex;
    min-block-size: 180px;
    min-inline-size: 0;
    color: var(--ink);
    font: var(--type-body);
    word-spacing: var(--thin-space);
  }
  figure {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }
  figcaption {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: var(--space-2);
  }
  figcaption h2 {
    flex: 1;
  }
  h2 {
    font: var(--type-section);
    padding-block: 0.375rem;
  }
  .unit {
    font: var(--type-label);
    color: var(--ink-2);
    margin-inline-start: var(--space-1);
  }
  .plot {
    flex: 1;
    position: relative;
    min-block-size: 140px;
    touch-action: pan-y;
  }
  svg.lines {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    font-family: var(--font);
    cursor: crosshair;
  }
  .reader {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    inline-size: 100%;
    margin: 0;
    opacity: 0;
    pointer-events: none;
  }
  .plot:has(.reader:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    border-radius: 3px;
  }
  .table-scroll {
    flex: 1;
    overflow: auto;
  }
  /* A long name leaves room for the first years. */
  tbody th {
    min-inline-size: 7rem;
    white-space: normal;
  }
  tbody th .line-sample {
    vertical-align: -0.2em;
    margin-inline-end: var(--space-2);
  }
  .selected > * {
    font-weight: 700;
  }
`;
