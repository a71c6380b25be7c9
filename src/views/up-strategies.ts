import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Actions } from '../app/actions.ts';
import type { StrategyReading } from '../app/readings.ts';
import { ownIds, type StrategyId } from '../app/state.ts';
import { isBase } from '../app/strategies.ts';
import { nextTask } from '../base/next-task.ts';
import type { ChipRename, MenuChoose } from '../elements/events.ts';
import '../elements/up-chip.ts';
import type { UpChip } from '../elements/up-chip.ts';
import '../elements/up-icon.ts';
import '../elements/up-toast.ts';
import { buttons, focusRing, reset, visuallyHidden } from '../style/shared.ts';
import { describe } from '../text/diagnostics.ts';
import { chipMenu, type ChipAct, type ChipReading } from './chip-menu.ts';
import type { Voice } from './voice.ts';

/** Every strategy as a chip with what can be done with it, and a chip that makes a new one. */
@customElement('up-strategies')
export class UpStrategies extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    visuallyHidden,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      .chips {
        display: flex;
        gap: var(--space-2);
      }
      .chips > * {
        flex: none;
      }
      .add {
        font-weight: 550;
      }
      /* One of a person's own stands beside the others on a desk without being scrolled to. */
      .many {
        --chip-room: 6px;
        gap: 6px;
      }
      .many .add {
        gap: 0;
        padding-inline: var(--space-2);
      }
      .many .add span {
        display: none;
      }
      .add[aria-disabled='true'] {
        color: var(--ink-3);
        cursor: default;
      }
      /* Over the strip, in the middle: under it are words and pictures, and nothing that is pressed. */
      up-toast {
        position: fixed;
        inset-block-end: var(--over-strip);
        inset-inline: 0;
        inline-size: fit-content;
        max-inline-size: calc(100vw - 2 * var(--space-4));
        margin-inline: auto;
        z-index: 3;
      }
      /* Here the strip stands over the screen, and levers at its foot: the toast has a place of its own. */
      @media (max-width: 1023px) {
        up-toast {
          position: sticky;
          inset-inline-start: 0;
          margin: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) reading!: ChipReading;
  @property({ attribute: false }) voice!: Voice;
  @property({ attribute: false }) actions!: Actions;
  /** What a chip shows beside its name; may be empty. */
  @property({ attribute: false }) value: (row: StrategyReading) => string = () => '';
  /** The strategy whose name is being written. */
  @state() private writing: StrategyId | undefined;
  /** Why the name cannot be. */
  @state() private problem = '';
  /** What has just happened, and what takes it back if something does. */
  @state() private told: { readonly text: string; readonly restore?: () => void } | undefined;
  #tellings = 0;
  /** Whose chip has the focus after the next drawing; the chosen one's when it is not there. */
  #next: StrategyId | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    const chosen = this.reading.selected.strategy.id;
    const focused = this.#next;
    this.#next = undefined;
    if (focused !== undefined) void this.#show(this.#chipOf(focused) ?? this.#chipOf(chosen), true);
    else if (changed.get('reading')?.selected.strategy.id !== chosen)
      void this.#show(this.#chipOf(chosen), false);
  }

  protected override render(): TemplateResult {
    const { words: w } = this.voice;
    const { strategies, selected } = this.reading;
    const full = strategies.filter(({ strategy }) => !strategy.ready).length >= ownIds.length;
    const name = this.#name(selected);
    const many = strategies.length > 4;
    return html`<div class="chips ${many ? 'many' : ''}" role="group" aria-label=${w.explore.strategies}>
        ${repeat(
          strategies,
          ({ strategy }) => strategy.id,
          (row) => this.#chip(row, many),
        )}
        <button
          type="button"
          class="button quiet add"
          aria-disabled=${full ? 'true' : nothing}
          title=${full ? w.strategies.full : w.strategies.addFrom(name)}
          aria-label=${full ? `${w.strategies.add}. ${w.strategies.full}` : w.strategies.addFrom(name)}
          @click=${() => (full ? undefined : this.#act(selected, 'duplicate'))}
        >
          <up-icon name="plus"></up-icon><span>${full ? w.strategies.fullShort : w.strategies.add}</span>
        </button>
      </div>
      <up-toast
        .message=${this.told?.text ?? ''}
        .serial=${this.#tellings}
        .actionText=${this.told?.restore === undefined ? '' : w.app.undo}
        @toast-action=${() => this.told?.restore?.()}
      ></up-toast>`;
  }

  #chip(row: StrategyReading, many: boolean): TemplateResult {
    const { words: w } = this.voice;
    const { strategy } = row;
    const aside = isBase(strategy) || this.reading.compared.includes(row) ? '' : w.strategies.aside;
    return html`<up-chip
      data-id=${strategy.id}
      .mark=${strategy.mark}
      .name=${this.#name(row)}
      .value=${this.value(row)}
      .pressed=${row === this.reading.selected}
      .stacks=${many}
      .aside=${aside}
      .items=${chipMenu(row, this.reading, w.strategies)}
      .menuLabel=${w.strategies.menu(this.#name(row))}
      .editing=${this.writing === strategy.id}
      .nameLabel=${w.strategies.nameOf(this.#name(row))}
      @click=${() => this.actions.selectStrategy(strategy.id)}
      @menu-choose=${(e: MenuChoose) => this.#act(row, e.item as ChipAct)}
      .problem=${this.writing === strategy.id ? this.problem : ''}
      @chip-rename=${(e: ChipRename) => this.#rename(strategy.id, e)}
      @chip-leave=${() => this.#close(strategy.id)}
    ></up-chip>`;
  }

  #name = ({ strategy }: StrategyReading): string => strategy.name[this.voice.language];

  /** Brings a chip into view, in a strip that is wider than the screen. */
  async #show(chip: UpChip | null, focus: boolean): Promise<void> {
    if (chip === null) return;
    await chip.updateComplete;
    // Not in the middle of the drawing: the browser would have to lay out the page there and then.
    if (!focus) await nextTask();
    if (focus) chip.focus();
    // Only when it must: the tab key goes on from what was brought into view, and would pass the bar.
    const { left, right } = chip.getBoundingClientRect();
    if (focus || left < 0 || right > innerWidth) chip.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #chipOf = (id: StrategyId): UpChip | null =>
    this.renderRoot.querySelector<UpChip>(`up-chip[data-id="${CSS.escape(id)}"]`);

  #act(row: StrategyReading, act: ChipAct): void {
    const { id } = row.strategy;
    this.#next = id;
    switch (act) {
      case 'choose':
        return this.actions.selectStrategy(id);
      case 'rename':
        this.#next = undefined;
        this.writing = id;
        this.problem = '';
        return;
      case 'duplicate':
        // The copy is chosen, and has the focus.
        this.#next = '';
        return this.actions.duplicateStrategy(id);
      case 'left':
      case 'right':
        return this.actions.moveStrategy(id, act === 'left' ? -1 : 1);
      case 'compare':
        return this.actions.compareStrategy(id, !this.reading.compared.includes(row));
      case 'remove':
        this.#tell(this.voice.words.strategies.removed(this.#name(row)), this.actions.removeStrategy(id));
    }
  }

  /** A name that cannot be is told of where it is written, or after the field has been left. */
  #rename(id: StrategyId, event: ChipRename): void {
    const done = this.actions.renameStrategy(id, event.name);
    const told = (done.ok ? done.value : done.error).map((d) => describe(d, this.voice.language));
    const text = told.map(({ words, todo }) => `${words} ${todo}`).join(' ');
    if (done.ok) this.#close(id);
    else event.preventDefault();
    if (!done.ok && !event.left) this.problem = text;
    else if (text !== '') this.#tell(text);
  }

  #close(id: StrategyId): void {
    this.writing = undefined;
    this.#next = id;
  }

  #tell(text: string, restore?: () => void): void {
    this.#tellings++;
    this.told = { text, ...(restore && { restore }) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-strategies': UpStrategies;
  }
}
