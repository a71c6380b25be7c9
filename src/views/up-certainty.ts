import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { certaintyFor } from '../app/certainty.ts';
import type { Reading } from '../app/readings.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { uncertainIn, type Certainty, type CertaintyRequest } from '../model/certainty.ts';
import type { Horizon } from '../model/horizons.ts';
import { focusRing, reset } from '../style/shared.ts';
import { certaintyWords } from '../text/certainty.ts';
import { describe } from '../text/diagnostics.ts';
import { certaintySentences, comparedOf, type Compared } from './certainty.ts';
import type { ViewContext } from './context.ts';
import type { Voice } from './voice.ts';

/** A lever in motion asks for nothing: it has to rest this long, ms. */
const rest = 300;

/** How sure the order of the strategies on a screen is, in sentences that fill in while the runs come. */
@customElement('up-certainty')
export class UpCertainty extends LitElement {
  static override styles = [
    reset,
    focusRing,
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
  /** On a screen nothing is computed before one can see it. */
  @state() private near = false;

  #asked: { readonly model: unknown; readonly key: string; readonly runs: number } | undefined;
  /** The model has nothing to draw. */
  #certain = false;
  /** What was said last: it stays, faded, until there is something new to say. */
  #told: readonly string[] = [];
  #leaving: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #done = Promise.resolve();
  readonly #watch = new IntersectionObserver(([entry]) => (this.near ||= entry!.isIntersecting), {
    rootMargin: '100px',
  });

  /** When what is asked has been answered. */
  get done(): Promise<void> {
    return this.#done;
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
    this.#asked = { model, key, runs: request.runs };
    this.#certain = uncertainIn(model, where, base.strategy.scenario).length === 0;
    if (!this.#certain) this.#ask(request);
  }

  get #compared(): Compared {
    return comparedOf(this.reading.base, this.reading.onScreen);
  }

  #stop(): void {
    clearTimeout(this.#timer);
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
          onProgress: (certainty) => (this.certainty = certainty),
        });
        if (answer === undefined || leaving.signal.aborted) return;
        if (answer.ok) this.certainty = answer.value;
        else this.problems = answer.error;
        this.counting = false;
        await this.updateComplete;
        resolve();
      };
      this.#timer = setTimeout(() => void begin(), first ? 0 : rest);
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { language, format: f } = this.voice;
    const w = certaintyWords(language);
    if (this.#compared.others.length === 0) return nothing;
    if (this.#certain) return this.#section(html`<p>${w.noRanges}</p>`);
    if (this.problems !== undefined)
      return this.#section(
        html`<p>${w.problem} ${this.problems.map((d) => describe(d, language).words).join(' ')}</p>`,
      );
    const { certainty } = this;
    const { model, stock } = this.reading;
    const stale = certainty === undefined;
    if (!stale)
      this.#told = certaintySentences(certainty, this.#compared, stock, model, this.horizon, this.voice);
    const done = stale ? 0 : certainty.runs + certainty.failed;
    return this.#section(html`
      <ul class=${stale ? 'stale' : ''} aria-hidden=${stale}>
        ${this.#told.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
      ${
        stale || this.counting
          ? html`<p class="small">${w.counting(f.people(done), f.people(this.#asked?.runs ?? 0))}</p>`
          : this.#how(certainty)
      }
    `);
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
