import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { MenuChoose } from './events.ts';
import type { IconName } from './icons.ts';
import { placeBeside } from './place-beside.ts';
import { buttons, focusRing, popups, reset, visuallyHidden } from '../style/shared.ts';
import './up-icon.ts';

/** Something that can be done. */
export interface MenuItem {
  readonly id: string;
  readonly text: string;
  /** Whether it is on, for what can be on and off. */
  readonly checked?: boolean;
  /** Why it cannot be done now; undefined when it can. */
  readonly cannot?: string;
  /** Begins a group of its own. */
  readonly parted?: boolean;
}

/** Whether a menu says something else: it is made anew with each result on the screen, and mostly says the same. */
export const otherItems = (now: readonly MenuItem[], before: readonly MenuItem[] | undefined): boolean =>
  JSON.stringify(now) !== JSON.stringify(before);

/**
 * A button with a list of things to do: native popover, so that it lies over everything and goes away with Escape or a
 * press beside it. Arrow keys, Home, End and first letters move in it.
 *
 * @attr unseen - without its button: opened by `open` alone
 * @fires {MenuChoose} menu-choose - something in it was chosen
 */
@customElement('up-menu')
export class UpMenu extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    popups,
    visuallyHidden,
    css`
      :host {
        display: inline-block;
      }
      :host([unseen]) .trigger {
        display: none;
      }
      [popover] {
        padding: var(--space-1);
        min-inline-size: 12rem;
        max-inline-size: min(22rem, calc(100vw - 16px));
        max-block-size: calc(100dvh - 16px);
        overflow-y: auto;
        word-spacing: var(--thin-space);
      }
      .item {
        display: grid;
        grid-template-columns: 1.25rem 1fr;
        align-items: center;
        gap: 0 var(--space-2);
        inline-size: 100%;
        min-block-size: var(--target);
        padding: var(--space-1) var(--space-3) var(--space-1) var(--space-2);
        border: 0;
        border-radius: var(--radius-badge);
        background: none;
        text-align: start;
        cursor: pointer;
      }
      .item:hover,
      .item:focus-visible {
        background: color-mix(in srgb, var(--ink) 8%, transparent);
      }
      .item:focus-visible {
        outline-offset: -3px;
      }
      .item span {
        grid-column: 2;
      }
      .item up-icon {
        grid-row: 1;
      }
      .item[aria-disabled='true'] {
        color: var(--ink-3);
        cursor: default;
      }
      .why {
        font: var(--type-small);
      }
      .parted {
        margin-block-start: var(--space-1);
        border-block-start: var(--hairline) solid var(--line);
        border-start-start-radius: 0;
        border-start-end-radius: 0;
      }
    `,
  ];

  /** What it is a menu of: `Mer om Dra upp`. The name of its button. */
  @property() label = '';
  @property() icon: IconName = 'more';
  /** Shown beside the icon. */
  @property() text = '';
  @property({ attribute: false, hasChanged: otherItems }) items: readonly MenuItem[] = [];

  @state() private shown = false;
  @query('.trigger') private trigger!: HTMLButtonElement;
  @query('[popover]') private list!: HTMLElement;
  #opener: HTMLElement | undefined;

  /** Opens it at its button, or at another element, to which the focus goes back. */
  open(opener?: HTMLElement): void {
    if (this.items.length === 0 || this.shown) return;
    this.#opener = opener;
    this.list.showPopover();
    placeBeside(this.list, opener ?? this.trigger);
    this.#items[0]?.focus();
  }

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="button quiet trigger ${this.text === '' ? 'icon' : ''}"
        aria-haspopup="menu"
        aria-expanded=${this.shown}
        aria-label=${this.label}
        title=${this.label}
        @click=${this.#onTrigger}
      >
        <up-icon name=${this.icon}></up-icon>${this.text}
      </button>
      <div
        popover
        role="menu"
        aria-label=${this.label}
        @toggle=${this.#onToggle}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
      >
        ${this.items.map(
          ({ id, text, checked, cannot, parted }) =>
            html`<button
              type="button"
              class="item ${parted ? 'parted' : ''}"
              data-id=${id}
              tabindex="-1"
              role=${checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
              aria-checked=${checked ?? nothing}
              aria-disabled=${cannot === undefined ? nothing : 'true'}
            >
              ${checked === true ? html`<up-icon name="check"></up-icon>` : nothing}
              <span>${text}</span>
              ${cannot === undefined ? nothing : html`<span class="why">${cannot}</span>`}
            </button>`,
        )}
      </div>`;
  }

  get #items(): readonly HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('.item')];
  }

  #onTrigger = (): void => {
    // A press on the button has already closed an open list.
    this.open();
  };

  #onToggle = (event: ToggleEvent): void => {
    this.shown = event.newState === 'open';
  };

  #close(): void {
    this.list.hidePopover();
    (this.#opener ?? this.trigger).focus();
  }

  #onKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.indexOf(this.shadowRoot!.activeElement as HTMLElement);
    const letter = event.key.length === 1 && event.key !== ' ' ? event.key.toLowerCase() : undefined;
    const starting = (item: HTMLElement): boolean =>
      item.textContent.trim().toLowerCase().startsWith(letter!);
    const next =
      event.key === 'ArrowDown'
        ? items[(at + 1) % items.length]
        : event.key === 'ArrowUp'
          ? items.at(at - 1)
          : event.key === 'Home'
            ? items[0]
            : event.key === 'End'
              ? items.at(-1)
              : letter === undefined || event.ctrlKey || event.metaKey || event.altKey
                ? undefined
                : [...items.slice(at + 1), ...items].find(starting);
    if (event.key === 'Escape' || event.key === 'Tab') this.#close();
    else next?.focus();
    // Single keys do other things on the page.
    if (next !== undefined || letter !== undefined || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  #onClick = (event: Event): void => {
    const item = (event.target as Element).closest<HTMLElement>('.item');
    if (item === null || item.getAttribute('aria-disabled') === 'true') return;
    this.#close();
    this.dispatchEvent(new MenuChoose(item.dataset['id']!));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-menu': UpMenu;
  }
}
