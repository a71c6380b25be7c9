import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { TextFile } from '../../app/exports.ts';
import { linkFor } from '../../app/link.ts';
import { Select } from '../../app/select.ts';
import type { AppState } from '../../app/state.ts';
import { isUntouched, selectedStrategy } from '../../app/strategies.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import { download } from '../../elements/download.ts';
import '../../elements/up-icon.ts';
import '../../elements/up-qr.ts';
import type { Model } from '../../model/model.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import { describe } from '../../text/diagnostics.ts';
import { format } from '../../text/format.ts';
import { reportWords } from '../../text/report.ts';
import { workWords } from '../../text/work.ts';
import { words } from '../../text/words.ts';
import type { ViewContext } from '../context.ts';
import { drawerStyles } from '../drawer-styles.ts';
import { contentsOf } from './contents.ts';

export const renderDrawer = (context: ViewContext): TemplateResult =>
  html`<up-share .context=${context}></up-share>`;

/** As long as a code may be that a phone reads from a projector: more characters are smaller squares. */
const longestCode = 2000;
/** As many things missing from a file as are told. */
const mostTold = 6;

interface Message {
  readonly beside: 'link' | 'file';
  readonly text: string;
  readonly more: readonly string[];
}

/** The open work as a link, a code and files, and what of it comes along. */
@customElement('up-share')
export class UpShare extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    drawerStyles,
    css`
      .link {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
      }
      .phone {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr));
        align-items: center;
        gap: var(--space-4);
      }
      .code {
        padding: 0;
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-badge);
        background: none;
        cursor: zoom-in;
        overflow: hidden;
      }
      .phone div {
        display: grid;
        gap: var(--space-2);
        justify-items: start;
      }
      dialog {
        inline-size: min(92vw, 92vh);
        max-inline-size: none;
        max-block-size: none;
        padding: var(--space-3);
        border: 0;
        border-radius: var(--radius-sheet);
        background: white;
        color: black;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 70%);
      }
      dialog up-qr {
        block-size: calc(min(92vw, 92vh) - var(--target) - 3 * var(--space-3));
      }
      dialog form {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: var(--space-3);
        font: var(--type-section);
      }
      dialog .button {
        background: white;
        color: black;
        border-color: black;
      }
      ul {
        display: grid;
        gap: var(--space-1);
      }
      li > b {
        display: block;
      }
      li ul {
        padding-inline-start: var(--space-3);
      }
      .files {
        display: grid;
        gap: var(--space-3);
      }
      .files .aside {
        margin-block-start: var(--space-1);
      }
      .files .button {
        inline-size: 100%;
        justify-content: flex-start;
      }
      .done {
        padding: var(--space-2) var(--space-3);
        border-inline-start: 4px solid var(--ink);
        background: var(--sunken);
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @state() private told: Message | undefined;
  @query('input') private field!: HTMLInputElement;
  @query('dialog') private large!: HTMLDialogElement;

  #state: Select<AppState> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (state) => state);
  }

  protected override render(): TemplateResult {
    const { session } = this.#state!.value;
    const w = workWords(session.language).share;
    if (session.model.status !== 'ready') return html`<h2>${w.title}</h2>`;
    return html`
      <h2>${w.title}</h2>
      ${session.file === undefined ? this.#link() : html`<p>${w.ownFile(session.file.name)}</p>`}
      ${this.#contents(session.model.value)} ${this.#files(session.model.value)}
      <p class="aside">${session.storageFailed === true ? w.notSaved : w.saved}</p>
    `;
  }

  get #address(): string {
    const { document: work, session } = this.#state!.value;
    return `${location.origin}${location.pathname}#${linkFor(work, session)}`;
  }

  #link(): TemplateResult {
    const { language } = this.#state!.value.session;
    const w = workWords(language).share;
    const address = this.#address;
    const short = address.length <= longestCode;
    return html`<div class="link">
        <label for="link"><h3>${w.link}</h3></label>
        <input id="link" readonly .value=${address} @focus=${() => this.field.select()} />
        <div class="acts">
          <button class="button primary" type="button" @click=${this.#onCopy}>
            <up-icon name="copy"></up-icon>${w.copy}
          </button>
          ${
            'share' in navigator
              ? html`<button class="button" type="button" @click=${this.#onSend}>
                  <up-icon name="share"></up-icon>${w.send}
                </button>`
              : nothing
          }
        </div>
        ${this.#message('link')}
        <p class="aside">${w.length(format(language).people(address.length))}. ${w.strangers}</p>
      </div>
      ${
        short
          ? html`<section class="phone">
                <button
                  class="code"
                  type="button"
                  aria-label=${w.large}
                  title=${w.large}
                  @click=${() => this.large.showModal()}
                >
                  <up-qr .text=${address} .label=${w.code}></up-qr>
                </button>
                <div>
                  <h3>${w.phone}</h3>
                  <button class="button" type="button" @click=${() => this.large.showModal()}>
                    <up-icon name="present"></up-icon>${w.large}
                  </button>
                </div>
              </section>
              <dialog aria-label=${w.phone} @keydown=${this.#onLargeKey}>
                <form method="dialog">
                  <span>${w.phone}</span>
                  <button class="button">${w.close}</button>
                </form>
                <up-qr .text=${address} .label=${w.code}></up-qr>
              </dialog>`
          : html`<p class="aside">${w.tooLong}</p>`
      }`;
  }

  #contents(model: Model): TemplateResult {
    const { document: work, session } = this.#state!.value;
    const { language } = session;
    const w = workWords(language).share;
    const speaker = { language, format: format(language) };
    const view = words(language).views[session.view];
    const years = words(language).app.horizonOption(session.horizon);
    return html`<section>
      <h3>${w.contains}</h3>
      <ul>
        ${contentsOf(model, work, speaker).map(
          ({ text, parts }) =>
            html`<li>
              ${parts.length === 0 ? text : html`<b>${text}</b>`}
              ${
                parts.length === 0
                  ? nothing
                  : html`<ul>
                      ${parts.map((part) => html`<li>${part}</li>`)}
                    </ul>`
              }
            </li>`,
        )}
        ${isUntouched(work) ? html`<li>${w.untouched}</li>` : nothing}
        <li>${w.opens(view, years)}</li>
      </ul>
    </section>`;
  }

  #files(model: Model): TemplateResult {
    const { document: work, session } = this.#state!.value;
    const { language } = session;
    const w = workWords(language).share;
    const { actions } = this.context;
    const file = (text: string, why: string, make: () => unknown): TemplateResult =>
      html`<div>
        <button class="button" type="button" @click=${make}>
          <up-icon name="download"></up-icon>${text}
        </button>
        <p class="aside">${why}</p>
      </div>`;
    const strategy = selectedStrategy(model, work).name[language];
    return html`<section class="files">
      <h3>${w.file}</h3>
      ${file(words(language).views.report, reportWords(language).intro, () => {
        actions.closeDrawer();
        actions.openView('report');
      })}
      ${file(w.work, w.fileWhy, () => this.#give(actions.workAsFile()))}
      ${file(w.table, w.tableWhy(strategy), async () => this.#take(await actions.runAsTable()))}
      ${file(w.xmile, w.xmileWhy, async () => this.#take(await actions.modelAsXmile()))}
      ${this.#message('file')}
    </section>`;
  }

  /** What came of a button, beside it, and read aloud. */
  #message(beside: Message['beside']): TemplateResult {
    const { text, more } = this.told?.beside === beside ? this.told : { text: '', more: [] };
    return html`<div role="status">
      ${
        text === ''
          ? nothing
          : html`<p class="done">${text}</p>
              ${
                more.length === 0
                  ? nothing
                  : html`<ul class="aside">
                      ${more.map((line) => html`<li>${line}</li>`)}
                    </ul>`
              }`
      }
    </div>`;
  }

  #take(made: Result<TextFile, readonly Diagnostic[]>): void {
    if (made.ok) this.#give(made.value);
    else this.#tell('file', ...this.#lines(made.error));
  }

  #give({ name, text, type, warnings }: TextFile): void {
    const w = workWords(this.#state!.value.session.language).share;
    download(name, text, type);
    const { parts } = w;
    const isPart = (what: string): what is keyof typeof parts => what in parts;
    const left = warnings.flatMap((d) =>
      d.code === 'left-out' && isPart(d.args.what) ? parts[d.args.what] : [],
    );
    const others = this.#lines(warnings.filter((d) => d.code !== 'left-out' || !isPart(d.args.what)));
    this.#tell(
      'file',
      w.fetched(name),
      ...(left.length === 0 ? [] : [w.notInFile(left.join(', '))]),
      ...others,
    );
  }

  #tell(beside: Message['beside'], text = '', ...more: readonly string[]): void {
    this.told = { beside, text, more };
  }

  /** What some diagnostics say, each thing once. */
  #lines(diagnostics: readonly Diagnostic[]): readonly string[] {
    const { language } = this.#state!.value.session;
    const lines = [...new Set(diagnostics.map((d) => describe(d, language).words))];
    const rest = lines.length - mostTold;
    const more = rest > 0 ? [workWords(language).open.more(format(language).people(rest))] : [];
    return [...lines.slice(0, mostTold), ...more];
  }

  /** Escape closes the large code, and not the drawer too. */
  #onLargeKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.stopPropagation();
  };

  #onCopy = async (): Promise<void> => {
    const w = workWords(this.#state!.value.session.language).share;
    try {
      await navigator.clipboard.writeText(this.#address);
      this.#tell('link', w.copied);
    } catch {
      // No right to the clipboard, or a page without https: selected, the link is one key from being copied.
      this.field.focus();
      this.field.select();
      this.#tell('link', w.copyByHand);
    }
  };

  #onSend = async (): Promise<void> => {
    try {
      await navigator.share({ title: document.title, url: this.#address });
    } catch (cause) {
      // A person who changes their mind is no failure.
      if (!(cause instanceof DOMException)) throw cause;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-share': UpShare;
  }
}
