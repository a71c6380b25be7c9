import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createReader, type Reading } from '../../app/readings.ts';
import { Select } from '../../app/select.ts';
import type { AppState, Horizon } from '../../app/state.ts';
import type { ChartCursor, SegmentChange } from '../../elements/events.ts';
import '../../elements/up-lines-chart.ts';
import '../../elements/up-segments.ts';
import type { Model } from '../../model/model.ts';
import { valueIn } from '../../model/policy.ts';
import type { Grade } from '../../model/variable.ts';
import { buttons, focusRing, reset, tables, visuallyHidden } from '../../style/shared.ts';
import { describe } from '../../text/diagnostics.ts';
import { format } from '../../text/format.ts';
import { moneyWords } from '../../text/money.ts';
import { words } from '../../text/words.ts';
import type { ViewContext } from '../context.ts';
import { assumedText } from '../assumed-badge.ts';
import { originOf } from '../origin.ts';
import { screenLayout } from '../screen-layout.ts';
import { chipsStyles, strategyChips, strategyStrip, stripStyles } from '../strategy-strip.ts';
import type { Voice } from '../voice.ts';
import { accountSeries, accountsOf, type Accounts } from '../../model/accounts.ts';
import { assumedSection } from './assumed.ts';
import { baseClaim, baseCosts, baseCostStyles, costsOf, type Costs } from './base-costs.ts';
import { netLines, payersFlow } from './charts.ts';
import { layout } from './layout.ts';
import { moreStyles } from './more-styles.ts';
import { reinvestSection } from './reinvest.ts';
import { passingSeries, shiftedSection } from './shifted.ts';
import { finding, termSentence } from './sentences.ts';
import './up-money-table.ts';
import './up-payers-flow.ts';
import './up-payers-split.ts';
import '../../elements/up-icon.ts';

export const render = (context: ViewContext): TemplateResult =>
  html`<up-money .context=${context}></up-money>`;

