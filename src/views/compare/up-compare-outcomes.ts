import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Reading, StrategyReading } from '../../app/readings.ts';
import { horizons, type Horizon } from '../../app/state.ts';
import { isBase } from '../../app/strategies.ts';
import { lineSample } from '../../elements/line-sample.ts';
import type { Outcome } from '../../model/model.ts';
import { valueIn } from '../../model/policy.ts';
import { focusRing, reset, tables, visuallyHidden } from '../../style/shared.ts';
import { assumedBadge } from '../assumed-badge.ts';
import { contestOf, standings, type Contest } from '../contest.ts';
import { quantityOf } from './quantity.ts';
import type { CompareVoice } from './voice.ts';

/** A result that is read at the three horizons. */
interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly of: (row: StrategyReading) => Readonly<Record<Horizon, number>> | undefined;
  readonly print: (value: number) => string;
  /** What is printed, as a number. */
  readonly shown: (value: number) => number;
  /** Differences to base: base itself has none. */
  readonly net: boolean;
}

/** What each strategy gives at 4, 20 and 40 years, with the best and the worst of those that cost the same in words. */
@customElement('up-compare-outcomes')
export class UpCompareOutcomes extends LitElement {
  static override styles = [
    reset,
    focusRing,
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
      table {
        min-inline-size: 60rem;
      }
      th,
      td {
        padding-inline: var(--space-2);
      }
      thead tr:first-child > * {
        border-block-end: 0;
      }
      .parted {
        border-inline-start: var(--hairline) solid var(--line);
      }
      .cost {
        font-variant-numeric: proportional-nums;
      }
      thead .unit {
        display: block;
        font-weight: 400;
        color: var(--ink-2);
      }
      /* The horizon in force. */
      .now {
        background-color: var(--band-20);
      }
      thead .now {
        font-weight: 700;
        color: var(--ink);
      }
      tbody th .line-sample {
        vertical-align: -0.2em;
        margin-inline-end: var(--space-2);
      }
      /* The word under the number, so that twelve columns have room; its line is there also where it is empty. */
      .standing {
        display: block;
        block-size: 1rem;
        font: var(--type-small);
      }
      .standing span {
        border-block-end: 2px solid var(--ink);
      }
      .worst .standing span {
        border-block-end: 0;
      }
      tbody th,
      tbody td {
        padding-block: var(--space-1);
        vertical-align: top;
      }
      .note {
        font: var(--type-small);
        color: var(--ink-2);
        margin-block-start: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) reading!: Reading;
  @property({ attribute: false }) rows: readonly StrategyReading[] = [];
  @property({ attribute: false }) voice!: CompareVoice;
  @property({ attribute: false }) horizon: Horizon = 20;
  #contest: Contest | undefined;

  protected override render(): TemplateResult {
    const { c, format: f } = this.voice;
    const { model, where } = this.reading;
    const measures = this.#measures();
    this.#contest = contestOf(this.rows.filter(({ strategy }) => !isBase(strategy)));
    const rate = model.variables.has('discount_rate') ? valueIn(model, where, 'discount_rate') : undefined;
    return html`<h2>${c.outcomes} ${assumedBadge(this.reading, this.voice)}</h2>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${c.outcomes}>
        <table>
          <caption class="visually-hidden">
            ${c.outcomes}
          </caption>
          <thead>
            <tr>
              <td></td>
              <th scope="col">${c.cost}</th>
              ${measures.map(
                ({ name, unit }) =>
                  html`<th scope="colgroup" colspan="3" class="parted">
                    ${name} <span class="unit">${unit}</span>
                  </th>`,
              )}
            </tr>
            <tr>
              <th scope="col">${c.strategy}</th>
              <th scope="col">${c.costUnit}</th>
              ${measures.map(() =>
                horizons.map((h, i) => html`<th scope="col" class=${this.#column(h, i)}>${c.year(h)}</th>`),
              )}
            </tr>
          </thead>
          <tbody>
            ${this.rows.map((row) => this.#row(row, measures))}
          </tbody>
        </table>
      </div>
      <p class="note">
        ${this.#contestNote()}
        ${rate === undefined || model.ledger === undefined ? nothing : c.netNote(f.percent(rate, 1))}
      </p>`;
  }

  #column = (horizon: Horizon, place: number): string =>
    `${place === 0 ? 'parted' : ''} ${horizon === this.horizon ? 'now' : ''}`;

  #row(row: StrategyReading, measures: readonly Measure[]): TemplateResult {
    const { format: f, language } = this.voice;
    return html`<tr>
      <th scope="row">${lineSample(row.strategy.mark)}${row.strategy.name[language]}</th>
      <td class="cost">${f.millions(row.cost)}</td>
      ${measures.map((measure) => horizons.map((h, i) => this.#cell(row, measure, h, i)))}
    </tr>`;
  }

  #cell(row: StrategyReading, measure: Measure, horizon: Horizon, place: number): TemplateResult {
    const { c } = this.voice;
    const column = this.#column(horizon, place);
    const value = measure.of(row)?.[horizon];
    if (value === undefined) return html`<td class=${column} aria-label=${c.waiting}>…</td>`;
    if (measure.net && isBase(row.strategy)) return html`<td class=${column}>–</td>`;
    const standing = this.#standing(row, measure, horizon);
    const loss = measure.net && measure.shown(value) < 0 ? 'loss' : '';
    return html`<td class="${column} ${standing ?? ''} ${loss}">
      ${measure.print(value)}
      ${
        isBase(row.strategy) || this.#contest === undefined
          ? nothing
          : html`<span class="standing"
              >${standing === undefined ? nothing : html`<span>${c[standing]}</span>`}</span
            >`
      }
    </td>`;
  }

  #standing(
    row: StrategyReading,
    { of, better, shown }: Measure,
    horizon: Horizon,
  ): 'best' | 'worst' | undefined {
    const rivals = this.#contest?.rivals ?? [];
    const values = rivals.map((rival) => of(rival)?.[horizon]).filter((value) => value !== undefined);
    // Nobody is best until all have been computed.
    if (values.length < rivals.length) return undefined;
    return standings(values, better, shown)[rivals.indexOf(row)];
  }

  #contestNote(): string {
    const { c, format: f, language } = this.voice;
    if (this.rows.filter(({ strategy }) => !isBase(strategy)).length < 2) return '';
    const contest = this.#contest;
    if (contest === undefined) return c.noContest;
    const names = contest.rivals.map(({ strategy }) => strategy.name[language]);
    return contest.sum === 0 ? c.bestNoteFree(names) : c.bestNote(names, f.money(contest.sum));
  }

  #measures(): readonly Measure[] {
    const { c, format: f, language } = this.voice;
    const { stock, inflow, model } = this.reading;
    const counted = (outcome: Outcome, of: Measure['of']): Measure => {
      const { noun, print, shown } = quantityOf(model, outcome, this.voice);
      return {
        name: noun,
        unit: outcome.unitWords[language],
        better: outcome.better,
        of,
        print,
        shown,
        net: false,
      };
    };
    const money = {
      unit: c.money,
      better: 'higher',
      print: f.millionsDifference,
      shown: (sek: number) => Math.round(sek / 1e6),
      net: true,
    } as const;
    return [
      counted(stock, (row) => row.stock),
      counted(inflow, (row) => row.inflow),
      ...(model.ledger === undefined
        ? []
        : [
            { ...money, name: c.publicNet, of: (row: StrategyReading) => row.publicGain },
            { ...money, name: c.totalNet, of: (row: StrategyReading) => row.gain },
          ]),
    ];
  }
}
