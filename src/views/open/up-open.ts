import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { openable } from '../../app/given-files.ts';
import { Select } from '../../app/select.ts';
import type { Opening, Session, WorkSummary } from '../../app/state.ts';
import '../../elements/up-icon.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import { format } from '../../text/format.ts';
import { workWords } from '../../text/work.ts';
import type { ViewContext } from '../context.ts';
import { drawerStyles } from '../drawer-styles.ts';
import { linesOf, whenSaved } from '../told-lines.ts';

export const renderDrawer = (context: ViewContext): TemplateResult =>
  html`<up-open .context=${context}></up-open>`;

/** As many messages about a file as are read. */
const mostTold = 12;

/** Opening a file, what was wrong with the last one, and the works that this browser keeps. */
@customElement('up-open')
export class UpOpen extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    drawerStyles,
    css`
      input[type='file'] {
        display: none;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--space-1) var(--space-3);
        margin: 0;
      }
      dt {
        font-weight: 600;
      }
      dd {
        margin: 0;
        color: var(--ink-2);
      }
      .failed {
        padding: var(--space-3);
        border: var(--hairline) solid var(--ink);
        border-inline-start-width: 4px;
        background: var(--paper);
      }
      .failed li + li {
        margin-block-start: var(--space-2);
      }
      .failed h3 {
        overflow-wrap: anywhere;
      }
      .place {
        font: var(--type-label);
        color: var(--ink-2);
      }
      .work {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        border-block-end: var(--hairline) solid var(--line);
      }
      .work > :first-child {
        display: grid;
        padding: var(--space-2);
        border: 0;
        background: none;
        text-align: start;
        cursor: pointer;
      }
      .work > button:first-child:hover {
        background: color-mix(in srgb, var(--ink) 8%, transparent);
      }
      .work small {
        font: var(--type-small);
        color: var(--ink-2);
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @query('input') private picker!: HTMLInputElement;

  #session: Select<Session> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#session ??= new Select(this, this.context.store, (state) => state.session);
    this.context.actions.listWorks();
  }

  protected override render(): TemplateResult {
    const { language, opening, works } = this.#session!.value;
    const w = workWords(language).open;
    return html`
      <h2>${w.title}</h2>
      ${this.#opening(opening)}
      <div class="acts">
        <button
          class="button primary"
          type="button"
          ?disabled=${opening?.status === 'reading'}
          @click=${() => this.picker.click()}
        >
          <up-icon name="folder"></up-icon>${w.choose}
        </button>
        <input type="file" multiple accept=${openable} aria-label=${w.choose} @change=${this.#onPicked} />
      </div>
      <p>${w.drop} ${w.stays}</p>
      <dl>
        <dt>${w.models}</dt>
        <dd>${w.modelKinds}</dd>
        <dt>${w.works}</dt>
        <dd>${w.workKinds}</dd>
      </dl>
      <p class="aside">${w.data}</p>
      <section>
        <h3>${w.kept}</h3>
        ${
          works.length === 0
            ? html`<p class="aside">${w.keptNone}</p>`
            : html`<ul>
                ${works.map((work) => this.#work(work))}
              </ul>`
        }
      </section>
    `;
  }

  #opening(opening: Opening | undefined): TemplateResult {
    const { language } = this.#session!.value;
    const w = workWords(language).open;
    return html`<div role="alert">
      ${opening?.status === 'reading' ? html`<p aria-busy="true">${w.reading(opening.name)}</p>` : nothing}
      ${
        opening?.status === 'failed'
          ? html`<div class="failed">
              <h3>${w.failed(opening.name)}</h3>
              <ul>
                ${linesOf(opening.diagnostics, language, mostTold).map(
                  ({ place, text }) =>
                    html`<li>
                      ${place === '' ? nothing : html`<span class="place">${place}: </span>`}${text}
                    </li>`,
                )}
              </ul>
              <p class="aside">${w.untouched}</p>
            </div>`
          : nothing
      }
    </div>`;
  }

  #work(work: WorkSummary): TemplateResult {
    const { language } = this.#session!.value;
    const w = workWords(language).open;
    const name = work.name[language];
    const about = [
      ...work.named,
      whenSaved(work.saved, language),
      w.steps(format(language).people(work.steps)),
    ];
    return html`<li class="work">
      <button
        type="button"
        ?disabled=${work.open}
        @click=${() => void this.context.actions.openWork(work.id)}
      >
        <span>${name}</span>
        <small>${[...(work.open ? [w.current] : []), ...about].join(' · ')}</small>
      </button>
      ${
        work.open
          ? nothing
          : html`<button
              class="button quiet icon"
              type="button"
              aria-label=${w.remove(name)}
              title=${w.remove(name)}
              @click=${() => this.context.actions.removeWork(work.id)}
            >
              <up-icon name="close"></up-icon>
            </button>`
      }
    </li>`;
  }

  #onPicked = (): void => {
    const files = [...(this.picker.files ?? [])];
    // The same file chosen again is opened again.
    this.picker.value = '';
    if (files.length > 0) void this.context.actions.openFiles(files);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-open': UpOpen;
  }
}
