import { css } from 'lit';

/** Every element begins with these: shadow roots do not see the page's own rules. */
export const reset = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  button,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
  }
  p,
  h2,
  h3,
  ul,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul {
    list-style: none;
  }
`;

/** The ring that says where the keyboard is. Never removed; only moved to the part of a control that shows it. */
export const focusRing = css`
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
`;

/** Read aloud, not shown. */
export const visuallyHidden = css`
  .visually-hidden:not(:focus, :focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** `.button` (outlined), `.button.primary` (filled), `.button.quiet` (no border: toolbars). Icon and word, or icon. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-block-size: var(--target);
    min-inline-size: var(--target);
    padding: 0 var(--space-3);
    border: 2px solid var(--ink);
    border-radius: var(--radius-control);
    background: var(--surface);
    color: var(--ink);
    font: var(--type-body);
    font-weight: 650;
    cursor: pointer;
  }
  .button.primary {
    background: var(--ink);
    color: var(--paper);
  }
  .button.quiet {
    border: var(--hairline) solid transparent;
    background: none;
    font-weight: 550;
  }
  .button.icon {
    padding: 0;
  }
  .button:hover:not(:disabled) {
    background: color-mix(in srgb, var(--ink) 8%, var(--surface));
  }
  .button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--ink) 86%, var(--surface));
  }
  .button:disabled {
    color: var(--ink-3);
    border-color: var(--line);
    cursor: default;
  }
  .button.quiet:disabled {
    border-color: transparent;
    opacity: 0.6;
  }
  /* Nothing on paper can be pressed. */
  @media print {
    .button {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .button.quiet {
      border-color: ButtonBorder;
    }
    .button:disabled {
      color: GrayText;
      opacity: 1;
    }
  }
`;

/** What lies over the screen until it is left: a menu, a few choices. Its place and its width are its owner's. */
export const popups = css`
  [popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    border: var(--hairline) solid var(--outline);
    border-radius: var(--radius-control);
    background: var(--surface);
    color: var(--ink);
    font: var(--type-body);
  }
`;

export const selects = css`
  select {
    min-block-size: var(--target);
    padding: 0 var(--space-2);
    border: var(--hairline) solid var(--outline);
    border-radius: var(--radius-control);
    background: var(--surface);
    color: var(--ink);
    font: var(--type-body);
  }
`;

/** Hairline rows, no zebra, numbers right; a table wider than its place scrolls with its first column held. */
export const tables = css`
  /* Holds its own hidden texts, which would otherwise widen the page. */
  .table-scroll {
    position: relative;
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font: var(--type-body);
    word-spacing: var(--thin-space);
  }
  caption {
    text-align: start;
    font: var(--type-section);
    padding-block: var(--space-1);
  }
  th,
  td {
    block-size: 2.25rem;
    padding: 0 var(--space-3);
    border-block-end: var(--hairline) solid var(--line);
    text-align: end;
    white-space: nowrap;
    font-weight: 400;
  }
  td {
    font-variant-numeric: tabular-nums;
  }
  thead th,
  thead td {
    block-size: 1.75rem;
    color: var(--ink-2);
    font: var(--type-label);
    border-block-end-color: var(--outline);
    vertical-align: bottom;
  }
  thead th[scope='colgroup'] {
    color: var(--ink);
    font-weight: 650;
    text-align: center;
    border-block-end: 0;
  }
  tbody th,
  thead th:first-child {
    position: sticky;
    inset-inline-start: 0;
    background: var(--paper);
    text-align: start;
    font-weight: 600;
    padding-inline-start: 0;
  }
  /* Paper does not scroll: a wide table is small. */
  @media print {
    .table-scroll {
      overflow: visible;
    }
    .table-scroll table {
      min-inline-size: 0;
      font-size: 0.6875rem;
    }
    .table-scroll :is(th, td) {
      position: static;
      block-size: auto;
      min-inline-size: 0;
      padding: 2px 3px;
      font-size: inherit;
    }
    .table-scroll tbody th {
      white-space: normal;
    }
    .table-scroll .best-word {
      margin-inline-end: 2px;
      font-size: inherit;
    }
    tr {
      break-inside: avoid;
    }
  }
  .best {
    font-weight: 700;
    word-spacing: var(--thin-space-bold);
  }
  /* The word "best" stands before the number: underlined, because weight alone is too little. */
  .best-word {
    font: var(--type-label);
    font-weight: 600;
    border-block-end: 2px solid var(--ink);
    margin-inline-end: var(--space-2);
  }
  .loss {
    color: var(--negative);
    background: repeating-linear-gradient(135deg, transparent 0 4px, var(--negative-hatch) 4px 6px);
  }
`;
