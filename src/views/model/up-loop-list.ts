import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { VariablePick } from '../../elements/up-explanation.ts';
import '../../elements/up-icon.ts';
import { printNumber } from '../../elements/variable-value.ts';
import type { Model } from '../../model/model.ts';
import type { Loop, Loops } from '../../model/structure.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import { format, type Language } from '../../text/format.ts';
import type { GlassesWords } from '../../text/glasses-sv.ts';
import { loopNames, loopText, polarityWords, stepsOf } from './loop-words.ts';

const shownFirst = 10;

/**
 * The loops of a model in words, the strongest first.
 *
 * @fires {VariablePick} variable-pick - a variable of a loop was chosen
 */
@customElement('up-loop-list')
export class UpLoopList extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
        align-content: start;
      }
      h2 {
        font: var(--type-section);
      }
      p {
        font: var(--type-body);
        color: var(--ink-2);
        max-inline-size: 70ch;
        word-spacing: var(--thin-space);
      }
      ol {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 3rem minmax(0, 1fr) auto;
        gap: var(--space-3);
        align-items: start;
        padding-block: var(--space-3);
        border-block-start: var(--hairline) solid var(--line);
      }
      .badge {
        display: grid;
        place-items: center;
        inline-size: 2.5rem;
        block-size: 2.5rem;
        border: 2px solid var(--ink);
        border-radius: 50%;
        font: var(--type-label);
        font-weight: 700;
      }
      .badge.reinforcing {
        background: var(--ink);
        color: var(--paper);
      }
      .round {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-1);
        font: var(--type-body);
      }
      .word {
        inline-size: 100%;
        font: var(--type-small);
        color: var(--ink-2);
      }
      .name {
        min-block-size: 2rem;
        padding: 0;
        border: 0;
        background: none;
        text-decoration: underline;
        text-decoration-color: var(--outline);
        text-underline-offset: 3px;
        cursor: pointer;
      }
      .sign {
        display: inline-grid;
        place-items: center;
        inline-size: 1.125rem;
        block-size: 1.125rem;
        border: 1.5px solid var(--ink-2);
        border-radius: 50%;
        font: var(--type-small);
        font-weight: 700;
        line-height: 1;
      }
      up-icon {
        inline-size: 1rem;
        block-size: 1rem;
        color: var(--ink-3);
      }
      .strength {
        font: var(--type-label);
        white-space: nowrap;
        word-spacing: var(--thin-space);
      }
      .go {
        display: flex;
        gap: var(--space-3);
      }
      @media (max-width: 639px) {
        li {
          grid-template-columns: 3rem minmax(0, 1fr);
        }
        .strength {
          grid-column: 2;
        }
      }
    `,
  ];

  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) loops!: Loops;
  @property() language: Language = 'sv';
  @property({ attribute: false }) words!: GlassesWords;
  @state() private all = false;
  @state() private copied = false;

  protected override render(): TemplateResult {
    const { words: w, loops } = this;
    const f = format(this.language);
    const names = loopNames(loops.loops);
    const shown = this.all ? loops.loops : loops.loops.slice(0, shownFirst);
    const count = f.number(loops.loops.length);
    return html`
      <h2>${w.loopsTitle}</h2>
      <p>${w.loopsIntro(count, f.number(loops.trivial))} ${w.strengthNote}</p>
      <ol>
        ${shown.map((loop, i) => this.#loop(loop, names[i]!))}
      </ol>
      <div class="go">
        ${
          this.all || shown.length === loops.loops.length
            ? nothing
            : html`<button class="button" type="button" @click=${() => (this.all = true)}>
                ${w.showAll}, ${count}
              </button>`
        }
        <button class="button" type="button" @click=${() => void this.#copy(names)}>
          ${this.copied ? w.copied : w.copy}
        </button>
      </div>
    `;
  }

  #loop(loop: Loop, name: string): TemplateResult {
    const { words: w, language, model } = this;
    const perTime = format(language);
    const signWords = { '+': w.more, '−': w.less, '0': w.neither, '?': w.unclear };
    return html`<li>
      <span class="badge ${loop.polarity === 1 ? 'reinforcing' : ''}">${name}</span>
      <div class="round">
        <span class="word">${polarityWords(loop, w)}</span>
        ${stepsOf(loop, model).map(
          ({ variable, sign }) =>
            html`<button
                class="name"
                type="button"
                @click=${() => this.dispatchEvent(new VariablePick(variable))}
              >
                ${model.variables.get(variable)?.name[language] ?? variable}</button
              ><span class="sign" role="img" aria-label=${signWords[sign]}>${sign}</span
              ><up-icon name="right"></up-icon>`,
        )}
      </div>
      <span class="strength">${w.strength(printNumber(loop.strength, perTime))}</span>
    </li>`;
  }

  async #copy(names: readonly string[]): Promise<void> {
    const { model, language, words: w } = this;
    const text = this.loops.loops.map((loop, i) => loopText(loop, model, names[i]!, language, w)).join('\n');
    await navigator.clipboard.writeText(text);
    this.copied = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-loop-list': UpLoopList;
  }
}
