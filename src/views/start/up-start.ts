import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createReader, type Reading } from '../../app/readings.ts';
import { Select } from '../../app/select.ts';
import type { AppState, ViewId } from '../../app/state.ts';
import type { LinesData } from '../../chart/lines-data.ts';
import { axisStart } from '../../chart/lines-frame.ts';
import '../../elements/up-figure.ts';
import '../../elements/up-icon.ts';
import '../../elements/up-lines-chart.ts';
import { RiverPlayer } from '../../elements/up-river-player.ts';
import { accountSeries, accountsOf } from '../../model/accounts.ts';
import { seriesOf } from '../../model/experiment.ts';
import { valueIn } from '../../model/policy.ts';
import { valueAt } from '../../model/reading.ts';
import { buttons, focusRing, reset, visuallyHidden } from '../../style/shared.ts';
import { format } from '../../text/format.ts';
import { startWords } from '../../text/start.ts';
import type { StartWords } from '../../text/start-sv.ts';
import { words } from '../../text/words.ts';
import type { ViewContext } from '../context.ts';
import type { Voice } from '../voice.ts';
import { layout } from './layout.ts';
import { linesOf, outcomeSentences, purseTitle, verdict } from './sentences.ts';
import {
  birthsIn,
  givenSum,
  guessedSeries,
  hasFirstMinute,
  hasRun,
  placesOf,
  playedYears,
  type TriedPlace,
} from './try-places.ts';
import './up-coins.ts';
import './up-guess.ts';
import type { GuessInput } from './up-guess.ts';

export const render = (context: ViewContext): TemplateResult =>
  html`<up-start .context=${context}></up-start>`;

/** Where a newcomer may go on, of the screens that there are. */
const exits = ['explore', 'compare', 'cohort'] as const satisfies readonly ViewId[];

/** What is said besides the state: how the screen speaks here. */
interface Speech {
  readonly reading: Reading;
  readonly voice: Voice;
  readonly w: StartWords;
  readonly births: number;
  /** The model's number, once it has been guessed. */
  readonly answer: number | undefined;
  readonly places: readonly TriedPlace[];
}

/**
 * The first minute: how many fall, one sum, three places to stand, twenty years, and who paid. The guess and what was tried
 * are in the document, so that they are still there on the next screen, and in the link.
 */
@customElement('up-start')
export class UpStart extends LitElement {
  static override styles = [reset, focusRing, buttons, visuallyHidden, layout];

  @property({ attribute: false }) context!: ViewContext;
  /** The guess while it is being made. */
  @state() private guess: number | undefined;
  @state() private guessing = false;
  /** The place whose line is being drawn, and the year that it has come to. */
  @state() private drawing: { readonly id: string; readonly year: number } | undefined;
  @state() private withCoins = false;

