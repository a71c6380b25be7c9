import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../../app/readings.ts';
import { seriesOf, type Run } from '../../model/experiment.ts';
import type { Accounts } from '../../model/accounts.ts';
import type { Horizon } from '../../model/horizons.ts';
import type { Model } from '../../model/model.ts';
import { memoBy, passedOnBy } from '../../model/passed-on.ts';
import { valueAt } from '../../model/reading.ts';
import { shiftedAt } from '../../model/split.ts';
import type { VariableId } from '../../model/variable.ts';
import { moneyWords } from '../../text/money.ts';
import { assumedBadge } from '../assumed-badge.ts';
import type { Voice } from '../voice.ts';

const passedOn: VariableId = 'passed_on';
const between: VariableId = 'in_gap';
const waitingCost: VariableId = 'gap_cost';
const waitingSeries: readonly VariableId[] = [passedOn, between, waitingCost];

/** The series that tell of people and money passed on, for models that have them. */
export const passingSeries = ({ variables, ledger }: Model): readonly VariableId[] => [
  ...(waitingSeries.every((name) => variables.has(name)) ? waitingSeries : []),
  ...(ledger?.transfers ?? []).map(({ amount }) => amount),
];

/** A table of sums by actor or cause, its last row their sum. Cells are finished text. */
interface Sums {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [name: string, ...cells: readonly string[]])[];
  readonly sum: readonly [name: string, ...cells: readonly string[]];
}

/**
 * What is moved between purses, which cancels; apart from it what waiting and repeated work cost, which does not; and
 * what actors pay for each other, which cancels too.
 */
export function shiftedSection(
  accounts: Accounts,
  reading: Reading,
  horizon: Horizon,
  voice: Voice,
): TemplateResult {
  const w = moneyWords(voice.language).shifted;
  const moved = movedSums(reading, horizon, voice);
  const paid = paidSums(accounts, horizon, voice);
  return html`${
    moved === undefined
      ? nothing
      : html`<section class="moved">
            <h2>${w.title} ${assumedBadge(reading, voice)}</h2>
            <p>${w.moved(horizon)}</p>
            ${table(moved, voice)} ${movedPerYear(reading, horizon, voice)}
          </section>
          <section class="apart">
            <h2>${w.apartTitle} ${assumedBadge(reading, voice)}</h2>
            <p>${w.apart(horizon)}</p>
            ${table(apartSums(accounts, reading, horizon, voice), voice)} ${waiting(reading, horizon, voice)}
          </section>`
  }
  ${
    paid === undefined && moved !== undefined
      ? nothing
      : html`<section class="shifted">
          <h2>${w.paidTitle} ${assumedBadge(reading, voice)}</h2>
          ${
            paid === undefined
              ? html`<p>${w.none(horizon)}</p>`
              : html`<p>${w.intro(horizon)}</p>
                  ${table(paid, voice)}`
          }
          ${moved === undefined ? waiting(reading, horizon, voice) : nothing}
        </section>`
  }`;
}

function movedSums(
  { model, selected, base, yearZero }: Reading,
  horizon: Horizon,
  { language, format: f }: Voice,
): Sums | undefined {
  const w = moneyWords(language).shifted;
  const rows = passedOnBy(model, selected.run!, base.run!, yearZero + horizon);
  return (
    rows && {
      title: w.title,
      heads: [w.actor, w.borne],
      rows: rows.map(({ actor, borne }) => [actor.name[language], f.millionsDifference(borne)]),
      sum: [w.sum, f.millionsDifference(Math.round(rows.reduce((sum, { borne }) => sum + borne, 0)))],
    }
  );
}

