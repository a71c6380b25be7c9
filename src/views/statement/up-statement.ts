import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Select } from '../../app/select.ts';
import type { Language } from '../../app/state.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import { statementWords } from '../../text/help.ts';
import type { ViewContext } from '../context.ts';

/** The accessibility statement that public bodies must have: what works, how that is known, and what does not. */
@customElement('up-statement')
export class UpStatement extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      main {
        max-inline-size: 44rem;
        padding: var(--space-5);
        font: var(--type-prose);
      }
      h1 {
        margin: 0 0 var(--space-3);
        font: var(--type-finding);
        letter-spacing: var(--track-tight);
      }
      h2 {
        margin-block: var(--space-5) var(--space-2);
        font: var(--type-section);
      }
      ul {
        padding-inline-start: var(--space-5);
        list-style: disc;
      }
      .foot {
        margin-block: var(--space-5);
        color: var(--ink-2);
        font: var(--type-body);
      }
      :host {
        overflow-y: auto;
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  #language: Select<Language> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#language ??= new Select(this, this.context.store, (state) => state.session.language);
  }

  protected override render(): TemplateResult {
    const w = statementWords(this.#language!.value);
    return html`<main id="result" tabindex="-1">
      <h1>${w.title}</h1>
      <p>${w.intro}</p>
      ${w.sections.map(
        ({ heading, items }) =>
          html`<h2>${heading}</h2>
            <ul>
              ${items.map((item) => html`<li>${item}</li>`)}
            </ul>`,
      )}
      <p class="foot">${w.updated}</p>
      <button class="button primary" @click=${() => this.context.actions.openView('explore')}>
        ${w.back}
      </button>
    </main>`;
  }
}

export const render = (context: ViewContext): TemplateResult =>
  html`<up-statement .context=${context}></up-statement>`;

declare global {
  interface HTMLElementTagNameMap {
    'up-statement': UpStatement;
  }
}
