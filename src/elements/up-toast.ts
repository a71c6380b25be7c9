import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ToastAction } from './events.ts';
import { buttons, focusRing, reset } from '../style/shared.ts';

/**
 * One line that says what just happened, with its undo. A polite live region: the same text is read aloud. It goes
 * after six seconds, but not while a pointer or the keyboard is on it. Set `message` to show it; a new `serial`
 * shows the same message again.
 *
 * @fires {ToastAction} toast-action - the button was pressed
 */
@customElement('up-toast')
export class UpToast extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: block;
        color: var(--ink);
        font: var(--type-body);
        word-spacing: var(--thin-space);
      }
      .toast {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 2.5rem;
        padding-inline: var(--space-4) var(--space-2);
        border: var(--hairline) solid var(--ink);
        border-inline-start-width: 5px;
        border-radius: var(--radius-badge);
        background: var(--surface);
      }
      .toast span {
        padding-block: var(--space-2);
      }
      .button {
        min-block-size: 2rem;
        font-weight: 700;
      }
    `,
  ];

  @property() message = '';
  @property() actionText = '';
  @property({ type: Number }) serial = 0;
  /** Milliseconds that a message stays; 0 is until the next one. */
  @property({ type: Number }) stay = 6000;

  @state() private shown = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has('message') && !changes.has('serial')) return;
    this.shown = this.message !== '';
    this.#wait();
  }

  override render() {
    return html`<div role="status">
      ${
        this.shown
          ? html`<div
              class="toast"
              @pointerenter=${this.#hold}
              @pointerleave=${this.#wait}
              @focusin=${this.#hold}
              @focusout=${this.#wait}
            >
              <span>${this.message}</span>
              ${
                this.actionText === ''
                  ? nothing
                  : html`<button class="button quiet" type="button" @click=${this.#onAction}>
                      ${this.actionText}
                    </button>`
              }
            </div>`
          : nothing
      }
    </div>`;
  }

  #hold = (): void => clearTimeout(this.#timer);

  #wait = (): void => {
    clearTimeout(this.#timer);
    if (this.shown && this.stay > 0) this.#timer = setTimeout(() => (this.shown = false), this.stay);
  };

  #onAction = (): void => {
    this.#hold();
    this.shown = false;
    this.dispatchEvent(new ToastAction());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-toast': UpToast;
  }
}