/** What is still moved each year at the horizon: where nothing is, there is nothing to gain by it. */
function movedPerYear(
  { model: { ledger }, selected, base, yearZero }: Reading,
  horizon: Horizon,
  { language, format: f }: Voice,
): TemplateResult | typeof nothing {
  const w = moneyWords(language).shifted;
  const transfers = ledger?.transfers ?? [];
  const [run, before] = [selected.run!, base.run!];
  if (transfers.some(({ amount }) => [run, before].some((r) => seriesOf(r, amount) === undefined)))
    return nothing;
  const at = (r: Run, name: VariableId): number => valueAt(r, name, yearZero + horizon);
  const sek = transfers.reduce((sum, { amount }) => sum + Math.abs(at(run, amount) - at(before, amount)), 0);
  const millions = f.number(sek / 1e6, 1);
  return html`<p>
    ${millions === f.number(0, 1) ? w.movedNoMore(horizon) : w.movedPerYear(horizon, millions)}
  </p>`;
}

function apartSums(
  accounts: Accounts,
  { model, selected, base, yearZero }: Reading,
  horizon: Horizon,
  { language, format: f }: Voice,
): Sums {
  const w = moneyWords(language).shifted;
  const memo = memoBy(model, selected.run!, base.run!, yearZero + horizon);
  const all = accounts.sum.net[horizon];
  const other = memo.reduce((rest, { saved }) => rest - saved, all);
  return {
    title: w.apartTitle,
    heads: ['', w.change],
    rows: [
      ...memo.map(({ item, saved }) => [item.name[language], f.millionsDifference(saved)] as const),
      [w.other, f.millionsDifference(other)],
    ],
    sum: [w.allPurses, f.millionsDifference(all)],
  };
}

function paidSums(accounts: Accounts, horizon: Horizon, { language, format: f }: Voice): Sums | undefined {
  const w = moneyWords(language).shifted;
  const rows = shiftedAt(accounts, horizon);
  if (rows === undefined) return undefined;
  const millions = (sek: number): string => f.number(sek / 1e6, 0);
  const sum = (of: (row: NonNullable<typeof rows>[number]) => number): number =>
    rows.reduce((all, row) => all + of(row), 0);
  return {
    title: w.paidTitle,
    heads: [w.actor, w.pays, w.byGain, w.shifted],
    rows: rows.map((row) => [
      row.actor.name[language],
      millions(row.paid),
      millions(row.byGain),
      f.millionsDifference(row.shifted),
    ]),
    sum: [
      w.sum,
      millions(sum((row) => row.paid)),
      millions(sum((row) => row.byGain)),
      f.millionsDifference(Math.round(sum((row) => row.shifted))),
    ],
  };
}

function table({ title, heads: [first, ...heads], rows, sum }: Sums, { language }: Voice): TemplateResult {
  const { unit } = moneyWords(language).shifted;
  const row = ([name, ...cells]: Sums['sum'], kind = ''): TemplateResult =>
    html`<tr class=${kind}>
      <th scope="row">${name}</th>
      ${cells.map((cell) => html`<td>${cell}</td>`)}
    </tr>`;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${title}>
    <table>
      <caption class="visually-hidden">
        ${title}, ${unit}
      </caption>
      <thead>
        <tr>
          ${first === '' ? html`<td></td>` : html`<th scope="col">${first}</th>`}
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((cells) => row(cells))} ${row(sum, 'sum')}
      </tbody>
    </table>
  </div>`;
}

function waiting(reading: Reading, horizon: Horizon, voice: Voice): TemplateResult | typeof nothing {
  const { selected, base, yearZero } = reading;
  const [run, before] = [selected.run, base.run];
  if (!holds(run) || !holds(before)) return nothing;
  const { format: f } = voice;
  const w = moneyWords(voice.language).shifted;
  const at = (r: Run, name: VariableId): number => valueAt(r, name, yearZero + horizon);
  const people = (r: Run, name: VariableId): string => f.people(at(r, name));
  const cost = (r: Run): string => f.money(at(r, waitingCost));
  return html`<p>
    ${w.people(horizon, people(run, passedOn), people(before, passedOn))}
    ${w.waiting(people(run, between), people(before, between), cost(run), cost(before))}
  </p>`;
}

const holds = (run: Run | undefined): run is Run =>
  run !== undefined && waitingSeries.every((name) => seriesOf(run, name) !== undefined);
