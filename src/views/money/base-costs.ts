import { css, html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Reading } from '../../app/readings.ts';
import '../../elements/up-why.ts';
import type { Run } from '../../model/experiment.ts';
import { horizons, type Horizon } from '../../model/horizons.ts';
import type { Actor } from '../../model/model.ts';
import { valueAt } from '../../model/reading.ts';
import type { VariableId } from '../../model/variable.ts';
import { moneyWords } from '../../text/money.ts';
import { assumedBadge } from '../assumed-badge.ts';
import type { Voice } from '../voice.ts';

const bar = { width: 160, height: 12 } as const;

export const baseCostStyles = css`
  .carried {
    max-inline-size: 60rem;
  }
  /* The font’s tabular comma is as wide as a digit, and English parts thousands with it. */
  :host(:lang(en)) .carried td {
    font-variant-numeric: proportional-nums;
  }
  .carried .sum > * {
    font-weight: 700;
    border-block-end: 2px solid var(--ink);
  }
  .carried .now {
    font-weight: 700;
    color: var(--ink);
  }
  .carried .notcash > * {
    color: var(--ink-2);
  }
  .carried svg {
    display: block;
    margin-inline-start: auto;
  }
  .carried rect {
    fill: var(--stock-outside);
  }
  @media (max-width: 639px) {
    .carried .share {
      display: none;
    }
    .carried :is(th, td) {
      padding-inline: var(--space-2);
    }
    .carried th:first-child {
      padding-inline-start: 0;
      white-space: normal;
    }
  }
`;

/** The costs of a run by actor, those who carry most at a horizon first. Present values from year 0, SEK. */
export interface Costs {
  readonly horizon: Horizon;
  readonly cost: (actor: Actor, years: number) => number;
  readonly cash: readonly Actor[];
  readonly value: readonly Actor[];
  /** Of all with cash. */
  readonly total: (years: number) => number;
}

/** The run must hold the actors' present values. */
export function costsOf({ model, yearZero }: Reading, run: Run, horizon: Horizon): Costs {
  const cost = ({ presentValue }: Actor, years: number): number =>
    valueAt(run, presentValue, yearZero + years);
  const cash = model.actors
    .filter(({ money }) => money === 'cash')
    .toSorted((a, b) => cost(b, horizon) - cost(a, horizon));
  const value = model.actors.filter(({ money }) => money === 'value');
  const total = (years: number): number => cash.reduce((sum, actor) => sum + cost(actor, years), 0);
  return { horizon, cost, cash, value, total };
}

/** What base costs, and who carries most of it, in a sentence or two. */
export const baseClaim = ({ cash, total, horizon }: Costs, { language, format: f }: Voice): string =>
  moneyWords(language).base.claim(f.money(total(horizon)), horizon, cash[0]?.name[language]);

/**
 * Who carries what when nothing is changed: the costs of base by actor at each horizon, cash and its sum, and
 * production value in a row of its own.
 */
export function baseCosts(costs: Costs, reading: Reading, voice: Voice): TemplateResult {
  const { words, language, format: f } = voice;
  const w = words.money;
  const own = moneyWords(language).base;
  const { horizon, cost, cash, value, total } = costs;
  const largest = Math.max(...cash.map((actor) => cost(actor, horizon)));
  /** At the year on screen a figure can be asked why, where the model has that very sum. */
  const cells = (
    name: string,
    series: VariableId | undefined,
    at: (years: number) => number,
  ): TemplateResult[] =>
    horizons.map((h) => {
      const text = f.number(at(h) / 1e6, 0);
      if (h !== horizon) return html`<td>${text}</td>`;
      return html`<td class="now">
        ${
          series === undefined
            ? text
            : html`<up-why
                figure
                .variable=${series}
                .text=${text}
                .label="${words.drawers.why} ${name} ${text}"
              ></up-why>`
        }
      </td>`;
    });

  return html`<h1>${baseClaim(costs, voice)}</h1>
    <p>${own.text} ${words.app.disclaimer}</p>
    <div class="carried table-scroll" tabindex="0" role="region" aria-label=${own.caption}>
      <table>
        <caption>
          ${own.caption} ${assumedBadge(reading, voice)}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${w.actor}, </span>${own.unit}</th>
            ${horizons.map((h) => html`<th scope="col" class=${h === horizon ? 'now' : ''}>${w.years(h)}</th>`)}
            <td class="share"></td>
          </tr>
        </thead>
        <tbody>
          ${cash.map(
            (actor) =>
              html`<tr>
                <th scope="row">${actor.name[language]}</th>
                ${cells(actor.name[language], actor.presentValue, (years) => cost(actor, years))}
                <td class="share">${barOf(cost(actor, horizon) / largest)}</td>
              </tr>`,
          )}
          <tr class="sum">
            <th scope="row">${w.sum}</th>
            ${cells(w.sum, reading.model.ledger?.publicValue, total)}
            <td class="share"></td>
          </tr>
          ${value.map(
            (actor) =>
              html`<tr class="notcash">
                <th scope="row">${actor.name[language]}, ${w.notCash}</th>
                ${cells(actor.name[language], actor.presentValue, (years) => cost(actor, years))}
                <td class="share"></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/** Decoration: the row has the number. */
const barOf = (share: number): SVGTemplateResult =>
  svg`<svg width=${bar.width} height=${bar.height} aria-hidden="true">
    <rect width=${Math.max(0, share * bar.width)} height=${bar.height} />
  </svg>`;
