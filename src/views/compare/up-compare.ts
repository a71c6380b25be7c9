import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { createReader, type Reading, type StrategyReading } from '../../app/readings.ts';
import { Select } from '../../app/select.ts';
import { comparisons, type AppState, type Comparison } from '../../app/state.ts';
import type { Store } from '../../app/store.ts';
import { isBase } from '../../app/strategies.ts';
import type { SegmentChange } from '../../elements/events.ts';
import '../../elements/up-icon.ts';
import '../../elements/up-segments.ts';
import { buttons, focusRing, reset, visuallyHidden } from '../../style/shared.ts';
import { describe } from '../../text/diagnostics.ts';
import type { ViewContext } from '../context.ts';
import { screenLayout } from '../screen-layout.ts';
import { strategyStrip, stripStyles } from '../strategy-strip.ts';
import type { Shown } from './charts.ts';
import { findingOf, type Finding } from './finding.ts';
import { layout } from './layout.ts';
import { unevenSums } from './sums.ts';
import { createShownState, sameItems, shownRuns } from './shown-state.ts';
import './up-compare-contributions.ts';
import '../up-certainty.ts';
import './up-compare-crossings.ts';
import './up-compare-levers.ts';
import './up-compare-outcomes.ts';
import './up-compare-pictures.ts';
import './up-compare-sums.ts';
import { compareVoice, type CompareVoice } from './voice.ts';

export const render = (context: ViewContext): TemplateResult =>
  html`<up-compare .context=${context}></up-compare>`;

/** Strategies side by side: lines, results at three horizons, what differs between them and what each lever does. */
@customElement('up-compare')
export class UpCompare extends LitElement {
  static override styles = [reset, focusRing, buttons, visuallyHidden, stripStyles, screenLayout, layout];

