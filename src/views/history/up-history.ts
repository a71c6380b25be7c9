import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Select } from '../../app/select.ts';
import type { AppState, Bookmark } from '../../app/state.ts';
import { isUntouched } from '../../app/strategies.ts';
import { timelineOf } from '../../app/timeline.ts';
import '../../elements/up-icon.ts';
import { buttons, focusRing, reset, visuallyHidden } from '../../style/shared.ts';
import { format } from '../../text/format.ts';
import { workWords } from '../../text/work.ts';
import type { ViewContext } from '../context.ts';
import { drawerStyles } from '../drawer-styles.ts';
import { createSteps, type Step } from './steps.ts';
import { historyStyles } from './styles.ts';

export const renderDrawer = (context: ViewContext): TemplateResult =>
  html`<up-history .context=${context}></up-history>`;

/** As many steps as are shown until more are asked for. */
const shownAtFirst = 40;
/** At this width the levers are seen beside the drawer; below it, it covers them. */
const beside = '(min-width: 1024px)';

/** What has been done, step by step in words; going back to any of it; and the states that a person has marked. */
@customElement('up-history')
export class UpHistory extends LitElement {
  static override styles = [reset, focusRing, buttons, visuallyHidden, drawerStyles, historyStyles];

  @property({ attribute: false }) context!: ViewContext;
  /** What is being named: the present state, or a bookmark. */
  @state() private naming: Bookmark | 'new' | undefined;
  @state() private all = false;
  /** Said to a screen reader after a jump. */
  @state() private said = '';

