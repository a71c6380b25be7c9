import { css } from 'lit';

/** The look of the payers' shares: a grid of rows where there is room, a block per actor where there is not. */
export const splitLayout = css`
  :host {
    display: grid;
    gap: var(--space-2);
    padding-block-start: var(--space-3);
    border-block-start: var(--hairline) solid var(--line);
    word-spacing: var(--thin-space);
  }
  h2 {
    font: var(--type-section);
  }
  .intro,
  .answer {
    max-inline-size: 46rem;
    color: var(--ink-2);
  }
  .answer {
    color: var(--ink);
    font-weight: 550;
  }
  .rows {
    display: grid;
    grid-template-columns: minmax(11rem, auto) minmax(8rem, 28rem) auto repeat(3, minmax(6rem, 1fr));
    align-items: center;
    column-gap: var(--space-4);
  }
  .row,
  .heads {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
    border-block-end: var(--hairline) solid var(--line);
  }
  .row {
    min-block-size: 2.5rem;
  }
  .heads {
    font: var(--type-label);
    color: var(--ink-2);
    border-block-end-color: var(--outline);
  }
  .heads .pays {
    grid-column: 4;
  }
  .pays,
  .net,
  .from {
    text-align: end;
    white-space: nowrap;
  }
  .net {
    font-weight: 650;
  }
  .less {
    color: var(--negative);
  }
  i {
    display: none;
    font-style: normal;
    font-weight: 400;
    color: var(--ink-2);
  }
  input[type='range'] {
    inline-size: 100%;
    block-size: var(--target);
    margin: 0;
    accent-color: var(--ink);
    cursor: pointer;
  }
  up-number-field {
    --field: 4.5rem;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2) var(--space-4);
  }
  .finder {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }
  @media (max-width: 899px) {
    .rows {
      grid-template-columns: auto auto auto;
    }
    .heads {
      display: none;
    }
    .row {
      grid-template:
        'name name field' auto
        'range range range' auto
        'pays net from' auto / auto auto auto;
      gap: 0 var(--space-3);
      padding-block: var(--space-2);
    }
    .name {
      grid-area: name;
      font-weight: 600;
    }
    .row up-number-field {
      grid-area: field;
      justify-self: end;
    }
    input[type='range'] {
      grid-area: range;
    }
    .row :is(.pays, .net, .from) {
      text-align: start;
    }
    .from {
      justify-self: end;
    }
    i {
      display: inline;
    }
  }
`;
