import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../elements/up-icon.ts';
import '../../elements/up-qr.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import { format, type Language } from '../../text/format.ts';
import { workWords } from '../../text/work.ts';
import { drawerStyles } from '../drawer-styles.ts';
import { message, messageStyles, type Message } from './message.ts';

/** As long as a code may be that a phone reads from a projector: more characters are smaller squares. */
const longestCode = 2000;

/** A code of more characters than this is larger, so that a camera tells its squares apart. */
const longForCode = 150;

/** A link to copy or send, and as a code that a phone reads. */
@customElement('up-share-link')
export class UpShareLink extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    drawerStyles,
    messageStyles,
    css`
      .link {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      .phone {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-3);
      }
      .code {
        flex: none;
        inline-size: 10rem;
        max-inline-size: 100%;
        aspect-ratio: 1;
        padding: 0;
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-badge);
        background: none;
        cursor: zoom-in;
        overflow: hidden;
      }
      .code.long {
        inline-size: 21rem;
      }
      .phone div {
        flex: 1 1 8rem;
        display: grid;
        gap: var(--space-2);
        justify-items: start;
      }
      .phone div .button {
        white-space: normal;
        text-align: start;
      }
      dialog {
        inline-size: min(92vw, 92vh);
        max-inline-size: none;
        max-block-size: none;
        padding: var(--space-3);
        border: 0;
        border-radius: var(--radius-sheet);
        background: white;
        color: black;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 70%);
      }
      dialog up-qr {
        block-size: calc(min(92vw, 92vh) - var(--target) - 3 * var(--space-3));
      }
      dialog form {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: var(--space-3);
        font: var(--type-section);
      }
      dialog .button {
        background: white;
        color: black;
        border-color: black;
      }
    `,
  ];

  @property() address = '';
  @property() language: Language = 'sv';
  @state() private told: Message | undefined;
  @query('input') private field!: HTMLInputElement;
  @query('dialog') private large!: HTMLDialogElement;

  protected override render(): TemplateResult {
    const { address, language } = this;
    const w = workWords(language).share;
    const short = address.length <= longestCode;
    return html`<div class="link">
        <label for="link"><h3>${w.link}</h3></label>
        <input id="link" readonly .value=${address} @focus=${() => this.field.select()} />
        <div class="acts">
          <button class="button primary" type="button" @click=${this.#onCopy}>
            <up-icon name="copy"></up-icon>${w.copy}
          </button>
          ${
            'share' in navigator
              ? html`<button class="button" type="button" @click=${this.#onSend}>
                  <up-icon name="share"></up-icon>${w.send}
                </button>`
              : nothing
          }
        </div>
        ${message(this.told)}
        <p class="aside">${w.length(format(language).people(address.length))}. ${w.strangers}</p>
      </div>
      ${
        short
          ? html`<section class="phone">
                <button
                  class="code ${address.length > longForCode ? 'long' : ''}"
                  type="button"
                  aria-label=${w.large}
                  title=${w.large}
                  @click=${() => this.large.showModal()}
                >
                  <up-qr .text=${address} .label=${w.code}></up-qr>
                </button>
                <div>
                  <h3>${w.phone}</h3>
                  <button class="button" type="button" @click=${() => this.large.showModal()}>
                    <up-icon name="present"></up-icon>${w.large}
                  </button>
                </div>
              </section>
              <dialog aria-label=${w.phone} @keydown=${this.#onLargeKey}>
                <form method="dialog">
                  <span>${w.phone}</span>
                  <button class="button">${w.close}</button>
                </form>
                <up-qr .text=${address} .label=${w.code}></up-qr>
              </dialog>`
          : html`<p class="aside">${w.tooLong}</p>`
      }`;
  }

  /** Escape closes the large code, and not the drawer too. */
  #onLargeKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.stopPropagation();
  };

  #onCopy = async (): Promise<void> => {
    const w = workWords(this.language).share;
    try {
      await navigator.clipboard.writeText(this.address);
      this.told = { text: w.copied, more: [] };
    } catch {
      // No right to the clipboard, or a page without https: selected, the link is one key from being copied.
      this.field.focus();
      this.field.select();
      this.told = { text: w.copyByHand, more: [] };
    }
  };

  #onSend = async (): Promise<void> => {
    try {
      await navigator.share({ title: document.title, url: this.address });
    } catch (cause) {
      // A person who changes their mind is no failure.
      if (!(cause instanceof DOMException)) throw cause;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-share-link': UpShareLink;
  }
}
