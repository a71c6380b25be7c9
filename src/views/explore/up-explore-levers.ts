import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Select } from '../../app/select.ts';
import type { AppState, Document } from '../../app/state.ts';
import { nextTask } from '../../base/next-task.ts';
import { assumptionsOf } from '../../model/assumptions.ts';
import { leverMark } from '../../chart/marks.ts';
import type { LeverPlace } from '../../model/model.ts';
import type { LeverChange, LeverInput, LeverToggle } from '../../elements/events.ts';
import '../../elements/up-figure.ts';
import '../../elements/up-icon.ts';
import '../../elements/up-lever.ts';
import { focusRing, reset } from '../../style/shared.ts';
import type { ExploreWords } from '../../text/explore-sv.ts';
import { exploreWords } from '../../text/explore.ts';
import type { ViewContext } from '../context.ts';
import type { Voice } from '../voice.ts';
import { moveOf } from './budget.ts';
import type { YieldChange } from './events.ts';
import { isPriced, leverGroups, type LeverGroupLines, type LeverLine } from './levers.ts';
import { leversStyles } from './levers-styles.ts';
import type { PanelReading } from './panel-reading.ts';
import type { Since } from './since.ts';
import './up-explore-budget.ts';
import './up-explore-lock.ts';
import './up-explore-moved.ts';

/** A pull of the sheet's handle shorter than this, px, is a press. */
const pull = 24;

/**
 * The panel of levers in three groups, under what they cost together. On a narrow screen it is a sheet at the foot of
 * the screen, which a pull or a press folds down to its budget.
 */
@customElement('up-explore-levers')
export class UpExploreLevers extends LitElement {
  static override styles = [reset, focusRing, leversStyles];

  @property({ attribute: false }) context!: ViewContext;
  @property({ attribute: false }) reading!: PanelReading;
  /** What the newest change did, for whoever moves money under a locked budget. */
  @property({ attribute: false }) since: Since | undefined;
  @property({ attribute: false }) voice!: Voice;
  /** On a narrow screen: only the budget is shown, so that the result has the room. */
  @property({ type: Boolean, reflect: true }) folded = false;
  /**
   * The levers whose zones and evidence are shown: each that was moved, until it is closed. Opening one closes no
   * other, so that no lever moves away from under the pointer.
   */
  @state() private open: ReadonlySet<string> = new Set();
  /** When only changed levers are shown: those that were, when that was asked for, or have been since. */
  @state() private kept: ReadonlySet<string> | undefined;
  /** On a phone: the place whose levers are shown. */
  @state() private place: LeverPlace = 'rescue';

