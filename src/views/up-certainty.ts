import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { certaintyFor, draws } from '../app/certainty.ts';
import type { Reading } from '../app/readings.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { uncertainIn, type Certainty, type CertaintyRequest } from '../model/certainty.ts';
import type { Horizon } from '../model/horizons.ts';
import { buttons, focusRing, reset } from '../style/shared.ts';
import { certaintyWords } from '../text/certainty.ts';
import { describe } from '../text/diagnostics.ts';
import { certaintySentences, comparedOf, tieSentences, type Compared } from './certainty.ts';
import type { ViewContext } from './context.ts';
import type { Voice } from './voice.ts';

/** A lever in motion asks for nothing: it has to rest this long, ms. */
const rest = 300;
/** When nothing has come for this long, ms, one may have it done anew: some twenty times what a share takes. */
const long = 5000;

/** How sure the order of the strategies on a screen is, in sentences that fill in while the runs come. */
@customElement('up-certainty')
export class UpCertainty extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: block;
        word-spacing: var(--thin-space);
      }
      h2 {
        font: var(--type-section);
      }
      ul {
        display: grid;
        gap: 2px;
        max-inline-size: 60rem;
      }
      .stale {
        opacity: 0.45;
      }
      .small,
      details {
        max-inline-size: 60rem;
        padding-block-start: var(--space-1);
        font: var(--type-label);
        color: var(--ink-2);
      }
      summary {
        inline-size: fit-content;
        cursor: pointer;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      @media (pointer: coarse) {
        summary {
          min-block-size: 44px;
          align-content: center;
        }
      }
      .again {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
      }
      /* What is on paper is not going to fill in. */
      .printed {
        display: none;
      }
      @media print {
        .printed {
          display: block;
        }
        .working,
        .again button {
          display: none;
        }
      }
      :host([paper]) h2 {
        font: 700 14px/1.3 var(--font);
      }
      :host([paper]) .small {
        padding-block-start: 4px;
        font: 400 11px/1.35 var(--font);
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @property({ attribute: false }) reading!: Reading;
  @property({ attribute: false }) voice!: Voice;
  @property({ type: Number }) horizon: Horizon = 20;
  /** On paper nothing can be unfolded: how it is computed stands there. */
  @property({ type: Boolean, reflect: true }) paper = false;

  @state() private certainty: Certainty | undefined;
  @state() private problems: readonly Diagnostic[] | undefined;
  @state() private counting = false;
  /** Nothing has come for long. */
  @state() private slow = false;
  /** On a screen nothing is computed before one can see it. */
  @state() private near = false;

  #asked: { readonly model: unknown; readonly key: string } | undefined;
  /** The model has nothing to draw. */
  #certain = false;
  /** What was said last: it stays, faded, until there is something new to say. */
  #told: readonly string[] = [];
  #leaving: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #done = Promise.resolve();
  readonly #watch = new IntersectionObserver(([entry]) => (this.near ||= entry!.isIntersecting), {
    rootMargin: '100px',
  });

  /** Waits until what is asked has been answered, also when it is asked anew meanwhile. */
  async settled(): Promise<void> {
    let waitedFor: Promise<void>;
    do {
      waitedFor = this.#done;
      await waitedFor;
      await this.updateComplete;
    } while (waitedFor !== this.#done);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
    this.#stop();
  }

  protected override willUpdate(): void {
    if (!this.paper && !this.near) return;
    const { model, where, yearZero } = this.reading;
    const { base, others } = this.#compared;
    if (others.length === 0) return this.#stop();
    const request = certaintyFor(
      model,
      this.context.store.get().document,
      [base, ...others].map(({ strategy }) => strategy),
      yearZero + this.horizon,
    );
    const key = JSON.stringify(request);
    if (this.#asked?.model === model && this.#asked.key === key) return;
    this.#stop();
    this.#asked = { model, key };
    this.#certain = uncertainIn(model, where, base.strategy.scenario).length === 0;
    if (!this.#certain) this.#ask(request);
  }

  get #compared(): Compared {
    return comparedOf(this.reading.base, this.reading.onScreen);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#patience);
    this.slow = false;
    this.#leaving?.abort();
    this.#leaving = undefined;
    this.#asked = undefined;
    this.counting = false;
  }

  #ask(request: CertaintyRequest): void {
    const leaving = (this.#leaving = new AbortController());
    const { model } = this.reading;
    const first = this.#told.length === 0;
    [this.certainty, this.problems, this.counting] = [undefined, undefined, true];
    this.#done = new Promise((resolve) => {
      leaving.signal.addEventListener('abort', () => {
        resolve();
      });
      const begin = async (): Promise<void> => {
        const answer = await this.context.actions.examine.certainty(model, request, {
          signal: leaving.signal,
          onProgress: (certainty) => {
            this.certainty = certainty;
            this.#wait();
          },
        });
        if (answer === undefined || leaving.signal.aborted) return;
        clearTimeout(this.#patience);
        this.slow = false;
        if (answer.ok) this.certainty = answer.value;
        else this.problems = answer.error;
        this.counting = false;
        await this.updateComplete;
        resolve();
      };
      this.#timer = setTimeout(() => void begin(), first ? 0 : rest);
    });
    this.#wait();
  }

  /** From now on it has taken long when nothing comes. */
  #wait(): void {
    clearTimeout(this.#patience);
    this.slow = false;
    this.#patience = setTimeout(() => (this.slow = true), long);
  }

  /** Asks anew; workers that do not answer are replaced when what they were asked is called off. */
  #again = (): void => {
    this.#stop();
    this.requestUpdate();
  };

  protected override render(): TemplateResult | typeof nothing {
    const { language, format: f } = this.voice;
    const w = certaintyWords(language);
    if (this.#compared.others.length === 0) return nothing;
    if (this.#certain) return this.#section(html`<p>${w.noRanges}</p>`);
    if (this.problems !== undefined)
      return this.#section(
        html`<p>${w.problem} ${this.problems.map((d) => describe(d, language).words).join(' ')}</p>
          <p class="again">${this.#tryAgain()}</p>`,
      );
    const { certainty } = this;
    const { model, stock } = this.reading;
    const stale = certainty === undefined;
    const finished = !stale && !this.counting;
    if (!stale)
      this.#told = [
        ...certaintySentences(certainty, this.#compared, stock, this.horizon, this.voice),
        ...(finished ? tieSentences(certainty, this.#compared, stock, model, this.horizon, this.voice) : []),
      ];
    const done = f.people(stale ? 0 : certainty.runs + certainty.failed);
    return this.#section(html`
      <ul class=${stale ? 'stale' : ''} aria-hidden=${stale}>
        ${this.#told.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
      ${
        finished
          ? this.#how(certainty)
          : html`<p class="small working">${w.counting(done, f.people(draws.runs))}</p>
              <p class="small printed">${w.unfinished(done, f.people(draws.runs))}</p>
              ${this.slow ? html`<p class="small again working">${w.slow} ${this.#tryAgain()}</p>` : nothing}`
      }
    `);
  }

  #tryAgain(): TemplateResult {
    const { again } = certaintyWords(this.voice.language);
    return html`<button class="button" type="button" @click=${this.#again}>${again}</button>`;
  }

  #section(content: TemplateResult): TemplateResult {
    const w = certaintyWords(this.voice.language);
    return html`<section aria-busy=${this.counting}>
      <h2>${w.title(this.horizon)}</h2>
      ${content}
    </section>`;
  }

  #how({ request, vary, failed }: Certainty): TemplateResult {
    const { language, format: f } = this.voice;
    const w = certaintyWords(language);
    const { stock } = this.reading;
    const how = [
      w.measured(stock.name[language], stock.better === 'lower'),
      w.how(f.people(request.runs), f.people(vary.length), f.people(request.seed)),
      failed > 0 ? w.failed(f.people(failed)) : '',
      Object.keys(this.reading.base.strategy.scenario).length > 0 ? w.yours : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
    return this.paper
      ? html`<p class="small">${how}</p>`
      : html`<details>
          <summary>${w.howTitle}</summary>
          ${how}
        </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-certainty': UpCertainty;
  }
}
