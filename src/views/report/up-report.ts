import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { longestNotes } from '../../app/link.ts';
import { createReader, type Reading } from '../../app/readings.ts';
import { Select } from '../../app/select.ts';
import type { AppState, Notes } from '../../app/state.ts';
import { forgetWidths } from '../../chart/lines.ts';
import { nextTask } from '../../base/next-task.ts';
import { charts } from '../../chart/index.ts';
import '../../elements/up-icon.ts';
import { accountSeries } from '../../model/accounts.ts';
import { buttons, focusRing, reset, visuallyHidden } from '../../style/shared.ts';
import { format } from '../../text/format.ts';
import { reportWords } from '../../text/report.ts';
import { words } from '../../text/words.ts';
import type { ViewContext } from '../context.ts';
import '../up-certainty.ts';
import type { Voice } from '../voice.ts';
import { chartSizeOf, outcomeLines } from './charts.ts';
import { ledgerIn, type Content } from './content.ts';
import { findingPage, leversPage } from './first-pages.ts';
import { outcomesPage, sourcesPage } from './last-pages.ts';
import { paper } from './paper.ts';

export const render = (context: ViewContext): TemplateResult =>
  html`<up-report .context=${context}></up-report>`;

const pages = [findingPage, leversPage, outcomesPage, sourcesPage];
const noNotes: Notes = { question: '', comment: '' };

/** The work as four pages to print: what was asked and found, what was changed, what came of it, and how it is known. */
@customElement('up-report')
export class UpReport extends LitElement {
  static override styles = [reset, focusRing, buttons, visuallyHidden, paper];

  @property({ attribute: false }) context!: ViewContext;
  /** Printing waits for something to be worked out. */
  @state() private waiting = false;

  #state: Select<AppState> | undefined;
  readonly #read = createReader();
  #content: Content | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (s) => s);
    void document.fonts.ready.then(() => this.#drawAll(true));
  }

  protected override updated(): void {
    const { model, shownSeries } = this.#state!.value.session;
    if (model.status === 'ready') {
      const series = accountSeries(model.value);
      if (!series.every((name) => shownSeries.includes(name))) this.context.actions.showSeries(series);
    }
    void this.#drawAll(false);
  }

  /** Draws the charts; a first one is long, and each is then a task of its own. */
  async #drawAll(anew: boolean): Promise<void> {
    const content = this.#content;
    if (content === undefined) return;
    for (const svg of this.renderRoot.querySelectorAll<SVGSVGElement>('svg[data-outcome]')) {
      if (svg.childElementCount === 0) await nextTask();
      if (content !== this.#content) return;
      this.#draw(svg, content, anew);
    }
  }

  /** In a size of its own; its place scales it. */
  #draw(svg: SVGSVGElement, content: Content, anew: boolean): void {
    const outcome = content.reading.model.outcomes.find((o) => o.role === svg.dataset['outcome']);
    const data = outcome && outcomeLines(content, outcome);
    if (data === undefined) return;
    if (anew) forgetWidths(svg);
    const size = chartSizeOf(content);
    svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    charts.lines.draw(svg, data, size);
  }

  protected override render(): TemplateResult {
    const app = this.#state!.value;
    const { language, model } = app.session;
    const voice: Voice = { language, words: words(language), format: format(language) };
    const reading = this.#read(app);
    this.#content = reading && this.#contentOf(reading, app, voice);
    const w = reportWords(language);
    if (this.#content === undefined) {
      const text = model.status === 'ready' ? voice.words.money.noLedger : voice.words.app.loading;
      return html`<main id="result" tabindex="-1" aria-busy=${model.status !== 'ready'}>
        <p>${text}</p>
      </main>`;
    }
    const content = this.#content;
    const date = new Date().toLocaleDateString(language === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long' });
    return html`
      ${this.#tools(content)}
      <main id="result" tabindex="-1" aria-label=${w.preview}>
        ${pages.map(
          (page, i) =>
            html`<article class="sheet" tabindex="0" aria-label=${w.page(i + 1, pages.length)}>
              <div class="text">${page(content)}</div>
              <footer>
                <span>${voice.words.app.name}. ${voice.words.app.disclaimer} ${w.printed(date)}.</span>
                <span>${w.page(i + 1, pages.length)}</span>
              </footer>
            </article>`,
        )}
      </main>
    `;
  }

  #contentOf(reading: Reading, { document: work }: AppState, voice: Voice): Content {
    return {
      context: this.context,
      reading,
      voice,
      report: reportWords(voice.language),
      notes: work.notes ?? noNotes,
      rows: reading.onScreen,
      ledger: ledgerIn(reading, work.payers),
      ownSplit: work.payers !== undefined,
      assumed: work.assumptions,
      link: location.href,
    };
  }

  #tools({ report: w, notes }: Content): TemplateResult {
    const field = (id: keyof Notes, label: string, hint: string, rows: number): TemplateResult =>
      html`<label>
        <span>${label}</span>
        <textarea
          rows=${rows}
          maxlength=${longestNotes[id]}
          placeholder=${hint}
          .value=${notes[id]}
          @change=${(e: Event) => this.#write({ ...notes, [id]: (e.currentTarget as HTMLTextAreaElement).value })}
        ></textarea>
      </label>`;
    return html`<section class="tools" aria-label=${w.title}>
      <h1>${w.title}</h1>
      <p>${w.intro} ${w.kept}</p>
      <div class="fields">
        ${field('question', w.question, w.questionHint, 2)} ${field('comment', w.comment, w.commentHint, 2)}
      </div>
      <div class="acts">
        <button class="button primary" type="button" ?aria-busy=${this.waiting} @click=${this.#print}>
          ${this.waiting ? w.waiting : w.print}
        </button>
        <button class="button" type="button" @click=${() => this.context.actions.openView('compare')}>
          ${w.back}
        </button>
      </div>
    </section>`;
  }

  /** What is on paper cannot fill in: printing waits until it is known how sure the answer is. */
  #print = async (): Promise<void> => {
    if (this.waiting) return;
    this.waiting = true;
    await this.renderRoot.querySelector('up-certainty')?.settled();
    this.waiting = false;
    await this.updateComplete;
    print();
  };

  #write(notes: Notes): void {
    this.context.actions.writeNotes(notes);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-report': UpReport;
  }
}
