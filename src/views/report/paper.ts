import { css } from 'lit';

/**
 * The pages: A4 landscape. On the screen a sheet of the same width; in print the paper itself, so that what is seen is
 * what comes out. Every size is in px of the page, not of the reader's text.
 */
export const paper = css`
  :host {
    display: block;
    min-block-size: 0;
    background: var(--sunken);
    word-spacing: var(--thin-space);
  }
  .tools {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-4) var(--space-6);
    background: var(--paper);
    border-block-end: var(--hairline) solid var(--line);
  }
  .tools h1 {
    margin: 0;
    font: var(--type-finding);
    letter-spacing: var(--track-tight);
  }
  .tools p {
    max-inline-size: 48rem;
    color: var(--ink-2);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: var(--space-3);
    max-inline-size: 64rem;
  }
  label {
    display: grid;
    gap: var(--space-1);
    font-weight: 600;
  }
  textarea {
    inline-size: 100%;
    padding: var(--space-2);
    border: var(--hairline) solid var(--outline);
    border-radius: var(--radius-control);
    background: var(--surface);
    color: var(--ink);
    font: var(--type-body);
    resize: vertical;
  }
  ::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  main {
    position: relative;
    display: grid;
    justify-items: center;
    gap: var(--space-5);
    padding: var(--space-5);
  }
  main:focus-visible {
    outline-offset: -3px;
  }
  .sheet {
    display: grid;
    grid-template-rows: 1fr auto;
    gap: 10px;
    inline-size: min(297mm, 100%);
    min-block-size: 210mm;
    padding: 12mm;
    background: var(--paper);
    border: var(--hairline) solid var(--line);
    color: var(--ink);
    font: 400 13px/1.4 var(--font);
  }
  .text {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    align-content: start;
  }
  footer {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding-block-start: 6px;
    border-block-start: 1px solid var(--outline);
    font-size: 11px;
    color: var(--ink-2);
  }
  .sheet h1 {
    margin: 0;
    max-inline-size: 900px;
    font: 760 32px/1.15 var(--font);
    letter-spacing: var(--track-tight);
    text-wrap: balance;
  }
  .sheet h2 {
    font: 700 14px/1.3 var(--font);
  }
  .sheet h2.page-title {
    font-size: 22px;
    font-weight: 760;
    letter-spacing: var(--track-tight);
  }
  .kind,
  .about,
  .note {
    color: var(--ink-2);
  }
  .about {
    max-inline-size: 920px;
  }
  .note,
  small {
    font-size: 11px;
    font-weight: 400;
    color: var(--ink-2);
  }
  td small,
  th small {
    white-space: nowrap;
  }
  .question {
    font-size: 18px;
    font-weight: 550;
    min-block-size: 26px;
    overflow-wrap: anywhere;
  }
  .comment {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  /* Room to write by hand where nothing has been written. */
  .lines {
    display: block;
    block-size: 26px;
    border-block-end: 1px solid var(--outline);
  }
  .lines.many {
    block-size: 234px;
    border: 0;
    background: repeating-linear-gradient(transparent 0 25px, var(--outline) 25px 26px);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 32px;
    margin-block-start: 8px;
  }
  .tables {
    display: grid;
    gap: 12px;
  }
  .facts {
    display: grid;
    gap: 8px;
    margin-block-start: 4px;
  }
  .facts strong {
    display: block;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 20px;
  }
  figure svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
    font-family: var(--font);
  }
  figcaption {
    color: var(--ink-2);
  }
  figcaption strong {
    color: var(--ink);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 2.5px 6px;
    border-block-end: 1px solid var(--line);
    text-align: end;
    vertical-align: baseline;
    font-weight: 400;
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  tbody th {
    font-weight: 600;
  }
  thead th {
    color: var(--ink-2);
    font-size: 12px;
    border-block-end-color: var(--outline);
  }
  thead th[scope='colgroup'] {
    text-align: center;
    font-weight: 650;
    color: var(--ink);
    border: 0;
  }
  thead td {
    border: 0;
  }
  .parted {
    border-inline-start: 1px solid var(--line);
  }
  .sum > * {
    font-weight: 700;
    border-block-end-color: var(--ink);
  }
  .line-sample {
    vertical-align: -0.2em;
  }
  .levers th,
  .levers td {
    padding-block: 3.5px;
  }
  .levers td {
    white-space: nowrap;
  }
  .outcomes,
  .ledger {
    font-size: 12.5px;
  }
  :is(.outcomes, .ledger) :is(th, td) {
    padding-block: 1.5px;
  }
  /* Where rows are many they stand closer: the charts need their room, and the page does not grow. */
  .dense :is(.outcomes, .ledger) {
    font-size: 11.5px;
    line-height: 1.3;
  }
  .dense :is(.outcomes, .ledger) :is(th, td) {
    padding-block: 1px;
  }
  .levers.dense :is(th, td) {
    padding-block: 1px;
  }
  .sources {
    font-size: 12px;
    line-height: 1.3;
  }
  .sources :is(th, td) {
    padding-block: 2px;
    white-space: nowrap;
  }
  .sources td {
    text-align: start;
  }
  .sources th[scope='rowgroup'] {
    padding-block-start: 8px;
    font-weight: 700;
    border-block-end-color: var(--outline);
  }
  .sources tbody th[scope='row'] {
    font-weight: 400;
  }
  .sources up-evidence {
    font-size: 11.5px;
    line-height: inherit;
  }
  .sources .source {
    inline-size: 60%;
    font-size: 11px;
    white-space: normal;
    color: var(--ink-2);
  }
  .sources.dense {
    font-size: 11.5px;
  }
  .sources.dense :is(th, td) {
    padding-block: 1px;
  }
  .sources.dense th[scope='rowgroup'] {
    padding-block-start: 4px;
  }
  .sources .all {
    white-space: normal;
  }
  .end {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .end ul {
    padding-inline-start: 16px;
    list-style: disc;
    font-size: 11.5px;
  }
  .link up-qr {
    float: inline-end;
    inline-size: 110px;
    margin-inline-start: 12px;
  }
  .link up-qr.long {
    inline-size: 140px;
  }
  .link p {
    font-size: 10px;
    line-height: 1.3;
    /* A packed link has no words: its lines are as long as they can be. */
    word-break: break-all;
  }
  @media (min-width: 1024px) {
    :host {
      overflow-y: auto;
    }
  }
  @media screen and (max-width: 899px) {
    main,
    .sheet {
      padding: var(--space-3);
    }
    .sheet {
      min-block-size: 0;
      overflow-x: auto;
    }
    .columns,
    .charts {
      grid-template-columns: minmax(0, 1fr);
    }
    .sheet h1 {
      font-size: 24px;
    }
    /* A screen has more room than the paper: nothing there is smaller than elsewhere. */
    .sheet :is(footer, small, .note, .link p, .end ul, up-evidence, .source, .sources, .outcomes, .ledger) {
      font-size: 13px;
    }
    .tools {
      padding: var(--space-3);
    }
  }
  @media print {
    :host,
    main {
      display: block;
      overflow: visible;
      padding: 0;
      background: none;
    }
    .tools {
      display: none;
    }
    /* A little less than the paper, so that rounding never makes a fifth page. */
    .sheet {
      inline-size: 100%;
      min-block-size: 184mm;
      padding: 0;
      border: 0;
      break-after: page;
      print-color-adjust: exact;
    }
    .sheet:last-child {
      break-after: auto;
    }
    tr,
    figure,
    section,
    li {
      break-inside: avoid;
    }
  }
`;