  @property({ attribute: false }) context!: ViewContext;
  #state: Select<AppState> | undefined;
  readonly #read = createReader();
  #drawn: readonly unknown[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, createShownState());
  }

  /** Not before the results of what was moved, if they come within the frame: each would draw the whole screen. */
  protected override async scheduleUpdate(): Promise<void> {
    const { store } = this.context;
    const isDrawn = (state: AppState): boolean => sameItems(shownRuns(state), this.#drawn);
    if (this.hasUpdated && document.visibilityState === 'visible' && isDrawn(store.get()))
      await frameOr(store, (state) => !isDrawn(state));
    this.#drawn = shownRuns(store.get());
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const app = this.#state!.value;
    const { language, model, horizon } = app.session;
    const voice = compareVoice(language);
    const w = voice.words;
    if (model.status === 'failed') {
      return html`<main role="alert">
        <h1>${w.app.noModel}</h1>
        ${model.diagnostics.map((d) => html`<p>${describe(d, language).words} ${describe(d, language).todo}</p>`)}
      </main>`;
    }
    const reading = this.#read(app);
    if (reading === undefined) {
      return model.status === 'ready'
        ? html`<main id="result" tabindex="-1">
            <h1>${voice.c.notHere}</h1>
            <p>${voice.c.notHereText}</p>
            <div class="acts">
              <button class="button primary" @click=${() => this.context.actions.openView('explore')}>
                ${voice.c.openExplore}
              </button>
            </div>
          </main>`
        : html`<main aria-busy="true"><p>${w.app.loading}</p></main>`;
    }
    const rows = reading.onScreen;
    const strategies = rows.filter(({ strategy }) => !isBase(strategy));
    const finding = findingOf(reading, strategies, horizon, voice);
    return html`<main id="result" tabindex="-1" class=${app.session.presenting ? 'presenting' : ''}>
        ${strategies.length === 0 ? this.#empty(reading, voice) : this.#result(reading, strategies, finding, app, voice)}
      </main>
      ${strategyStrip({
        reading,
        voice,
        actions: this.context.actions,
        value: () => '',
        spoken: finding?.title,
      })}`;
  }

  /** One thing to do next: put a ready strategy beside base, or make one. */
  #empty({ strategies }: Reading, { c, language }: CompareVoice): TemplateResult {
    const ready = strategies.filter(({ strategy }) => !isBase(strategy));
    const { actions } = this.context;
    return html`<h1>${c.empty}</h1>
      <p>${ready.length === 0 ? c.emptyOwn : c.emptyText}</p>
      <div class="acts">
        ${ready.map(
          ({ strategy }) =>
            html`<button class="button" @click=${() => actions.compareStrategy(strategy.id, true)}>
              ${c.putBeside(strategy.name[language])}
            </button>`,
        )}
        ${
          ready.length > 0
            ? nothing
            : html`<button
                class="button primary"
                @click=${() => {
                  actions.duplicateStrategy('base');
                  actions.openView('explore');
                }}
              >
                ${c.makeOwn}
              </button>`
        }
      </div>`;
  }

  #result(
    reading: Reading,
    strategies: readonly StrategyReading[],
    finding: Finding | undefined,
    app: AppState,
    voice: CompareVoice,
  ): TemplateResult {
    const { c, words: w } = voice;
    const { horizon, comparison = 'overlay' } = app.session;
    const { actions } = this.context;
    const rows = reading.onScreen;
    const shown: Shown = { reading, rows, horizon, voice };
    const uneven = unevenSums(reading, strategies);
    return html`
      <header>
        <div class="claim">
          <h1>${finding?.title ?? w.app.loading}</h1>
          <p>${finding?.text} ${w.app.disclaimer}</p>
          ${rows.some(({ stale }) => stale) ? this.#failed(rows, app, voice) : nothing}
        </div>
        <div class="choices">
          <up-segments
            .label=${c.draw}
            .options=${comparisons.map((value) => ({ value, text: c.modes[value] }))}
            .value=${comparison}
            @segment-change=${(e: SegmentChange) => actions.drawComparison(e.value as Comparison)}
          ></up-segments>
          <button class="button quiet" type="button" @click=${() => actions.openView('report')}>
            <up-icon name="download"></up-icon>${c.report}
          </button>
        </div>
      </header>
      ${
        uneven === undefined
          ? nothing
          : html`<up-compare-sums
              .actions=${actions}
              .reading=${reading}
              .rows=${strategies}
              .uneven=${uneven}
              .locked=${app.document.budget}
              .voice=${voice}
            ></up-compare-sums>`
      }
      <up-compare-pictures
        .shown=${shown}
        .crossing=${finding?.crossing}
        .comparison=${comparison}
        .presenting=${app.session.presenting}
      ></up-compare-pictures>
      <up-compare-outcomes
        .reading=${reading}
        .rows=${rows}
        .voice=${voice}
        .horizon=${horizon}
      ></up-compare-outcomes>
      <up-certainty
        .context=${this.context}
        .reading=${reading}
        .voice=${voice}
        .horizon=${horizon}
      ></up-certainty>
      <up-compare-crossings .shown=${shown}></up-compare-crossings>
      <up-compare-levers
        .actions=${actions}
        .reading=${reading}
        .rows=${strategies}
        .locked=${app.document.budget}
        .voice=${voice}
      ></up-compare-levers>
      <up-compare-contributions
        .context=${this.context}
        .state=${app}
        .reading=${reading}
        .horizon=${horizon}
        .voice=${voice}
      ></up-compare-contributions>
    `;
  }

  #failed(
    rows: readonly StrategyReading[],
    { session }: AppState,
    { words: w, language }: CompareVoice,
  ): TemplateResult {
    const why = rows.flatMap(({ strategy }) =>
      (session.failures[strategy.id] ?? []).map(
        (d) => `${strategy.name[language]}: ${describe(d, language).words}`,
      ),
    );
    return html`<p class="failed" role="alert">${w.app.stale} ${why.join(' ')}</p>`;
  }
}

/** The next frame, or the moment when the state is so, whichever comes first. */
const frameOr = (store: Store<AppState>, isSo: (state: AppState) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      stop();
      cancelAnimationFrame(frame);
      resolve();
    };
    const stop = store.subscribe((state) => isSo(state) && done());
    const frame = requestAnimationFrame(done);
  });
