import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Model } from '../model/model.ts';
import type { Explanation, Link, Reason, Sign } from '../model/structure.ts';
import type { Aux, Flow, Parameter, Variable, VariableId } from '../model/variable.ts';
import { focusRing, reset } from '../style/shared.ts';
import type { Format } from '../text/format.ts';
import type { GlassesWords } from '../text/glasses-sv.ts';
import { equationWords } from './equation-words.ts';
import { PartEvent } from './events.ts';
import { explanationStyles } from './explanation-styles.ts';
import './up-evidence.ts';
import { columnOf, printNumber, printValue, signed } from './variable-value.ts';

/** A person follows the trail to another variable. */
export class VariablePick extends PartEvent {
  static readonly type = 'variable-pick';
  readonly variable: VariableId;
  constructor(variable: VariableId) {
    super(VariablePick.type);
    this.variable = variable;
  }
}

/**
 * Why a variable has its value: its equation in words with the values in it, what it depends on and how much of the
 * difference to base comes from where, what it acts on, and for a constant how well it is known.
 *
 * @fires {VariablePick} variable-pick - another variable is to be explained
 */
@customElement('up-explanation')
export class UpExplanation extends LitElement {
  static override styles = [reset, focusRing, explanationStyles];

  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) explanation!: Explanation;
  /** Everything that is linked, to tell what the variable acts on. */
  @property({ attribute: false }) links: readonly Link[] = [];
  @property({ attribute: false }) words!: GlassesWords;
  /** Words for the grades of evidence. */
  @property({ attribute: false }) grades!: Readonly<Record<Parameter['evidence']['grade'], string>>;
  @property({ attribute: false }) numbers!: Format;
  /** The moment in words: "År 20". */
  @property() moment = '';
  /** It is of an earlier setting, and the new one is being worked out. */
  @property({ type: Boolean, reflect: true }) stale = false;
  /** There is nothing to compare with: the values are base's own. */
  @property({ type: Boolean }) alone = false;

  protected override render(): TemplateResult | typeof nothing {
    const variable = this.model.variables.get(this.explanation.request.variable);
    if (variable === undefined) return nothing;
    const { words: w } = this;
    const language = this.numbers.language;
    return html`
      <p>${variable.about[language]}</p>
      <p class="kind">${w.kinds[variable.kind]}</p>
      ${variable.kind === 'table' ? nothing : this.#value(variable)}
      ${variable.kind === 'parameter' ? this.#evidence(variable) : this.#equation(variable)}
      ${this.explanation.reasons.length > 0 ? this.#reasons(variable) : nothing} ${this.#feeds(variable)}
      <p class="note">${w.source(variable.place.file, String(variable.place.line))}</p>
    `;
  }

  #value(variable: Variable): TemplateResult {
    const { words: w, numbers: f } = this;
    const { value, base } = this.explanation;
    const unit = variable.unit.text;
    const [now, before] = [printValue(value, unit, f), printValue(base, unit, f)];
    return html`<p class="value">
      ${this.moment}: <strong>${now}</strong>
      ${this.alone || variable.kind === 'parameter' ? nothing : now === before ? w.same : w.inBase(before)}
    </p>`;
  }

  #equation(variable: Variable): TemplateResult | typeof nothing {
    const { words: w, numbers: f } = this;
    const { expr } = this.explanation;
    if (this.#asInFile(variable))
      return html`<h3>${w.equation}</h3>
        <p class="equation"><code>${variable.equation.text}</code></p>`;
    if (variable.kind === 'stock' || expr === undefined) return nothing;
    return html`<h3>${w.equation}</h3>
      <p class="equation">
        ${equationWords(expr, {
          words: w.words,
          isVariable: (name) => this.model.variables.has(name),
          nameOf: (id) => this.#nameOf(id),
          number: (value) => printNumber(value, f),
          reference: (id) => this.#reference(id),
        })}
      </p>`;
  }

  /** Its equation is shown as the author wrote it: what a reader has made of it has names that are nowhere else. */
  #asInFile(variable: Variable): variable is Flow | Aux {
    return (variable.kind === 'flow' || variable.kind === 'aux') && this.explanation.expr === undefined;
  }

  #reference(id: VariableId): TemplateResult {
    const reason = this.explanation.reasons.find((r) => r.variable === id);
    const unit = this.model.variables.get(id)?.unit.text ?? '1';
    return html`<button class="ref" type="button" @click=${() => this.#pick(id)}>
      <span>${this.#nameOf(id)}</span>
      ${
        reason === undefined
          ? nothing
          : html`<span class="amount">${printValue(reason.value, unit, this.numbers)}</span>`
      }
    </button>`;
  }

  #reasons(variable: Variable): TemplateResult {
    const { words: w } = this;
    const isStock = variable.kind === 'stock';
    const divided = this.explanation.reasons.every((r) => r.contribution !== undefined);
    const compared = !this.alone;
    const whole = columnOf(variable.unit.text, this.numbers).print;
    const rows = [...this.explanation.reasons].sort(
      (a, b) => Math.abs(b.contribution ?? 0) - Math.abs(a.contribution ?? 0),
    );
    return html`<h3>${isStock ? w.flows : w.reasons}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">${w.reason}</th>
            ${compared ? html`<th scope="col">${w.base}</th>` : nothing}
            <th scope="col">${w.now}</th>
            ${compared && divided ? html`<th scope="col">${isStock ? w.contributionStock : w.contribution}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${rows.map((reason) => this.#row(divided ? reason : { ...reason, contribution: undefined }, compared, whole))}
        </tbody>
      </table>
      ${
        compared && !this.#asInFile(variable)
          ? html`<p class="note">${divided ? (isStock ? w.dividedStock : w.divided) : w.notDivided}</p>`
          : nothing
      }`;
  }

  #row(
    { variable: id, value, base, sign, contribution }: Reason,
    compared: boolean,
    whole: (value: number) => string,
  ): TemplateResult {
    const { unit, print } = columnOf(this.model.variables.get(id)?.unit.text ?? '1', this.numbers);
    return html`<tr>
      <th scope="row">
        <button class="name" type="button" @click=${() => this.#pick(id)}>${this.#nameOf(id)}</button>
        <span class="sign"
          >${[unit, this.explanation.expr === undefined && sign === undefined ? '' : this.#signWords(sign)].filter((part) => part !== '').join(' · ')}</span
        >
      </th>
      ${compared ? html`<td>${print(base)}</td>` : nothing}
      <td>${print(value)}</td>
      ${contribution === undefined || !compared ? nothing : html`<td>${signed(contribution, whole)}</td>`}
    </tr>`;
  }

  #signWords(sign: Sign): string {
    const { words: w } = this;
    return sign === undefined ? w.unclear : sign === 0 ? w.neither : sign > 0 ? w.more : w.less;
  }

  #evidence({ evidence, distribution, unit }: Parameter): TemplateResult {
    const { words: w, numbers: f } = this;
    const { min, max } = distribution;
    return html`<h3>${w.evidence}</h3>
      <up-evidence grade=${evidence.grade} .text=${this.grades[evidence.grade]}></up-evidence>
      <p>${evidence.source[f.language]}</p>
      <p>${min < max ? w.range(printValue(min, unit.text, f), printValue(max, unit.text, f)) : w.fixed}</p>
      <p class="note">${w.constant}</p>`;
  }

  #feeds({ id }: Variable): TemplateResult | typeof nothing {
    const { words: w } = this;
    if (this.links.length === 0) return nothing;
    const fed = [...new Set(this.links.filter((l) => l.from === id).map((l) => l.to))];
    return html`<h3>${w.feeds}</h3>
      ${
        fed.length === 0
          ? html`<p>${w.feedsNothing}</p>`
          : html`<div class="feeds">
              ${fed.map(
                (to) =>
                  html`<button class="name" type="button" @click=${() => this.#pick(to)}>
                    ${this.#nameOf(to)}
                  </button>`,
              )}
            </div>`
      }`;
  }

  #nameOf(id: VariableId): string {
    return this.model.variables.get(id)?.name[this.numbers.language] ?? id;
  }

  #pick(variable: VariableId): void {
    this.dispatchEvent(new VariablePick(variable));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-explanation': UpExplanation;
  }
}
