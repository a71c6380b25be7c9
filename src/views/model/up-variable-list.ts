import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { VariablePick } from '../../elements/up-explanation.ts';
import { unitWords } from '../../elements/variable-value.ts';
import type { Model } from '../../model/model.ts';
import type { Link } from '../../model/structure.ts';
import type { Variable, VariableId } from '../../model/variable.ts';
import { focusRing, reset, tables } from '../../style/shared.ts';
import type { Language } from '../../text/format.ts';
import type { GlassesWords } from '../../text/glasses-sv.ts';

/**
 * Every variable of a model, to be searched and chosen: the diagram's accessible twin.
 *
 * @fires {VariablePick} variable-pick - a variable was chosen
 */
@customElement('up-variable-list')
export class UpVariableList extends LitElement {
  static override styles = [
    reset,
    focusRing,
    tables,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
        align-content: start;
      }
      label {
        display: grid;
        gap: var(--space-1);
        font: var(--type-label);
        max-inline-size: 24rem;
      }
      input {
        min-block-size: var(--target);
        padding: 0 var(--space-3);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-control);
        background: var(--surface);
      }
      td,
      thead th {
        text-align: start;
      }
      button {
        min-block-size: 2rem;
        padding: 0;
        border: 0;
        background: none;
        text-align: start;
        text-decoration: underline;
        text-decoration-color: var(--outline);
        text-underline-offset: 3px;
        white-space: normal;
        cursor: pointer;
      }
      button[aria-pressed='true'] {
        font-weight: 700;
        text-decoration-color: currentColor;
      }
      td {
        white-space: normal;
      }
    `,
  ];

  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) links: readonly Link[] = [];
  @property() selected: VariableId = '';
  @property() language: Language = 'sv';
  @property({ attribute: false }) words!: GlassesWords;
  @state() private wanted = '';

  protected override render(): TemplateResult {
    const { words: w, language } = this;
    const wanted = this.wanted.trim().toLocaleLowerCase(language);
    const found = [...this.model.variables.values()].filter(
      (v) =>
        v.hidden !== true &&
        (v.name[language].toLocaleLowerCase(language).includes(wanted) || v.id.includes(wanted)),
    );
    return html`
      <label
        >${w.search}
        <input
          type="search"
          .value=${this.wanted}
          @input=${(e: Event) => (this.wanted = (e.currentTarget as HTMLInputElement).value)}
        />
      </label>
      ${
        found.length === 0
          ? html`<p>${w.none}</p>`
          : html`<div class="table-scroll" tabindex="0" role="region" aria-label=${w.tabs.list}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${w.columns.name}</th>
                    <th scope="col">${w.columns.kind}</th>
                    <th scope="col">${w.columns.reads}</th>
                  </tr>
                </thead>
                <tbody>
                  ${found.map((variable) => this.#row(variable))}
                </tbody>
              </table>
            </div>`
      }
    `;
  }

  #row({ id, kind, name, unit }: Variable): TemplateResult {
    const { words: w, language, links } = this;
    const sources = links.filter((l) => l.to === id).length;
    const units = unitWords(unit.text, language);
    return html`<tr>
      <th scope="row">
        <button
          type="button"
          aria-pressed=${id === this.selected}
          @click=${() => this.dispatchEvent(new VariablePick(id))}
        >
          ${name[language]}
        </button>
      </th>
      <td>${w.kindShort[kind]}${units === '' ? nothing : html`, ${units}`}</td>
      <td>${sources === 0 ? '–' : sources}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-variable-list': UpVariableList;
  }
}