  #document: Select<Document> | undefined;
  #pointed: Select<AppState['session']['pointed']> | undefined;
  /** What was last pointed at. */
  #shown: AppState['session']['pointed'];
  #pulled: number | undefined;
  #pulledAt = -Infinity;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#document ??= new Select(this, this.context.store, (state: AppState) => state.document);
    this.#pointed ??= new Select(this, this.context.store, (state: AppState) => state.session.pointed);
  }

  /** Many parts: the first drawing is a task of its own, so that the page can answer in between. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await nextTask();
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { model, where, selected } = this.reading;
    const { strategy } = selected;
    const groups = leverGroups(model, where, strategy.policy, this.voice, this.#document!.value.payers);
    const priced = model.levers.some((lever) => lever.cost !== undefined);
    const { budget } = this.#document!.value;
    const changed = groups.flatMap(({ lines }) => lines).filter(isChanged);
    return html`<aside aria-label=${this.voice.words.levers.panel}>
      <div class="head">
        <div class="top">
          <button
            class="handle"
            type="button"
            aria-expanded=${!this.folded}
            aria-label=${this.#words.panel.sheet}
            @click=${this.#onHandle}
            @pointerdown=${this.#onPress}
            @pointerup=${this.#onPull}
          ></button>
          ${
            priced
              ? html`<up-explore-budget
                  .context=${this.context}
                  .reading=${this.reading}
                  .groups=${groups}
                  .budget=${budget}
                  .voice=${this.voice}
                ></up-explore-budget>`
              : html`<h2>${this.#words.panel.unpriced}</h2>`
          }
        </div>
        <div class="terms">
          ${
            priced
              ? html`<up-explore-lock
                  .context=${this.context}
                  .reading=${this.reading}
                  .budget=${budget}
                  .voice=${this.voice}
                ></up-explore-lock>`
              : nothing
          }
          ${this.#tools(changed.length)}
        </div>
      </div>
      ${strategy.ready && strategy.mark !== 'base' ? html`<p class="hint">${this.voice.words.levers.moves}</p>` : nothing}
      ${this.kept !== undefined && changed.length === 0 ? html`<p class="hint">${this.#words.panel.noneChanged}</p>` : nothing}
      ${this.#places(groups)}
      <div class="groups">${groups.map((group) => this.#group(group))}</div>
      ${
        budget === undefined || !priced
          ? nothing
          : html`<div class="foot">
              <up-explore-moved
                .context=${this.context}
                .reading=${this.reading}
                .budget=${budget}
                .voice=${this.voice}
                .move=${moveOf(model, this.context.store.get())}
                .since=${this.since}
                .moving=${this.context.store.get().beforeDrag !== undefined}
                @yield-change=${this.#onYield}
              ></up-explore-moved>
            </div>`
      }
    </aside>`;
  }

  get #words(): ExploreWords {
    return exploreWords(this.voice.language);
  }

  #tools(changed: number): TemplateResult {
    const w = this.#words.panel;
    const { model } = this.reading;
    const assumed = Object.keys(this.#document!.value.assumptions).length;
    return html`<div class="tools">
      <button
        class="tool"
        type="button"
        aria-pressed=${this.kept !== undefined}
        ?disabled=${this.kept === undefined && changed === 0}
        @click=${this.#onOnlyChanged}
      >
        ${this.kept === undefined ? nothing : html`<up-icon name="check"></up-icon>`}${w.onlyChanged}
        <span class="count">${changed}</span>
      </button>
      ${
        assumptionsOf(model).length === 0
          ? nothing
          : html`<button
              class="tool"
              type="button"
              @click=${() => this.context.actions.openDrawer('assumptions')}
            >
              ${w.assumptions}${assumed === 0 ? nothing : html` <span class="count">· ${w.changed(assumed)}</span>`}
            </button>`
      }
    </div>`;
  }

  /** On a phone the three places are tabs. */
  #places(groups: readonly LeverGroupLines[]): TemplateResult {
    const { groups: names } = this.voice.words;
    return html`<div class="places" role="group" aria-label=${this.#words.panel.places}>
      ${groups.map(
        ({ group, cost }) =>
          html`<button
            type="button"
            class="place ${group}"
            aria-pressed=${group === this.place}
            @click=${() => (this.place = group)}
          >
            <up-figure .group=${group} ?funded=${cost > 0}></up-figure><span>${names[group].name}</span>
          </button>`,
      )}
    </div>`;
  }

  #group({ group, cost, lines }: LeverGroupLines): TemplateResult | typeof nothing {
    const { words: w, format: f } = this.voice;
    const shown = lines.filter(
      (line) => this.kept === undefined || isChanged(line) || this.kept.has(line.lever.id),
    );
    if (shown.length === 0) return nothing;
    return html`<section
      class=${group}
      ?data-elsewhere=${group !== this.place}
      aria-label=${w.groups[group].name}
    >
      <div class="group">
        <up-figure .group=${group} ?funded=${cost > 0}></up-figure>
        <div>
          <h3>${w.groups[group].name}</h3>
          <p>${w.groups[group].plain}</p>
        </div>
        ${lines.some(isPriced) ? html`<strong>${f.millions(cost)}</strong>` : nothing}
      </div>
      <ul>
        ${repeat(
          shown,
          ({ lever }) => lever.id,
          (line) => html`<li>${this.#lever(line)}</li>`,
        )}
      </ul>
    </section>`;
  }

  #lever(line: LeverLine): TemplateResult {
    const { lever } = line;
    const { words: w } = this.voice;
    return html`<up-lever
      id=${lever.id}
      .name=${line.name}
      .mark=${leverMark(lever.group)}
      .min=${lever.min}
      .max=${lever.max}
      .step=${lever.step}
      .value=${line.value}
      .base=${line.base}
      .valueText=${line.valueText}
      .spokenText=${line.spokenText}
      .zones=${line.zones}
      .costText=${line.costText}
      .delayText=${line.delayText ?? ''}
      .payersText=${this.#document!.value.payers === undefined ? w.levers.paidBy : w.levers.paidByYours}
      .payers=${line.payers}
      .grade=${lever.evidence.grade}
      .gradeText=${w.grades[lever.evidence.grade]}
      .typedPerUnit=${line.typedPerUnit}
      .typeLabel=${w.levers.typeLabel}
      .language=${this.voice.language}
      .open=${this.open.has(lever.id)}
      @lever-toggle=${(e: LeverToggle) => this.#show(lever.id, e.open)}
      @lever-input=${(e: LeverInput) => this.#onMove(line, e.value, false)}
      @lever-change=${(e: LeverChange) => this.#onMove(line, e.value, true)}
      >${this.open.has(lever.id) ? this.#more(line) : nothing}</up-lever
    >`;
  }

  #more(line: LeverLine): TemplateResult {
    const { lever } = line;
    const w = this.#words.panel;
    const { actions } = this.context;
    return html`<p class="about">${line.about}</p>
      <p class="source">${this.voice.words.levers.evidence}: ${lever.evidence.source[this.voice.language]}</p>
      <div class="deeds">
        <button class="tool" type="button" @click=${() => actions.openDrawer('lever', lever.id)}>
          ${w.more}
        </button>
        ${
          isChanged(line)
            ? html`<button
                class="tool"
                type="button"
                aria-label=${w.toBaseSpoken(line.name)}
                title="Delete"
                @click=${() => this.#onMove(line, line.base, true)}
              >
                ${w.toBase}
              </button>`
            : nothing
        }
      </div>`;
  }

  protected override updated(): void {
    const pointed = this.#pointed!.value;
    if (pointed === this.#shown) return;
    this.#shown = pointed;
    if (pointed !== undefined) void this.#point(pointed);
  }

  /** Shows a lever that is pointed at from elsewhere, wherever in the panel it is. */
  async #point({ lever, focus }: { readonly lever: string; readonly focus: boolean }): Promise<void> {
    this.#show(lever, true);
    this.folded = false;
    this.kept = undefined;
    this.place = this.reading.model.levers.find(({ id }) => id === lever)?.group ?? this.place;
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(lever)}`);
    await (found as LitElement | null)?.updateComplete;
    found?.scrollIntoView({ block: 'nearest' });
    if (focus) found?.focus();
  }

  #show(id: string, open: boolean): void {
    const next = new Set(this.open);
    if (open) next.add(id);
    else next.delete(id);
    this.open = next;
  }

  #onMove({ lever: { id, variable } }: LeverLine, value: number, done: boolean): void {
    const { actions } = this.context;
    if (done) {
      this.#show(id, true);
      actions.setLever(variable, value);
    } else actions.dragLever(variable, value);
    if (this.kept !== undefined) this.kept = new Set([...this.kept, id]);
  }

  #onYield = ({ lever }: YieldChange): void => this.context.actions.letYield(lever);

  #onOnlyChanged = (): void => {
    this.kept = this.kept === undefined ? new Set() : undefined;
  };

  #onHandle = (event: Event): void => {
    // A pull is followed by a click of the same hand.
    if (event.timeStamp - this.#pulledAt > 50) this.folded = !this.folded;
  };

  #onPress = (event: PointerEvent): void => {
    this.#pulled = event.clientY;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  #onPull = (event: PointerEvent): void => {
    const by = event.clientY - (this.#pulled ?? event.clientY);
    this.#pulled = undefined;
    if (Math.abs(by) < pull) return;
    this.#pulledAt = event.timeStamp;
    this.folded = by > 0;
  };
}

const isChanged = ({ value, base }: LeverLine): boolean => value !== base;

declare global {
  interface HTMLElementTagNameMap {
    'up-explore-levers': UpExploreLevers;
  }
}
