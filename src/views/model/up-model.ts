import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Select } from '../../app/select.ts';
import { localityOf } from '../../app/strategies.ts';
import type { AppState } from '../../app/state.ts';
import type { SegmentChange } from '../../elements/events.ts';
import '../../elements/up-explanation.ts';
import type { VariablePick } from '../../elements/up-explanation.ts';
import '../../elements/up-segments.ts';
import { printValue } from '../../elements/variable-value.ts';
import type { Confidence, Explanation, Loops, Structure } from '../../model/structure.ts';
import type { Model } from '../../model/model.ts';
import type { VariableId } from '../../model/variable.ts';
import { valueIn } from '../../model/policy.ts';
import { valueAt } from '../../model/reading.ts';
import { buttons, focusRing, reset, selects } from '../../style/shared.ts';
import { format } from '../../text/format.ts';
import { glassesWords } from '../../text/glasses.ts';
import type { GlassesWords } from '../../text/glasses-sv.ts';
import { words } from '../../text/words.ts';
import { Asked } from '../asked.ts';
import type { ViewContext } from '../context.ts';
import { hereIn, momentWords, type Here } from '../here.ts';
import { waitingFor } from '../waiting.ts';
import { excerptsOf, firstExcerpt, variablesIn, type Excerpt } from './excerpt.ts';
import { layout } from './layout.ts';
import './up-loop-list.ts';
import './up-model-files.ts';
import './up-structure.ts';
import './up-trust.ts';
import './up-variable-list.ts';

export const render = (context: ViewContext): TemplateResult =>
  html`<up-model .context=${context}></up-model>`;

const tabs = ['diagram', 'list', 'loops', 'trust'] as const;
type Tab = (typeof tabs)[number];

/** The model's glasses: its structure, its loops, why each value is what it is, and what it is not for. */
@customElement('up-model')
export class UpModel extends LitElement {
  static override styles = [reset, focusRing, buttons, selects, layout];

  @property({ attribute: false }) context!: ViewContext;
  @state() private tab: Tab = 'diagram';
  @state() private excerpt: Excerpt | undefined;
  @state() private chosen: { readonly model: Model; readonly variable: VariableId } | undefined;

