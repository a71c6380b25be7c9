import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Actions } from '../app/actions.ts';
import { library } from '../app/library.ts';
import type { Document, Session } from '../app/state.ts';
import '../elements/up-icon.ts';
import type { Model } from '../model/model.ts';
import type { Bilingual } from '../model/variable.ts';
import { buttons, focusRing, popups, reset, selects } from '../style/shared.ts';
import { words } from '../text/words.ts';
import './up-municipality.ts';
import type { MunicipalityChange, UpMunicipality } from './up-municipality.ts';

/** A model from a file, beside the shipped ones, whose ids it may share. */
const ownId = '';

/** What the screen is about: a button with the municipality's name, and under it which model and which municipality. */
@customElement('up-place')
export class UpPlace extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    popups,
    selects,
    css`
      :host {
        min-inline-size: 0;
      }
      .open {
        max-inline-size: 100%;
        anchor-name: --place;
      }
      .open span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      [popover] {
        inset: 56px auto auto 12px;
        position-anchor: --place;
        inset-block-start: calc(anchor(bottom, 52px) + 4px);
        inset-inline-start: anchor(left, 12px);
        inline-size: min(22rem, calc(100vw - 24px));
        padding: var(--space-4);
      }
      label {
        display: grid;
        gap: var(--space-1);
        margin-block-end: var(--space-3);
        font: var(--type-label);
        color: var(--ink-2);
      }
      p {
        color: var(--ink-2);
        margin-block-end: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) document!: Document;
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) actions!: Actions;
  @query('[popover]') private popup!: HTMLElement;
  @query('up-municipality') private dialog!: UpMunicipality;

  protected override render(): TemplateResult {
    const { language } = this.session;
    const w = words(language);
    const preset = this.model.presets.find((p) => p.id === this.document.presetId);
    const place = this.document.municipality ? w.municipality.yours : (preset ?? this.model).name[language];
    return html`
      <button class="button quiet open" popovertarget="place" title=${w.app.place}>
        <up-icon name="place"></up-icon>
        <span><span class="name">${place}</span></span>
        <up-icon name="down"></up-icon>
      </button>
      <div id="place" popover role="group" aria-label=${w.app.place}>
        ${this.#choice(w.app.model, { id: this.session.file === undefined ? this.model.id : ownId }, this.#models, (id) => this.actions.openModel(id))}
        <p>${this.model.about[language]}</p>
        ${preset === undefined ? nothing : this.#choice(w.app.municipality, preset, this.model.presets, (id) => this.actions.setPreset(id))}
        ${
          this.model.municipality === undefined
            ? nothing
            : html`<button class="button" aria-haspopup="dialog" @click=${this.#askFigures}>
                ${w.municipality.open}
              </button>`
        }
        <button class="button" @click=${this.#openOther}>
          <up-icon name="folder"></up-icon>${w.work.open}
        </button>
      </div>
      <up-municipality
        .model=${this.model}
        .preset=${preset}
        .facts=${this.document.municipality}
        .language=${language}
        @municipality-change=${(e: MunicipalityChange) => this.actions.setMunicipality(e.facts)}
      ></up-municipality>
    `;
  }

  /** What can be chosen: the shipped models, and before them the one from a file if that is open. */
  get #models(): readonly { readonly id: string; readonly name: Bilingual }[] {
    const { file } = this.session;
    return file === undefined ? library : [{ id: ownId, name: this.model.name }, ...library];
  }

  #choice(
    label: string,
    current: { readonly id: string },
    all: readonly { readonly id: string; readonly name: Bilingual }[],
    choose: (id: string) => unknown,
  ): TemplateResult {
    const { language } = this.session;
    return html`<label>
      ${label}
      <select @change=${(e: Event) => choose((e.target as HTMLSelectElement).value)}>
        ${all.map(({ id, name }) => html`<option value=${id} ?selected=${id === current.id}>${name[language]}</option>`)}
      </select>
    </label>`;
  }

  #openOther = (): void => {
    this.popup.hidePopover();
    this.actions.openDrawer('open');
  };

  #askFigures = (): void => {
    this.popup.hidePopover();
    this.dialog.open();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-place': UpPlace;
  }
}
