import { html, nothing, type TemplateResult } from 'lit';
import { fewestInGroups } from '../../app/readings.ts';
import { isBase } from '../../app/strategies.ts';
import { lineSample } from '../../elements/line-sample.ts';
import { splitOf } from '../../model/split.ts';
import { listed } from '../../text/listed.ts';
import { moneyWords } from '../../text/money.ts';
import { assumedBadge } from '../assumed-badge.ts';
import { originOf } from '../origin.ts';
import { changedLevers, commonCost, fewestIn, settingOf, type Content } from './content.ts';

/** Page 1: what was asked, and what the model answers. */
export function findingPage(content: Content): TemplateResult {
  const { reading, rows, voice, report: w, notes } = content;
  const { words, format: f, language } = voice;
  const { base, model, where } = reading;
  const fewest = fewestIn(rows);
  const finding =
    fewest === undefined
      ? w.noFinding
      : words.explore.finding(
          fewestInGroups(fewest).map(({ strategy, years }) => ({
            years: listed(years.map(String), words.explore.and),
            name: strategy.name[language],
          })),
        );
  const preset = model.presets.find((p) => p.id === where.preset);
  const difference = (value: number, other: number): string => {
    const change = Math.round(value) - Math.round(other);
    if (change === 0) return w.asBase;
    const count = f.people(Math.abs(change));
    return w.against(change < 0 ? words.explore.fewer(count) : words.explore.more(count));
  };
  return html`
    <p class="kind">${originOf(reading, voice)}</p>
    <div class="asked">
      <h2>${w.question}</h2>
      <p class="question">${notes.question || html`<span class="lines" aria-hidden="true"></span>`}</p>
    </div>
    <h1>${finding}</h1>
    <p class="about">
      ${model.about[language]}
      ${where.municipality || preset === undefined ? nothing : preset.about[language]} ${words.app.disclaimer}
    </p>
    <div class="columns">
      <div>
        <h2>${w.found}</h2>
        <ul class="facts">
          ${base.stock === undefined ? nothing : html`<li>${w.base(20, f.people(base.stock[20]))}</li>`}
          ${rows
            .filter((row) => !isBase(row.strategy) && row.stock && base.stock)
            .map(
              ({ strategy, cost, stock, gain }) =>
                html`<li>
                  <strong
                    >${w.outside(strategy.name[language], 20, f.people(stock![20]), difference(stock![20], base.stock![20]))}</strong
                  >
                  ${cost > 0 ? w.costs(f.money(cost)) : w.costsNothing}
                  ${gain === undefined ? nothing : w.net(f.millionsDifference(gain[4]), f.millionsDifference(gain[20]))}
                </li>`,
            )}
        </ul>
      </div>
      <div>
        <h2>${w.comment}</h2>
        <p class="comment">${notes.comment || html`<span class="lines many" aria-hidden="true"></span>`}</p>
      </div>
    </div>
    <up-certainty
      paper
      .context=${content.context}
      .reading=${reading}
      .voice=${voice}
      .horizon=${20}
    ></up-certainty>
  `;
}

/** Page 2: what was changed, and who pays. */
export function leversPage(content: Content): TemplateResult {
  const { reading, rows, voice, report: w, ledger } = content;
  const { format: f, language, words } = voice;
  const moved = rows.filter((row) => !isBase(row.strategy));
  const levers = changedLevers(reading, rows);
  const same = commonCost(rows);
  // With as many rows as this, and as many payers as there can be, the page would be too long.
  const isLong = levers.length + (ledger?.accounts.cash.length ?? 0) > 12;
  return html`
    <h2 class="page-title">${w.levers.title} ${assumedBadge(reading, voice)}</h2>
    ${
      levers.length === 0
        ? html`<p>${w.levers.none}</p>`
        : html`<p class="note">
              ${w.levers.unchanged}
              ${same === undefined ? (moved.length > 1 ? w.levers.differ : nothing) : w.levers.same(f.money(same))}
            </p>
            <table class="levers ${isLong ? 'dense' : ''}">
              <thead>
                <tr>
                  <th scope="col">${w.levers.lever}</th>
                  ${moved.map(({ strategy }) => html`<th scope="col">${lineSample(strategy.mark)} ${strategy.name[language]}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${levers.map(
                  (lever) =>
                    html`<tr>
                      <th scope="row">
                        ${lever.name[language]} <small>${words.groups[lever.group].name}</small>
                      </th>
                      ${moved.map((row) => {
                        const said = settingOf(content, lever, row);
                        return html`<td>
                          ${said === undefined ? '–' : html`${said.setting} <small>${said.cost}</small>`}
                        </td>`;
                      })}
                    </tr>`,
                )}
                <tr class="sum">
                  <th scope="row">${w.levers.cost}</th>
                  ${moved.map((row) => html`<td>${f.money(row.cost)}</td>`)}
                </tr>
              </tbody>
            </table>`
    }
    ${
      ledger === undefined
        ? nothing
        : html`<div class="columns">${payers(content, ledger)} ${passedOnNote(content, ledger)}</div>`
    }
  `;
}

function payers(
  { reading, voice, report: w, ownSplit }: Content,
  { row, accounts }: NonNullable<Content['ledger']>,
): TemplateResult | typeof nothing {
  const { format: f, language } = voice;
  const split = splitOf(accounts);
  if (split === undefined) return nothing;
  const paying = accounts.cash.filter(({ actor }) => split[actor!.id]! > 0);
  const paid = paying.reduce((sum, account) => sum + account.paid[20], 0);
  return html`<section>
    <h2>${w.payers.title(row.strategy.name[language])} ${assumedBadge(reading, voice)}</h2>
    <p class="note">${ownSplit ? w.payers.yours : w.payers.byModel}</p>
    <table class="payers">
      <thead>
        <tr>
          <th scope="col">${w.payers.actor}</th>
          <th scope="col">${w.payers.share}</th>
          <th scope="col">${w.payers.sum(20)}</th>
        </tr>
      </thead>
      <tbody>
        ${paying.map(
          ({ actor, paid: sek }) =>
            html`<tr>
              <th scope="row">${actor!.name[language]}</th>
              <td>${f.percent(split[actor!.id]!, 1)}</td>
              <td>${f.number(sek[20] / 1e6, 0)}</td>
            </tr>`,
        )}
        <tr class="sum">
          <th scope="row">${w.payers.total}</th>
          <td>${f.percent(1)}</td>
          <td>${f.number(paid / 1e6, 0)}</td>
        </tr>
      </tbody>
    </table>
  </section>`;
}

/** What goes from purse to purse, and what does not cancel: where anything does. */
function passedOnNote(
  { voice: { format: f, language }, report: { ledger: w } }: Content,
  { passedOn }: NonNullable<Content['ledger']>,
): TemplateResult | typeof nothing {
  if (passedOn === undefined) return nothing;
  const { moved, memo } = passedOn;
  const list = (parts: readonly (readonly [name: string, sek: number])[]): string =>
    parts.map(([name, sek]) => `${name} ${f.millionsDifference(sek)}`).join(', ');
  return html`<section>
    <h2>${moneyWords(language).shifted.title}</h2>
    <p class="note">
      ${w.passedOn(20, list(moved.map(({ actor, borne }) => [actor.name[language], borne])))}
    </p>
    <p class="note">${w.apart(list(memo.map(({ item, saved }) => [item.name[language], saved])))}</p>
  </section>`;
}
