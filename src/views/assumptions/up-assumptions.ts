import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Select } from '../../app/select.ts';
import { localityOf, strategiesOf } from '../../app/strategies.ts';
import type { AppState } from '../../app/state.ts';
import type { LeverChange, LeverInput, LeverToggle } from '../../elements/events.ts';
import '../../elements/up-lever.ts';
import type { Model } from '../../model/model.ts';
import { valueIn } from '../../model/policy.ts';
import type { Parameter } from '../../model/variable.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import { describe } from '../../text/diagnostics.ts';
import type { DrawerWords } from '../../text/drawers-sv.ts';
import { drawerWords } from '../../text/drawers.ts';
import type { Language } from '../../text/format.ts';
import { quantityOf } from '../../text/quantity.ts';
import { words } from '../../text/words.ts';
import type { ViewContext } from '../context.ts';
import { assumptionGroups, matches, type AssumptionGroup } from './groups.ts';
import { assumptionsStyles } from './styles.ts';

export const renderDrawer = (context: ViewContext): TemplateResult =>
  html`<up-assumptions .context=${context}></up-assumptions>`;

/**
 * Every number that nobody knows for certain, by part, with its range, grade and source. One that is changed holds for
 * all strategies alike, and base under it is drawn beside the model's own.
 */
@customElement('up-assumptions')
export class UpAssumptions extends LitElement {
  static override styles = [reset, focusRing, buttons, assumptionsStyles];

  @property({ attribute: false }) context!: ViewContext;
  @state() private search = '';
  /** When only changed ones are shown: those that were, or have been since. */
  @state() private kept: ReadonlySet<string> | undefined;
  @state() private opened: ReadonlySet<string> = new Set();
  /** Groups that a person has opened; while searching all are. */
  @state() private groups: ReadonlySet<string> = new Set();

