import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Actions } from '../app/actions.ts';
import { Select } from '../app/select.ts';
import { isUntouched, localityOf } from '../app/strategies.ts';
import { isWorkerTrouble } from '../app/worker-trouble.ts';
import { horizons, type AppState, type DrawerId, type Horizon, type ViewId } from '../app/state.ts';
import { must } from '../base/assert.ts';
import { fetched } from '../base/fetched.ts';
import { nextTask } from '../base/next-task.ts';
import type { Store } from '../app/store.ts';
import type { SegmentChange } from '../elements/events.ts';
import '../elements/up-failure.ts';
import '../elements/up-icon.ts';
import '../elements/up-segments.ts';
import { WhyAsk } from '../elements/up-why.ts';
import { wordmark } from '../elements/wordmark.ts';
import type { Model } from '../model/model.ts';
import { countsPeople, hasHorizons } from '../model/outcomes.ts';
import { buttons, focusRing, reset, visuallyHidden } from '../style/shared.ts';
import { describe } from '../text/diagnostics.ts';
import { today } from '../text/today.ts';
import { words } from '../text/words.ts';
import type { ViewContext } from './context.ts';
import { FileDrop } from './file-drop.ts';
import { firstNumbers } from './first-numbers.ts';
import { frameStyles } from './frame-styles.ts';
import { views } from './index.ts';
import { commandOf, run, type Command } from './keys.ts';
import { originOf } from './origin.ts';
import './up-drawer.ts';
import './up-place.ts';
import './up-settings.ts';

const waves = html`<svg class="wordmark" viewBox="0 0 30 24" aria-hidden="true">
  ${Object.entries(wordmark).map(([name, d]) => svg`<path class=${name} d=${d} />`)}
</svg>`;

/** The frame of every screen: the bar with what applies everywhere, the open screen, messages and failures. */
export class UpApp extends LitElement {
  static override styles = [reset, focusRing, buttons, visuallyHidden, frameStyles];

  @property({ attribute: false }) store: Store<AppState>;
  @property({ attribute: false }) actions: Actions;
  @state() private failure: unknown;
  @state() private offer: ((context: ViewContext) => TemplateResult) | undefined;
  @state() private view: { readonly id: ViewId; readonly content: TemplateResult } | undefined;

  readonly #state: Select<AppState>;
  readonly #context: ViewContext;
  readonly #drop = new FileDrop(this, (files) => void this.actions.openFiles(files));
  #asked: ViewId | undefined;

  constructor(store: Store<AppState>, actions: Actions) {
    super();
    this.store = store;
    this.actions = actions;
    this.#state = new Select(this, store, (state) => state);
    this.#context = { store, actions };
  }

