import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Reading } from '../../app/readings.ts';
import type { Horizon } from '../../app/state.ts';
import { riverOf, riverSeries } from '../../chart/river/data.ts';
import { YearMove } from './events.ts';
import type { RiverScrub } from '../../elements/up-river-events.ts';
import type { LeverGroup } from '../../model/model.ts';
import { reset } from '../../style/shared.ts';
import type { ViewContext } from '../context.ts';
import { leverGroups } from './levers.ts';
import type { Voice } from '../voice.ts';

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
  /** Years after year zero. */
  @state() private year: number = 20;
  #opened: unknown;

  protected override willUpdate(changes: Map<PropertyKey, unknown>): void {
    if (changes.has('horizon')) this.year = this.horizon;
    if (this.reading.model === this.#opened) return;
    this.#opened = this.reading.model;
    const source = riverOf(this.reading.model.variables.keys());
    this.none = source === undefined;
    if (source !== undefined) void this.#fetch(riverSeries(source));
  }

  async #fetch(series: readonly string[]): Promise<void> {
    await import('../../elements/up-river.ts');
    this.fetched = true;
    this.context.actions.showSeries(series);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.fetched || this.none) return nothing;
    const { model, where, selected, base, yearZero } = this.reading;
    const { words: w, language } = this.voice;
    const groups = leverGroups(model, where, selected.strategy.policy, this.voice);
    const cost = (group: LeverGroup): number => groups.find((g) => g.group === group)?.cost ?? 0;
    const perGroup = <T>(of: (group: LeverGroup) => T): Readonly<Record<LeverGroup, T>> => ({
      rescue: of('rescue'),
      swim: of('swim'),
      upstream: of('upstream'),
    });
    const complete = this.#holdsRiver(selected.run?.names) && this.#holdsRiver(base.run?.names);
    return html`<up-river
      .run=${complete ? selected.run : undefined}
      .base=${complete ? base.run : undefined}
      .model=${model}
      .presetId=${where.preset}
      .yearZero=${yearZero}
      .time=${this.year}
      .horizon=${this.horizon}
      .money=${perGroup(cost)}
      .names=${perGroup((group) => w.groups[group].name)}
      .language=${language}
      @river-scrub=${this.#onScrub}
    ></up-river>`;
  }

  /** Runs that were made before the river was asked for hold only the outcomes. */
  #holdsRiver(names: readonly string[] | undefined): boolean {
    return names !== undefined && riverOf(names) !== undefined;
  }

  #onScrub = (event: RiverScrub): void => {
    this.year = event.year;
    this.dispatchEvent(new YearMove(event.year));
  };
}
