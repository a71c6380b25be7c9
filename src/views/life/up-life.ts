import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { createReader } from '../../app/readings.ts';
import { Select } from '../../app/select.ts';
import type { AppState } from '../../app/state.ts';
import '../../elements/up-icon.ts';
import type { LifeCourse } from '../../model/life.ts';
import { placeAt, type Life, type Lives } from '../../model/lives.ts';
import type { VariableId } from '../../model/variable.ts';
import { buttons, focusRing, reset, visuallyHidden } from '../../style/shared.ts';
import { format } from '../../text/format.ts';
import { lifeWords } from '../../text/life.ts';
import type { LifeWords } from '../../text/life-sv.ts';
import { words } from '../../text/words.ts';
import { Asked } from '../asked.ts';
import { waitingFor } from '../waiting.ts';
import type { ViewContext } from '../context.ts';
import { hereIn, type Here } from '../here.ts';
import { screenLayout } from '../screen-layout.ts';
import { strategyStrip, stripStyles } from '../strategy-strip.ts';
import type { Voice } from '../voice.ts';
import { layout } from './layout.ts';
import { hundredAt, isHandover, partingOf, readLife } from './reading.ts';
import './up-hundred.ts';
import type { ChildPick } from './up-hundred.ts';
import './up-life-line.ts';

export const render = (context: ViewContext): TemplateResult => html`<up-life .context=${context}></up-life>`;

/** The same hundred for everybody, so that two people can speak of one of them. */
const seed = 1;
const told = 100;
const counted = 4000;
/** How long a year takes when they are followed, ms. */
const yearTime = 220;

/** How the screen speaks of one life. */
interface Telling {
  readonly here: Here;
  readonly course: LifeCourse;
  readonly lives: Lives;
  readonly child: number;
  readonly voice: Voice;
  readonly w: LifeWords;
  /** What is said of a child, or of one whom the model follows from later in life. */
  readonly who: LifeWords['child'];
  readonly sides: Readonly<Record<'inside' | 'outside', string>>;
  /** There is nothing to compare with, or not yet. */
  readonly alone: boolean;
}

/** One drawn life as a story of hand-overs, under the selected strategy and in base, and a hundred lives at a few years. */
@customElement('up-life')
export class UpLife extends LitElement {
  static override styles = [reset, focusRing, buttons, visuallyHidden, stripStyles, screenLayout, layout];

  @property({ attribute: false }) context!: ViewContext;
  @state() private child: number | undefined;
  @state() private year = 0;
  @state() private timer: ReturnType<typeof setInterval> | undefined;