  #state: Select<AppState> | undefined;
  readonly #structure = new Asked<Structure>(this);
  readonly #explanation = new Asked<Explanation>(this);
  readonly #loops = new Asked<Loops>(this);
  readonly #confidence = new Asked<Confidence>(this);
  #said: { readonly parts: readonly unknown[]; readonly of: (id: VariableId) => string } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (s) => s);
  }

  /** The variable that is looked at: at first what the model is about. */
  #selected({ model }: Here): VariableId {
    const chosen = this.chosen?.model === model ? this.chosen.variable : undefined;
    const first =
      model.outcomes[0]?.variable ?? [...model.variables.values()].find((v) => v.kind === 'stock')?.id;
    return chosen ?? first ?? '';
  }

  protected override willUpdate(): void {
    const here = hereIn(this.#state!.value);
    if (here === undefined) return;
    const { model, experiment, base, time } = here;
    const { examine } = this.context.actions;
    const about = JSON.stringify([experiment, base, time]);
    const variable = this.#selected(here);
    this.#structure.ask([model], (stop) => examine.structure(model, stop));
    if (model.variables.has(variable))
      this.#explanation.ask([model, variable, about], (stop) =>
        examine.explain(model, { variable, time, experiment, base }, stop),
      );
    if (this.tab === 'loops')
      this.#loops.ask([model, about], (stop) => examine.loops(model, experiment, time, stop));
    if (this.tab === 'trust')
      this.#confidence.ask([model, about], (stop) => examine.confidence(model, experiment, base, stop));
  }

  /** What is drawn is also computed, so that its values can be spoken. */
  protected override updated(): void {
    const here = hereIn(this.#state!.value);
    const links = this.#structure.value?.links;
    if (here === undefined || links === undefined || this.#structure.waiting || this.tab !== 'diagram')
      return;
    const { model } = here;
    const drawn = variablesIn(model, links, this.#excerpt(model), this.#selected(here));
    const names = drawn.filter(({ kind }) => kind !== 'parameter' && kind !== 'table').map(({ id }) => id);
    const { shownSeries } = this.#state!.value.session;
    if (!names.every((name) => shownSeries.includes(name))) this.context.actions.showSeries(names);
  }

  protected override render(): TemplateResult {
    const { language, model } = this.#state!.value.session;
    const here = hereIn(this.#state!.value);
    const all = words(language);
    const w = glassesWords(language);
    if (model.status === 'failed') {
      return html`<main id="result" tabindex="-1" role="alert"><h1>${all.app.noModel}</h1></main>`;
    }
    if (here === undefined) return html`<main aria-busy="true"><p>${all.app.loading}</p></main>`;
    const variables = [...here.model.variables.values()].filter((v) => v.hidden !== true);
    const count = (kind: string): string =>
      format(language).number(variables.filter((v) => v.kind === kind).length);
    return html`
      <main id="result" tabindex="-1" @variable-pick=${this.#onPick}>
        <header>
          <h1>${w.title}: ${here.model.name[language]}</h1>
          <up-model-files .context=${this.context} .language=${language} .words=${w}></up-model-files>
          <p>${w.intro(format(language).number(variables.length), count('stock'), count('parameter'))}</p>
        </header>
        <div class="tools">
          <up-segments
            .label=${w.tabs.label}
            .options=${tabs.map((tab) => ({ value: tab, text: w.tabs[tab] }))}
            .value=${this.tab}
            @segment-change=${(e: SegmentChange) => (this.tab = tabs.find((t) => t === e.value) ?? 'diagram')}
          ></up-segments>
          ${this.tab === 'diagram' ? this.#parts(here, w) : nothing}
        </div>
        ${this.#content(here, w)}
      </main>
      <aside @variable-pick=${this.#onPick}>${this.#why(here, w)}</aside>
    `;
  }

  #parts({ model }: Here, w: GlassesWords): TemplateResult {
    const { language } = this.#state!.value.session;
    const nameOf = (excerpt: Excerpt): string =>
      excerpt === 'near'
        ? w.near
        : excerpt === 'people'
          ? w.parts.people
          : excerpt === 'own'
            ? model.name[language]
            : (model.parts?.find(({ id }) => excerpt === `part:${id}`)?.name[language] ?? excerpt.slice(5));
    const excerpts = excerptsOf(model);
    const shown = this.#excerpt(model);
    return html`<label class="part"
      >${w.part}
      <select
        @change=${(e: Event) => {
          const { value } = e.currentTarget as HTMLSelectElement;
          this.excerpt = excerpts.find((x) => x === value);
        }}
      >
        ${excerpts.map((x) => html`<option value=${x} ?selected=${x === shown}>${nameOf(x)}</option>`)}
      </select>
    </label>`;
  }

  #excerpt(model: Model): Excerpt {
    return excerptsOf(model).find((x) => x === this.excerpt) ?? firstExcerpt(model);
  }

  #content(here: Here, w: GlassesWords): TemplateResult | typeof nothing {
    const { language } = this.#state!.value.session;
    const links = this.#structure.value?.links;
    const selected = this.#selected(here);
    if (this.tab === 'loops') {
      const loops = this.#loops.value;
      if (loops === undefined || this.#loops.waiting) return this.#wait(this.#loops, w);
      return html`<up-loop-list
        .model=${here.model}
        .loops=${loops}
        .language=${language}
        .words=${w}
      ></up-loop-list>`;
    }
    if (this.tab === 'trust') {
      return html`${waitingFor(this.#confidence, { language, failed: w.failed })}<up-trust
          .model=${here.model}
          .confidence=${this.#confidence.waiting ? undefined : this.#confidence.value}
          .words=${w}
          .gradeWords=${words(language).grades}
          .numbers=${format(language)}
        ></up-trust>`;
    }
    const known = this.#structure.waiting ? undefined : links;
    if (known === undefined && (this.tab === 'list' || this.#structure.problems !== undefined))
      return this.#wait(this.#structure, w);
    return this.tab === 'list'
      ? html`<up-variable-list
          .model=${here.model}
          .links=${known ?? []}
          .selected=${selected}
          .language=${language}
          .words=${w}
        ></up-variable-list>`
      : html`<up-structure
          .model=${here.model}
          .links=${known}
          .layOut=${this.context.actions.examine.layOut}
          .excerpt=${this.#excerpt(here.model)}
          .selected=${selected}
          .amountOf=${this.#amounts(here)}
          .language=${language}
          .words=${w}
        ></up-structure>`;
  }

  /** Values as the diagram speaks them, of the strategy at the time that is looked at: one function while they are the same. */
  #amounts({ experiment, model, strategy, time }: Here): (id: VariableId) => string {
    const { document, session } = this.#state!.value;
    const run = session.runs[strategy.id];
    const parts = [model, run, time, document, session.language];
    if (this.#said?.parts.every((part, i) => part === parts[i]) === true) return this.#said.of;
    const of = (id: VariableId): string => {
      const variable = model.variables.get(id);
      if (variable === undefined || variable.kind === 'table') return '';
      const value =
        variable.kind === 'parameter'
          ? (experiment.scenario[id] ?? experiment.policy[id] ?? valueIn(model, localityOf(document), id))
          : run?.names.includes(id) === true
            ? valueAt(run, id, time)
            : undefined;
      return value === undefined ? '' : printValue(value, variable.unit.text, format(session.language));
    };
    this.#said = { parts, of };
    return of;
  }

  /** Why the chosen variable has its value, beside whatever is shown. */
  #why(here: Here, w: GlassesWords): TemplateResult | typeof nothing {
    const { language } = this.#state!.value.session;
    const id = this.#selected(here);
    const variable = here.model.variables.get(id);
    if (variable === undefined) return nothing;
    const { value } = this.#explanation;
    const shown = value?.request.variable === id ? value : undefined;
    return html`<h2>${variable.name[language]}</h2>
      ${
        shown === undefined
          ? this.#wait(this.#explanation, w)
          : html`${waitingFor(this.#explanation, { language, failed: w.failed })}<up-explanation
                .model=${here.model}
                .explanation=${shown}
                .links=${this.#structure.value?.links ?? []}
                .words=${w}
                .grades=${words(language).grades}
                .numbers=${format(language)}
                .moment=${momentWords(here, language)}
                .alone=${here.isBase}
                ?stale=${this.#explanation.waiting}
              ></up-explanation>`
      }`;
  }

  #wait(asked: Asked<unknown>, w: GlassesWords): TemplateResult | typeof nothing {
    const { language } = this.#state!.value.session;
    return waitingFor(asked, { language, loading: w.loading, failed: w.failed });
  }

  #onPick = (event: VariablePick): void => {
    const here = hereIn(this.#state!.value);
    if (here !== undefined) this.chosen = { model: here.model, variable: event.variable };
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-model': UpModel;
  }
}