  #state: Select<AppState> | undefined;
  readonly #steps = createSteps();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (state) => state);
  }

  protected override render(): TemplateResult {
    const { session } = this.#state!.value;
    const w = workWords(session.language).history;
    if (session.model.status !== 'ready') return html`<h2>${w.title}</h2>`;
    const steps = this.#steps(session.model.value, this.#state!.value);
    const newestFirst = [...steps].reverse();
    const shown = this.all ? newestFirst : newestFirst.slice(0, shownAtFirst);
    const hidden = newestFirst.length - shown.length;
    return html`
      <h2>${w.title}</h2>
      ${this.#bookmarks()} ${this.#resets()}
      <section>
        <h3>${w.steps}</h3>
        ${
          steps.length < 2
            ? html`<p class="aside">${w.none}</p>`
            : html`<ol reversed>
                ${shown.map((step) => html`<li>${this.#step(step)}</li>`)}
              </ol>`
        }
        ${
          hidden > 0
            ? html`<button class="button" type="button" @click=${() => (this.all = true)}>
                ${w.older(format(session.language).people(hidden))}
              </button>`
            : nothing
        }
      </section>
      <p class="visually-hidden" role="status">${this.said}</p>
    `;
  }

  #step(step: Step): TemplateResult {
    const { session, bookmarks } = this.#state!.value;
    const w = workWords(session.language).history;
    const bookmark = bookmarks.find((b) => b.document === step.document);
    // Where there is one strategy its name says nothing.
    const strategy = this.#several ? step.strategy : '';
    const aside = [strategy, bookmark && w.named(bookmark.name)].filter(Boolean).join(' · ');
    const state = { here: w.here, undone: w.undone, past: '' }[step.when];
    return html`<button
      class="step ${step.when}"
      type="button"
      aria-current=${step.when === 'here' ? 'step' : nothing}
      @click=${() => this.#goTo(step)}
    >
      <span class="number">${step.number === 0 ? '' : step.number}</span>
      <span class="text">${step.text}</span>
      ${aside === '' && state === '' ? nothing : html`<small>${[aside, state].filter((t) => t !== '').join(' · ')}</small>`}
    </button>`;
  }

  #bookmarks(): TemplateResult {
    const { session, bookmarks, document } = this.#state!.value;
    const w = workWords(session.language).history;
    const marked = bookmarks.some((b) => b.document === document);
    return html`<section>
      <h3>${w.bookmarks}</h3>
      ${
        bookmarks.length === 0
          ? nothing
          : html`<ul>
              ${bookmarks.map((b) => this.#bookmark(b))}
            </ul>`
      }
      ${
        this.naming === 'new'
          ? this.#nameForm(w.suggested(String(bookmarks.length + 1)))
          : html`<div class="acts">
              <button
                class="button add"
                type="button"
                aria-disabled=${marked}
                @click=${() => marked || this.#name('new')}
              >
                <up-icon name="star"></up-icon>${marked ? w.bookmarked : w.bookmark}
              </button>
            </div>`
      }
    </section>`;
  }

  #bookmark(bookmark: Bookmark): TemplateResult {
    const w = workWords(this.#state!.value.session.language).history;
    if (this.naming === bookmark) return html`<li>${this.#nameForm(bookmark.name)}</li>`;
    return html`<li class="row">
      <button class="mark" type="button" @click=${() => this.#goToBookmark(bookmark)}>
        <up-icon name="star"></up-icon><span>${bookmark.name}</span>
      </button>
      <button
        class="button quiet icon"
        type="button"
        aria-label=${w.rename(bookmark.name)}
        title=${w.rename(bookmark.name)}
        @click=${() => this.#name(bookmark)}
      >
        <up-icon name="edit"></up-icon>
      </button>
      <button
        class="button quiet icon"
        type="button"
        aria-label=${w.remove(bookmark.name)}
        title=${w.remove(bookmark.name)}
        @click=${() => this.#remove(bookmark)}
      >
        <up-icon name="close"></up-icon>
      </button>
    </li>`;
  }

  #nameForm(value: string): TemplateResult {
    const w = workWords(this.#state!.value.session.language).history;
    return html`<form @submit=${this.#onNamed} @keydown=${this.#onNameKey}>
      <input name="name" maxlength="60" autocomplete="off" aria-label=${w.bookmarkName} .value=${value} />
      <button class="button primary" type="submit">${w.save}</button>
      <button
        class="button quiet icon"
        type="button"
        aria-label=${w.cancel}
        @click=${() => this.#name(undefined)}
      >
        <up-icon name="close"></up-icon>
      </button>
    </form>`;
  }

  #resets(): TemplateResult {
    const { session, bookmarks, document } = this.#state!.value;
    const w = workWords(session.language).history;
    const saved = bookmarks.at(-1);
    const atBase = isUntouched(document);
    return html`<section>
      <h3>${w.reset}</h3>
      <div class="acts">
        <button
          class="button"
          type="button"
          aria-disabled=${atBase}
          @click=${() => atBase || this.context.actions.resetToBase()}
        >
          <up-icon name="reset"></up-icon>${w.toBase}
        </button>
        ${
          saved === undefined
            ? nothing
            : html`<button
                class="button"
                type="button"
                aria-disabled=${saved.document === document}
                @click=${() => this.#goToBookmark(saved)}
              >
                <up-icon name="star"></up-icon>${w.toSaved(saved.name)}
              </button>`
        }
      </div>
      <p class="aside">${w.resetNote}</p>
    </section>`;
  }

  /** There has been more than one strategy of the person's own. */
  get #several(): boolean {
    return timelineOf(this.#state!.value).some(({ own }) => own.length > 1);
  }

  #goTo({ document, lever, text }: Step): void {
    this.context.actions.goTo(document);
    this.said = workWords(this.#state!.value.session.language).history.went(text);
    if (lever === undefined) return;
    const covers = !matchMedia(beside).matches;
    if (covers) this.context.actions.closeDrawer();
    this.context.actions.pointAt(lever, covers);
  }

  #goToBookmark({ document, name }: Bookmark): void {
    this.context.actions.goTo(document);
    this.said = workWords(this.#state!.value.session.language).history.went(name);
  }

  #remove(bookmark: Bookmark): void {
    this.context.actions.removeBookmark(bookmark);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.add')?.focus());
  }

  #name(what: UpHistory['naming']): void {
    this.naming = what;
    void this.updateComplete.then(() => {
      const field = this.renderRoot.querySelector('input');
      if (field === null) this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
      else field.select();
    });
  }

  #onNamed = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = this.renderRoot.querySelector('input')!.value;
    if (this.naming === 'new') this.context.actions.addBookmark(name);
    else if (this.naming !== undefined) this.context.actions.renameBookmark(this.naming, name);
    this.#name(undefined);
  };

  /** Escape leaves the field, and not the drawer. */
  #onNameKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#name(undefined);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-history': UpHistory;
  }
}
