import { html, nothing, type TemplateResult } from 'lit';
import type { StrategyReading } from '../../app/readings.ts';
import type { Model } from '../../model/model.ts';
import { exploreWords } from '../../text/explore.ts';
import { shownSeries, valuesOf } from '../series-lines.ts';
import type { Voice } from '../voice.ts';
import { printFor, timeWords } from './plain-chart.ts';

export interface PlainRows {
  readonly model: Model;
  /** Base first. */
  readonly strategies: readonly StrategyReading[];
  readonly selected: StrategyReading;
  /** The variables that are read. */
  readonly names: readonly string[];
  readonly voice: Voice;
}

/** More columns than these are no table to read. */
const most = 4;

/** What every strategy comes to when the model ends: the charts' last values as a table, and in a sentence for the ear. */
export function plainResults(rows: PlainRows): TemplateResult | typeof nothing {
  const { model, strategies, selected, voice } = rows;
  const { language, words } = voice;
  const w = exploreWords(language).plain;
  const time = strategies[0]?.run?.times.at(-1);
  const columns = rows.names
    .slice(0, most)
    .flatMap((name) => shownSeries(model, name, language) ?? [])
    .map((shown) => {
      const series = strategies.map(({ run }) => run && valuesOf(run, shown));
      const print = printFor(
        shown,
        series.flatMap((values) => [...(values ?? [])]),
        voice,
      );
      const cells = series.map((values) => {
        const value = values?.at(-1);
        return value === undefined ? '–' : (print?.(value) ?? voice.format.people(value));
      });
      return { shown, cells };
    });
  if (time === undefined || columns.length === 0) return nothing;
  const at = timeWords(model, time, voice);
  const row = strategies.indexOf(selected);
  const parts = columns.map(({ shown, cells }) =>
    row === 0 ? w.atBase(shown.heading, cells[0]!) : w.part(shown.heading, cells[row] ?? '–', cells[0]!),
  );
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${w.end(at)}>
      <table>
        <caption>
          ${w.end(at)}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.explore.table.strategy}</th>
            ${columns.map(({ shown }) => html`<th scope="col">${shown.heading}${shown.unit === '' ? nothing : `, ${shown.unit}`}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${strategies.map(
            ({ strategy }, i) =>
              html`<tr class=${i === row ? 'best' : ''}>
                <th scope="row">${strategy.name[language]}</th>
                ${columns.map(({ cells }) => html`<td>${cells[i]}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="visually-hidden" role="status">
      ${w.spoken(selected.strategy.name[language], at, parts.join('; '))}
    </p>`;
}
