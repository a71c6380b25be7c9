import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Select } from '../../app/select.ts';
import type { AppState } from '../../app/state.ts';
import '../../elements/up-explanation.ts';
import '../../elements/up-icon.ts';
import type { VariablePick } from '../../elements/up-explanation.ts';
import type { Explanation, Structure } from '../../model/structure.ts';
import type { VariableId } from '../../model/variable.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import { format } from '../../text/format.ts';
import { glassesWords } from '../../text/glasses.ts';
import { words } from '../../text/words.ts';
import { Asked } from '../asked.ts';
import { waitingFor } from '../waiting.ts';
import type { ViewContext } from '../context.ts';
import { hereIn, momentWords } from '../here.ts';

export const renderDrawer = (context: ViewContext, about: string | undefined): TemplateResult =>
  html`<up-why-drawer .context=${context} .about=${about}></up-why-drawer>`;

/** Why a number is what it is, and from there why those are that it is worked out from. */
@customElement('up-why-drawer')
export class UpWhyDrawer extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
      h2 {
        font: var(--type-section);
        font-size: 1.25rem;
        padding-inline-end: var(--space-7);
        text-wrap: balance;
      }
      .back up-icon {
        rotate: 180deg;
      }
      h2:focus {
        outline: none;
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  /** The variable that was asked about. */
  @property({ attribute: false }) about: string | undefined;
  /** The variables that the trail has gone through, the shown one last. */
  @state() private trail: readonly VariableId[] = [];

  #state: Select<AppState> | undefined;
  readonly #explanation = new Asked<Explanation>(this);
  readonly #structure = new Asked<Structure>(this);
  #asked: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (s) => s);
  }

  protected override willUpdate(): void {
    if (this.about !== this.#asked) {
      this.#asked = this.about;
      this.trail = this.about === undefined ? [] : [this.about];
    }
    const here = hereIn(this.#state!.value);
    const variable = this.trail.at(-1);
    if (here === undefined || variable === undefined || !here.model.variables.has(variable)) return;
    const { model, experiment, base, time } = here;
    const { examine } = this.context.actions;
    this.#structure.ask([model], (stop) => examine.structure(model, stop));
    this.#explanation.ask([model, variable, JSON.stringify([experiment, base, time])], (stop) =>
      examine.explain(model, { variable, time, experiment, base }, stop),
    );
  }

  protected override render(): TemplateResult {
    const app = this.#state!.value;
    const { language } = app.session;
    const w = glassesWords(language);
    const here = hereIn(app);
    const id = this.trail.at(-1);
    const variable = id === undefined ? undefined : here?.model.variables.get(id);
    if (here === undefined || variable === undefined) return html`<h2>${w.why}</h2>`;
    const { value, waiting } = this.#explanation;
    const shown = value?.request.variable === id ? value : undefined;
    const f = format(language);
    return html`
      <h2 tabindex="-1">${w.whyOf(variable.name[language])}</h2>
      ${
        this.trail.length > 1
          ? html`<div>
              <button class="button quiet back" type="button" @click=${this.#back}>
                <up-icon name="right"></up-icon
                >${here.model.variables.get(this.trail.at(-2)!)?.name[language] ?? w.back}
              </button>
            </div>`
          : nothing
      }
      ${waitingFor(this.#explanation, {
        language,
        failed: w.failed,
        ...(shown === undefined ? { loading: w.loading } : {}),
      })}
      ${
        shown === undefined
          ? nothing
          : html`<up-explanation
              .model=${here.model}
              .explanation=${shown}
              .links=${this.#structure.value?.links ?? []}
              .words=${w}
              .grades=${words(language).grades}
              .numbers=${f}
              .moment=${momentWords(here, language)}
              .alone=${here.isBase}
              ?stale=${waiting}
              @variable-pick=${this.#follow}
            ></up-explanation>`
      }
    `;
  }

  #follow = (event: VariablePick): void => {
    event.stopPropagation();
    const at = this.trail.indexOf(event.variable);
    this.trail = at < 0 ? [...this.trail, event.variable] : this.trail.slice(0, at + 1);
    this.#toTop();
  };

  #back = (): void => {
    this.trail = this.trail.slice(0, -1);
    this.#toTop();
  };

  /** The keyboard and the eye begin again at the name. */
  #toTop(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h2')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-why-drawer': UpWhyDrawer;
  }
}
