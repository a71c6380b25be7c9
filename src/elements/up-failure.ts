import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { buttons, focusRing, reset } from '../style/shared.ts';
import './up-icon.ts';

export interface FailureWords {
  /** What has happened. */
  readonly failure: string;
  /** What to do about it. */
  readonly failureDo: string;
  readonly reload: string;
  readonly copy: string;
  readonly copied: string;
}

/**
 * Stands where a screen should have been when the program has a bug: what happened, what to do, and a report that
 * can be copied. Read aloud at once. The report holds the error and the browser's name, nothing that a person wrote.
 */
@customElement('up-failure')
export class UpFailure extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: block;
        align-self: start;
        max-inline-size: 62ch;
        margin: var(--space-6) auto;
        padding: var(--space-5);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-sheet);
        background: var(--surface);
        color: var(--ink);
        font: var(--type-body);
        word-spacing: var(--thin-space);
      }
      h2 {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font: var(--type-section);
      }
      p {
        padding-block: var(--space-2) var(--space-4);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      pre {
        margin: var(--space-4) 0 0;
        padding: var(--space-3);
        max-block-size: 12rem;
        overflow: auto;
        background: var(--sunken);
        border-radius: var(--radius-badge);
        font-size: 0.75rem;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) cause: unknown;
  @property({ attribute: false }) words!: FailureWords;
  @state() private copied = false;

  override render() {
    const { failure, failureDo, reload, copy, copied } = this.words;
    return html`<div role="alert">
        <h2><up-icon name="warning"></up-icon>${failure}</h2>
        <p>${failureDo}</p>
      </div>
      <div class="acts">
        <button class="button primary" type="button" @click=${this.#onReload}>${reload}</button>
        <button class="button" type="button" @click=${this.#onCopy}>
          <up-icon name=${this.copied ? 'check' : 'copy'}></up-icon>
          <span role="status">${this.copied ? copied : copy}</span>
        </button>
      </div>
      <pre tabindex="0" role="group" aria-label=${failure}>${this.report}</pre>`;
  }

  /** What the copy button copies. */
  get report(): string {
    return [causeText(this.cause), location.pathname, navigator.userAgent].join('\n');
  }

  #onReload = (): void => location.reload();

  #onCopy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.report);
      this.copied = true;
    } catch {
      // Without the right to the clipboard the text is selected, one key from being copied.
      const text = this.renderRoot.querySelector('pre')!;
      getSelection()?.selectAllChildren(text);
      text.focus();
    }
  };
}

function causeText(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const head = `${cause.name}: ${cause.message}`;
  if (cause.stack === undefined) return head;
  return cause.stack.startsWith(head) ? cause.stack : `${head}\n${cause.stack}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'up-failure': UpFailure;
  }
}