  /** Shows that the program itself has failed, with a report that can be copied. */
  fail(cause: unknown): void {
    this.failure = cause;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // On the window: nothing need have the keyboard for a key to count.
    window.addEventListener('keydown', this.#onKey);
    this.addEventListener(WhyAsk.type, this.#onWhy);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#onKey);
    this.removeEventListener(WhyAsk.type, this.#onWhy);
  }

  /** Comes in the place of what the page showed before the program was there. */
  async #takeOver(): Promise<void> {
    // The screen begins to draw its parts in the first of these tasks; with the second they are done.
    await nextTask();
    await nextTask();
    this.hidden = false;
    document.querySelector('.first')?.remove();
  }

  /** Fetches the screen that is asked for; the one before stays until it is there. */
  async #openView(id: ViewId): Promise<void> {
    if (id === this.#asked) return;
    this.#asked = id;
    const { render } = await must(
      views.find((view) => view.id === id),
      id,
    ).load();
    if (this.view === undefined) {
      await firstNumbers(this.store);
      await nextTask();
    }
    if (this.#asked === id) this.view = { id, content: render(this.#context) };
  }

  async #fetchOffer(): Promise<void> {
    this.offer = (await fetched(import('./up-resume.ts')))?.renderOffer;
  }

  /** What the styles go by, before anything is painted by them. */
  protected override willUpdate(): void {
    const { session } = this.#state.value;
    this.toggleAttribute('presenting', session.presenting);
    this.toggleAttribute('bare', session.view === 'start');
    this.dataset['view'] = session.view;
  }

  protected override updated(): void {
    const { session } = this.#state.value;
    // Which screen comes first is known when a model is there, or has failed to be.
    const isComing = this.view !== undefined || session.model.status !== 'loading';
    if (isComing) void this.#openView(session.view);
    if (this.hidden && (this.view !== undefined || this.failure !== undefined)) void this.#takeOver();
    const model = session.model.status === 'ready' ? `${session.model.value.name[session.language]} · ` : '';
    // Fetched when there is something to go back to, so that a first visit does not wait for it.
    if (session.offer !== undefined && this.offer === undefined) void this.#fetchOffer();
    document.title = `${model}${words(session.language).app.name}`;
  }

  protected override render(): TemplateResult {
    const { session, past, future, previous, document: work } = this.#state.value;
    const w = words(session.language);
    const model = session.model.status === 'ready' ? session.model.value : undefined;
    return html`
      <header>
        <a class="skip visually-hidden" href="#result" @click=${this.#skip}>${w.app.skip}</a>
        <p class="name">${waves}<span class="word">${w.app.name}</span></p>
        ${
          model === undefined || session.view === 'start'
            ? nothing
            : html`<up-place
                .model=${model}
                .document=${work}
                .session=${session}
                .actions=${this.actions}
              ></up-place>`
        }
        <div class="tools">
          <button
            class="button quiet icon room"
            ?disabled=${past.length === 0}
            @click=${() => this.actions.undo()}
            title="${w.app.undo} (z)"
            aria-label=${w.app.undo}
          >
            <up-icon name="undo"></up-icon>
          </button>
          <button
            class="button quiet icon room"
            ?disabled=${future.length === 0}
            @click=${() => this.actions.redo()}
            title="${w.app.redo} (Z)"
            aria-label=${w.app.redo}
          >
            <up-icon name="redo"></up-icon>
          </button>
          ${
            session.view === 'explore'
              ? html`<button
                  class="button quiet room"
                  ?disabled=${previous === undefined}
                  title="${w.app.replay} (r)"
                  aria-label=${w.app.replay}
                  @click=${() => this.#run('replay')}
                >
                  <up-icon name="replay"></up-icon><span class="roomy">${w.app.replay}</span>
                </button>`
              : nothing
          }
          <button
            class="button quiet icon"
            title=${w.work.history}
            aria-label=${w.work.history}
            aria-expanded=${session.drawer?.id === 'history'}
            @click=${() => this.#toggleDrawer('history')}
          >
            <up-icon name="clock"></up-icon>
          </button>
          <button
            class="button quiet reset"
            ?disabled=${isUntouched(work)}
            aria-label=${w.app.reset}
            @click=${() => this.actions.resetToBase()}
          >
            <up-icon name="reset"></up-icon><span class="roomy">${w.app.reset}</span>
          </button>
          ${
            model === undefined || this.#readsHorizon(model)
              ? html`<up-segments
                  class="room"
                  .label=${w.app.horizon}
                  .options=${horizons.map((h) => ({ value: String(h), text: w.app.horizonOption(h) }))}
                  .value=${String(session.horizon)}
                  @segment-change=${(e: SegmentChange) => this.actions.setHorizon(Number(e.value) as Horizon)}
                ></up-segments>`
              : nothing
          }
          <button
            class="button quiet language"
            lang=${session.language === 'sv' ? 'en' : 'sv'}
            title=${w.app.languageSpoken}
            @click=${() => this.actions.setLanguage(session.language === 'sv' ? 'en' : 'sv')}
          >
            <span class="wide">${w.app.language}</span>
            <span class="narrow">${session.language === 'sv' ? 'EN' : 'SV'}</span>
          </button>
          <button
            class="button quiet"
            aria-label=${w.work.share}
            aria-expanded=${session.drawer?.id === 'share'}
            @click=${() => this.#toggleDrawer('share')}
          >
            <up-icon name="share"></up-icon><span class="wide">${w.work.share}</span>
          </button>
          <up-settings .session=${session} .actions=${this.actions}></up-settings>
          <button
            class="button quiet icon"
            aria-label=${w.app.help}
            title="${w.app.help} (?)"
            aria-expanded=${session.drawer?.id === 'help'}
            @click=${() => this.#run('help')}
          >
            <up-icon name="help"></up-icon>
          </button>
          ${
            session.presenting
              ? html`<button
                  class="button quiet icon room"
                  title="${w.app.presentEnd} (f)"
                  aria-label=${w.app.presentEnd}
                  @click=${() => this.actions.present(false)}
                >
                  <up-icon name="close"></up-icon>
                </button>`
              : nothing
          }
        </div>
      </header>
      ${model === undefined ? nothing : this.#paperLine(model, work, session.language)}
      ${this.#drop.over ? html`<div class="drop">${w.work.dropHere}</div>` : nothing}
      <div class="body">
        ${this.#rail(session)}
        <div class="screen">
          ${this.failure === undefined ? this.view?.content : html`<up-failure .cause=${this.failure} .words=${w.app}></up-failure>`}
        </div>
        <up-drawer
          .context=${this.#context}
          .shown=${session.drawer}
          .language=${session.language}
        ></up-drawer>
      </div>
      ${this.#messages(session)}
    `;
  }

  /** Whether the open screen shows the model at 4, 20 or 40 years: a life has its own years, and so have many models. */
  #readsHorizon(model: Model): boolean {
    const { document: work, session } = this.#state.value;
    if (session.view === 'life' || !hasHorizons(model, localityOf(work))) return false;
    return session.view !== 'explore' || countsPeople(model);
  }

  /** At the head of a printed screen, in the place of the bar. */
  #paperLine(
    model: Model,
    work: AppState['document'],
    language: AppState['session']['language'],
  ): TemplateResult {
    const voice = { language, words: words(language) };
    const origin = originOf({ model, where: localityOf(work) }, voice);
    return html`<p class="paper">${voice.words.app.name}. ${origin}. ${today()}.</p>`;
  }

  /** The screens: a rail at the side, a bar at the foot of a narrow screen. */
  #rail({ view, language }: AppState['session']): TemplateResult {
    const w = words(language).views;
    return html`<nav aria-label=${w.label}>
      ${views.map(({ id, icon }) =>
        icon === undefined
          ? nothing
          : html`<button
              type="button"
              aria-current=${id === view ? 'page' : nothing}
              @click=${() => this.actions.openView(id)}
            >
              <up-icon name=${icon}></up-icon>${w[id]}
            </button>`,
      )}
    </nav>`;
  }

