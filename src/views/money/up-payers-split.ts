import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Actions } from '../../app/actions.ts';
import '../../elements/up-icon.ts';
import '../../elements/up-number-field.ts';
import type { NumberChange } from '../../elements/up-number-field.ts';
import type { Account, Accounts } from '../../model/accounts.ts';
import { horizons, type Horizon } from '../../model/horizons.ts';
import type { Split } from '../../model/payers.ts';
import { fairSplit, firstFairYear, splitOf, withShare } from '../../model/split.ts';
import { buttons, focusRing, reset, visuallyHidden } from '../../style/shared.ts';
import { moneyWords } from '../../text/money.ts';
import type { Voice } from '../voice.ts';
import { breakEvenWords } from '../break-even.ts';
import { fairWords } from './sentences.ts';
import { splitLayout } from './split-layout.ts';

/**
 * Moves the actors' shares of the efforts: they are linked, and always the whole. What each is left with follows at
 * once. Looks for a split where nobody has lost by a year, and says who stands in the way when there is none.
 */
@customElement('up-payers-split')
export class UpPayersSplit extends LitElement {
  static override styles = [reset, focusRing, buttons, visuallyHidden, splitLayout];

  @property({ attribute: false }) accounts!: Accounts;
  @property({ attribute: false }) voice!: Voice;
  @property({ attribute: false }) horizon: Horizon = 20;
  @property({ attribute: false }) actions!: Actions;
  /** The shares are the person's own, not the model's. */
  @property({ type: Boolean }) chosen = false;

  /** The year by which nobody is to have lost, and what was found for it. */
  @state() private year = 8;
  @state() private answer = '';

  protected override willUpdate(changes: Map<PropertyKey, unknown>): void {
    if (changes.has('voice') && (changes.get('voice') as Voice | undefined)?.language !== this.voice.language)
      this.answer = '';
  }

  protected override render(): TemplateResult {
    const w = moneyWords(this.voice.language).split;
    const split = splitOf(this.accounts);
    return html`
      <h2>${w.title}</h2>
      ${
        split === undefined
          ? html`<p>${w.nothing}</p>`
          : html`<p class="intro">${w.intro}</p>
              <div class="rows">
                ${this.#heads()} ${this.accounts.cash.map((account) => this.#row(account, split))}
              </div>
              <div class="acts">
                ${this.#finder()}
                <button class="button quiet" type="button" ?disabled=${!this.chosen} @click=${this.#onModel}>
                  <up-icon name="reset"></up-icon>${w.asModel}
                </button>
              </div>
              <p class="answer" role="status">${this.answer || nothing}</p>`
      }
    `;
  }

  #heads(): TemplateResult {
    const { columns, years } = moneyWords(this.voice.language).split;
    return html`<div class="heads" aria-hidden="true">
      <span class="pays">${columns.pays}</span><span class="net">${columns.net}, ${years(this.horizon)}</span
      ><span class="from">${columns.from}</span>
    </div>`;
  }

  #row({ actor, paid, net, breakEven }: Account, split: Split): TemplateResult {
    const { language, format: f, words } = this.voice;
    const w = moneyWords(language).split;
    const name = actor!.name[language];
    const share = split[actor!.id]!;
    const from = breakEvenWords(breakEven, horizons.at(-1)!, this.voice);
    const left = f.millionsDifference(net[this.horizon]);
    return html`<div class="row" data-actor=${actor!.id}>
      <span class="name">${name}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="1"
        aria-label=${w.share(name)}
        aria-valuetext=${w.spoken(f.percent(share, 1), left, this.horizon, from)}
        .value=${live(String(share * 100))}
        @input=${(e: Event) => this.#drag(split, actor!.id, e)}
        @change=${(e: Event) => this.#settle(split, actor!.id, valueOf(e) / 100)}
      />
      <up-number-field
        bare
        .label=${w.share(name)}
        .value=${share}
        .scale=${100}
        .unit=${w.percent}
        .between=${words.municipality.between}
        .language=${language}
        @number-change=${(e: NumberChange) => this.#settle(split, actor!.id, e.value)}
      ></up-number-field>
      <span class="pays"><i>${w.columns.pays}</i> ${f.number(paid[this.horizon] / 1e6, 0)}</span>
      <span class="net ${Math.round(net[this.horizon] / 1e6) < 0 ? 'less' : ''}"
        ><i>${w.columns.net}</i> ${left}</span
      >
      <span class="from"><i>${w.columns.from}</i> ${from}</span>
    </div>`;
  }

  #finder(): TemplateResult {
    const { language, words } = this.voice;
    const w = moneyWords(language).fair;
    return html`<div class="finder" role="group" aria-label=${w.title}>
      <up-number-field
        .label=${w.within}
        .value=${this.year}
        .min=${1}
        .max=${horizons.at(-1)!}
        .decimals=${0}
        .unit=${w.years}
        .between=${words.municipality.between}
        .language=${language}
        @number-change=${(e: NumberChange) => (this.year = Math.round(e.value))}
      ></up-number-field>
      <button class="button" type="button" @click=${this.#onFind}>${w.find}</button>
    </div>`;
  }

  #drag(split: Split, id: string, event: Event): void {
    // The shares that the hand began with: on the way through 0 % and 100 % the others' proportions are kept.
    this.#began ??= split;
    this.answer = '';
    this.actions.dragPayers(withShare(this.#began, id, valueOf(event) / 100));
  }

  #settle(split: Split, id: string, share: number): void {
    this.actions.setPayers(withShare(this.#began ?? split, id, share));
    this.#began = undefined;
    this.answer = '';
  }

  #began: Split | undefined;

  #onModel = (): void => {
    this.answer = '';
    this.actions.setPayers(undefined);
  };

  #onFind = (): void => {
    const found = fairSplit(this.accounts, this.year);
    if (found.kind === 'found') this.actions.setPayers(found.split);
    this.answer = fairWords(found, this.year, firstFairYear(this.accounts), this.voice);
  };
}

const valueOf = (event: Event): number => (event.currentTarget as HTMLInputElement).valueAsNumber;

declare global {
  interface HTMLElementTagNameMap {
    'up-payers-split': UpPayersSplit;
  }
}
