import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createReader, type Reading } from '../../app/readings.ts';
import { Select } from '../../app/select.ts';
import type { AppState } from '../../app/state.ts';
import { trialId } from '../../app/strategies.ts';
import '../../elements/up-evidence.ts';
import '../../elements/up-icon.ts';
import '../../elements/up-number-field.ts';
import type { NumberChange } from '../../elements/up-number-field.ts';
import { cohortFigures, figuresOf, type CohortFigure, type PresentValue } from '../../model/cohort.ts';
import { valueIn } from '../../model/policy.ts';
import { buttons, focusRing, reset, tables, visuallyHidden } from '../../style/shared.ts';
import { cohortWords } from '../../text/cohort.ts';
import { format } from '../../text/format.ts';
import { words } from '../../text/words.ts';
import type { ViewContext } from '../context.ts';
import type { Voice } from '../voice.ts';
import { projectIn, projectResult, projectSeries, type Project } from './dynamic.ts';
import { layout } from './layout.ts';
import { modelSection } from './model-section.ts';
import { cohortSteps, shorterSteps, type Counted, type Figures, type Step } from './steps.ts';

export const render = (context: ViewContext): TemplateResult =>
  html`<up-cohort .context=${context}></up-cohort>`;

/** How a figure is written: what its value is multiplied by, its decimals and its unit. */
const written: Readonly<
  Record<
    CohortFigure,
    { scale: number; decimals: number; unit: 'persons' | 'years' | 'percent' | 'millions' }
  >
> = {
  births: { scale: 1, decimals: 0, unit: 'persons' },
  share: { scale: 100, decimals: 1, unit: 'percent' },
  years: { scale: 1, decimals: 0, unit: 'years' },
  fewer: { scale: 100, decimals: 1, unit: 'percent' },
  project: { scale: 1e-6, decimals: 2, unit: 'millions' },
  newcomers: { scale: 1, decimals: 0, unit: 'persons' },
  before: { scale: 1, decimals: 1, unit: 'years' },
  after: { scale: 1, decimals: 1, unit: 'years' },
  course: { scale: 1e-6, decimals: 2, unit: 'millions' },
};

/** The worked examples by hand, every step visible, and what the dynamic model says of the same projects. */
@customElement('up-cohort')
export class UpCohort extends LitElement {
  static override styles = [reset, focusRing, buttons, tables, visuallyHidden, layout];

  @property({ attribute: false }) context!: ViewContext;
  @state() private cursorYear: number | undefined;

  #state: Select<AppState> | undefined;
  readonly #read = createReader();
  /** Runs that have been asked for, so that each is asked for once. */
  readonly #asked = new Set<string>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (s) => s);
  }

  protected override updated(): void {
    const app = this.#state!.value;
    const reading = this.#read(app);
    if (reading === undefined || reading.model.ledger === undefined) return;
    for (const project of this.#projects(reading)) {
      if (project === undefined) continue;
      const id = trialId(reading.model, app.document, project.policy);
      if (this.#asked.has(id)) continue;
      this.#asked.add(id);
      void this.context.actions.tryOut(project.policy, projectSeries(reading, project));
    }
  }

  #projects(reading: Reading): readonly (Project | undefined)[] {
    const { fewer, project, course } = figuresOf(this.#state!.value.document.cohort);
    return [
      projectIn(reading, 'us_project', project, { variable: 'us_project_effect', value: fewer }),
      projectIn(reading, 'coach', course),
    ];
  }

  protected override render(): TemplateResult {
    const app = this.#state!.value;
    const { language } = app.session;
    const voice: Voice = { language, words: words(language), format: format(language) };
    const w = cohortWords(language);
    const input = app.document.cohort;
    const figures = figuresOf(input);
    const reading = this.#read(app);
    const counted = countedWith(reading, figures);
    const cohort = cohortSteps(figures, counted, voice);
    const shorter = shorterSteps(figures, counted, voice);
    const [first, second] = reading === undefined ? [] : this.#projects(reading);
    const resultOf = (project: Project | undefined) => {
      const run =
        reading && project && app.session.trials?.[trialId(reading.model, app.document, project.policy)];
      return run && projectResult(reading, project, run);
    };
    const result = resultOf(first);
    const { format: f } = voice;
    const shared = {
      reading,
      voice,
      horizon: app.session.horizon,
      cursorYear: this.cursorYear,
      onCursor: (year: number | undefined) => (this.cursorYear = year),
    };
    return html`<main id="result" tabindex="-1">
      <header>
        <h1>
          ${w.finding(
            f.percent(figures.fewer, 1),
            f.money(cohort.gain.long.total),
            f.number(figures.years, 1),
            f.money(cohort.gain.long.total - figures.project),
          )}
          ${result === undefined || figures.years !== 20 ? nothing : w.findingModel(f.money(wholeMillions(result.net[20])))}
        </h1>
        <p>${w.intro} ${voice.words.app.disclaimer}</p>
        <div class="acts">
          <button class="button quiet" type="button" @click=${() => this.context.actions.openView('money')}>
            <up-icon name="coins"></up-icon>${w.toMoney}
          </button>
          <button
            class="button quiet"
            type="button"
            ?disabled=${Object.keys(input).length === 0}
            @click=${() => this.context.actions.setCohort({})}
          >
            <up-icon name="reset"></up-icon>${w.reset}
          </button>
        </div>
      </header>
      <section aria-labelledby="cohort-title">
        <h2 id="cohort-title">${w.cohort.title}</h2>
        <div class="fields">
          ${(['births', 'share', 'years', 'fewer', 'project'] as const).map((id) => this.#field(id, figures, voice))}
        </div>
        ${stepList(cohort.steps, voice)} ${splitTable(cohort.gain, figures, voice)} ${sourceOf(voice)}
      </section>
      ${modelSection({
        ...shared,
        title: w.model.title,
        project: first,
        asked: figures.project,
        result,
        example: {
          persons: cohort.outside * figures.fewer,
          years: figures.years,
          net: { 4: cohort.gain.term.total - figures.project, 20: cohort.gain.long.total - figures.project },
          publicNet: {
            4: cohort.gain.term.public - figures.project,
            20: cohort.gain.long.public - figures.project,
          },
        },
      })}
      <section aria-labelledby="shorter-title">
        <h2 id="shorter-title">${w.shorter.title}</h2>
        <div class="fields">
          ${(['newcomers', 'course', 'before', 'after'] as const).map((id) => this.#field(id, figures, voice))}
        </div>
        ${this.#slider(figures, voice)}
        ${figures.after > figures.before ? html`<p class="wrong" role="alert">${w.beforeAfter}</p>` : nothing}
        ${stepList(shorter.steps, voice)} ${sourceOf(voice)}
      </section>
      ${modelSection({ ...shared, title: w.model.titleMoney, project: second, asked: figures.course, result: resultOf(second) })}
    </main>`;
  }

  #field(id: CohortFigure, figures: Figures, { words: w, language }: Voice): TemplateResult {
    const { scale, decimals, unit } = written[id];
    const { least, most } = cohortFigures[id];
    const own = cohortWords(language);
    return html`<up-number-field
      .label=${own.figures[id]}
      .value=${figures[id]}
      .min=${least}
      .max=${most}
      .scale=${scale}
      .decimals=${decimals}
      .unit=${own.units[unit]}
      .between=${w.municipality.between}
      .language=${language}
      @number-change=${(e: NumberChange) => this.#set(id, e.value)}
    ></up-number-field>`;
  }

  /** The years with the project, between none and those of today: every value in between has its answer. */
  #slider({ after, before }: Figures, { language, format: f }: Voice): TemplateResult {
    const w = cohortWords(language);
    return html`<input
      class="years"
      type="range"
      min="0"
      max=${before}
      step="0.5"
      aria-label=${w.figures.after}
      aria-valuetext="${f.number(after, 1)} ${w.units.years}"
      .value=${String(Math.min(after, before))}
      @change=${(e: Event) => this.#set('after', (e.currentTarget as HTMLInputElement).valueAsNumber)}
    />`;
  }

  #set(id: CohortFigure, value: number): void {
    const { [id]: _before, ...others } = this.#state!.value.document.cohort;
    const rounded = Math.round(value * 1e6) / 1e6;
    this.context.actions.setCohort(
      rounded === cohortFigures[id].seed ? others : { ...others, [id]: rounded },
    );
  }
}