  #state: Select<AppState> | undefined;
  readonly #read = createReader();
  readonly #player = new RiverPlayer({
    onYear: (year) => {
      if (this.drawing !== undefined) this.drawing = { ...this.drawing, year };
    },
    onEnd: () => (this.drawing = undefined),
  });
  /** Where the keyboard goes when what had it is gone. */
  #focusNext: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (s) => s);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#player.stop();
  }

  protected override updated(): void {
    const { model, shownSeries } = this.#state!.value.session;
    if (this.#focusNext !== undefined) {
      const next = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
      next?.focus();
      this.#focusNext = undefined;
    }
    if (model.status !== 'ready' || !hasFirstMinute(model.value)) return;
    const series = [guessedSeries, ...accountSeries(model.value)];
    if (!series.every((name) => shownSeries.includes(name))) this.context.actions.showSeries(series);
    this.#playWhenReady();
  }

  /** The line begins to draw itself when its run is there. */
  #playWhenReady(): void {
    if (this.drawing === undefined || this.#player.running) return;
    const reading = this.#read(this.#state!.value);
    const place = reading && this.#places(reading).find(({ ready }) => ready.id === this.drawing?.id);
    if (place?.row === undefined || !hasRun(place.row)) return;
    this.#player.start(0, playedYears, matchMedia('(prefers-reduced-motion: reduce)').matches);
  }

  #places(reading: Reading): readonly TriedPlace[] {
    return placesOf(reading, this.#state!.value.document.guess ?? 0);
  }

  protected override render(): TemplateResult {
    const app = this.#state!.value;
    const { language, model } = app.session;
    const voice: Voice = { language, words: words(language), format: format(language) };
    const w = startWords(language);
    if (model.status === 'failed') {
      return html`<main id="result" tabindex="-1" role="alert"><h1>${voice.words.app.noModel}</h1></main>`;
    }
    const reading = this.#read(app);
    if (model.status !== 'ready') {
      return html`<main aria-busy="true"><p>${voice.words.app.loading}</p></main>`;
    }
    const births = reading && hasFirstMinute(model.value) ? birthsIn(reading) : undefined;
    if (reading === undefined || births === undefined) {
      return html`<main id="result" tabindex="-1">
        <h1>${w.missing}</h1>
        <p>${w.missingText}</p>
        <div class="go">${this.#exit('explore', w)}</div>
      </main>`;
    }
    const guessed = app.document.guess !== undefined && !this.guessing;
    const run = reading.base.run;
    const answer =
      guessed && run && seriesOf(run, guessedSeries) !== undefined
        ? valueAt(run, guessedSeries, reading.yearZero)
        : undefined;
    const speech: Speech = { reading, voice, w, births, answer, places: this.#places(reading) };
    return html`<main id="result" tabindex="-1">
      ${this.#question(speech)} ${answer === undefined ? nothing : this.#afterGuess(speech)}
    </main>`;
  }

  /** How many are born, and how many of them end up outside: guessed, then answered. */
  #question({ voice, w, births, answer, places }: Speech): TemplateResult {
    const { format: f } = voice;
    const { document } = this.#state!.value;
    const guess = this.guess ?? document.guess;
    const tried = places.some(({ row }) => row !== undefined);
    return html`
      <div class="top">
        <h1 tabindex="-1">
          ${answer === undefined ? w.births(f.people(births)) : w.revealed(f.people(answer), f.people(births))}
        </h1>
        <button class="button" type="button" @click=${() => this.context.actions.openView('explore')}>
          ${w.skip}
        </button>
      </div>
      ${answer === undefined ? html`<h2 id="question">${w.question}</h2>` : nothing}
      <up-guess
        .count=${births}
        .guess=${guess}
        .answer=${answer}
        .small=${tried}
        .words=${w}
        .numbers=${f}
        @guess-input=${(e: GuessInput) => (this.guess = e.value)}
      ></up-guess>
      ${
        answer !== undefined
          ? nothing
          : html`<div class="answerline">
              ${
                guess === undefined
                  ? html`<p>
                      <span class="by-keys">${w.hint}</span><span class="by-touch">${w.hintTouch}</span>
                    </p>`
                  : html`<output class="number">${w.of(f.people(guess), f.people(births))}</output>
                      <button class="button primary" type="button" @click=${() => this.#reveal(guess)}>
                        ${w.show}
                      </button>`
              }
            </div>`
      }
    `;
  }

  #afterGuess(speech: Speech): TemplateResult {
    const { reading, voice, w, places, answer } = speech;
    const { format: f } = voice;
    const guess = this.#state!.value.document.guess!;
    const tried = places.filter(({ row }) => row !== undefined);
    const today = reading.base.run && valueAt(reading.base.run, reading.stock.variable, reading.yearZero);
    const off = guess - Math.round(answer!);
    return html`
      ${
        tried.length > 0
          ? this.#result(speech, tried)
          : html`<p class="told" role="status">
                <strong>${off < 0 ? w.guessedFewer : off > 0 ? w.guessedMore : w.guessedRight}</strong>
                ${today === undefined ? nothing : w.everyone(f.people(today))}
                <button class="button quiet" type="button" @click=${this.#guessAgain}>${w.again}</button>
              </p>
              <h2 id="money" tabindex="-1">${w.given(f.money(givenSum))}</h2>
              ${this.#buttons(speech)}`
      }
    `;
  }

  /** The three places, each as large and as plain as the others. */
  #buttons({ voice, w, places }: Speech): TemplateResult {
    const { words: all } = voice;
    return html`<div class="places" role="group" aria-label=${w.places}>
      ${places.map(
        (place) =>
          html`<button
            class="place"
            type="button"
            ?disabled=${place.row !== undefined || this.drawing !== undefined}
            @click=${() => this.#try(place, voice, w)}
          >
            <up-figure group=${place.ready.group} ?funded=${place.row !== undefined}></up-figure>
            <span class="name">${all.groups[place.ready.group].name}</span>
            <span class="plain"
              >${place.row === undefined ? all.groups[place.ready.group].plain : w.tried}</span
            >
          </button>`,
      )}
    </div>`;
  }

  /** The lines, what they say, and what comes next. */
  #result(speech: Speech, tried: readonly TriedPlace[]): TemplateResult {
    const { reading, voice, w, places } = speech;
    const done = this.drawing === undefined && tried.every(({ row }) => hasRun(row!));
    const data = linesOf(reading, tried, this.drawing, voice, w);
    return html`
      <section class="result">
        ${this.withCoins && done ? nothing : this.#chart(reading, data, voice)}
        <div class="verdict" role="status" id="verdict" tabindex="-1">
          ${
            done
              ? html`${tried.map((place) => html`<p>${outcomeSentences(reading, place, voice, w)}</p>`)}
                ${tried.length < 2 ? nothing : html`<p><strong>${verdict(reading, tried, voice, w)}</strong></p>`}`
              : html`<p>${w.computing}</p>`
          }
        </div>
      </section>
      ${
        this.withCoins && done
          ? this.#coins(speech, tried)
          : html`${tried.length < places.length ? html`<h2>${w.anotherPlace}</h2>` : nothing}
            ${this.#buttons(speech)}`
      }
      <div class="go ${this.withCoins ? '' : 'next'}">
        ${
          done && !this.withCoins
            ? html`<button
                class="button ${tried.length > 1 ? 'primary' : ''}"
                type="button"
                @click=${this.#showCoins}
              >
                <up-icon name="coins"></up-icon>${w.who}
              </button>`
            : nothing
        }
        ${
          done
            ? html`<button class="button" type="button" @click=${() => this.#draw(tried.at(-1)!.ready.id)}>
                <up-icon name="replay"></up-icon>${w.replay}
              </button>`
            : nothing
        }
        ${this.withCoins && done ? exits.map((id) => this.#exit(id, w)) : nothing}
      </div>
      <p class="small">${w.disclaimer}</p>
    `;
  }

  #chart(reading: Reading, data: LinesData | undefined, voice: Voice): TemplateResult {
    const { chart } = voice.words;
    const start = data && axisStart(data);
    return html`<up-lines-chart
      .heading=${reading.stock.name[voice.language]}
      .unit=${reading.stock.unitWords[voice.language]}
      .note=${start === undefined ? '' : chart.axisFrom(voice.format.people(start))}
      .data=${data}
      .tableText=${chart.asTable}
      .chartText=${chart.asChart}
      .readText=${chart.read}
    ></up-lines-chart>`;
  }

  /** Who paid and who gained, a table for each place that was tried. */
  #coins({ reading, voice, w }: Speech, tried: readonly TriedPlace[]): TemplateResult {
    const { model, where, base, yearZero } = reading;
    const accounts = tried.map(({ row }) =>
      row?.run && base.run ? accountsOf(model, where, row.run, base.run, yearZero) : undefined,
    );
    const first = accounts[0];
    const rate = model.variables.has('discount_rate') ? valueIn(model, where, 'discount_rate') : 0;
    return html`<h2 id="coins" tabindex="-1">${first && purseTitle(first, voice, w)}</h2>
      <p>${w.coin(voice.format.money(givenSum))} ${w.coinNote(playedYears, voice.format.percent(rate, 1))}</p>
      <div class="purses">
        ${tried.map(({ ready }, i) => {
          const heading = `${ready.name[voice.language]}, ${voice.format.money(givenSum)}`;
          const account = accounts[i];
          return account === undefined
            ? nothing
            : html`<section>
                <h3><up-figure group=${ready.group} funded></up-figure>${heading}</h3>
                <up-coins
                  .accounts=${account}
                  .worth=${givenSum}
                  .voice=${voice}
                  .words=${w}
                  .heading=${heading}
                ></up-coins>
              </section>`;
        })}
      </div>`;
  }

  #exit(id: (typeof exits)[number], w: StartWords): TemplateResult {
    return html`<button
      class="button ${id === 'explore' ? 'primary' : ''}"
      type="button"
      @click=${() => this.context.actions.openView(id)}
    >
      ${w[id]}
    </button>`;
  }

  #reveal(guess: number): void {
    this.guessing = false;
    this.guess = undefined;
    this.#focusNext = 'h1';
    this.context.actions.guess(guess);
  }

  #guessAgain = (): void => {
    this.guessing = true;
    this.#focusNext = 'up-guess';
  };

  #try(place: TriedPlace, { format: f, language }: Voice, w: StartWords): void {
    const name = w.strategyName(place.ready.name[language], f.money(givenSum));
    this.#draw(place.ready.id);
    this.context.actions.addStrategy(name, place.policy);
  }

  #draw(id: string): void {
    this.#player.stop();
    this.withCoins = false;
    this.drawing = { id, year: 0 };
    this.#focusNext = '#verdict';
  }

  #showCoins = (): void => {
    this.withCoins = true;
    this.#focusNext = '#coins';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-start': UpStart;
  }
}
