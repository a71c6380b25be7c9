import { css, html, nothing, type TemplateResult } from 'lit';

/** What came of a button. */
export interface Message {
  readonly text: string;
  readonly more: readonly string[];
}

/** A message beside its button, and read aloud; undefined is none yet. */
export const message = (told: Message | undefined): TemplateResult =>
  html`<div role="status">
    ${
      told === undefined
        ? nothing
        : html`<p class="done">${told.text}</p>
            ${
              told.more.length === 0
                ? nothing
                : html`<ul class="aside">
                    ${told.more.map((line) => html`<li>${line}</li>`)}
                  </ul>`
            }`
    }
  </div>`;

export const messageStyles = css`
  .done {
    padding: var(--space-2) var(--space-3);
    border-inline-start: 4px solid var(--ink);
    background: var(--sunken);
  }
`;
