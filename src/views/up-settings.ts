import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Actions } from '../app/actions.ts';
import type { AppState, Theme } from '../app/state.ts';
import '../elements/up-icon.ts';
import { buttons, focusRing, popups, reset, selects } from '../style/shared.ts';
import { words } from '../text/words.ts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** How a person wants the program to be on this machine: a button, and what it opens under itself. */
@customElement('up-settings')
export class UpSettings extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    popups,
    selects,
    css`
      [popover] {
        inset: 56px 12px auto auto;
        inline-size: min(20rem, calc(100vw - 24px));
        padding: var(--space-4);
      }
      h2 {
        font: var(--type-section);
        margin-block-end: var(--space-2);
      }
      label {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        min-block-size: var(--target);
      }
      input {
        inline-size: 1.25rem;
        block-size: 1.25rem;
        accent-color: var(--ink);
      }
      p {
        color: var(--ink-2);
        font: var(--type-label);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-block-start: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) session!: AppState['session'];
  @property({ attribute: false }) actions!: Actions;

  protected override render(): TemplateResult {
    const { language, theme, singleKeys } = this.session;
    const w = words(language).app;
    return html`
      <button class="button quiet icon" popovertarget="settings" aria-label=${w.settings} title=${w.settings}>
        <up-icon name="gear"></up-icon>
      </button>
      <div id="settings" popover role="group" aria-label=${w.settings}>
        <h2>${w.settings}</h2>
        <label>
          ${w.theme}
          <select
            @change=${(e: Event) => this.actions.setTheme((e.target as HTMLSelectElement).value as Theme)}
          >
            ${themes.map((t) => html`<option value=${t} ?selected=${t === theme}>${w.themes[t]}</option>`)}
          </select>
        </label>
        <button
          class="button"
          lang=${language === 'sv' ? 'en' : 'sv'}
          @click=${() => this.actions.setLanguage(language === 'sv' ? 'en' : 'sv')}
        >
          ${w.language}
        </button>
        <label>
          ${w.singleKeys}
          <input
            type="checkbox"
            .checked=${singleKeys}
            @change=${(e: Event) => this.actions.setSingleKeys((e.target as HTMLInputElement).checked)}
          />
        </label>
        <p>${w.singleKeysWhy}</p>
        <div class="row">
          <button class="button" @click=${() => this.#then(() => this.actions.present(true))}>
            <up-icon name="present"></up-icon>${w.present}
          </button>
          <button class="button" @click=${() => this.#then(() => this.actions.openView('statement'))}>
            ${w.statement}
          </button>
        </div>
      </div>
    `;
  }

  #then(act: () => void): void {
    this.renderRoot.querySelector<HTMLElement>('[popover]')?.hidePopover();
    act();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-settings': UpSettings;
  }
}
