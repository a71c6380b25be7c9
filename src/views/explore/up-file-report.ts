import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Model } from '../../model/model.ts';
import { focusRing, reset } from '../../style/shared.ts';
import { workWords } from '../../text/work.ts';
import { linesOf } from '../told-lines.ts';
import type { Voice } from '../voice.ts';
import { toldList, toldStyles } from './told-list.ts';

/** As many messages about a file as are read. */
const mostTold = 40;

/** Where a model comes from, and what of it is not as its author wrote it, or is not there. */
@customElement('up-file-report')
export class UpFileReport extends LitElement {
  static override styles = [
    reset,
    focusRing,
    toldStyles,
    css`
      :host {
        display: block;
        color: var(--ink-2);
      }
      p {
        max-inline-size: 90ch;
      }
    `,
  ];

  @property({ attribute: false }) model!: Model;
  /** The file's name; undefined for a model of the program's own. */
  @property({ attribute: false }) file: string | undefined;
  @property({ attribute: false }) voice!: Voice;

  protected override render(): TemplateResult {
    const { language, format } = this.voice;
    const { dialect, warnings = [] } = this.model;
    const w = workWords(language).file;
    const own = dialect === 'native';
    const inOrder = warnings.toSorted((a, b) => (a.where.line ?? 0) - (b.where.line ?? 0));
    const count = linesOf(inOrder, language, Infinity).length;
    const all = count === 0 && !own ? w.reportNone : '';
    return html`
      ${this.file === undefined ? nothing : html`<p>${w.from(this.file)} ${all}</p>`}
      ${
        count === 0
          ? nothing
          : html`<details class="told">
              <summary>${own ? w.lacks : w.report} (${format.people(count)})</summary>
              ${toldList(linesOf(inOrder, language, mostTold))}
            </details>`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-file-report': UpFileReport;
  }
}
