import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TextFile } from '../../app/exports.ts';
import { linkFor } from '../../app/link.ts';
import { Select } from '../../app/select.ts';
import type { AppState } from '../../app/state.ts';
import { isUntouched, selectedStrategy } from '../../app/strategies.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import { download } from '../../elements/download.ts';
import '../../elements/up-icon.ts';
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
import { message, messageStyles, type Message } from './message.ts';
import './up-share-link.ts';

export const renderDrawer = (context: ViewContext): TemplateResult =>
  html`<up-share .context=${context}></up-share>`;

/** As many things missing from a file as are told. */
const mostTold = 6;

/** The open work as a link, a code and files, and what of it comes along. */
@customElement('up-share')
export class UpShare extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    drawerStyles,
    messageStyles,
    css`
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
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @state() private told: Message | undefined;

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
      ${
        session.file === undefined
          ? html`<up-share-link .address=${this.#address} .language=${session.language}></up-share-link>`
          : html`<p>${w.ownFile(session.file.name)}</p>`
      }
      ${this.#contents(session.model.value)} ${this.#files(session.model.value)}
      <p class="aside">${session.storageFailed === true ? w.notSaved : w.saved}</p>
    `;
  }

  get #address(): string {
    const { document: work, session } = this.#state!.value;
    return `${location.origin}${location.pathname}#${linkFor(work, session)}`;
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
      ${file(w.xmile, w.xmileWhy, async () => this.#take(await actions.modelAsXmile()))} ${message(this.told)}
    </section>`;
  }

  #take(made: Result<TextFile, readonly Diagnostic[]>): void {
    if (made.ok) this.#give(made.value);
    else this.#tell(...this.#lines(made.error));
  }

  #give({ name, text, type, warnings }: TextFile): void {
    const w = workWords(this.#state!.value.session.language).share;
    download(name, text, type);
    const { parts } = w;
    const isPart = (what: string): what is keyof typeof parts => what in parts;
    const left = warnings.flatMap((d) =>
      d.code === 'not-written' && isPart(d.args.what) ? parts[d.args.what] : [],
    );
    const others = this.#lines(warnings.filter((d) => d.code !== 'not-written' || !isPart(d.args.what)));
    this.#tell(w.fetched(name), ...(left.length === 0 ? [] : [w.notInFile(left.join(', '))]), ...others);
  }

  #tell(text = '', ...more: readonly string[]): void {
    this.told = { text, more };
  }

  /** What some diagnostics say, each thing once. */
  #lines(diagnostics: readonly Diagnostic[]): readonly string[] {
    const { language } = this.#state!.value.session;
    const lines = [...new Set(diagnostics.map((d) => describe(d, language).words))];
    const rest = lines.length - mostTold;
    const more = rest > 0 ? [workWords(language).open.more(format(language).people(rest))] : [];
    return [...lines.slice(0, mostTold), ...more];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-share': UpShare;
  }
}
