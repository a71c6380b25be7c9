import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Select } from '../app/select.ts';
import type { Session } from '../app/state.ts';
import '../elements/up-icon.ts';
import { buttons, focusRing, reset } from '../style/shared.ts';
import { workWords } from '../text/work.ts';
import type { ViewContext } from './context.ts';
import { whenSaved } from './told-lines.ts';

export const renderOffer = (context: ViewContext): TemplateResult =>
  html`<up-resume .context=${context}></up-resume>`;

/** Offers the work that was open before a link, a file or another model was: nothing of it is lost. */
@customElement('up-resume')
export class UpResume extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: block;
      }
      .offer {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
        border: var(--hairline) solid var(--ink);
        border-inline-start-width: 4px;
        background: var(--surface);
        font: var(--type-body);
      }
      p {
        flex: 1 1 14rem;
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;

  #session: Select<Session> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#session ??= new Select(this, this.context.store, (state) => state.session);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { offer, language } = this.#session!.value;
    if (offer === undefined) return nothing;
    const w = workWords(language).resume;
    return html`<div class="offer">
      <p>${w.offer(offer.name[language], whenSaved(offer.saved, language))}</p>
      <button class="button" type="button" @click=${() => void this.context.actions.openWork(offer.id)}>
        ${w.goOn}
      </button>
      <button
        class="button quiet icon"
        type="button"
        aria-label=${w.close}
        title=${w.close}
        @click=${() => this.context.actions.dismissOffer()}
      >
        <up-icon name="close"></up-icon>
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-resume': UpResume;
  }
}
