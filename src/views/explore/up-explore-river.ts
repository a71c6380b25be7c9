import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Reading } from '../../app/readings.ts';
import type { Horizon } from '../../app/state.ts';
import { fetched } from '../../base/fetched.ts';
import { riverOf, riverSeries } from '../../chart/river/data.ts';
import { YearMove } from './events.ts';
import type { FigureMove, RiverScrub } from '../../elements/up-river-events.ts';
import type { Movable } from '../../elements/up-river-picture.ts';
import type { Locality, Run } from '../../model/experiment.ts';
import type { Lever, LeverGroup } from '../../model/model.ts';
import { leverSetting } from '../../model/policy.ts';
import { reset } from '../../style/shared.ts';
import type { ViewContext } from '../context.ts';
import { leverGroups } from './levers.ts';
import { originOf } from '../origin.ts';
import type { Voice } from '../voice.ts';

/**
 * ms of rest after which the river follows the numbers. A lever that is dragged must not wait for a picture of three
 * thousand parts at each step; when the hand rests, the river glides to its new shapes.
 */
const pause = 80;

type PerGroup<T> = Readonly<Record<LeverGroup, T>>;

interface Shown {
  readonly reading: Reading;
  readonly run: Run | undefined;
  readonly base: Run | undefined;
  readonly where: Locality;
  readonly money: PerGroup<number>;
  readonly names: PerGroup<string>;
  /** Where those on the children's bank stand, years of age. */
  readonly places: { readonly swim: number; readonly upstream: number };
}

/** Where they stand when no lever of the model says it: upstream among the youngest. */
const stands = { swim: 7.5, upstream: 1 };

/** The lever that is the age at which `swim` stands. */
function ageLever(model: Reading['model']): Lever | undefined {
  const startAge = riverOf(model.variables.keys())?.startAge;
  return model.levers.find((lever) => lever.variable === startAge);
}

/** What the river needs of a reading; parts that say the same as before are the same objects. */
function shownOf(reading: Reading, voice: Voice, before: Shown | undefined): Shown {
  const { model, where, selected, base } = reading;
  const groups = leverGroups(model, where, selected.strategy.policy, voice);
  const age = ageLever(model);
  const perGroup = <T>(of: (group: LeverGroup) => T): PerGroup<T> => ({
    rescue: of('rescue'),
    swim: of('swim'),
    upstream: of('upstream'),
  });
  const same = <T>(now: T, then: T | undefined): T =>
    then !== undefined && JSON.stringify(now) === JSON.stringify(then) ? then : now;
  // Runs that were made before the river was asked for hold only the outcomes.
  const complete = [selected.run, base.run].every(
    (run) => run !== undefined && riverOf(run.names) !== undefined,
  );
  return {
    reading,
    run: complete ? selected.run : undefined,
    base: complete ? base.run : undefined,
    where: same(where, before?.where),
    money: same(
      perGroup((group) => groups.find((g) => g.group === group)?.cost ?? 0),
      before?.money,
    ),
    names: same(
      perGroup((group) => voice.words.groups[group].name),
      before?.names,
    ),
    places: same(
      age === undefined
        ? stands
        : {
            ...stands,
            swim: leverSetting(model, where, selected.strategy.policy, age),
          },
      before?.places,
    ),
  };
}

const movableOf = (age: Lever | undefined): Movable =>
  age === undefined ? {} : { swim: [age.min, age.max] };

/**
 * The river of the selected strategy, for models that have one. Its code and its thirty series are fetched when the
 * first numbers are already on the screen.
 *
 * @fires {YearMove} year-move - the river's clock is at another year
 */
@customElement('up-explore-river')
export class UpExploreRiver extends LitElement {
  static override styles = [
    reset,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      :host([none]) {
        display: none;
      }
      up-river {
        block-size: 100%;
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @property({ attribute: false }) reading!: Reading;
  @property({ attribute: false }) voice!: Voice;
  @property({ attribute: false }) horizon: Horizon = 20;
  /** The model has no river. */
  @property({ type: Boolean, reflect: true }) none = false;

  @state() private fetched = false;
  /** What the river shows: the reading of a moment ago. One object while that is the same, so that nothing is redrawn. */
  @state() private shown: Shown | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  /** Years after year zero. */
  @state() private year: number = 20;
  #opened: unknown;
  #movable: Movable | undefined;

  protected override willUpdate(changes: Map<PropertyKey, unknown>): void {
    if (changes.has('horizon')) this.year = this.horizon;
    if (this.shown?.reading !== this.reading) {
      clearTimeout(this.#later);
      this.#later = setTimeout(this.#show, pause);
    }
    if (this.reading.model === this.#opened) return;
    this.#opened = this.reading.model;
    this.#movable = undefined;
    const source = riverOf(this.reading.model.variables.keys());
    this.none = source === undefined;
    if (source !== undefined) void this.#fetch(riverSeries(source));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#later);
    this.#later = undefined;
  }

  #show = (): void => {
    this.#later = undefined;
    this.shown = shownOf(this.reading, this.voice, this.shown);
  };

  async #fetch(series: readonly string[]): Promise<void> {
    const module = await fetched(import('../../elements/up-river.ts'));
    if (module === undefined) {
      // The network is gone: the charts say the same without the picture.
      this.none = true;
      return;
    }
    // The person may have gone to another screen, which asks for series of its own.
    if (!this.isConnected) return;
    this.fetched = true;
    this.context.actions.showSeries(series);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.fetched || this.none || this.shown === undefined) return nothing;
    const { run, base, money, names, places, where, reading } = this.shown;
    this.#movable ??= movableOf(ageLever(reading.model));
    return html`<up-river
      .run=${run}
      .base=${base}
      .model=${reading.model}
      .where=${where}
      .yearZero=${reading.yearZero}
      .time=${this.year}
      .horizon=${this.horizon}
      .money=${money}
      .names=${names}
      .places=${places}
      .movable=${this.#movable}
      .language=${this.voice.language}
      .held=${this.#later !== undefined}
      .origin=${`${originOf(reading, this.voice)}, ${reading.selected.strategy.name[this.voice.language]}`}
      @river-scrub=${this.#onScrub}
      @figure-move=${this.#onFigure}
    ></up-river>`;
  }

  /** Who moves the figure moves the lever that it stands for. */
  #onFigure = ({ group, age, settled }: FigureMove): void => {
    const lever = ageLever(this.reading.model);
    if (group !== 'swim' || lever === undefined) return;
    const { setLever, dragLever } = this.context.actions;
    (settled ? setLever : dragLever)(lever.variable, age);
  };

  #onScrub = (event: RiverScrub): void => {
    this.year = event.year;
    this.dispatchEvent(new YearMove(event.year));
  };
}
