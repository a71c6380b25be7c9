import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { reset } from '../style/shared.ts';

/**
 * The one headline number of a screen, and the sentences that go with it.
 *
 * @slot - the comparison: paragraphs, bold where it matters
 * @slot but - the sentence that begins with "Men", under a hairline
 */
@customElement('up-headline')
export class UpHeadline extends LitElement {
  static override styles = [
    reset,
    css`
      :host {
        display: block;
        container: headline / inline-size;
        color: var(--ink);
        word-spacing: var(--thin-space);
      }
      .label {
        font: var(--type-label);
        font-weight: 600;
        color: var(--ink-2);
      }
      .number {
        font: var(--type-number);
        letter-spacing: var(--track-number);
        word-spacing: 0;
        /* Five digits fill a narrow column and are never broken. */
        font-size: min(4.75rem, 33cqi);
        white-space: nowrap;
        margin-inline-start: -0.04em;
      }
      .sentences {
        font: var(--type-body);
        font-size: 0.9375rem;
      }
      .facts {
        padding-block: var(--space-2) var(--space-3);
      }
      .but {
        border-block-start: var(--hairline) solid var(--line);
        padding-block-start: var(--space-3);
      }
      ::slotted(p) {
        margin: 0;
      }
      /* Over a whole screen: number, comparison and "men" side by side. */
      @container headline (min-inline-size: 641px) {
        .headline,
        .sentences {
          display: grid;
          grid-template-columns: max-content 1fr;
          column-gap: var(--space-5);
          align-items: center;
        }
        .sentences {
          grid-template-columns: 1fr 1fr;
        }
        .but {
          border-block-start: 0;
          border-inline-start: var(--hairline) solid var(--line);
          padding: 0 0 0 var(--space-5);
        }
        .number {
          font-size: 3.75rem;
        }
      }
      /* A sticky strip on a phone: number left, sentences right, no hairline. */
      @container headline (min-inline-size: 340px) and (max-inline-size: 640px) {
        .headline {
          display: grid;
          grid-template-columns: max-content 1fr;
          column-gap: var(--space-4);
          align-items: center;
        }
        .number {
          font-size: min(3.25rem, 20cqi);
        }
        .facts {
          padding-block: 0;
        }
        .but {
          border: 0;
          padding: 0;
        }
      }
    `,
  ];

  @property() label = '';
  @property() value = '';
  @state() private hasBut = false;

  override render() {
    return html`<div class="headline">
      <div>
        <p class="label">${this.label}</p>
        <p class="number">${this.value}</p>
      </div>
      <div class="sentences">
        <div class="facts"><slot></slot></div>
        <div class="but" ?hidden=${!this.hasBut}><slot name="but" @slotchange=${this.#onBut}></slot></div>
      </div>
    </div>`;
  }

  #onBut = (event: Event): void => {
    this.hasBut = (event.currentTarget as HTMLSlotElement).assignedElements().length > 0;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-headline': UpHeadline;
  }
}