  #messages({ notices, offer, slow, failures, language }: AppState['session']): TemplateResult {
    const w = words(language);
    const trouble = Object.values(failures).flat().find(isWorkerTrouble);
    return html`<div class="messages" role="status" aria-label=${w.app.notices}>
      ${offer === undefined ? nothing : this.offer?.(this.#context)}
      ${
        slow === true
          ? html`<div class="message">
              <p>${w.app.slow}</p>
              <button class="button" @click=${() => this.actions.stopRunning()}>${w.app.stopRunning}</button>
            </div>`
          : nothing
      }
      ${
        trouble === undefined
          ? nothing
          : html`<div class="message">
              <p>${describe(trouble, language).words}</p>
              <button class="button" @click=${() => this.actions.runAgain()}>${w.app.runAgain}</button>
              <button class="button" @click=${() => location.reload()}>${w.app.reload}</button>
            </div>`
      }
      ${
        notices.length === 0
          ? nothing
          : html`<div class="message">
              ${notices.map((notice) => {
                const said = describe(notice, language);
                return html`<p>${said.words} ${said.todo}</p>`;
              })}
              <button class="button" @click=${() => this.actions.dismissNotices()}>${w.app.close}</button>
            </div>`
      }
    </div>`;
  }

  /** Moves to the result without touching the address bar, which carries the work. */
  #skip = (event: Event): void => {
    event.preventDefault();
    const view = this.renderRoot.querySelector<LitElement>('.screen > *');
    view?.renderRoot.querySelector<HTMLElement>('#result')?.focus();
  };

  #toggleDrawer(id: DrawerId): void {
    if (this.#state.value.session.drawer?.id === id) this.actions.closeDrawer();
    else this.actions.openDrawer(id);
  }

  #run(command: Command): void {
    run(command, this.actions, this.#state.value, this.renderRoot);
  }

  /** Any number may be asked about, on any screen. */
  #onWhy = (event: Event): void => {
    if (event instanceof WhyAsk) this.actions.openDrawer('why', event.variable);
  };

  #onKey = (event: KeyboardEvent): void => {
    const command = commandOf(event, this.#state.value.session.singleKeys);
    if (command === undefined) return;
    event.preventDefault();
    this.#run(command);
  };
}

customElements.define('up-app', UpApp);

declare global {
  interface HTMLElementTagNameMap {
    'up-app': UpApp;
  }
}
