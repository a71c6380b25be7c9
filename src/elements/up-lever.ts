import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { LeverChange, LeverInput, LeverToggle } from './events.ts';
import { leverDetails, placeZoneWords } from './lever-details.ts';
import { movesSlider, valueForKey, type LeverZone } from './lever-keys.ts';
import { leverScale } from './lever-scale.ts';
import { leverStyles } from './lever-styles.ts';
import { reset, visuallyHidden } from '../style/shared.ts';
import { format, type Language } from '../text/format.ts';
import type { ChartMark } from '../chart/marks.ts';
import type { Grade } from '../model/variable.ts';
import './up-evidence.ts';
import './up-icon.ts';

/**
 * What the decision maker may set: name, value and track; when open also what the places on the track mean, when it
 * is felt, how well that is known and who pays. Its `id` is the lever's id in its events.
 *
 * Keys on the track: arrows step, Page Up and Page Down go to the next zone, Home and End to the ends, Delete or
 * Backspace back to base, Enter lets one type a number.
 *
 * @fires {LeverInput} lever-input - while it moves
 * @fires {LeverChange} lever-change - when it has been set
 * @fires {LeverToggle} lever-toggle - the details were opened or closed by a person
 * @slot - more about the lever, at the end of the details
 */
@customElement('up-lever')
export class UpLever extends LitElement {
  static override styles = [reset, visuallyHidden, leverStyles];

  @property() name = '';
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 1;
  @property({ type: Number }) step = 0.05;
  /** Where the lever stands in base: what Delete goes back to, and what counts as unchanged. */
  @property({ type: Number }) base = 0;
  /** A saved value, shown as a dashed ghost while it differs from `value`. */
  @property({ type: Number }) saved: number | undefined;
  /** The lever's group: its colour. */
  @property({ reflect: true }) mark: ChartMark = 'own';
  /** Ascending. */
  @property({ attribute: false }) zones: readonly LeverZone[] = [];
  /** The value as shown: `+200`, `62 %`. */
  @property() valueText = '';
  /** The value as spoken: a finished sentence with setting, cost and delay. */
  @property() spokenText = '';
  @property() delayText = '';
  @property() grade: Grade = 'assumed';
  @property() gradeText = '';
  @property() costText = '';
  /** `betalas av` */
  @property() payersText = '';
  @property({ attribute: false }) payers: readonly string[] = [];
  @property({ type: Boolean, reflect: true }) open = false;
  /** Why the lever cannot be moved now (the budget is locked). It can still be reached and read. */
  @property() lockedReason = '';
  /** Why the lever does not exist here. */
  @property() disabledReason = '';
  /** What a typed number is divided by to become a value: 100 for percent, 200 if the whole lever is 200 places. */
  @property({ type: Number }) typedPerUnit = 1;
  /** Name of the field for typed numbers: `Skriv ett tal`. Empty: no typing. */
  @property() typeLabel = '';
  @property() language: Language = 'sv';

  @state() private typing: 'no' | 'yes' | 'wrong' = 'no';
  @query('input[type=range]') private range!: HTMLInputElement;
  @query('.typed') private field!: HTMLInputElement | null;

  override focus(options?: FocusOptions): void {
    this.range.focus(options);
  }

  override render() {
    const locked = this.lockedReason !== '';
    const off = this.disabledReason !== '';
    const reason = this.disabledReason || this.lockedReason;
    const changed = this.value !== this.base && !off;
    return html`<div class=${classMap({ changed, off })}>
      <div class="head">
        <button
          class="name"
          type="button"
          aria-expanded=${this.open}
          aria-controls="details"
          @click=${this.#onToggle}
        >
          ${changed ? html`<span class="dot"></span>` : nothing}
          <span id="name">${this.name}</span>
          ${locked ? html`<up-icon name="lock"></up-icon>` : nothing}
          <up-icon class="chevron" name="down"></up-icon>
        </button>
        ${this.typing === 'no' ? this.#value() : this.#typedField()}
      </div>
      <div class="track">
        <input
          type="range"
          aria-labelledby="name"
          aria-valuetext=${ifDefined(this.spokenText || this.valueText || undefined)}
          aria-describedby=${ifDefined(reason ? 'reason' : undefined)}
          aria-disabled=${ifDefined(locked ? 'true' : undefined)}
          ?disabled=${off}
          min=${this.min}
          max=${this.max}
          step=${this.step}
          .value=${live(String(this.value))}
          @input=${this.#onInput}
          @change=${this.#onChange}
          @keydown=${this.#onKey}
          @keyup=${this.#onLetGo}
          @blur=${this.#onLetGo}
        />
        ${leverScale(this, locked)}
      </div>
      ${reason ? html`<p class="reason" id="reason">${reason}</p>` : nothing}
      <div id="details">${this.open ? leverDetails(this) : nothing}</div>
    </div>`;
  }