/** For a sentence: half a million more or less is nothing there. */
const wholeMillions = (sek: number): number => Math.round(sek / 1e6) * 1e6;

/** The discount rate and the cost level of the open model, as the person assumes them; else those of the source. */
function countedWith(reading: Reading | undefined, figures: Figures): Counted {
  const of = (name: string, otherwise: number): number =>
    reading?.model.variables.get(name)?.kind === 'parameter'
      ? valueIn(reading.model, reading.where, name)
      : otherwise;
  const [rate, level] = [of('discount_rate', 0.04), of('cost_level', 1)];
  const seeds = Object.entries(cohortFigures).every(([id, { seed }]) => figures[id as CohortFigure] === seed);
  return { rate, level, asSource: seeds && rate === 0.04 && level === 1 };
}

function stepList(steps: readonly Step[], { language }: Voice): TemplateResult {
  const w = cohortWords(language);
  return html`<ol class="steps">
    ${steps.map(
      ({ id, label, formula, answer, sourced, part }) =>
        html`<li class=${part ? 'part' : ''} data-step=${id}>
          <span class="label">${label}</span>
          <span class="formula">${raised(formula)}&nbsp;=</span>
          <strong>${answer}</strong>
          <span class="sourced">${sourced === undefined ? nothing : w.inSource(sourced)}</span>
        </li>`,
    )}
  </ol>`;
}

const sourceOf = ({ words: w, language }: Voice): TemplateResult =>
  html`<p class="source">
    ${cohortWords(language).source}
    <up-evidence grade="illustrative" .text=${w.grades.illustrative}></up-evidence>
  </p>`;

/** A formula with its powers above the line. */
const raised = (formula: string): readonly unknown[] =>
  formula.split('^').map((part, i) => (i % 2 === 1 ? html`<sup>${part}</sup>` : part));

/** To whom it is worth what: the parts add up to the sum, and production value is in no one's purse. */
function splitTable(
  gain: { readonly term: PresentValue; readonly long: PresentValue },
  figures: Figures,
  { language, format: f }: Voice,
): TemplateResult {
  const w = cohortWords(language).split;
  const rows: readonly [string, (value: PresentValue) => number][] = [
    [w.municipality, (v) => v.municipality],
    [w.others, (v) => v.public - v.municipality],
    [`${w.production}, ${w.notCash}`, (v) => v.production],
    [w.sum, (v) => v.total],
  ];
  const caption = w.caption(f.percent(figures.fewer, 1));
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class="split">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${w.who}</th>
          <th scope="col">${w.term}</th>
          <th scope="col">${w.long(f.number(figures.years, 1))}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, of], i) =>
            html`<tr class=${i === rows.length - 1 ? 'sum' : ''}>
              <th scope="row">${name}</th>
              <td>${f.number(of(gain.term) / 1e6, 1)}</td>
              <td>${f.number(of(gain.long) / 1e6, 1)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'up-cohort': UpCohort;
  }
}
