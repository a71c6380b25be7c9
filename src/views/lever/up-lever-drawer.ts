import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { createReader, type Reading } from '../../app/readings.ts';
import { Select } from '../../app/select.ts';
import { localityOf, selectedStrategy } from '../../app/strategies.ts';
import type { AppState } from '../../app/state.ts';
import '../../elements/up-evidence.ts';
import '../../elements/up-figure.ts';
import '../../elements/up-lines-chart.ts';
import type { Lever, Model } from '../../model/model.ts';
import { payersOf } from '../../model/payers.ts';
import type { Evidence } from '../../model/variable.ts';
import { leverCost, leverCount, leverSetting, valueIn } from '../../model/policy.ts';
import { focusRing, reset } from '../../style/shared.ts';
import type { DrawerWords } from '../../text/drawers-sv.ts';
import { drawerWords } from '../../text/drawers.ts';
import { format } from '../../text/format.ts';
import { quantityOf } from '../../text/quantity.ts';
import { leverSettingText } from '../../text/lever-setting.ts';
import { words } from '../../text/words.ts';
import { assumedText } from '../assumed-badge.ts';
import type { ViewContext } from '../context.ts';
import { lineOf, linesFrame, shownSeries } from '../series-lines.ts';
import type { Voice } from '../voice.ts';
import { leverTouch, seriesAlong, type Touch } from './touch.ts';
import { leverDrawerStyles } from './styles.ts';

export const renderDrawer = (context: ViewContext, about: string | undefined): TemplateResult =>
  html`<up-lever-drawer .context=${context} .lever=${about ?? ''}></up-lever-drawer>`;

/**
 * Everything that is known of a lever: what it is, what happens when it moves, money and time, evidence, whom it
 * reaches, what it touches in the model, and what it does along the way from effort to outcome.
 */
@customElement('up-lever-drawer')
export class UpLeverDrawer extends LitElement {
  static override styles = [reset, focusRing, leverDrawerStyles];

  @property({ attribute: false }) context!: ViewContext;
  /** The lever's id. */
  @property() lever = '';

