import { html, nothing, type TemplateResult } from 'lit';
import { isBase } from '../../app/strategies.ts';
import { charts } from '../../chart/index.ts';
import { axisStart } from '../../chart/lines-frame.ts';
import '../../elements/up-evidence.ts';
import '../../elements/up-qr.ts';
import { lineSample } from '../../elements/line-sample.ts';
import type { Account } from '../../model/accounts.ts';
import { horizons } from '../../model/horizons.ts';
import type { Outcome } from '../../model/model.ts';
import { valueIn } from '../../model/policy.ts';
import type { Evidence, Grade, Parameter } from '../../model/variable.ts';
import { moneyWords } from '../../text/money.ts';
import { assumedBadge } from '../assumed-badge.ts';
import { breakEvenWords } from '../break-even.ts';
import { isDense, outcomeLines } from './charts.ts';
import { changedLevers, parameterOf, printed, type Content } from './content.ts';

/** Page 3: the stock beside the inflow, the outcomes at three horizons, and the ledger. */
export function outcomesPage(content: Content): TemplateResult {
  const { reading, report: w } = content;
  return html`
    <h2 class="page-title">${w.outcomes.title} ${assumedBadge(reading, content.voice)}</h2>
    <div class="charts">${[reading.stock, reading.inflow].map((outcome) => chart(content, outcome))}</div>
    <div class="tables ${isDense(content) ? 'dense' : ''}">
      ${outcomeTable(content)} ${ledgerTable(content)}
    </div>
  `;
}

function chart(content: Content, outcome: Outcome): TemplateResult | typeof nothing {
  const { voice } = content;
  const data = outcomeLines(content, outcome);
  if (data === undefined) return nothing;
  const start = axisStart(data);
  const unit = outcome.unitWords[voice.language];
  return html`<figure>
    <figcaption>
      <strong>${outcome.name[voice.language]}</strong>
      ${assumedBadge(content.reading, voice)}
      ${start === undefined ? unit : `${unit}, ${voice.words.chart.axisFrom(voice.format.people(start))}`}
    </figcaption>
    <svg
      role="img"
      aria-label="${outcome.name[voice.language]}. ${charts.lines.describe(data)}"
      data-outcome=${outcome.role}
    ></svg>
  </figure>`;
}