  #state: Select<AppState> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#state ??= new Select(this, this.context.store, (s) => s);
  }

  protected override render(): TemplateResult {
    const { document, session } = this.#state!.value;
    const w = this.#words;
    const model = session.model.status === 'ready' ? session.model.value : undefined;
    const all = model === undefined ? [] : assumptionGroups(model);
    const changed = Object.keys(document.assumptions).length;
    const shown = all.map((group) => ({ ...group, assumptions: group.assumptions.filter(this.#isShown) }));
    const count = shown.reduce((sum, group) => sum + group.assumptions.length, 0);
    return html`
      <h2>${w.title}${changed === 0 ? nothing : html` <span>· ${w.changed(changed)}</span>`}</h2>
      <p>${model !== undefined && all.length === 0 ? w.nothing : w.intro}</p>
      ${model === undefined ? nothing : this.#failure(model)}
      ${
        all.length === 0
          ? nothing
          : html`<div class="tools">
                <input
                  type="search"
                  aria-label=${w.search}
                  placeholder=${w.search}
                  .value=${this.search}
                  @input=${(e: Event) => (this.search = (e.target as HTMLInputElement).value.trim())}
                />
                <button
                  class="button quiet"
                  type="button"
                  aria-pressed=${this.kept !== undefined}
                  ?disabled=${changed === 0 && this.kept === undefined}
                  @click=${() => (this.kept = this.kept === undefined ? new Set() : undefined)}
                >
                  ${w.onlyChanged}
                </button>
                <button
                  class="button quiet"
                  type="button"
                  ?disabled=${changed === 0}
                  @click=${() => this.context.actions.resetAssumptions()}
                >
                  ${w.resetAll}
                </button>
              </div>
              <p class="found" role="status">
                ${this.search === '' ? nothing : count === 0 ? w.none : w.found(count)}
              </p>`
      }
      ${shown.map((group) => (group.assumptions.length === 0 ? nothing : this.#group(group, model!)))}
    `;
  }

  get #language(): Language {
    return this.#state!.value.session.language;
  }

  get #words(): DrawerWords['assumptions'] {
    return drawerWords(this.#language).assumptions;
  }

  #isChanged = ({ id }: Parameter): boolean => this.#state!.value.document.assumptions[id] !== undefined;

  #isShown = (parameter: Parameter): boolean =>
    (this.kept === undefined || this.#isChanged(parameter) || this.kept.has(parameter.id)) &&
    (this.search === '' || matches(parameter, this.search));

  /** Which strategies cannot be computed under the assumptions, and why. */
  #failure(model: Model): TemplateResult | typeof nothing {
    const { document, past, session } = this.#state!.value;
    if (Object.keys(document.assumptions).length === 0) return nothing;
    const failed = strategiesOf(model, document).filter((s) => session.failures[s.id] !== undefined);
    if (failed.length === 0) return nothing;
    const w = this.#words;
    const why = session.failures[failed[0]!.id]!.map((d) => describe(d, this.#language));
    return html`<div class="failed" role="alert">
      <p><b>${w.failed}</b> ${w.failedWhich(failed.map((s) => s.name[this.#language]).join(', '))}</p>
      ${why.map((said) => html`<p>${said.words} ${said.todo}</p>`)}
      ${
        past.length === 0
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.context.actions.undo()}>
              ${w.undo}
            </button>`
      }
    </div>`;
  }

  #group({ id, kind, name, assumptions }: AssumptionGroup, model: Model): TemplateResult {
    const w = this.#words;
    const language = this.#language;
    const changed = assumptions.filter(this.#isChanged).length;
    const words =
      kind === 'part'
        ? (name?.[language] ?? id)
        : kind === 'own'
          ? w.groups.own(model.name[language])
          : w.groups[kind];
    const open = this.groups.has(id) || this.search !== '' || this.kept !== undefined;
    return html`<details ?open=${open} @toggle=${(e: Event) => this.#onGroup(id, e)}>
      <summary>
        <h3>${words}</h3>
        <span>${changed === 0 ? assumptions.length : w.changed(changed)}</span>
      </summary>
      ${
        open
          ? html`<ul>
              ${repeat(
                assumptions,
                (parameter) => parameter.id,
                (parameter) => html`<li>${this.#row(parameter, model)}</li>`,
              )}
            </ul>`
          : nothing
      }
    </details>`;
  }

  #row(parameter: Parameter, model: Model): TemplateResult {
    const { document } = this.#state!.value;
    const language = this.#language;
    const w = this.#words;
    const { id, distribution, evidence } = parameter;
    const own = valueIn(model, localityOf({ ...document, assumptions: {} }), id);
    const value = document.assumptions[id] ?? own;
    const min = Math.min(distribution.min, own);
    const max = Math.max(distribution.max, own);
    const quantity = quantityOf(parameter.unit.text, language);
    const said = (v: number): string => `${quantity.print(v)} ${quantity.unit}`.trim();
    const open = this.opened.has(id);
    return html`<up-lever
      id=${id}
      mark="own"
      .name=${parameter.name[language]}
      .value=${value}
      .min=${min}
      .max=${max}
      .step=${stepOf(min, max)}
      .base=${own}
      .zones=${[{ at: own, text: w.own(quantity.print(own)) }]}
      .valueText=${said(value)}
      .spokenText=${`${said(value)}, ${w.own(said(own))}`}
      .grade=${evidence.grade}
      .gradeText=${words(language).grades[evidence.grade]}
      .costText=${w.range(quantity.print(distribution.min), quantity.print(distribution.max))}
      .typedPerUnit=${quantity.scale}
      .typeLabel=${words(language).levers.typeLabel}
      .language=${language}
      .open=${open}
      @lever-toggle=${(e: LeverToggle) => this.#onToggle(id, e.open)}
      @lever-input=${(e: LeverInput) => this.context.actions.dragAssumption(id, e.value)}
      @lever-change=${(e: LeverChange) => this.#set(id, e.value, own)}
      >${
        open
          ? html`<p class="about">${parameter.about[language]}</p>
              <p class="source">${w.source}: ${evidence.source[language]}</p>
              ${
                value === own
                  ? nothing
                  : html`<button
                      class="link"
                      type="button"
                      aria-label=${w.resetOne(parameter.name[language], said(own))}
                      title="Delete"
                      @click=${() => this.#set(id, own, own)}
                    >
                      ${w.reset}
                    </button>`
              }`
          : nothing
      }</up-lever
    >`;
  }

  #set(id: string, value: number, own: number): void {
    this.#onToggle(id, true);
    if (this.kept !== undefined) this.kept = new Set([...this.kept, id]);
    this.context.actions.setAssumption(id, value === own ? undefined : value);
  }

  #onToggle(id: string, open: boolean): void {
    const next = new Set(this.opened);
    if (open) next.add(id);
    else next.delete(id);
    this.opened = next;
  }

  #onGroup(id: string, event: Event): void {
    if (this.search !== '' || this.kept !== undefined) return;
    const next = new Set(this.groups);
    if ((event.currentTarget as HTMLDetailsElement).open) next.add(id);
    else next.delete(id);
    this.groups = next;
  }
}

/** A hundredth of the range, rounded to 1, 2 or 5 of a power of ten. */
function stepOf(min: number, max: number): number {
  const wanted = (max - min) / 100;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const digit = wanted / power;
  return (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10) * power;
}

declare global {
  interface HTMLElementTagNameMap {
    'up-assumptions': UpAssumptions;
  }
}
