import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Model } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import '../../elements/up-icon.ts';
import { buttons, focusRing, popups, reset, visuallyHidden } from '../../style/shared.ts';
import type { ExploreWords } from '../../text/explore-sv.ts';
import { exploreWords } from '../../text/explore.ts';
import type { Language } from '../../text/format.ts';
import { SeriesChange, UncertaintyChange } from './events.ts';
import { found, seriesGroups, type SeriesChoice, type SeriesGroup } from './series-groups.ts';
import { seriesMenuStyles } from './series-menu-styles.ts';
import { switchStyles, uncertaintySwitch } from './uncertainty-switch.ts';

/**
 * A chart's title, which is the menu of what the chart shows: a search over the model's series, in groups. What the
 * place shows by default is first, and one press away when something else is shown.
 *
 * Below the list is the switch for how uncertain it is.
 *
 * @fires {SeriesChange} series-change - another series was chosen
 * @fires {UncertaintyChange} uncertainty-change - how uncertain it is shall be shown, or no more
 */
@customElement('up-series-menu')
export class UpSeriesMenu extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    popups,
    visuallyHidden,
    switchStyles,
    seriesMenuStyles,
  ];

  @property({ attribute: false }) model!: Model;
  /** What the chart shows, and what it would show if nobody had chosen. */
  @property() shown: VariableId = '';
  @property() usual: VariableId = '';
  @property() heading = '';
  @property() language: Language = 'sv';
  /** How uncertain it is is shown. */
  @property({ type: Boolean }) uncertain = false;
  /** There is something uncertain; else the switch says that there is not. */
  @property({ type: Boolean }) ranges = false;

  @state() private search = '';
  @state() private open = false;
  /** The choice that Enter takes. */
  @state() private active: VariableId | undefined;
  @query('.trigger') private trigger!: HTMLButtonElement;
  @query('[popover]') private list!: HTMLElement;
  @query('[role=combobox]') private field!: HTMLInputElement | null;

  /** Opens the list, as a press on the title does. */
  show(): void {
    if (!this.open) this.list.showPopover();
  }

  protected override render(): TemplateResult {
    const w = this.#words;
    return html`<button
        class="trigger"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.open}
        title=${w.choose}
        @click=${() => (this.open ? this.list.hidePopover() : this.list.showPopover())}
      >
        ${this.heading}<up-icon name="down"></up-icon>
      </button>
      ${
        this.shown === this.usual
          ? nothing
          : html`<button
              class="back"
              type="button"
              aria-label=${w.back(this.#nameOf(this.usual))}
              title=${w.back(this.#nameOf(this.usual))}
              @click=${() => this.#choose(this.usual)}
            >
              <up-icon name="reset"></up-icon>
            </button>`
      }
      <div
        popover
        role="dialog"
        aria-label=${w.choose}
        @toggle=${this.#onToggle}
        @focusout=${this.#onFocusOut}
      >
        ${this.open ? this.#content() : nothing}
      </div>`;
  }

  get #words(): ExploreWords['charts'] {
    return exploreWords(this.language).charts;
  }

  get #groups(): readonly SeriesGroup[] {
    return seriesGroups(this.model, this.language)
      .map(({ kind, choices }) => ({
        kind,
        choices: this.search === '' ? choices : choices.filter((choice) => found(choice, this.search)),
      }))
      .filter(({ choices }) => choices.length > 0);
  }

  #nameOf(id: VariableId): string {
    const outcome = this.model.outcomes.find(({ variable }) => variable === id);
    return (outcome ?? this.model.variables.get(id))?.name[this.language] ?? id;
  }

  #content(): TemplateResult {
    const w = this.#words;
    const groups = this.#groups;
    return html`<input
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded="true"
        aria-controls="choices"
        aria-autocomplete="list"
        aria-activedescendant=${this.active === undefined ? nothing : `choice-${this.active}`}
        aria-label=${w.search}
        placeholder=${w.search}
        @input=${this.#onSearch}
        @keydown=${this.#onKey}
      />
      <div class="choices" id="choices" role="listbox" aria-label=${w.choose} tabindex="-1">
        ${groups.map(
          ({ kind, choices }) =>
            html`<div role="group" aria-label=${w.kinds[kind]}>
              <p aria-hidden="true">${w.kinds[kind]}</p>
              ${choices.map((choice) => this.#choice(choice))}
            </div>`,
        )}
      </div>
      ${groups.length === 0 ? html`<p class="none" role="status">${w.none}</p>` : nothing}
      ${uncertaintySwitch({ language: this.language, ranges: this.ranges, on: this.uncertain, change: this.#onSwitch })}`;
  }

  #choice({ id, name, about }: SeriesChoice): TemplateResult {
    return html`<button
      type="button"
      role="option"
      tabindex="-1"
      id="choice-${id}"
      class=${id === this.active ? 'active' : ''}
      aria-selected=${id === this.shown}
      title=${about}
      @pointermove=${() => (this.active = id)}
      @click=${() => this.#choose(id)}
    >
      ${name}${id === this.usual ? html` <span>${this.#words.usual}</span>` : nothing}
    </button>`;
  }

  #choose(id: VariableId): void {
    if (this.open) this.list.hidePopover();
    this.trigger.focus();
    if (id !== this.shown) this.dispatchEvent(new SeriesChange(id));
  }

  #onToggle = (event: ToggleEvent): void => {
    this.open = event.newState === 'open';
    if (!this.open) return;
    this.search = '';
    this.active = this.shown;
    this.#place();
    void this.updateComplete.then(() => {
      this.field?.focus();
      this.#reveal();
    });
  };

  /** Under the title, within the window. */
  #place(): void {
    const { left, bottom, top } = this.trigger.getBoundingClientRect();
    const below = innerHeight - bottom > 260 || innerHeight - bottom > top;
    const { style } = this.list;
    style.setProperty('left', `${Math.max(8, Math.min(left, innerWidth - 328))}px`);
    style.setProperty('top', below ? `${bottom + 4}px` : 'auto');
    style.setProperty('bottom', below ? 'auto' : `${innerHeight - top + 4}px`);
    style.setProperty('max-height', `${(below ? innerHeight - bottom : top) - 16}px`);
  }

  #reveal(): void {
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  #onSwitch = (): void => {
    this.dispatchEvent(new UncertaintyChange(!this.uncertain));
    // What was chosen is to be seen.
    this.list.hidePopover();
    this.trigger.focus();
  };

  #onSearch = (event: Event): void => {
    this.search = (event.currentTarget as HTMLInputElement).value.trim();
    this.active = this.#groups[0]?.choices[0]?.id;
  };

  #onKey = (event: KeyboardEvent): void => {
    const ids = this.#groups.flatMap(({ choices }) => choices.map(({ id }) => id));
    const at = ids.indexOf(this.active ?? '');
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (event.key === 'Enter' && this.active !== undefined) {
      event.preventDefault();
      this.#choose(this.active);
    } else if (to !== undefined) {
      event.preventDefault();
      this.active = ids[Math.max(0, Math.min(ids.length - 1, to))];
      void this.updateComplete.then(() => this.#reveal());
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.list.hidePopover();
      this.trigger.focus();
    }
  };

  #onFocusOut = (event: FocusEvent): void => {
    const inside = event.relatedTarget instanceof Node && this.list.contains(event.relatedTarget);
    if (event.relatedTarget !== null && !inside && this.open) this.list.hidePopover();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-series-menu': UpSeriesMenu;
  }
}
