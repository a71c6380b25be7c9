import { css } from 'lit';

/** The look of `up-series-menu`: a title that can be pressed, and the list under it. */
export const seriesMenuStyles = css`
  :host {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    max-inline-size: 100%;
  }
  .trigger,
  .back {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 2px;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  up-icon {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    color: var(--ink-3);
  }
  .trigger:hover {
    text-decoration: underline;
    text-underline-offset: 4px;
    text-decoration-thickness: 1px;
  }
  @media (pointer: coarse) {
    /* 44 px to hit, without the height. */
    :is(.trigger, .back)::after {
      content: '';
      position: absolute;
      inset: -14px -6px;
    }
  }
  [popover] {
    padding: var(--space-2);
    inline-size: min(20rem, calc(100vw - 16px));
    overflow: hidden;
    flex-direction: column;
    gap: var(--space-2);
    word-spacing: var(--thin-space);
  }
  [popover]:popover-open {
    display: flex;
  }
  input[type='text'] {
    flex: none;
    inline-size: 100%;
    min-block-size: var(--target);
    padding: 0 var(--space-3);
    border: var(--hairline) solid var(--outline);
    border-radius: var(--radius-control);
    background: var(--paper);
  }
  input::placeholder {
    color: var(--ink-3);
  }
  .choices {
    overflow-y: auto;
    max-block-size: 24rem;
  }
  .choices p {
    padding: var(--space-2) var(--space-2) 2px;
    font: var(--type-small);
    font-weight: 650;
    color: var(--ink-2);
  }
  .uncertainty {
    flex: none;
    padding: var(--space-1) var(--space-2);
    border-block-start: var(--hairline) solid var(--line);
  }
  .none {
    padding: var(--space-2);
    color: var(--ink-2);
  }
  [role='option'] {
    display: block;
    inline-size: 100%;
    padding: 5px var(--space-2);
    border: 0;
    background: none;
    text-align: start;
    border-radius: var(--radius-badge);
    cursor: pointer;
  }
  [role='option'] span {
    color: var(--ink-2);
    font: var(--type-small);
  }
  [aria-selected='true'] {
    font-weight: 700;
  }
  .active {
    background: color-mix(in srgb, var(--ink) 10%, var(--surface));
  }
  @media (pointer: coarse) {
    [role='option'] {
      display: flex;
      align-items: center;
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .active {
      outline: 2px solid Highlight;
    }
  }
`;
