import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { focusRing, reset } from '../../style/shared.ts';
import { format, type Language } from '../../text/format.ts';
import { workWords } from '../../text/work.ts';

/** A person has chosen what the charts show. */
export class ChartChoiceChange extends Event {
  static readonly type = 'chart-choice';
  readonly chosen: readonly string[];
  constructor(chosen: readonly string[]) {
    super(ChartChoiceChange.type);
    this.chosen = chosen;
  }
}

export interface ChartOption {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** As many matches as are listed: who wants another one writes more of its name. */
const mostListed = 60;

/**
 * Which variables of a model are drawn: a list to tick, with a search.
 *
 * @fires {ChartChoiceChange} chart-choice - another choice was made
 */
@customElement('up-chart-choice')
export class UpChartChoice extends LitElement {
  static override styles = [
    reset,
    focusRing,
    css`
      :host {
        display: block;
        margin-block-end: var(--space-4);
      }
      summary {
        inline-size: max-content;
        max-inline-size: 100%;
        min-block-size: var(--target);
        line-height: var(--target);
        font-weight: 600;
        cursor: pointer;
      }
      input[type='search'] {
        inline-size: min(24rem, 100%);
        min-block-size: var(--target);
        padding: 0 var(--space-3);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-control);
        background: var(--surface);
      }
      p {
        margin-block: var(--space-2);
        font: var(--type-label);
        color: var(--ink-2);
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
        gap: 0 var(--space-4);
        max-block-size: 16rem;
        overflow-y: auto;
      }
      label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: var(--space-2);
        min-block-size: var(--target);
        overflow-wrap: anywhere;
        cursor: pointer;
      }
      input[type='checkbox'] {
        inline-size: 1.125rem;
        block-size: 1.125rem;
        accent-color: var(--ink);
      }
      small {
        color: var(--ink-2);
        font: var(--type-small);
      }
    `,
  ];

  @property({ attribute: false }) options: readonly ChartOption[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ type: Number }) most = 8;
  @property() language: Language = 'sv';
  @state() private sought = '';

  protected override render(): TemplateResult {
    const w = workWords(this.language).file;
    const f = format(this.language);
    const sought = this.sought.trim().toLowerCase();
    const found = this.options.filter(({ name }) => name.toLowerCase().includes(sought));
    // What is chosen stands first, so that it can always be taken away.
    const isChosen = ({ id }: ChartOption): boolean => this.chosen.includes(id);
    const listed = [...found.filter(isChosen), ...found.filter((o) => !isChosen(o))].slice(0, mostListed);
    const full = this.chosen.length >= this.most;
    return html`<details>
      <summary>${w.choose}</summary>
      ${
        this.options.length > 12
          ? html`<input
              type="search"
              aria-label=${w.search}
              placeholder=${w.search}
              .value=${this.sought}
              @input=${(e: Event) => (this.sought = (e.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      <p role="status">
        ${w.found(f.people(listed.length), f.people(this.options.length))}.
        ${w.mostCharts(f.people(this.most))}
      </p>
      <ul>
        ${listed.map((option) => html`<li>${this.#option(option, isChosen(option), full)}</li>`)}
      </ul>
    </details>`;
  }

  #option({ id, name, kind }: ChartOption, chosen: boolean, full: boolean): TemplateResult {
    const w = workWords(this.language).file;
    const kinds: Readonly<Record<string, string>> = { stock: w.stock, flow: w.flow };
    return html`<label>
      <input
        type="checkbox"
        .checked=${chosen}
        ?disabled=${full && !chosen}
        @change=${() => this.#toggle(id, !chosen)}
      />
      <span>${name} ${kinds[kind] === undefined ? nothing : html`<small>${kinds[kind]}</small>`}</span>
    </label>`;
  }

  #toggle(id: string, chosen: boolean): void {
    this.chosen = chosen ? [...this.chosen, id] : this.chosen.filter((other) => other !== id);
    this.dispatchEvent(new ChartChoiceChange(this.chosen));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-chart-choice': UpChartChoice;
  }
  interface HTMLElementEventMap {
    'chart-choice': ChartChoiceChange;
  }
}