/** Who pays for the selected strategy and who gains, against base: a table, a flow, and lines over time. */
@customElement('up-money')
export class UpMoney extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    tables,
    visuallyHidden,
    stripStyles,
    chipsStyles,
    screenLayout,
    layout,
    moreStyles,
    baseCostStyles,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @state() private withValue = true;
  @state() private cursorYear: number | undefined;
  /** The payers' shares are open to be moved. */
  @state() private splitting: boolean | undefined;

  #state: Select<AppState> | undefined;
  readonly #read = createReader();
  #kept: { readonly reading: Reading; readonly accounts: Accounts | undefined } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (s) => s);
  }

  /** Asks for what is shown, and again if the screen before, still fetching a part of itself, has asked for its own. */
  protected override updated(): void {
    const { model, shownSeries } = this.#state!.value.session;
    if (model.status !== 'ready') return;
    const series = [...accountSeries(model.value), ...passingSeries(model.value)];
    if (!series.every((name) => shownSeries.includes(name))) this.context.actions.showSeries(series);
  }

  protected override render(): TemplateResult {
    const app = this.#state!.value;
    const { language, model } = app.session;
    const voice: Voice = { language, words: words(language), format: format(language) };
    const w = voice.words;
    if (model.status === 'failed') {
      return html`<main role="alert">
        <h1>${w.app.noModel}</h1>
        ${model.diagnostics.map((d) => html`<p>${describe(d, language).words} ${describe(d, language).todo}</p>`)}
      </main>`;
    }
    if (model.status !== 'ready') return html`<main aria-busy="true"><p>${w.app.loading}</p></main>`;
    const reading = this.#read(app);
    if (reading === undefined || model.value.ledger === undefined) {
      return html`<main id="result" tabindex="-1">
          <h1>${w.money.noLedger}</h1>
          <p>${w.money.noLedgerText}</p>
        </main>
        ${reading === undefined ? nothing : this.#strip(reading, undefined, voice)}`;
    }
    if (reading.selected === reading.base) {
      const costs = this.#baseCosts(reading, app.session.horizon);
      return html`<main id="result" tabindex="-1">${this.#base(reading, costs, voice)}</main>
        ${this.#strip(reading, costs && baseClaim(costs, voice), voice)}`;
    }
    const accounts = this.#accounts(reading);
    const said =
      accounts &&
      `${reading.selected.strategy.name[language]}. ${finding(accounts, app.session.horizon, voice)}`;
    return html`<main id="result" tabindex="-1">
        ${
          accounts === undefined
            ? html`<p aria-busy="true">${w.app.loading}</p>`
            : this.#result(reading, accounts, app, voice)
        }
      </main>
      ${this.#strip(reading, said, voice)}`;
  }

  #accounts(reading: Reading): Accounts | undefined {
    if (this.#kept?.reading === reading) return this.#kept.accounts;
    const { model, where, selected, base, yearZero } = reading;
    const { payers } = this.#state!.value.document;
    const accounts =
      selected.run && base.run && accountsOf(model, where, selected.run, base.run, yearZero, payers);
    this.#kept = { reading, accounts };
    return accounts;
  }

  /** What base costs, once its run has the series that money is counted from. */
  #baseCosts(reading: Reading, horizon: Horizon): Costs | undefined {
    const { run } = reading.base;
    const series = accountSeries(reading.model);
    const isComplete = series.length > 0 && series.every((name) => run?.names.includes(name));
    return isComplete ? costsOf(reading, run!, horizon) : undefined;
  }

  #base(reading: Reading, costs: Costs | undefined, voice: Voice): TemplateResult {
    if (costs === undefined) return html`<p aria-busy="true">${voice.words.app.loading}</p>`;
    return html`${baseCosts(costs, reading, voice)}
    ${strategyChips(
      { reading, voice, actions: this.context.actions, value: () => '' },
      reading.strategies.filter((row) => row !== reading.base),
    )}`;
  }

  #result(
    reading: Reading,
    accounts: Accounts,
    { session, document: work }: AppState,
    voice: Voice,
  ): TemplateResult {
    const { words: w, format: f, language } = voice;
    const { horizon } = session;
    const { selected } = reading;
    const rate = this.#parameter(reading, 'discount_rate');
    const origin = `${originOf(reading, voice)}, ${selected.strategy.name[language]}`;
    const assumed = assumedText(reading, voice);
    const percent = rate === undefined ? undefined : f.percent(rate, 1);
    return html`
      <header>
        <div class="claim">
          <h1>${finding(accounts, horizon, voice)}</h1>
          <p>
            ${w.money.where(selected.strategy.name[language], selected.cost > 0 ? w.levers.perYear(f.money(selected.cost)) : w.levers.free, horizon)}
            ${termSentence(accounts, voice)} ${w.app.disclaimer}
          </p>
          ${
            selected.stale
              ? html`<p class="failed" role="alert">
                  ${w.app.stale}
                  ${session.failures[selected.strategy.id]?.map((d) => describe(d, language).words).join(' ')}
                </p>`
              : nothing
          }
        </div>
        ${
          accounts.value.length === 0
            ? nothing
            : html`<up-segments
                .label=${w.money.show}
                .options=${[
                  { value: 'cash', text: w.money.cash },
                  { value: 'value', text: w.money.cashAndValue },
                ]}
                .value=${this.withValue ? 'value' : 'cash'}
                @segment-change=${(e: SegmentChange) => (this.withValue = e.value === 'value')}
              ></up-segments>`
        }
      </header>
      <up-money-table
        .accounts=${accounts}
        .ledger=${work.payers === undefined ? reading.model.ledger : undefined}
        .voice=${voice}
        .horizon=${horizon}
        .withValue=${this.withValue}
        .badge=${assumed}
      ></up-money-table>
      <p class="below">${percent === undefined ? nothing : w.money.rate(percent)} ${w.money.rounded}</p>
      ${this.#splitter(accounts, work.payers !== undefined, horizon, voice)}
      <div class="pictures">
        <up-payers-flow
          .heading=${w.money.flowTitle}
          .unit=${w.money.flowUnit(horizon)}
          .data=${payersFlow(accounts, this.withValue, horizon, voice)}
          .language=${language}
          .origin=${origin}
          .badge=${assumed}
          .tableText=${w.chart.asTable}
          .chartText=${w.chart.asChart}
        ></up-payers-flow>
        <up-lines-chart
          .heading=${w.money.netTitle}
          .unit=${percent === undefined ? w.money.netUnitPlain : w.money.netUnit(percent)}
          .data=${netLines(accounts, horizon, voice)}
          .badge=${assumed}
          .origin=${origin}
          .tableText=${w.chart.asTable}
          .chartText=${w.chart.asChart}
          .readText=${w.chart.read}
          .cursorYear=${this.cursorYear}
          @chart-cursor=${(e: ChartCursor) => (this.cursorYear = e.year)}
        ></up-lines-chart>
      </div>
      <div class="more">
        ${shiftedSection(accounts, reading, horizon, voice)}
        ${reinvestSection(accounts, reading, horizon, this.context.actions, voice)}
        ${assumedSection(reading, this.context.actions, voice)}
      </div>
    `;
  }

  /** The button that opens the payers' shares, and they themselves: close to the table, which follows them. */
  #splitter(accounts: Accounts, chosen: boolean, horizon: Horizon, voice: Voice): TemplateResult {
    const w = moneyWords(voice.language).split;
    const open = this.splitting ?? chosen;
    return html`<div class="splitter">
        <button
          class="button quiet"
          type="button"
          aria-expanded=${open}
          @click=${() => (this.splitting = !open)}
        >
          <up-icon name="sliders"></up-icon>${w.open}
        </button>
        <button
          class="button quiet report"
          type="button"
          @click=${() => this.context.actions.openView('report')}
        >
          <up-icon name="download"></up-icon>${w.report}
        </button>
        ${chosen ? html`<span class="note-split"><strong>${w.yours}.</strong> ${w.yoursNote}</span>` : nothing}
      </div>
      ${
        open
          ? html`<up-payers-split
              .accounts=${accounts}
              .voice=${voice}
              .horizon=${horizon}
              .actions=${this.context.actions}
              .chosen=${chosen}
            ></up-payers-split>`
          : nothing
      }`;
  }

  #strip(reading: Reading, spoken: string | undefined, voice: Voice): TemplateResult {
    const { words: w, format: f } = voice;
    const level = this.#parameter(reading, 'cost_level');
    const grade = weakestGrade(reading.model);
    const notes = [
      grade === undefined ? '' : w.money.split(w.grades[grade]),
      level === undefined ? '' : w.money.level(f.number(level)),
    ];
    return strategyStrip({
      reading,
      voice,
      actions: this.context.actions,
      value: () => '',
      spoken,
      note: reading.model.ledger === undefined ? '' : notes.filter((note) => note !== '').join(' '),
    });
  }

  #parameter({ model, where }: Reading, name: string): number | undefined {
    return model.variables.get(name)?.kind === 'parameter' ? valueIn(model, where, name) : undefined;
  }
}

const grades: readonly Grade[] = ['measured', 'estimated', 'assumed', 'illustrative'];

/** How well the split of costs between actors is known: as its weakest part. Undefined if the model does not say. */
function weakestGrade({ variables, actors }: Model): Grade | undefined {
  const origins = new Set(actors.map(({ id }) => `actor:${id}`));
  const weakest = Math.max(
    ...[...variables.values()].map((v) =>
      v.kind === 'parameter' && v.origin !== undefined && origins.has(v.origin)
        ? grades.indexOf(v.evidence.grade)
        : -1,
    ),
  );
  return grades[weakest];
}
