import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AppState } from '../app/state.ts';
import { must } from '../base/assert.ts';
import '../elements/up-icon.ts';
import { buttons, focusRing, reset } from '../style/shared.ts';
import { words } from '../text/words.ts';
import type { ViewContext } from './context.ts';
import { drawers } from './drawers.ts';

const entries = new Map(drawers.map((entry) => [entry.id, entry]));

type Open = NonNullable<AppState['session']['drawer']>;

/**
 * The drawer at the right of every screen: beside the screen where there is room for both at a readable size, over it where there is not.
 * It takes the keyboard when it opens, Escape closes it, and the keyboard goes back to where it was.
 */
@customElement('up-drawer')
export class UpDrawer extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: block;
        position: relative;
        inline-size: min(392px, 100vw);
        background: var(--surface);
        border-inline-start: var(--hairline) solid var(--line);
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      :host(:not([open])) {
        display: none;
      }
      section {
        padding: var(--space-4) var(--space-5) var(--space-6);
      }
      section:focus-visible {
        outline-offset: -3px;
      }
      .close {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        display: flex;
        justify-content: flex-end;
        block-size: 0;
      }
      .close .button {
        margin: var(--space-2);
        background: var(--surface);
      }
      @media (max-width: 1599px) {
        :host {
          position: fixed;
          inset-block: 0;
          inset-inline-end: 0;
          z-index: 4;
          box-shadow: 0 0 24px rgb(0 0 0 / 22%);
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  /** What is open, or nothing. */
  @property({ attribute: false }) shown: Open | undefined;
  @property() language: AppState['session']['language'] = 'sv';
  @state() private content: { readonly of: Open; readonly template: TemplateResult } | undefined;

  /** Where the keyboard was when the drawer opened. */
  #from: Element | undefined;

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has('shown')) return;
    this.toggleAttribute('open', this.shown !== undefined);
    if (this.shown === undefined) {
      this.content = undefined;
      return;
    }
    if (changes.get('shown') === undefined) this.#from = activeElement();
    void this.#load(this.shown);
  }

  async #load(shown: Open): Promise<void> {
    const { renderDrawer } = await must(entries.get(shown.id), shown.id).load();
    if (this.shown !== shown) return;
    this.content = { of: shown, template: renderDrawer(this.context, shown.about) };
    await this.updateComplete;
    this.renderRoot.querySelector('section')?.focus({ preventScroll: true });
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('shown') && this.shown === undefined && this.#from instanceof HTMLElement) {
      this.#from.focus();
      this.#from = undefined;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.shown === undefined) return nothing;
    const w = words(this.language);
    return html`
      <div class="close">
        <button
          class="button quiet icon"
          aria-label=${w.app.close}
          title="${w.app.close} (Esc)"
          @click=${() => this.context.actions.closeDrawer()}
        >
          <up-icon name="close"></up-icon>
        </button>
      </div>
      <section role="dialog" aria-label=${w.drawers[this.shown.id]} tabindex="-1" @keydown=${this.#onKey}>
        ${this.content?.template ?? html`<p aria-busy="true">${w.app.opening}</p>`}
      </section>
    `;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.context.actions.closeDrawer();
  };
}

/** The element that has the keyboard, in whatever shadow root. */
function activeElement(): Element | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active ?? undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'up-drawer': UpDrawer;
  }
}