function outcomeTable({ rows, voice, report: { outcomes: w } }: Content): TemplateResult {
  const { format: f, language } = voice;
  const groups = [w.outside, w.inflow, w.net];
  return html`<table class="outcomes">
      <thead>
        <tr>
          <td></td>
          ${groups.map((group) => html`<th scope="colgroup" colspan="3">${group}</th>`)}
        </tr>
        <tr>
          <th scope="col">${w.strategy}</th>
          ${groups.flatMap(() => horizons.map((h, i) => html`<th scope="col" class=${i === 0 ? 'parted' : ''}>${w.year(h)}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${lineSample(row.strategy.mark)} ${row.strategy.name[language]}</th>
              ${[
                ...horizons.map((h) => (row.stock ? f.people(row.stock[h]) : '–')),
                ...horizons.map((h) => (row.inflow ? f.people(row.inflow[h]) : '–')),
                ...horizons.map((h) =>
                  isBase(row.strategy) || !row.gain ? '–' : f.millionsDifference(row.gain[h]),
                ),
              ].map((cell, i) => html`<td class=${i % 3 === 0 ? 'parted' : ''}>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="note">${w.netNote}</p>`;
}

function ledgerTable({ reading, voice, report: { ledger: w }, ledger }: Content): TemplateResult {
  if (ledger === undefined) return html`<p>${w.none}</p>`;
  const { format: f, language, words } = voice;
  const { cash, reinvested, sum, value } = ledger.accounts;
  const millions = (sek: number): string => f.number(sek / 1e6, 0);
  const line = (name: string, account: Account, kind = ''): TemplateResult =>
    html`<tr class=${kind}>
      <th scope="row">${name}</th>
      <td>${millions(account.paid[20])}</td>
      <td>${millions(account.back[20])}</td>
      ${horizons.map((h, i) => html`<td class=${i === 0 ? 'parted' : ''}>${f.millionsDifference(account.net[h])}</td>`)}
      <td class="parted">
        ${account === reinvested ? '–' : breakEvenWords(account.breakEven, horizons.at(-1)!, voice)}
      </td>
    </tr>`;
  return html`<section>
    <h2>
      ${w.title(ledger.row.strategy.name[language])}
      <small>${words.money.unit} ${w.rounded}</small> ${assumedBadge(reading, voice)}
    </h2>
    <table class="ledger">
      <thead>
        <tr>
          <th scope="col">${words.money.actor}</th>
          <th scope="col">${w.pays(20)}</th>
          <th scope="col">${w.back(20)}</th>
          ${horizons.map((h, i) => html`<th scope="col" class=${i === 0 ? 'parted' : ''}>${w.net(h)}</th>`)}
          <th scope="col" class="parted">${words.money.plusFrom}</th>
        </tr>
      </thead>
      <tbody>
        ${cash.map((account) => line(account.actor!.name[language], account))}
        ${reinvested === undefined ? nothing : line(moneyWords(language).reinvested, reinvested)}
        ${line(words.money.sum, sum, 'sum')}
        ${value.map((account) => line(`${account.actor!.name[language]}, ${words.money.notCash}`, account))}
      </tbody>
    </table>
  </section>`;
}

/** Changed assumptions that have a row each, and rows of all kinds that stand as usual: with more they stand closer. */
const mostRows = { changed: 8, usual: 12 };

/** A code of more characters than this is larger, so that a camera tells its squares apart on paper. */
const longLink = 300;

const moneyParameters = ['discount_rate', 'cost_level', 'takehome_share'];

/** Page 4: what was assumed, how well it is known, what it is not for, and the way back to the work. */
export function sourcesPage(content: Content): TemplateResult {
  const { reading, voice, report, assumed, link, rows } = content;
  const { sources: w } = report;
  const { language, words } = voice;
  const { model } = reading;
  const { scenario: _own, ...place } = reading.where;
  const changed = Object.keys(assumed).flatMap((id) => parameterOf(model, id) ?? []);
  const money = moneyParameters
    .filter((id) => !(id in assumed))
    .flatMap((id) => parameterOf(model, id) ?? []);
  const year = moneyWords(language).assumed;
  const graded = (grade: Grade, text: string): TemplateResult =>
    html`<td><up-evidence .grade=${grade} .text=${words.grades[grade]}></up-evidence></td>
      <td class="source">${text}</td>`;
  const evidence = ({ grade, source }: Evidence): TemplateResult => graded(grade, source[language]);
  const levers = changedLevers(reading, rows);
  const change = (p: Parameter): string =>
    w.from(printed(p, assumed[p.id]!, voice), printed(p, valueIn(model, place, p.id), voice));
  const isFull = changed.length + levers.length > mostRows.usual;
  return html`
    <h2 class="page-title">${w.title}</h2>
    <table class="sources ${isFull ? 'dense' : ''}">
      <tbody>
        <tr>
          <th scope="rowgroup" colspan="4">${changed.length === 0 ? w.changedNone : w.changed}</th>
        </tr>
        ${
          changed.length > mostRows.changed
            ? html`<tr>
                <td class="all" colspan="4">
                  ${changed.map((p) => `${p.name[language]} ${change(p)}`).join('; ')}.
                </td>
              </tr>`
            : changed.map(
                (p) =>
                  html`<tr>
                    <th scope="row">${p.name[language]}</th>
                    <td>${change(p)}</td>
                    ${evidence(p.evidence)}
                  </tr>`,
              )
        }
        <tr>
          <th scope="rowgroup" colspan="4">${w.money}</th>
        </tr>
        ${money.map(
          (p) =>
            html`<tr>
              <th scope="row">${p.name[language]}</th>
              <td>${printed(p, valueIn(model, reading.where, p.id), voice)}</td>
              ${evidence(p.evidence)}
            </tr>`,
        )}
        ${
          model.ledger === undefined
            ? nothing
            : html`<tr>
                <th scope="row">${year.yearTitle}</th>
                <td>${year.year}</td>
                ${graded('assumed', year.yearText)}
              </tr>`
        }
        <tr>
          <th scope="rowgroup" colspan="4">${w.effects}</th>
        </tr>
        ${levers.map(
          (lever) =>
            html`<tr>
              <th scope="row" colspan="2">${lever.name[language]}</th>
              ${evidence(lever.evidence)}
            </tr>`,
        )}
      </tbody>
    </table>
    <div class="columns end">
      <div>
        <h2>${w.limits}</h2>
        <ul>
          ${[...w.limitList, ...(parameterOf(model, 'cost_level') ? [w.limitCost] : [])].map((limit) => html`<li>${limit}</li>`)}
        </ul>
      </div>
      <div class="link">
        <h2>${w.link}</h2>
        <up-qr class=${link.length > longLink ? 'long' : ''} .text=${link} .label=${w.qr}></up-qr>
        <p>${link}</p>
      </div>
    </div>
  `;
}
