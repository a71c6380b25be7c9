import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../elements/up-evidence.ts';
import type { Model } from '../../model/model.ts';
import type { Confidence } from '../../model/structure.ts';
import type { Grade } from '../../model/variable.ts';
import { reset } from '../../style/shared.ts';
import type { Format } from '../../text/format.ts';
import type { GlassesWords } from '../../text/glasses-sv.ts';

const grades: readonly Grade[] = ['measured', 'estimated', 'assumed', 'illustrative'];

/** What a model is not for, the tests of confidence as figures of now, and how well its constants are known. */
@customElement('up-trust')
export class UpTrust extends LitElement {
  static override styles = [
    reset,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
        gap: var(--space-5) var(--space-6);
        align-content: start;
        font: var(--type-body);
        word-spacing: var(--thin-space);
      }
      section {
        display: grid;
        gap: var(--space-3);
        align-content: start;
      }
      h2 {
        font: var(--type-section);
      }
      li,
      .test {
        padding-block: var(--space-2);
        border-block-start: var(--hairline) solid var(--line);
        max-inline-size: 62ch;
      }
      h3 {
        font: var(--type-body);
        font-weight: 650;
      }
      strong {
        word-spacing: var(--thin-space-bold);
        white-space: nowrap;
      }
      .grade {
        display: flex;
        justify-content: space-between;
        padding-block: var(--space-1);
        border-block-start: var(--hairline) solid var(--line);
        max-inline-size: 24rem;
      }
    `,
  ];

  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) confidence: Confidence | undefined;
  @property({ attribute: false }) words!: GlassesWords;
  @property({ attribute: false }) gradeWords!: Readonly<Record<Grade, string>>;
  @property({ attribute: false }) numbers!: Format;

  protected override render(): TemplateResult {
    const { words: w, model, numbers: f } = this;
    const limits = model.limits ?? [];
    const constants = [...model.variables.values()].filter(
      (v) => v.kind === 'parameter' && v.hidden !== true,
    );
    return html`
      <section>
        <h2>${w.limitsTitle}</h2>
        ${
          limits.length === 0
            ? html`<p>${w.noLimits}</p>`
            : html`<ul>
                ${limits.map((limit) => html`<li>${limit[f.language]}</li>`)}
              </ul>`
        }
      </section>
      <section>
        <h2>${w.trustTitle}</h2>
        ${this.confidence === undefined ? html`<p aria-busy="true">${w.loading}</p>` : this.#tests(this.confidence)}
      </section>
      <section>
        <h2>${w.grades}</h2>
        <div>
          ${grades.map((grade) => {
            const count = constants.filter(
              (v) => v.kind === 'parameter' && v.evidence.grade === grade,
            ).length;
            return html`<p class="grade">
              <up-evidence grade=${grade} .text=${this.gradeWords[grade]}></up-evidence>
              <span>${w.graded(f.number(count))}</span>
            </p>`;
          })}
        </div>
      </section>
    `;
  }

  #tests({ residual, ledger, step, drift }: Confidence): TemplateResult {
    const { words: w } = this;
    const test = (
      [title, text]: readonly [string, string],
      value: number | undefined,
      unit: string,
    ): TemplateResult | typeof nothing =>
      value === undefined
        ? nothing
        : html`<div class="test">
            <h3>${title}</h3>
            <p>${text} <strong>${this.#small(value)}${unit}</strong>.</p>
          </div>`;
    return html`<div>
      ${test(w.trust.residual, residual, ` ${w.people}`)} ${test(w.trust.ledger, ledger, ` ${w.perYear}`)}
      ${test(w.trust.step, step * 100, ' %')}
      ${test(w.trust.drift, drift === undefined ? undefined : drift * 100, ' %')}
    </div>`;
  }

  /** Rounding is told as a millionth: no more of its figures mean anything. */
  #small(value: number): string {
    return this.numbers.number(value === 0 ? 0 : Math.max(value, 1e-6), value < 1e-4 ? 6 : 4);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-trust': UpTrust;
  }
}
