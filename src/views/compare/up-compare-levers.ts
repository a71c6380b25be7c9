import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Actions } from '../../app/actions.ts';
import type { Reading, StrategyReading } from '../../app/readings.ts';
import type { MenuChoose } from '../../elements/events.ts';
import { lineSample } from '../../elements/line-sample.ts';
import '../../elements/up-menu.ts';
import '../../elements/up-toast.ts';
import type { Budget } from '../../model/budget.ts';
import { buttons, focusRing, reset, tables, visuallyHidden } from '../../style/shared.ts';
import { assumedBadge } from '../assumed-badge.ts';
import { changedLevers, copyInto, type Copied, type LeverCell, type LeverRow } from './levers.ts';
import type { CompareVoice } from './voice.ts';

/** The levers that have been moved, side by side, and the way of one to another strategy. */
@customElement('up-compare-levers')
export class UpCompareLevers extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    tables,
    visuallyHidden,
    css`
      :host {
        display: block;
      }
      h2 {
        font: var(--type-section);
        padding-block: 0.375rem;
      }
      .note {
        font: var(--type-label);
        color: var(--ink-2);
        margin-inline-start: var(--space-1);
      }
      th,
      td {
        text-align: start;
        padding-block: var(--space-1);
      }
      td {
        font-variant-numeric: proportional-nums;
        min-inline-size: 9rem;
      }
      .cell {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-1);
      }
      .setting {
        font-weight: 600;
      }
      .base {
        color: var(--ink-3);
      }
      .cost {
        display: block;
        font: var(--type-small);
        color: var(--ink-2);
      }
      up-menu {
        --target: 2rem;
      }
      @media (pointer: coarse) {
        up-menu {
          --target: 44px;
        }
      }
      thead .line-sample {
        vertical-align: -0.2em;
        margin-inline-end: var(--space-2);
      }
      .sum > * {
        border-block-start: var(--hairline) solid var(--outline);
        font-weight: 600;
      }
      .do {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        margin-block-start: var(--space-2);
        color: var(--ink-2);
      }
      up-toast {
        position: fixed;
        inset-block-end: var(--space-7);
        inset-inline-start: var(--space-4);
        max-inline-size: min(40rem, calc(100vw - 2 * var(--space-4)));
        z-index: 2;
      }
      @media print {
        up-menu,
        up-toast,
        .do {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) actions!: Actions;
  @property({ attribute: false }) reading!: Reading;
  @property({ attribute: false }) rows: readonly StrategyReading[] = [];
  @property({ attribute: false }) voice!: CompareVoice;
  /** The sum that own strategies are held to, if it is locked. */
  @property({ attribute: false }) locked: Budget | undefined;
  @state() private told = '';
  @state() private copies = 0;
  #made: string | undefined;

  /** Results do not touch it: it is drawn again when something has been moved, named or said in another language. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const { language } = this.voice;
    const { model, where, selected, strategies } = this.reading;
    const told = [...this.rows, ...strategies].map(({ strategy }) => [
      strategy.name[language],
      strategy.policy,
      strategy.id,
    ]);
    const made = JSON.stringify([language, model.id, where, selected.strategy.id, told, this.copies]);
    const other =
      made !== this.#made || !(changed.has('reading') || changed.has('rows') || changed.has('voice'));
    this.#made = made;
    return other;
  }

  protected override render(): TemplateResult {
    const { c, format: f, language } = this.voice;
    const levers = changedLevers(this.reading, this.rows, this.voice);
    if (levers.length === 0) {
      return html`<h2>${c.levers}</h2>
        <p class="do">
          ${c.noLevers}
          <button class="button" type="button" @click=${() => this.actions.openView('explore')}>
            ${c.noLeversDo}
          </button>
        </p>`;
    }
    return html`<h2>
        ${c.levers} <span class="note">${c.leversNote}</span> ${assumedBadge(this.reading, this.voice)}
      </h2>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${c.levers}>
        <table>
          <caption class="visually-hidden">
            ${c.levers}
          </caption>
          <thead>
            <tr>
              <th scope="col">${c.lever}</th>
              ${this.rows.map(
                ({ strategy }) =>
                  html`<th scope="col">${lineSample(strategy.mark)}${strategy.name[language]}</th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${levers.map((row) => this.#row(row))}
            <tr class="sum">
              <th scope="row">${c.sumRow}</th>
              ${this.rows.map(({ cost }) => html`<td>${f.money(cost)}</td>`)}
            </tr>
          </tbody>
        </table>
      </div>
      ${
        this.reading.strategies.some(({ strategy }) => !strategy.ready)
          ? nothing
          : html`<p class="do">
              ${c.needOwn}
              <button
                class="button"
                type="button"
                @click=${() => this.actions.duplicateStrategy(this.reading.selected.strategy.id)}
              >
                ${c.makeOwn}
              </button>
            </p>`
      }
      <up-toast .message=${this.told} .serial=${this.copies} .stay=${10_000}></up-toast>`;
  }

  #row({ lever, cells }: LeverRow): TemplateResult {
    const { words: w, c, language } = this.voice;
    return html`<tr>
      <th scope="row">
        ${lever.name[language]}
        <span class="cost">${w.groups[lever.group].name}</span>
      </th>
      ${cells.map((cell) =>
        cell === undefined
          ? html`<td class="base">
              <span aria-hidden="true">–</span><span class="visually-hidden">${c.asBase}</span>
            </td>`
          : html`<td>
              <div class="cell">
                <div>
                  <span class="setting">${cell.text}</span>
                  <span class="cost">${cell.cost}</span>
                </div>
                ${this.#copies(lever, cell)}
              </div>
            </td>`,
      )}
    </tr>`;
  }

  /** A menu of the person's other strategies to which a setting can be copied. */
  #copies(lever: LeverRow['lever'], { row, setting }: LeverCell): TemplateResult | typeof nothing {
    const { c, language } = this.voice;
    const targets = this.reading.strategies.filter(
      ({ strategy }) =>
        !strategy.ready && strategy.id !== row.strategy.id && strategy.policy[lever.variable] !== setting,
    );
    if (targets.length === 0) return nothing;
    const label = c.copyTo(lever.name[language], row.strategy.name[language]);
    const copy = (id: string): void => {
      const { strategy } = targets.find((target) => target.strategy.id === id)!;
      const copied = copyInto(this.reading, strategy, { lever, setting }, this.locked, this.voice);
      this.actions.setPolicy(id, copied.policy);
      this.told = this.#toldOf(lever.name[language], strategy.name[language], copied);
      this.copies++;
    };
    return html`<up-menu
      icon="copy"
      .label=${label}
      .items=${targets.map(({ strategy }) => ({ id: strategy.id, text: strategy.name[language] }))}
      @menu-choose=${(event: MenuChoose) => copy(event.item)}
    ></up-menu>`;
  }

  /** What was copied, and under a locked budget which levers gave way or took over. */
  #toldOf(lever: string, to: string, { stopsAt, gave, took }: Copied): string {
    const { c, format: f, language } = this.voice;
    const parts = (changes: Copied['gave']): readonly string[] =>
      changes.map(([other, sum]) => c.sum(other.name[language], f.money(sum)));
    return [
      stopsAt === undefined ? c.copied(lever, to) : c.copiedPart(lever, to, stopsAt),
      this.locked === undefined ? '' : c.lockedAt(f.money(this.locked.sum)),
      gave.length === 0 ? '' : c.gave(parts(gave)),
      took.length === 0 ? '' : c.took(parts(took)),
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  }
}
