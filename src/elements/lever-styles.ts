import { css } from 'lit';

/** The look of `up-lever`. The drawn thumb lies over a transparent native one of the same size and place. */
export const leverStyles = css`
  :host {
    --thumb: 1.125rem;
    --mark: var(--ink);
    --mark-text: var(--ink);
    display: block;
    color: var(--ink);
    font: var(--type-body);
    word-spacing: var(--thin-space);
  }
  :host([mark='rescue']) {
    --mark: var(--rescue);
    --mark-text: var(--rescue-text);
  }
  :host([mark='swim']) {
    --mark: var(--swim);
    --mark-text: var(--swim-text);
  }
  :host([mark='upstream']) {
    --mark: var(--upstream);
    --mark-text: var(--upstream-text);
  }
  @media (pointer: coarse) {
    :host {
      --thumb: 1.5rem;
    }
  }

  .head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-3);
    min-block-size: 1.25rem;
  }
  .name,
  .value {
    position: relative;
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
    border-radius: 3px;
  }
  .name {
    display: flex;
    align-items: baseline;
    gap: var(--space-2);
    font-weight: 550;
    min-inline-size: 0;
  }
  .name up-icon {
    align-self: center;
  }
  .name up-icon {
    inline-size: 1rem;
    block-size: 1rem;
    color: var(--ink-3);
  }
  .chevron {
    transition: rotate var(--quick);
    opacity: 0;
  }
  .head:hover .chevron,
  .name:focus-visible .chevron,
  :host([open]) .chevron {
    opacity: 1;
  }
  :host([open]) .chevron {
    rotate: 180deg;
  }
  @media (hover: none) {
    .chevron {
      opacity: 1;
    }
  }
  .dot {
    flex: none;
    align-self: start;
    margin-block-start: calc(0.625rem - 4px);
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--mark);
  }
  .value {
    flex: none;
    color: var(--ink-2);
    font-weight: 450;
    font-variant-numeric: proportional-nums;
    cursor: text;
  }
  .changed .value,
  .changed .name {
    color: var(--ink);
    font-weight: 700;
    word-spacing: var(--thin-space-bold);
  }
  .changed .name {
    font-weight: 600;
  }
  .typed {
    inline-size: 6rem;
    padding: 0 var(--space-1);
    border: var(--hairline) solid var(--outline);
    border-radius: 3px;
    background: var(--paper);
    text-align: end;
  }
  .typed[aria-invalid='true'] {
    border-color: var(--negative);
    border-style: dashed;
  }
  .name:focus-visible,
  .value:focus-visible,
  .typed:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }

  .track {
    position: relative;
    block-size: 1.4375rem;
  }
  @media (pointer: coarse) {
    .name,
    .value {
      padding-block: 0.375rem;
    }
    /* 44 px to hit, without the height. */
    .name::after,
    .value::after {
      content: '';
      position: absolute;
      inset: -8px -4px -4px;
    }
    .value::after {
      inset-inline-start: min(-4px, 100% - 44px);
    }
    .track {
      block-size: 44px;
    }
  }
  input[type='range'] {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  input::-webkit-slider-thumb {
    appearance: none;
    inline-size: var(--thumb);
    block-size: var(--thumb);
  }
  input::-moz-range-thumb {
    border: 0;
    inline-size: var(--thumb);
    block-size: var(--thumb);
  }
  input[type='range'] {
    appearance: none;
  }
  input[aria-disabled='true'] {
    pointer-events: none;
  }

  /* The middle of the thumb travels from half a thumb to the width less half a thumb. */
  .scale {
    position: absolute;
    inset-block: 0;
    inset-inline: calc(var(--thumb) / 2);
    inline-size: calc(100% - var(--thumb));
    block-size: 100%;
    overflow: visible;
    pointer-events: none;
  }
  .scale * {
    overflow: visible;
  }
  .rail {
    stroke: color-mix(in srgb, var(--outline) 45%, var(--surface));
    stroke-width: 0.1875rem;
    stroke-linecap: round;
  }
  .fill {
    stroke: var(--mark);
    stroke-width: 0.3125rem;
    stroke-linecap: round;
  }
  .tick {
    stroke: var(--outline);
    stroke-width: 1.4;
  }
  .knob {
    r: calc(var(--thumb) / 2 - 1.5px);
    fill: var(--surface);
    stroke: var(--ink-2);
    stroke-width: 2;
  }
  rect.knob {
    x: calc(1px - var(--thumb) / 2);
    y: calc(1px - var(--thumb) / 2);
    width: calc(var(--thumb) - 2px);
    height: calc(var(--thumb) - 2px);
    rx: 1.5px;
  }
  .changed .knob {
    stroke: var(--mark);
    stroke-width: 3;
  }
  .halo {
    r: 16px;
    fill: var(--ink);
    opacity: 0;
  }
  .ring {
    r: calc(var(--thumb) / 2 + 3.5px);
    fill: none;
    stroke: none;
    stroke-width: 3;
  }
  input:hover:not(:disabled) + .scale .halo {
    opacity: 0.12;
  }
  input:focus-visible + .scale .ring {
    stroke: var(--focus);
  }
  .ghost {
    r: calc(var(--thumb) / 2 - 3px);
    fill: none;
    stroke: var(--ink-2);
    stroke-width: 1.5;
    stroke-dasharray: 2.5 2.2;
  }
  .off .rail {
    stroke-dasharray: 3 5;
  }
  .off .name,
  .off .value {
    color: var(--ink-3);
  }
  .off .knob {
    stroke: var(--outline);
  }
  .reason {
    font: var(--type-small);
    color: var(--ink-2);
    padding-block-end: var(--space-1);
  }

  /* Words under their ticks: all in one grid cell, so that the tallest gives the height. */
  .zones {
    display: grid;
    margin-inline: 0;
    font: var(--type-small);
    font-size: 0.8125rem;
    color: var(--ink-2);
  }
  .zones li {
    --at: 0;
    --room: 1;
    grid-area: 1 / 1;
    position: relative;
    inline-size: max-content;
    max-inline-size: calc(var(--room) * 100%);
    inset-inline-start: calc(var(--at) * 100%);
    transform: translateX(-50%);
    text-align: center;
    text-wrap: balance;
  }
  .zones .first {
    inset-inline-start: 0;
    transform: none;
    text-align: start;
  }
  .zones .last {
    inset-inline-start: auto;
    transform: none;
    justify-self: end;
    text-align: end;
  }
  .zones .here {
    color: var(--ink);
    font-weight: 600;
  }

  .details {
    display: grid;
    gap: 6px;
    padding-block: 6px var(--space-2);
    font: var(--type-label);
  }
  .fact {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--space-2);
    color: var(--ink-2);
  }
  .fact up-icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }
  .fact b {
    color: var(--ink);
    font-weight: 600;
  }
  .payer {
    padding: 0 6px;
    border: var(--hairline) solid var(--outline);
    border-radius: var(--radius-badge);
    font: var(--type-small);
    line-height: 1.25rem;
    color: var(--ink);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .rail,
    .tick {
      stroke: CanvasText;
    }
    .off .rail,
    .off .knob {
      stroke: GrayText;
    }
    .knob {
      fill: Canvas;
    }
  }
`;
