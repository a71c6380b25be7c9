import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Select } from '../../app/select.ts';
import type { Document } from '../../app/state.ts';
import type { LeverChange, LeverInput } from '../../elements/events.ts';
import '../../elements/up-lever.ts';
import { unitWords } from '../../elements/variable-value.ts';
import { assumptionsOf } from '../../model/assumptions.ts';
import type { Model } from '../../model/model.ts';
import type { Parameter } from '../../model/variable.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import { workWords } from '../../text/work.ts';
import type { ViewContext } from '../context.ts';
import type { Voice } from '../voice.ts';

/** As many constants as are shown at once; the rest are found by searching. */
const mostShown = 15;
const steps = 100;

/** The constants of a model that has no levers, each with a slider. */
@customElement('up-constants')
export class UpConstants extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: block;
        padding: var(--space-4) var(--space-5);
        overflow-y: auto;
      }
      aside {
        display: grid;
        gap: var(--space-3);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-block-size: var(--target);
      }
      h2 {
        font: var(--type-section);
      }
      p {
        font: var(--type-label);
        color: var(--ink-2);
        text-wrap: pretty;
      }
      input {
        inline-size: 100%;
        min-block-size: var(--target);
        padding: 0 var(--space-3);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-control);
        background: var(--paper);
      }
      ul {
        display: grid;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) voice!: Voice;
  @state() private sought = '';

  #document: Select<Document> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#document ??= new Select(this, this.context.store, (s) => s.document);
  }

  protected override render(): TemplateResult {
    const { language, format } = this.voice;
    const w = workWords(language).file;
    const all = assumptionsOf(this.model);
    const sought = this.sought.trim().toLowerCase();
    const found = all.filter(({ name }) => name[language].toLowerCase().includes(sought));
    const shown = found.slice(0, mostShown);
    const moved = Object.keys(this.#document!.value.assumptions).length > 0;
    return html`<aside aria-label=${w.constants}>
      <div class="head">
        <h2>${w.constants}</h2>
        ${
          moved
            ? html`<button class="button quiet" @click=${() => this.context.actions.resetAssumptions()}>
                ${w.constantsReset}
              </button>`
            : nothing
        }
      </div>
      ${
        all.length === 0
          ? html`<p>${w.constantsNone}</p>`
          : html`
              ${
                all.length > mostShown
                  ? html`<input
                        type="search"
                        aria-label=${w.search}
                        placeholder=${w.search}
                        .value=${this.sought}
                        @input=${(e: Event) => (this.sought = (e.target as HTMLInputElement).value)}
                      />
                      <p role="status">${w.found(format.people(shown.length), format.people(all.length))}</p>`
                  : nothing
              }
              <ul>
                ${shown.map((constant) => html`<li>${this.#slider(constant)}</li>`)}
              </ul>
              <p>${w.constantsWhy}</p>
            `
      }
    </aside>`;
  }

  #slider(constant: Parameter): TemplateResult {
    const { id, name, about, unit, value, distribution } = constant;
    const { language, words: w } = this.voice;
    const { actions } = this.context;
    const now = this.#document!.value.assumptions[id] ?? value;
    const text = [this.#print(now), unitWords(unit.text, this.voice.language)].filter(Boolean).join(' ');
    return html`<up-lever
      .name=${name[language]}
      .min=${distribution.min}
      .max=${distribution.max}
      .step=${(distribution.max - distribution.min) / steps}
      .value=${now}
      .base=${value}
      .valueText=${text}
      .grade=${constant.evidence.grade}
      .gradeText=${w.grades[constant.evidence.grade]}
      .typeLabel=${w.levers.typeLabel}
      .language=${language}
      @lever-input=${(e: LeverInput) => actions.dragAssumption(id, e.value)}
      @lever-change=${(e: LeverChange) => actions.setAssumption(id, e.value === value ? undefined : e.value)}
      >${about[language] === '' ? nothing : html`<p>${about[language]}</p>`}</up-lever
    >`;
  }

  /** Three figures that count, whatever the size. */
  #print(value: number): string {
    const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
    return this.voice.format.number(value, Math.min(12, Math.max(0, 2 - size)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-constants': UpConstants;
  }
}
