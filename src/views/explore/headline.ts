import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../../app/readings.ts';
import type { Horizon } from '../../app/state.ts';
import '../../elements/up-headline.ts';
import '../../elements/up-why.ts';
import type { Outcome } from '../../model/model.ts';
import { valueAt } from '../../model/reading.ts';
import { exploreWords } from '../../text/explore.ts';
import { explained } from '../explained.ts';
import type { Voice } from '../voice.ts';
import { difference, resultAt } from './sentences.ts';
import type { Since } from './since.ts';

/** The number of the screen at the horizon, against base and at the other horizon; and the sentence that says "men". */
export function headline(
  { selected, base, stock, inflow }: Reading,
  horizon: Horizon,
  voice: Voice,
): TemplateResult | typeof nothing {
  const { words: w } = voice;
  const result = resultAt(selected, base, horizon, voice);
  if (result === undefined || selected.inflow === undefined || base.inflow === undefined) {
    // What could not be computed is told of above.
    return selected.stale || base.stale ? nothing : html`<p class="waiting">${w.app.loading}</p>`;
  }
  const isBase = selected === base;
  const other = horizon === 4 ? 20 : 4;
  const atOther = resultAt(selected, base, other, voice)!;
  const inflowChange = difference(selected.inflow[horizon], base.inflow[horizon], voice);
  const fewerOutside = selected.stock![horizon] < base.stock![horizon];
  const moreNew = selected.inflow[horizon] > base.inflow[horizon];
  const label = w.explore.outsideIn(horizon);
  return html`<up-headline
    class=${selected.stale ? 'stale' : ''}
    .label=${selected.stale ? exploreWords(voice.language).failure.lastValid(label) : label}
    .value=${result.value}
  >
    ${
      isBase
        ? nothing
        : html`<p>
              ${
                result.same
                  ? html`<strong>${w.explore.same}</strong>
                      ${explained(w.explore.asBase(result.base), 'base', voice.language)}`
                  : html`<strong>${result.difference}</strong>
                      ${explained(w.explore.thanBase(result.base), 'base', voice.language)}`
              }
            </p>
            <p>${w.explore.atYear(other, atOther.value, atOther.difference)}</p>`
    }
    <p>
      <up-why
        .variable=${stock.variable}
        .text=${w.drawers.why}
        .label="${w.drawers.why} ${stock.name[voice.language]}"
      ></up-why>
    </p>
    <p slot="but">
      ${isBase || result.same ? nothing : fewerOutside === moreNew ? w.explore.but : w.explore.also}
      ${happening(inflow, selected.inflow[horizon], voice)}${
        isBase
          ? '.'
          : html`,
            ${inflowChange === undefined ? w.explore.asInBase : html`<strong>${inflowChange}</strong> ${w.explore.thanInBase}`}`
      }
    </p>
  </up-headline>`;
}

/** The number while the newest change is played again: what the run has in that year, and what it had before the change. */
export function headlineAt(
  { selected, stock, inflow, yearZero }: Reading,
  since: Since,
  year: number,
  voice: Voice,
): TemplateResult {
  const w = exploreWords(voice.language).charts;
  const { format: f } = voice;
  const at = (run: Since['run'], name: string): number => valueAt(run, name, yearZero + year);
  const [now, before] = [at(selected.run!, stock.variable), at(since.run, stock.variable)];
  const change = difference(now, before, voice);
  return html`<up-headline .label=${w.outsideYear(f.year(year))} .value=${f.people(now)}>
    <p><strong>${change ?? w.same}</strong> ${w.thanBefore(f.people(before))}</p>
    <p slot="but">
      ${happening(inflow, at(selected.run!, inflow.variable), voice)},
      ${w.wasBefore(f.people(at(since.run, inflow.variable)))}
    </p>
  </up-headline>`;
}

/** "**93 om året** hamnar utanför"; of an inflow without such words "Anländer: **93 om året**". */
function happening(
  { name, happens }: Outcome,
  value: number,
  { words, format, language }: Voice,
): TemplateResult {
  const count = html`<strong>${words.explore.inflow(format.people(value))}</strong>`;
  return happens === undefined ? html`${name[language]}: ${count}` : html`${count} ${happens[language]}`;
}
