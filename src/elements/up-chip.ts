import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { ChipLeave, ChipRename } from './events.ts';
import { lineSample } from './line-sample.ts';
import { placeBeside } from './place-beside.ts';
import { focusRing, popups, reset, visuallyHidden } from '../style/shared.ts';
import type { ChartMark } from '../chart/marks.ts';
import { otherItems, type MenuItem, type UpMenu } from './up-menu.ts';

/** How long a press is held until it asks for the menu, ms; and how far it may slide, px. */
const held = 500;
const slip = 10;

/**
 * A strategy to choose: a piece of its line, its name, and its value at the horizon. With `items` it has a menu: its
 * button stands beside the chip when it is chosen, and a long press, the context menu key or Enter on a chosen chip
 * opens it too.
 *
 * @fires click - the native one, from the button
 * @fires {MenuChoose} menu-choose - something in the menu was chosen
 * @fires {ChipRename} chip-rename - a name was written; only while `editing`, and if it is cancelled the field stays
 * @fires {ChipLeave} chip-leave - the writing was given up
 */
@customElement('up-chip')
export class UpChip extends LitElement {
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override styles = [
    reset,
    focusRing,
    popups,
    visuallyHidden,
    css`
      :host {
        display: inline-flex;
        max-inline-size: 100%;
      }
      .choose,
      .write {
        --chip-paper: var(--paper);
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: var(--target);
        max-inline-size: 100%;
        /* One px less than with the 2 px border of the pressed state: nothing moves when it is chosen. */
        padding: 3px calc(var(--chip-room, 11px) + 2px) 3px var(--chip-room, 11px);
        border: 1px solid var(--line);
        border-radius: 8px;
        background: none;
        color: var(--ink);
        font: var(--type-body);
        font-weight: 550;
        text-align: start;
        word-spacing: var(--thin-space);
      }
      .choose {
        cursor: pointer;
        touch-action: manipulation;
        user-select: none;
        -webkit-touch-callout: none;
      }
      .choose:hover {
        border-color: var(--outline);
      }
      .choose[aria-pressed='true'],
      .write {
        --chip-paper: var(--surface);
        padding: 2px calc(var(--chip-room, 11px) + 1px) 2px calc(var(--chip-room, 11px) - 1px);
        border: 2px solid var(--ink);
        background: var(--surface);
        font-weight: 700;
      }
      .aside {
        border-style: dashed;
        border-color: var(--outline);
      }
      .line-sample {
        flex: none;
        overflow: visible;
        inline-size: 1.75rem;
        block-size: 1rem;
      }
      .value {
        color: var(--ink-2);
        font-weight: 450;
        white-space: nowrap;
      }
      /* Bold and regular name take the same width: the hidden twin holds it. */
      .name {
        display: inline-grid;
        max-inline-size: 14rem;
      }
      .name > span,
      .name::after {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .name::after {
        content: attr(data-name);
        block-size: 0;
        visibility: hidden;
        font-weight: 700;
      }
      /* Name over value, where the strip would be wider than the window. */
      @media (min-width: 1024px) and (max-width: 1439px) {
        :host([stacks]) :is(.choose, .write) {
          display: inline-grid;
          grid-template-columns: auto auto;
          gap: 0 6px;
          align-content: center;
          line-height: 1.15;
        }
        :host([stacks]) .line-sample {
          grid-row: span 2;
        }
        :host([stacks]) .value {
          font: var(--type-small);
          grid-column: 2;
        }
      }
      .problem {
        max-inline-size: min(20rem, calc(100vw - 16px));
        padding: var(--space-2) var(--space-3);
        border-inline-start: 4px solid var(--negative);
        font-weight: 400;
      }
      input {
        inline-size: 12rem;
        min-block-size: 1.75rem;
        border: 0;
        background: none;
      }
      .write:focus-within {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }
      input:focus-visible {
        outline: none;
      }
      @media (forced-colors: active) {
        .choose[aria-pressed='true'] {
          border-color: Highlight;
        }
      }
    `,
  ];

  @property() name = '';
  /** `1 575`, or with another budget `1 164, men 30 mnkr`. */
  @property() value = '';
  @property() mark: ChartMark = 'base';
  @property({ type: Boolean, reflect: true }) pressed = false;
  /** Why it stands aside, such as that it is not in the comparison; read aloud, and shown by its border. */
  @property() aside = '';
  /** Stands among many: takes less room on a small desk. */
  @property({ type: Boolean, reflect: true }) stacks = false;
  /** What can be done with it. */
  @property({ attribute: false, hasChanged: otherItems }) items: readonly MenuItem[] = [];
  /** Name of the menu: `Mer om Dra upp`. */
  @property() menuLabel = '';
  /** Shows a field for its name, which must have one of its own. */
  @property({ type: Boolean }) editing = false;
  @property() nameLabel = '';
  /** Why the name that was written cannot be; the field stays open. */
  @property() problem = '';