  #state: Select<AppState> | undefined;
  readonly #read = createReader();
  readonly #lives = new Asked<Lives>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (s) => s);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(): void {
    const here = hereIn(this.#state!.value);
    const course = here?.model.life;
    if (here === undefined || course === undefined) return;
    const { model, experiment, base, yearZero: birth } = here;
    this.#lives.ask([model, JSON.stringify([experiment, base, birth])], (stop) =>
      this.context.actions.examine.lives(
        model,
        {
          experiment,
          base,
          birth,
          seed,
          count: told,
          counted,
          ages: course.moments,
        },
        stop,
      ),
    );
  }

  protected override render(): TemplateResult {
    const app = this.#state!.value;
    const { language, model } = app.session;
    const voice: Voice = { language, words: words(language), format: format(language) };
    const w = lifeWords(language);
    const here = hereIn(app);
    if (model.status === 'failed') {
      return html`<main id="result" tabindex="-1" role="alert"><h1>${voice.words.app.noModel}</h1></main>`;
    }
    if (here === undefined) return html`<main aria-busy="true"><p>${voice.words.app.loading}</p></main>`;
    const course = here.model.life;
    if (course === undefined) {
      return html`<main id="result" tabindex="-1">
        <h1>${w.noLife}</h1>
        <p>${w.noLifeText}</p>
        <div>
          <button class="button" type="button" @click=${() => this.context.actions.openView('model')}>
            ${w.toModel}
          </button>
        </div>
      </main>`;
    }
    const { value: lives, waiting } = this.#lives;
    return html`<main id="result" tabindex="-1" aria-busy=${waiting}>
        ${waitingFor(this.#lives, { language, ...(lives === undefined ? { loading: w.loading } : {}) })}
        ${
          lives === undefined
            ? nothing
            : this.#tell({
                here,
                course,
                lives,
                child: this.child ?? firstStory(course, lives),
                voice,
                w,
                who: course.since === undefined ? w.child : w.adult,
                sides: sidesOf(course, language, w),
                alone: here.isBase || waiting,
              })
        }
      </main>
      ${this.#strip(voice)}`;
  }

  #tell(telling: Telling): TemplateResult {
    const { here, course, lives, child, voice, w, who, alone } = telling;
    const { language } = voice;
    const life = lives.lives[child]!;
    const before = lives.inBase[child]!;
    const parting = alone ? undefined : partingOf(life, before);
    const name = here.strategy.name[language];
    return html`
      <header>
        <h1>${this.#finding(telling, life)}</h1>
        <p>
          ${w.under(name)} ${this.#withNobody(telling, life)}
          ${
            alone
              ? nothing
              : parting === undefined
                ? w.same
                : who.differs(voice.format.number(Math.floor(parting)))
          }
        </p>
        <p class="small">${w.disclaimer} ${who.years} ${w.notModelled} ${course.about?.[language]}</p>
      </header>
      <div class="lines">
        ${parting === undefined ? nothing : html`<h2>${w.now}</h2>`} ${this.#line(telling, life, name)}
        ${
          parting === undefined
            ? nothing
            : html`<h2>${w.inBase}</h2>
                ${this.#line(telling, before, w.inBase)}`
        }
      </div>
      ${this.#walk(telling, life)}
      <div class="columns">
        <section>
          <h2>${w.story}</h2>
          ${course.beginning === undefined ? nothing : html`<p>${course.beginning[language]}</p>`}
          ${this.#story(telling, life)}
        </section>
        <section>
          <h2>${who.hundred}</h2>
          ${this.#hundreds(telling)}
        </section>
      </div>
    `;
  }

  #finding({ course, child, sides, voice: { format: f, language }, w, who }: Telling, life: Life): string {
    const { outside, handovers } = readLife(course, life);
    const name = who.nth(f.number(child + 1));
    const passed = handovers === 0 ? w.noHandovers : w.handovers(f.number(handovers), handovers === 1);
    const ends = f.number(course.ends);
    const since = course.since?.[language] ?? '';
    return outside === 0
      ? who.never(name, sides.outside, ends, since, passed)
      : who.finding(name, timeWords(outside, f, w), sides.outside, ends, since, passed);
  }

  /** Says nothing in a model where somebody is responsible in every place: it does not follow what falls between. */
  #withNobody({ course, voice: { format: f }, w }: Telling, life: Life): string {
    if (Object.values(course.places).every(({ responsible }) => responsible !== undefined)) return '';
    const { withNobody } = readLife(course, life);
    return withNobody === 0 ? w.neverNobody : w.withNobody(timeWords(withNobody, f, w));
  }

  #line({ course, here, child, voice, w, who }: Telling, life: Life, under: string): TemplateResult {
    const { language, format: f } = voice;
    const stays = life.map(
      ({ place, from }) => `${who.from(yearOf(course, from, f))}: ${nameOf(here, place, language)}`,
    );
    return html`<up-life-line
      .course=${course}
      .life=${life}
      .year=${this.year}
      .label="${w.line(`${who.nth(f.number(child + 1))}, ${under}`)}. ${stays.join('; ')}."
    ></up-life-line>`;
  }

  /** Year by year: where they are, and who is responsible. */
  #walk({ course, here, lives, voice, w, who, child }: Telling, life: Life): TemplateResult {
    const { language, format: f } = voice;
    const place = placeAt(life, this.year);
    const responsible = course.places[place]?.responsible;
    const said = `${who.at(f.number(this.year))}: ${nameOf(here, place, language)}. ${responsible === undefined ? w.nobody : w.responsible(responsible[language])}.`;
    return html`<div class="walk">
        <button class="button" type="button" @click=${() => this.#play(course.ends)}>
          <up-icon name="play"></up-icon>${this.timer === undefined ? w.play : w.pause}
        </button>
        <label
          >${who.step(course.since?.[language] ?? '')}
          <input
            type="range"
            min="0"
            max=${course.ends}
            step="1"
            aria-valuetext=${said}
            .value=${live(String(this.year))}
            @input=${(e: Event) => {
              this.#stop();
              this.year = (e.currentTarget as HTMLInputElement).valueAsNumber;
            }}
          />
        </label>
        <button class="button" type="button" @click=${() => (this.child = (child + 1) % lives.lives.length)}>
          ${who.other}
        </button>
      </div>
      <p class="here">${said}</p>`;
  }

  /** Each step with the flow that led there; where the responsibility goes to another, it says so. */
  #story({ course, here, voice, w, who }: Telling, life: Life): TemplateResult {
    const { language, format: f } = voice;
    return html`<ol>
      ${life.map((stay, i) => {
        const { place, from, to, by } = stay;
        const responsible = course.places[place]?.responsible;
        const now = this.year >= from && (this.year < to || i === life.length - 1);
        return html`<li class=${now ? 'now' : ''} aria-current=${now ? 'step' : nothing}>
          <span>${who.from(yearOf(course, from, f))}</span>
          <span>${nameOf(here, place, language)}, ${timeWords(to - from, f, w)}</span>
          <span class="who"
            >${by === undefined || by === place ? nothing : `${nameOf(here, by, language)}. `}${responsible === undefined ? w.nobody : w.responsible(responsible[language])}
            ${isHandover(course, life[i - 1], stay) ? html`<span class="handover">· ${w.handover}</span>` : nothing}</span
          >
        </li>`;
      })}
    </ol>`;
  }

  #hundreds({ course, lives, child, sides, alone, voice, w, who }: Telling): TemplateResult {
    const { format: f } = voice;
    return html`<div class="hundreds">
        ${lives.request.ages.map((year, i) => {
          const hundred = hundredAt(course, lives.lives, lives.inBase, year);
          const { outside, outsideInBase, better, worse } = hundred;
          const inside = lives.lives.length - outside;
          const share = lives.shares[i]!;
          const counts = w.counts(f.number(outside), sides.outside, f.number(inside), sides.inside);
          return html`<section>
            <h3>${who.hundredAt(f.number(year))}</h3>
            <up-hundred
              .hundred=${hundred}
              .chosen=${child}
              .label=${who.icons(f.number(year), counts)}
              @child-pick=${(e: ChildPick) => (this.child = e.child)}
            ></up-hundred>
            <p>
              <strong>${counts}</strong>
              ${
                alone
                  ? nothing
                  : html`${w.countsBase(f.number(outsideInBase), sides.outside)}
                    ${better.length + worse.length === 0 ? w.unchanged : w.changed(f.number(better.length), f.number(worse.length), sides.outside, sides.inside)}`
              }
            </p>
            <p class="small">
              ${w.expected(f.number((share.outside + share.between) * 100, 1), f.number(lives.request.counted), sides.outside)}
            </p>
          </section>`;
        })}
      </div>
      <p class="legend">
        <span>${sides.inside}</span><span class="outside">${sides.outside}</span
        ><span class="chosen">${who.chosen}</span>
        ${alone ? nothing : html`<span class="changed">${w.changedSide}</span>`}
      </p>`;
  }

  #strip(voice: Voice): TemplateResult | typeof nothing {
    const reading = this.#read(this.#state!.value);
    if (reading === undefined) return nothing;
    return strategyStrip({
      reading,
      voice,
      actions: this.context.actions,
      value: () => '',
      spoken: reading.selected.strategy.name[voice.language],
    });
  }

  #play(ends: number): void {
    if (this.timer !== undefined) return this.#stop();
    if (this.year >= ends) this.year = 0;
    this.timer = setInterval(() => {
      this.year = Math.min(ends, this.year + 1);
      if (this.year >= ends) this.#stop();
    }, yearTime);
  }

  #stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}

/**
 * Whom the screen begins with, by the lives in base, so that no strategy chooses. Of children the first who is left with
 * nobody, or where a model does not follow that, is outside for a year, since most never are; of others the one whose time
 * outside is in the middle of the hundred.
 */
function firstStory(course: LifeCourse, { inBase }: Lives): number {
  const readings = inBase.map((life) => readLife(course, life));
  if (course.since !== undefined) {
    const order = readings.map((_, i) => i).sort((a, b) => readings[a]!.outside - readings[b]!.outside);
    return order[Math.floor(order.length / 2)] ?? 0;
  }
  const found = readings.findIndex(({ withNobody }) => withNobody > 0);
  return Math.max(0, found < 0 ? readings.findIndex(({ outside }) => outside >= 1) : found);
}

/** The whole year of an age; of other years, where a step takes months, a decimal. */
const yearOf = (course: LifeCourse, year: number, f: Voice['format']): string =>
  course.since === undefined || year === 0 ? f.number(Math.floor(year)) : f.number(year, 1);

const nameOf = ({ model }: Here, id: VariableId, language: Voice['language']): string =>
  model.variables.get(id)?.name[language] ?? id;

const sidesOf = ({ sides }: LifeCourse, language: Voice['language'], w: LifeWords): Telling['sides'] =>
  sides === undefined ? w.sides : { inside: sides.inside[language], outside: sides.outside[language] };

/** "3 år", or months where it is less than a year. */
function timeWords(years: number, f: Voice['format'], w: LifeWords): string {
  if (years >= 1) {
    const whole = Math.round(years);
    return w.duration.years(f.number(whole), whole === 1);
  }
  const months = Math.max(1, Math.round(years * 12));
  return w.duration.months(f.number(months), months === 1);
}

declare global {
  interface HTMLElementTagNameMap {
    'up-life': UpLife;
  }
}
