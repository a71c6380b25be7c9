import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../../app/readings.ts';
import { seriesOf, type Run } from '../../model/experiment.ts';
import type { Accounts } from '../../model/accounts.ts';
import type { Horizon } from '../../model/horizons.ts';
import type { Model } from '../../model/model.ts';
import { valueIn } from '../../model/policy.ts';
import { valueAt } from '../../model/reading.ts';
import { shiftedAt } from '../../model/split.ts';
import type { VariableId } from '../../model/variable.ts';
import { moneyWords } from '../../text/money.ts';
import type { Voice } from '../voice.ts';

const passedOn: VariableId = 'passed_on';
const between: VariableId = 'in_gap';

/** The series that tell of people passed on between agencies, for models that have them. */
export const passingSeries = ({ variables }: Model): readonly VariableId[] =>
  [passedOn, between].every((name) => variables.has(name)) ? [passedOn, between] : [];

/** What actors pay for each other, which cancels; and apart from it people's waiting between agencies, which does not. */
export function shiftedSection(
  accounts: Accounts,
  reading: Reading,
  horizon: Horizon,
  voice: Voice,
): TemplateResult {
  const w = moneyWords(voice.language).shifted;
  const { format: f, language } = voice;
  const rows = shiftedAt(accounts, horizon);
  const millions = (sek: number): string => f.number(sek / 1e6, 0);
  const sum = (of: (row: NonNullable<typeof rows>[number]) => number): number =>
    (rows ?? []).reduce((all, row) => all + of(row), 0);
  return html`<section class="shifted">
    <h2>${w.title}</h2>
    ${
      rows === undefined
        ? html`<p>${w.none(horizon)}</p>`
        : html`<p>${w.intro(horizon)}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=${w.title}>
              <table>
                <caption class="visually-hidden">
                  ${w.title}, ${w.unit}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">${w.actor}</th>
                    ${[w.pays, w.byGain, w.shifted].map((head) => html`<th scope="col">${head}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${rows.map(
                    (row) =>
                      html`<tr>
                        <th scope="row">${row.actor.name[language]}</th>
                        <td>${millions(row.paid)}</td>
                        <td>${millions(row.byGain)}</td>
                        <td>${f.millionsDifference(row.shifted)}</td>
                      </tr>`,
                  )}
                  <tr class="sum">
                    <th scope="row">${w.sum}</th>
                    <td>${millions(sum((row) => row.paid))}</td>
                    <td>${millions(sum((row) => row.byGain))}</td>
                    <td>${f.millionsDifference(Math.round(sum((row) => row.shifted)))}</td>
                  </tr>
                </tbody>
              </table>
            </div>`
    }
    ${waiting(reading, horizon, voice)}
  </section>`;
}

function waiting(reading: Reading, horizon: Horizon, voice: Voice): TemplateResult | typeof nothing {
  const { model, where, selected, base, yearZero } = reading;
  const [run, before] = [selected.run, base.run];
  if (passingSeries(model).length === 0 || !holds(run) || !holds(before)) return nothing;
  const { format: f } = voice;
  const w = moneyWords(voice.language).shifted;
  const at = (r: Run, name: VariableId): number => valueAt(r, name, yearZero + horizon);
  const parameter = (name: VariableId, otherwise: number): number =>
    model.variables.get(name)?.kind === 'parameter' ? valueIn(model, where, name) : otherwise;
  const perPerson =
    parameter('cost_level', 1) *
    parameter('need_cost_factor', 1) *
    model.actors
      .filter((actor) => actor.money === 'cash')
      .reduce((sum, { id }) => sum + parameter(`c_${id}`, 0), 0);
  const cost = (r: Run): string => f.money(at(r, between) * perPerson);
  return html`<p>
    ${w.people(horizon, f.people(at(run, passedOn)), f.people(at(before, passedOn)))}
    ${w.waiting(f.people(at(run, between)), f.people(at(before, between)), cost(run), cost(before))}
  </p>`;
}

const holds = (run: Run | undefined): run is Run =>
  run !== undefined && [passedOn, between].every((name) => seriesOf(run, name) !== undefined);