  @query('.choose') private choose!: HTMLButtonElement | null;
  @query('input') private input!: HTMLInputElement | null;
  @query('.problem') private told!: HTMLElement | null;
  @query('up-menu') private menu!: UpMenu | null;
  #press: { readonly x: number; readonly y: number; readonly since: number; moved: boolean } | undefined;
  #asked = false;

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('problem') && this.told !== null) {
      if (!this.told.matches(':popover-open')) this.told.showPopover();
      placeBeside(this.told, this.told.parentElement!);
    }
    if (!changed.has('editing') || !this.editing) return;
    this.input?.focus();
    this.input?.select();
  }

  protected override render(): TemplateResult {
    if (this.editing) {
      return html`<span class="write">
        ${lineSample(this.mark)}
        <input
          aria-label=${this.nameLabel}
          aria-invalid=${this.problem === '' ? nothing : 'true'}
          aria-describedby=${this.problem === '' ? nothing : 'problem'}
          .value=${this.name}
          autocomplete="off"
          @keydown=${this.#onWrite}
          @blur=${this.#onWritten}
        />
        ${
          this.problem === ''
            ? nothing
            : html`<p id="problem" class="problem" popover="manual" role="alert">${this.problem}</p>`
        }
      </span>`;
    }
    return html`<button
        type="button"
        class="choose ${this.aside === '' ? '' : 'aside'}"
        aria-pressed=${this.pressed}
        @pointerdown=${this.#onPress}
        @pointermove=${this.#onSlide}
        @pointercancel=${this.#onCancel}
        @pointerup=${this.#onRelease}
        @contextmenu=${this.#onContextMenu}
        @click=${this.#onClick}
      >
        ${lineSample(this.mark)}
        <span class="name" data-name=${this.name}><span>${this.name}</span></span>
        ${this.value === '' ? nothing : html`<span class="value">${this.value}</span>`}
        ${this.aside === '' ? nothing : html`<span class="visually-hidden">, ${this.aside}</span>`}
      </button>
      ${
        this.items.length === 0
          ? nothing
          : html`<up-menu
              ?unseen=${!this.pressed}
              .label=${this.menuLabel}
              .items=${this.items}
              @click=${this.#onMenuClick}
            ></up-menu>`
      }`;
  }

  #openMenu = (): void => {
    this.menu?.open(this.choose ?? undefined);
  };

  #onPress = (event: PointerEvent): void => {
    this.#press = { x: event.clientX, y: event.clientY, since: event.timeStamp, moved: false };
    this.#asked = false;
  };

  #onSlide = (event: PointerEvent): void => {
    const press = this.#press;
    if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > slip) press.moved = true;
  };

  #onCancel = (): void => {
    this.#press = undefined;
  };

  /** The menu opens when the press is over: the browser closes what opens during it. */
  #onRelease = (event: PointerEvent): void => {
    const press = this.#press;
    this.#press = undefined;
    if (press === undefined || press.moved || this.items.length === 0) return;
    if (event.timeStamp - press.since >= held) this.#asked = true;
    if (this.#asked) setTimeout(this.#openMenu);
  };

  /** The right button, a long press where the browser tells of it, or the key. */
  #onContextMenu = (event: Event): void => {
    if (this.items.length === 0) return;
    event.preventDefault();
    if (this.#press === undefined) this.#openMenu();
    else this.#asked = true;
  };

  /** A press that asked for the menu does not choose. Enter on a chosen chip asks for it too. */
  #onClick = (event: MouseEvent): void => {
    const byKey = event.detail === 0;
    if (byKey && this.pressed && this.items.length > 0) this.#openMenu();
    else if (byKey || !this.#asked) return;
    event.stopPropagation();
  };

  /** A click in the menu is not one on the chip. */
  #onMenuClick = (event: Event): void => event.stopPropagation();

  #onWrite = (event: KeyboardEvent): void => {
    // Keys of the page do nothing while a name is written.
    event.stopPropagation();
    if (event.key === 'Enter') this.#rename(false);
    else if (event.key === 'Escape') this.#leave();
  };

  #onWritten = (): void => {
    if (this.input!.value === this.name) this.#leave();
    else this.#rename(true);
  };

  /** Only once: the field loses the focus also when it goes. A name that cannot be is mended, unless the field is left. */
  #rename(left: boolean): void {
    if (!this.editing) return;
    const taken = this.dispatchEvent(new ChipRename(this.input!.value, left));
    if (taken) this.editing = false;
    else if (left) this.#leave();
  }

  #leave(): void {
    if (!this.editing) return;
    this.editing = false;
    this.dispatchEvent(new ChipLeave());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-chip': UpChip;
  }
}
