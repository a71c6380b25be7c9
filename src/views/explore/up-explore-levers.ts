import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Reading } from '../../app/readings.ts';
import type { LeverChange, LeverInput, LeverToggle } from '../../elements/events.ts';
import '../../elements/up-figure.ts';
import '../../elements/up-icon.ts';
import '../../elements/up-lever.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import type { ViewContext } from '../context.ts';
import { leverGroups, type LeverGroupLines, type LeverLine } from './levers.ts';
import type { Voice } from '../voice.ts';

/** The panel of levers in three groups, and what they cost together. */
@customElement('up-explore-levers')
export class UpExploreLevers extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: block;
        padding: var(--space-3) var(--space-5) var(--space-5);
      }
      .total,
      .group {
        display: flex;
        align-items: center;
        gap: var(--space-2) var(--space-3);
      }
      .total {
        justify-content: space-between;
        padding-block-end: var(--space-2);
        border-block-end: var(--hairline) solid var(--line);
      }
      .total h2 {
        margin: 0;
        font: var(--type-body);
        font-weight: 550;
      }
      .total strong {
        font-size: 1rem;
        word-spacing: var(--thin-space-bold);
      }
      .total strong {
        margin-inline-start: auto;
      }
      .sheet {
        display: none;
      }
      @media (max-width: 1023px) {
        :host {
          padding-block: var(--space-1) var(--space-4);
        }
        .total {
          position: sticky;
          inset-block-start: 0;
          z-index: 1;
          background: var(--surface);
        }
        .sheet {
          display: inline-flex;
        }
        :host([folded]) :is(.groups, .hint) {
          display: none;
        }
        :host([folded]) .sheet {
          rotate: 180deg;
        }
        .groups {
          display: grid;
          grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
          gap: 0 var(--space-5);
        }
      }
      .hint {
        font: var(--type-small);
        color: var(--ink-2);
        margin-block: var(--space-2) 0;
      }
      section {
        margin-block-start: var(--space-4);
      }
      .group div {
        flex: 1;
      }
      .group h3 {
        margin: 0;
        font: var(--type-section);
      }
      .group p {
        color: var(--ink-2);
        font: var(--type-label);
      }
      .rescue h3 {
        color: var(--rescue-text);
      }
      .swim h3 {
        color: var(--swim-text);
      }
      .upstream h3 {
        color: var(--upstream-text);
      }
      .group strong {
        word-spacing: var(--thin-space-bold);
      }
      li {
        margin-block-start: var(--space-1);
      }
      .about,
      .source {
        margin-block-start: var(--space-1);
        font: var(--type-label);
        color: var(--ink-2);
      }
      .source {
        font: var(--type-small);
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @property({ attribute: false }) reading!: Pick<Reading, 'model' | 'where'> & {
    readonly selected: Pick<Reading['selected'], 'strategy' | 'cost'>;
  };
  @property({ attribute: false }) voice!: Voice;
  /**
   * The levers whose zones and evidence are shown: each that was moved, until it is closed. Opening one closes no
   * other, so that no lever moves away from under the pointer.
   */
  @state() private open: ReadonlySet<string> = new Set();
  /** On a narrow screen: only the cost is shown, so that the result has the room. */
  @property({ type: Boolean, reflect: true }) folded = false;

  protected override render(): TemplateResult {
    const { model, where, selected } = this.reading;
    const { words: w, format: f } = this.voice;
    const groups = leverGroups(model, where, selected.strategy.policy, this.voice);
    const priced = model.levers.some((lever) => lever.cost !== undefined);
    return html`<aside aria-label=${w.levers.panel}>
      <div class="total">
        <h2>${priced ? w.levers.cost : w.levers.panel}</h2>
        ${priced ? html`<strong>${f.money(selected.cost)}</strong>` : nothing}
        <button
          class="button quiet icon sheet"
          type="button"
          aria-expanded=${!this.folded}
          aria-label=${w.levers.show}
          @click=${() => (this.folded = !this.folded)}
        >
          <up-icon name="down"></up-icon>
        </button>
      </div>
      ${selected.strategy.ready && selected.strategy.mark !== 'base' ? html`<p class="hint">${w.levers.moves}</p>` : nothing}
      <div class="groups">${groups.map((group) => this.#group(group))}</div>
    </aside>`;
  }

  #group({ group, cost, lines }: LeverGroupLines): TemplateResult {
    const { words: w, format: f } = this.voice;
    return html`<section class=${group} aria-label=${w.groups[group].name}>
      <div class="group">
        <up-figure .group=${group} ?funded=${cost > 0}></up-figure>
        <div>
          <h3>${w.groups[group].name}</h3>
          <p>${w.groups[group].plain}</p>
        </div>
        <strong>${f.millions(cost)}</strong>
      </div>
      <ul>
        ${repeat(
          lines,
          ({ lever }) => lever.id,
          (line) => html`<li>${this.#lever(line)}</li>`,
        )}
      </ul>
    </section>`;
  }

  #lever(line: LeverLine): TemplateResult {
    const { lever } = line;
    const { words: w } = this.voice;
    return html`<up-lever
      id=${lever.id}
      .name=${line.name}
      .mark=${lever.group}
      .min=${lever.min}
      .max=${lever.max}
      .step=${lever.step}
      .value=${line.value}
      .base=${line.base}
      .valueText=${line.valueText}
      .spokenText=${line.spokenText}
      .zones=${line.zones}
      .costText=${line.costText}
      .delayText=${line.delayText ?? ''}
      .payersText=${w.levers.paidBy}
      .payers=${line.payers}
      .grade=${lever.evidence.grade}
      .gradeText=${w.grades[lever.evidence.grade]}
      .typedPerUnit=${line.typedPerUnit}
      .typeLabel=${w.levers.typeLabel}
      .language=${this.voice.language}
      .open=${this.open.has(lever.id)}
      @lever-toggle=${(e: LeverToggle) => this.#show(lever.id, e.open)}
      @lever-input=${(e: LeverInput) => this.context.actions.dragLever(lever.variable, e.value)}
      @lever-change=${(e: LeverChange) => {
        this.#show(lever.id, true);
        this.context.actions.setLever(lever.variable, e.value);
      }}
      ><p class="about">${line.about}</p>
      <p class="source">${w.levers.evidence}: ${lever.evidence.source[this.voice.language]}</p></up-lever
    >`;
  }

  #show(id: string, open: boolean): void {
    const next = new Set(this.open);
    if (open) next.add(id);
    else next.delete(id);
    this.open = next;
  }
}
