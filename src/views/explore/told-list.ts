import { css, html, nothing, type TemplateResult } from 'lit';
import type { ToldLine } from '../told-lines.ts';

/** Messages about a file, one below the other, each with its place. */
export const toldList = (lines: readonly ToldLine[]): TemplateResult =>
  html`<ul>
    ${lines.map(({ place, text }) => html`<li>${place === '' ? nothing : html`<span>${place}: </span>`}${text}</li>`)}
  </ul>`;

export const toldStyles = css`
  .told {
    margin-block-start: var(--space-3);
    padding-inline-start: var(--space-3);
    border-inline-start: 4px solid var(--outline);
  }
  .told .button {
    margin-block-start: var(--space-2);
  }
  .told summary {
    min-block-size: 1.75rem;
    font-weight: 600;
    cursor: pointer;
  }
  .told li {
    max-inline-size: 72ch;
    margin-block-start: var(--space-1);
    overflow-wrap: anywhere;
  }
  .told span {
    color: var(--ink-2);
  }
`;