  #state: Select<AppState> | undefined;
  readonly #read = createReader();
  #asked: readonly [Model, string] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (state) => state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked = undefined;
    this.context.actions.showInDrawer([]);
  }

  protected override updated(): void {
    const found = this.#found;
    if (found === undefined || (this.#asked?.[0] === found.model && this.#asked[1] === this.lever)) return;
    this.#asked = [found.model, this.lever];
    this.context.actions.showInDrawer(seriesAlong(found.model, found.lever));
  }

  protected override render(): TemplateResult {
    const found = this.#found;
    if (found === undefined) return html`<h2>${this.#words.none}</h2>`;
    const { lever, model } = found;
    const w = this.#words;
    const { language } = this.#voice;
    return html`
      <div class="head ${lever.group}">
        <up-figure .group=${lever.group} funded></up-figure>
        <div>
          <p>${words(language).groups[lever.group].name}</p>
          <h2>${lever.name[language]}</h2>
        </div>
      </div>
      <p class="lead">${lever.about[language]}</p>
      ${this.#zones(model, lever)}
      ${
        lever.dynamics === undefined
          ? nothing
          : html`<h3>${w.dynamics}</h3>
              <p>
                ${lever.dynamics[language]}
                <span class="aside">${w.byModel(words(language).grades[lever.evidence.grade])}</span>
              </p>`
      }
      ${this.#money(model, lever)} ${this.#evidence(model, lever)}
      ${
        lever.fairness === undefined
          ? nothing
          : html`<h3>${w.fairness}</h3>
              <p>${lever.fairness[language]} <span class="aside">${w.judgement}</span></p>`
      }
      ${this.#touches(model, leverTouch(model, lever))} ${this.#graphs(model, lever)}
    `;
  }

  get #voice(): Voice {
    const { language } = this.#state!.value.session;
    return { language, words: words(language), format: format(language) };
  }

  get #words(): DrawerWords['lever'] {
    return drawerWords(this.#voice.language).lever;
  }

  get #found(): { readonly model: Model; readonly lever: Lever } | undefined {
    const { model } = this.#state!.value.session;
    if (model.status !== 'ready') return undefined;
    const lever = model.value.levers.find(({ id }) => id === this.lever);
    return lever && { model: model.value, lever };
  }

  #setting(model: Model, lever: Lever): number {
    const { document } = this.#state!.value;
    const { policy } = selectedStrategy(model, document);
    return leverSetting(model, localityOf(document), policy, lever);
  }

  #zones(model: Model, lever: Lever): TemplateResult {
    const { language, format: f } = this.#voice;
    const where = localityOf(this.#state!.value.document);
    const now = this.#setting(model, lever);
    const near = lever.zones.reduce<number | undefined>(
      (best, { at }) => (best === undefined || Math.abs(at - now) < Math.abs(best - now) ? at : best),
      undefined,
    );
    return html`<h3>${this.#words.zones}</h3>
      <ul class="zones">
        ${lever.zones.map(({ at, text }) => {
          const said = text[language].replaceAll(/\{(\w+)\}/g, (_, id: string) =>
            f.number(valueIn(model, where, id)),
          );
          return html`<li aria-current=${at === near ? 'true' : nothing}>
            <span class="at"
              >${lever.unitWords === undefined ? f.percent(at / lever.max) : leverSettingText(at, leverCount(model, where, lever), f, language)}</span
            >
            ${said}${at === near ? html` <b>${this.#words.here}</b>` : nothing}
          </li>`;
        })}
      </ul>`;
  }

  #money(model: Model, lever: Lever): TemplateResult | typeof nothing {
    if (model.levers.every(({ cost, delay }) => cost === undefined && delay === undefined)) return nothing;
    const w = this.#words;
    const { language, format: f } = this.#voice;
    const { document: work } = this.#state!.value;
    const where = localityOf(work);
    const split = work.payers;
    const payers = payersOf(model, where, lever, split);
    const full = leverCost(model, where, lever, lever.max);
    const now = leverCost(model, where, lever, this.#setting(model, lever));
    const delay = lever.delay === undefined ? undefined : valueIn(model, where, lever.delay);
    const unit = lever.delay && quantityOf(model.variables.get(lever.delay)!.unit.text, language);
    return html`<h3>${w.money}</h3>
      ${lever.cost === undefined ? html`<p>${w.free}</p>` : nothing}
      <dl>
        ${
          lever.cost === undefined
            ? nothing
            : html`<dt>${w.cost}</dt>
                <dd>${words(language).levers.perYear(f.money(full))}, ${w.now(f.money(now))}</dd>`
        }
        ${
          delay === undefined
            ? nothing
            : html`<dt>${w.felt}</dt>
                <dd>${f.number(delay, 2)} ${unit ? unit.unit : nothing}</dd>`
        }
        ${
          payers.length === 0
            ? nothing
            : html`<dt>${split === undefined ? w.paid : w.paidByYours}</dt>
                <dd>
                  ${payers.map(({ actor, share }) => `${actor.name[language]} ${f.percent(share, 1)}`).join(', ')}
                </dd>`
        }
      </dl>`;
  }

  #evidence(model: Model, lever: Lever): TemplateResult {
    const w = this.#words;
    const of = (id: string | undefined): Evidence | undefined => {
      const found = id === undefined ? undefined : model.variables.get(id);
      return found?.kind === 'parameter' ? found.evidence : undefined;
    };
    const rows: readonly (readonly [string, Evidence | undefined])[] = [
      [w.effect, lever.evidence],
      [w.costOf, of(lever.cost)],
      [w.delay, of(lever.delay)],
    ];
    const { language } = this.#voice;
    return html`<h3>${w.evidence}</h3>
      ${rows.map(([name, evidence]) =>
        evidence === undefined
          ? nothing
          : html`<p class="evidence">
              <b>${name}</b>
              <up-evidence
                .grade=${evidence.grade}
                .text=${words(language).grades[evidence.grade]}
              ></up-evidence>
              <span>${evidence.source[language]}</span>
            </p>`,
      )}`;
  }

  #touches(model: Model, { entries, loops }: Touch): TemplateResult {
    const w = this.#words;
    const name = (id: string): string => model.variables.get(id)!.name[this.#voice.language];
    return html`<h3>${w.touches}</h3>
      <p>${w.feeds}:</p>
      <ul class="list">
        ${entries.map(
          ({ id, then }) =>
            html`<li>
              <b>${name(id)}</b
              >${then.length === 0 ? nothing : html`, ${w.then} ${then.map(name).join(' › ')}`}
            </li>`,
        )}
      </ul>
      <p>${loops.length === 0 ? w.noLoops : `${w.loops}:`}</p>
      <ul class="list">
        ${loops.map((loop) => html`<li>${w.loop(name(loop[0]!), loop.slice(1).map(name).join(' › '))}</li>`)}
      </ul>`;
  }

  #graphs(model: Model, lever: Lever): TemplateResult | typeof nothing {
    const reading = this.#read(this.#state!.value);
    if (reading === undefined) return nothing;
    const { language } = this.#voice;
    const w = this.#words;
    return html`<h3>${w.graphs}</h3>
      <p>${w.graphsOf(reading.selected.strategy.name[language])}</p>
      ${seriesAlong(model, lever).map((id) => this.#graph(reading, id))}`;
  }

  #graph(reading: Reading, id: string): TemplateResult | typeof nothing {
    const voice = this.#voice;
    const shown = shownSeries(reading.model, id, voice.language);
    const { horizon } = this.#state!.value.session;
    const frame = shown && linesFrame(reading, shown, horizon, voice);
    if (shown === undefined || frame === undefined) return nothing;
    const { selected, base } = reading;
    const rows = selected === base ? [base] : [base, selected];
    const series = rows.flatMap((row) => lineOf(row, shown, row === selected, voice.language));
    if (series.length < rows.length) return nothing;
    return html`<up-lines-chart
      .heading=${shown.heading}
      .unit=${shown.unit}
      .data=${{ ...frame, series }}
      .badge=${assumedText(reading, voice)}
      .readText=${voice.words.chart.read}
    ></up-lines-chart>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-lever-drawer': UpLeverDrawer;
  }
}