  override updated(changes: PropertyValues<this>): void {
    const moved = ['open', 'zones', 'min', 'max'].some((name) => changes.has(name as keyof UpLever));
    if (this.open && moved) placeZoneWords(this);
  }

  #value(): TemplateResult {
    // Enter on the track does the same, so this is not one more stop for the Tab key.
    if (this.typeLabel === '' || this.#fixed) return html`<span class="value">${this.valueText}</span>`;
    const name = `${this.valueText}, ${this.typeLabel}`;
    return html`<button class="value" type="button" tabindex="-1" aria-label=${name} @click=${this.#onType}>
      ${this.valueText}
    </button>`;
  }

  #typedField(): TemplateResult {
    return html`<input
      class="typed"
      inputmode="decimal"
      autocomplete="off"
      aria-label=${this.typeLabel}
      aria-invalid=${this.typing === 'wrong'}
      @keydown=${this.#onTypedKey}
      @blur=${this.#onTypedBlur}
    />`;
  }

  get #fixed(): boolean {
    return this.lockedReason !== '' || this.disabledReason !== '';
  }

  #onInput = (): void => {
    this.value = this.range.valueAsNumber;
    this.dispatchEvent(new LeverInput(this.id, this.value));
  };

  /** A key that is held moves the slider many times; like a drag that is one change, told when the key is let go. */
  #held: 'no' | 'yes' | 'moved' = 'no';

  #onChange = (): void => {
    this.value = this.range.valueAsNumber;
    if (this.#held === 'no') this.dispatchEvent(new LeverChange(this.id, this.value));
    else this.#held = 'moved';
  };

  #onLetGo = (): void => {
    const moved = this.#held === 'moved';
    this.#held = 'no';
    if (moved) this.dispatchEvent(new LeverChange(this.id, this.value));
  };

  /** Sets the value as a person does, and tells. Kept within the range, but not on a step: who types 62 means 62. */
  #set(wanted: number): void {
    const value = Math.min(this.max, Math.max(this.min, wanted));
    if (value === this.value) return;
    this.value = value;
    this.dispatchEvent(new LeverInput(this.id, value));
    this.dispatchEvent(new LeverChange(this.id, value));
  }

  #onKey = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted = valueForKey(key, this);
    if (wanted === undefined && movesSlider(key) && this.#held === 'no') this.#held = 'yes';
    const types = key === 'Enter' && this.typeLabel !== '';
    if (wanted === undefined && !types && !(this.#fixed && movesSlider(key))) return;
    event.preventDefault();
    if (this.#fixed) return;
    if (types) this.#onType();
    else if (wanted !== undefined) this.#set(wanted);
  };

  #onType = (): void => {
    this.typing = 'yes';
    void this.updateComplete.then(() => {
      if (!this.field) return;
      this.field.value = format(this.language).number(this.value * this.typedPerUnit);
      this.field.select();
    });
  };

  #onTypedKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#endTyping();
    if (event.key !== 'Enter') return;
    const typed = format(this.language).parse(this.field!.value.replace('%', ''));
    if (typed === undefined) {
      this.typing = 'wrong';
      return;
    }
    this.#set(typed / this.typedPerUnit);
    this.#endTyping();
  };

  #onTypedBlur = (): void => {
    this.typing = 'no';
  };

  #endTyping(): void {
    this.typing = 'no';
    this.range.focus();
  }

  #onToggle = (): void => {
    this.open = !this.open;
    this.dispatchEvent(new LeverToggle(this.id, this.open));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-lever': UpLever;
  }
}
