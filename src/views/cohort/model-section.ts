import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../../app/readings.ts';
import type { ChartCursor } from '../../elements/events.ts';
import '../../elements/up-lines-chart.ts';
import { horizons, type Horizon } from '../../model/horizons.ts';
import { cohortWords } from '../../text/cohort.ts';
import type { Voice } from '../voice.ts';
import { fewerLines, type Project, type ProjectResult } from './dynamic.ts';

type AtSome = Readonly<Partial<Record<Horizon, number>>>;

export interface ModelSection {
  readonly title: string;
  readonly reading: Reading | undefined;
  readonly voice: Voice;
  readonly horizon: Horizon;
  readonly cursorYear: number | undefined;
  readonly onCursor: (year: number | undefined) => void;
  readonly project: Project | undefined;
  /** SEK that was asked to be spent. */
  readonly asked: number;
  readonly result: ProjectResult | undefined;
  /** What the worked example says, where it can be compared: in people, and net at the horizons that it knows. */
  readonly example?: {
    readonly persons: number;
    readonly years: number;
    readonly net: AtSome;
    readonly publicNet: AtSome;
  };
}

/** What the dynamic model says of a project, beside the worked example, and why they differ. */
export function modelSection(given: ModelSection): TemplateResult | typeof nothing {
  const { title, reading, project, result, voice, asked } = given;
  const { language, format: f } = voice;
  const w = cohortWords(language).model;
  if (reading === undefined) return nothing;
  const { model, where } = reading;
  const body = (): TemplateResult => {
    if (project === undefined) return html`<p>${w.none(model.name[language])}</p>`;
    const preset = model.presets.find((p) => p.id === where.preset);
    const place = where.municipality ? voice.words.municipality.yours : (preset?.name[language] ?? '');
    const { effect } = project;
    return html`<p>
        ${w.same(f.money(project.cost), project.lever.name[language], place)}
        ${project.cost < asked - 1 ? w.partly(f.money(project.cost)) : nothing}
        ${effect && effect.counted !== effect.asked ? w.bounded(f.percent(effect.counted, 1)) : nothing}
      </p>
      ${result === undefined ? html`<p aria-busy="true">${w.waiting}</p>` : resultPart(result, given)}`;
  };
  return html`<section class="model" aria-label=${title}>
    <h2>${title}</h2>
    ${body()}
  </section>`;
}

function resultPart(result: ProjectResult, given: ModelSection): TemplateResult {
  const { example, voice, horizon, cursorYear, onCursor } = given;
  const { words, language } = voice;
  const w = cohortWords(language).model;
  return html`
    ${numbers(result, given)}
    ${
      example === undefined
        ? nothing
        : html`<up-lines-chart
            .heading=${w.chart}
            .unit=${w.chartUnit}
            .data=${fewerLines(result, example, horizon, voice)}
            .tableText=${words.chart.asTable}
            .chartText=${words.chart.asChart}
            .readText=${words.chart.read}
            .cursorYear=${cursorYear}
            @chart-cursor=${(e: ChartCursor) => onCursor(e.year)}
          ></up-lines-chart>`
    }
    <h3>${w.why}</h3>
    <ul class="reasons">
      ${reasons(result, given).map((reason) => html`<li>${reason}</li>`)}
    </ul>
  `;
}

function numbers(result: ProjectResult, { title, example, voice }: ModelSection): TemplateResult {
  const { format: f, language } = voice;
  const w = cohortWords(language).model;
  const none = '–';
  const millions = (sek: number | undefined): string =>
    sek === undefined ? none : f.millionsDifference(sek);
  const persons = (h: Horizon): string =>
    example === undefined || h > example.years ? none : f.number(example.persons, 1);
  const rows: readonly [string, (h: Horizon) => string, (h: Horizon) => string][] = [
    [w.fewer, persons, (h) => f.number(result.fewer[h], 1)],
    [w.net, (h) => millions(example?.net[h]), (h) => millions(result.net[h])],
    [w.publicNet, (h) => millions(example?.publicNet[h]), (h) => millions(result.publicNet[h])],
  ];
  const groups = horizons.map((h) => ({
    h,
    columns: [
      // The worked example ends where its years do.
      ...(example?.net[h] === undefined ? [] : [{ name: w.example, of: 1 as const }]),
      { name: w.dynamic, of: 2 as const },
    ],
  }));
  const columns = groups.flatMap(({ h, columns: of }) => of.map((column) => ({ h, ...column })));
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${title}: ${w.caption}">
    <table>
      <caption class="visually-hidden">
        ${w.caption}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${groups.map(({ h, columns: of }) => html`<th scope="colgroup" colspan=${of.length}>${w.year(h)}</th>`)}
        </tr>
        <tr>
          <td></td>
          ${columns.map(({ name, of }) => html`<th scope="col" class=${of === 2 ? 'dynamic' : ''}>${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${row[0]}</th>
              ${columns.map(({ h, of }) => html`<td class=${of === 2 ? 'dynamic' : ''}>${row[of](h)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Why the two differ, with the run's own numbers; only what holds for this run is said. */
function reasons(result: ProjectResult, { example, reading, voice }: ModelSection): readonly string[] {
  const { format: f, language } = voice;
  const w = cohortWords(language).model.reasons;
  const n = (value: number): string => f.number(value, 1);
  const { reached, fewer, fewerInflow } = result;
  return [
    ...(example === undefined ? [w.coach] : []),
    ...(reached !== undefined && reached < 0.95 ? [w.start(f.percent(reached))] : []),
    ...(example === undefined
      ? []
      : [
          ...(fewerInflow < example.persons ? [w.inflow(n(fewerInflow), n(example.persons))] : []),
          w.later,
          ...(reading === undefined ? [] : [w.groups(reading.stock.name[language])]),
          ...(fewer[20] < fewer[4] ? [w.leave(n(fewer[4]), n(fewer[20]))] : []),
          w.loops,
        ]),
  ];
}
