import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { focusRing, reset } from '../style/shared.ts';
import type { GlossaryTerm } from '../text/help-sv.ts';
import type { Language } from '../text/format.ts';

/** ms that a pointer rests on a word before it is explained. */
const patience = 300;

/**
 * A word that is explained where it stands: on hover, on focus and on tap, in one or two sentences of the glossary,
 * which is fetched when first asked for. Escape hides it.
 *
 * @slot - the word as it is written there
 */
@customElement('up-term')
export class UpTerm extends LitElement {
  static override styles = [
    reset,
    focusRing,
    css`
      :host {
        display: inline;
      }
      button {
        display: inline;
        padding: 0;
        border: 0;
        background: none;
        font: inherit;
        text-align: inherit;
        text-decoration: underline dotted var(--outline);
        text-underline-offset: 0.2em;
        cursor: help;
      }
      [popover] {
        position: fixed;
        inset: auto;
        inline-size: max-content;
        max-inline-size: min(300px, calc(100vw - 24px));
        margin: 0;
        padding: var(--space-2) var(--space-3);
        border: var(--hairline) solid var(--ink);
        border-radius: var(--radius-control);
        background: var(--ink);
        color: var(--paper);
        font: var(--type-body);
        text-align: start;
        white-space: normal;
      }
      b {
        display: block;
      }
    `,
  ];

  @property() term: GlossaryTerm = 'base';
  @property() language: Language = 'sv';
  @state() private said: { readonly term: string; readonly means: string } | undefined;
  @query('[popover]') private tip!: HTMLElement;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#waiting);
  }

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        aria-describedby="tip"
        @pointerenter=${() => (this.#waiting = setTimeout(() => void this.#show(), patience))}
        @pointerleave=${this.#hide}
        @focus=${this.#show}
        @blur=${this.#hide}
        @click=${this.#show}
        @keydown=${(e: KeyboardEvent) => this.#onKey(e)}
      >
        <slot></slot></button
      ><span id="tip" popover="manual"><b>${this.said?.term}</b>${this.said?.means}</span>`;
  }

  #show = async (): Promise<void> => {
    clearTimeout(this.#waiting);
    const { helpWords } = await import('../text/help.ts');
    this.said = helpWords(this.language).glossary[this.term];
    await this.updateComplete;
    if (!this.isConnected) return;
    this.tip.showPopover();
    const word = this.getBoundingClientRect();
    const { width, height } = this.tip.getBoundingClientRect();
    const below = word.bottom + 6;
    const top = below + height < innerHeight ? below : word.top - height - 6;
    this.tip.style.top = `${Math.max(6, top)}px`;
    this.tip.style.left = `${Math.max(12, Math.min(word.left, innerWidth - width - 12))}px`;
  };

  #hide = (): void => {
    clearTimeout(this.#waiting);
    this.tip.hidePopover();
  };

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.tip.matches(':popover-open')) return;
    // Only the explanation goes, not the drawer that it stands in.
    event.preventDefault();
    event.stopPropagation();
    this.#hide();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-term': UpTerm;
  }
}
