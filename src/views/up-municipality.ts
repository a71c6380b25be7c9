import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Fact, Model, Preset } from '../model/model.ts';
import { buttons, focusRing, reset } from '../style/shared.ts';
import { format, type Language } from '../text/format.ts';
import { words } from '../text/words.ts';

/** A person has given what is known of their municipality, or taken it back (undefined). */
export class MunicipalityChange extends Event {
  static readonly type = 'municipality-change';
  readonly facts: Readonly<Record<string, number>> | undefined;
  constructor(facts: Readonly<Record<string, number>> | undefined) {
    super(MunicipalityChange.type);
    this.facts = facts;
  }
}

/**
 * Asks for the few figures that make the model that of one's own municipality. Each field says what may stand in it;
 * what is left as it was is not given, so that it goes on following the example.
 *
 * @fires {MunicipalityChange} municipality-change - the figures were given, or taken back
 */
@customElement('up-municipality')
export class UpMunicipality extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      dialog {
        inline-size: min(34rem, calc(100vw - 2 * var(--space-4)));
        max-block-size: calc(100dvh - 2 * var(--space-5));
        padding: var(--space-5);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-sheet);
        background: var(--surface);
        color: var(--ink);
        font: var(--type-body);
        overflow: auto;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 40%);
      }
      h2 {
        font: var(--type-section);
      }
      .intro {
        margin-block: var(--space-1) var(--space-3);
        color: var(--ink-2);
      }
      .field {
        display: grid;
        grid-template-columns: 1fr 6.5rem 7rem;
        align-items: center;
        gap: 0 var(--space-2);
        padding-block: var(--space-2);
        border-block-start: var(--hairline) solid var(--line);
      }
      label {
        font-weight: 550;
      }
      input {
        min-block-size: var(--target);
        padding: 0 var(--space-2);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-control);
        background: var(--paper);
        text-align: end;
      }
      input[aria-invalid='true'] {
        border: 2px solid var(--negative);
      }
      .unit {
        color: var(--ink-2);
        font: var(--type-label);
      }
      .about,
      .wrong {
        grid-column: 1 / -1;
        font: var(--type-small);
        color: var(--ink-2);
      }
      .wrong {
        color: var(--negative);
        font-weight: 600;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-2);
        margin-block-start: var(--space-4);
      }
      @media (max-width: 480px) {
        .field {
          grid-template-columns: 1fr 6.5rem;
        }
        .unit {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) preset: Preset | undefined;
  /** What has been given before. */
  @property({ attribute: false }) facts: Readonly<Record<string, number>> | undefined;
  @property() language: Language = 'sv';

  /** Ids of fields whose text is no number, or one that cannot be. */
  @state() private wrong: ReadonlySet<string> = new Set();
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Asks for the figures. */
  open(): void {
    this.wrong = new Set();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const asked = this.model.municipality ?? [];
    if (asked.length === 0) return nothing;
    const w = words(this.language).municipality;
    return html`
      <dialog aria-labelledby="title" @close=${this.#onClose}>
        <form method="dialog" novalidate @submit=${this.#onSubmit}>
          <h2 id="title">${w.title}</h2>
          <p class="intro">${w.intro(this.preset?.name[this.language] ?? this.model.name[this.language])}</p>
          ${asked.map((fact) => this.#field(fact))}
          <div class="acts">
            <button class="button" type="button" @click=${() => this.dialog.close()}>${w.cancel}</button>
            ${
              this.facts === undefined
                ? nothing
                : html`<button class="button" type="button" @click=${() => this.#give(undefined)}>
                    ${w.takeBack}
                  </button>`
            }
            <button class="button primary" type="submit">${w.compute}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  #field(fact: Fact): TemplateResult {
    const w = words(this.language).municipality;
    const wrong = this.wrong.has(fact.id);
    return html`<div class="field">
      <label for=${fact.id}>${fact.name[this.language]}</label>
      <input
        id=${fact.id}
        name=${fact.id}
        inputmode="decimal"
        autocomplete="off"
        aria-describedby="about-${fact.id}"
        aria-invalid=${wrong}
        .value=${this.#shown(fact)}
      />
      <span class="unit">${isShare(fact) ? '' : fact.unitWords[this.language]}</span>
      <p class=${wrong ? 'wrong' : 'about'} id="about-${fact.id}">
        ${wrong ? w.between(this.#print(fact, fact.min), this.#print(fact, fact.max)) : fact.about[this.language]}
      </p>
    </div>`;
  }

  /** The figure in force: given before, else the example's, else the one that the file holds for. */
  #inForce(fact: Fact): number | undefined {
    return this.facts?.[fact.id] ?? this.preset?.municipality?.[fact.id] ?? fact.from;
  }

  #shown(fact: Fact): string {
    const value = this.#inForce(fact);
    return value === undefined ? '' : this.#print(fact, value);
  }

  #print(fact: Fact, value: number): string {
    const f = format(this.language);
    return isShare(fact) ? f.percent(value, 1) : f.number(value, 1);
  }

  /** The number in a field; undefined if the field is empty; NaN if what stands there cannot be. */
  #read(fact: Fact, text: string): number | undefined {
    if (text.trim() === '') return undefined;
    const number = format(this.language).parse(text) ?? NaN;
    const value = isShare(fact) && number > 1 ? number / 100 : number;
    return value >= fact.min && value <= fact.max ? value : NaN;
  }

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const facts = new Map<string, number>();
    const wrong = new Set<string>();
    for (const fact of this.model.municipality ?? []) {
      const typed = fields.get(fact.id);
      const text = typeof typed === 'string' ? typed : '';
      // A field that was not touched stays with the example, to all its decimals.
      if (text === this.#shown(fact) && this.facts?.[fact.id] === undefined) continue;
      const value = text === this.#shown(fact) ? this.facts?.[fact.id] : this.#read(fact, text);
      if (Number.isNaN(value)) wrong.add(fact.id);
      else if (value !== undefined) facts.set(fact.id, value);
    }
    this.wrong = wrong;
    if (wrong.size === 0) this.#give(facts.size === 0 ? undefined : Object.fromEntries(facts));
    else this.renderRoot.querySelector<HTMLElement>(`#${[...wrong][0]}`)?.focus();
  };

  #give(facts: Readonly<Record<string, number>> | undefined): void {
    this.dialog.close();
    this.dispatchEvent(new MunicipalityChange(facts));
  }

  /** What was typed and not given is forgotten. */
  #onClose = (): void => {
    this.renderRoot.querySelector('form')?.reset();
    for (const input of this.renderRoot.querySelectorAll('input')) {
      const fact = this.model.municipality?.find((f) => f.id === input.id);
      if (fact !== undefined) input.value = this.#shown(fact);
    }
  };
}

const isShare = (fact: Fact): boolean => fact.max <= 1;

declare global {
  interface HTMLElementTagNameMap {
    'up-municipality': UpMunicipality;
  }
  interface HTMLElementEventMap {
    'municipality-change': MunicipalityChange;
  }
}
