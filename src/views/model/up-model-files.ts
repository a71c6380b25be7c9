import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Result } from '../../base/result.ts';
import type { TextFile } from '../../app/exports.ts';
import { download } from '../../elements/download.ts';
import '../../elements/up-icon.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import type { Language } from '../../text/format.ts';
import type { GlassesWords } from '../../text/glasses-sv.ts';
import type { ViewContext } from '../context.ts';
import { linesOf } from '../told-lines.ts';

/** As many things that a file leaves out as are read. */
const mostTold = 6;

/** The model on the screen as a file to take home, in the program's own format and in the field's. */
@customElement('up-model-files')
export class UpModelFiles extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: var(--space-1);
      }
      [role='status'] {
        font: var(--type-small);
        color: var(--ink-2);
        max-inline-size: 40rem;
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  @property() language: Language = 'sv';
  @property({ attribute: false }) words!: GlassesWords;
  @state() private told: { readonly text: string; readonly more: readonly string[] } | undefined;

  protected override render(): TemplateResult {
    const { actions } = this.context;
    const file = (
      kind: string,
      make: () => Promise<Result<TextFile, readonly Diagnostic[]>>,
    ): TemplateResult =>
      html`<button
        class="button quiet"
        type="button"
        title=${this.words.files.as(kind)}
        aria-label=${this.words.files.as(kind)}
        @click=${async () => this.#take(await make())}
      >
        <up-icon name="download"></up-icon>${kind}
      </button>`;
    return html`${file('YAML', () => actions.modelAsYaml())} ${file('XMILE', () => actions.modelAsXmile())}
      <div role="status">
        ${
          this.told === undefined
            ? nothing
            : html`<p>${this.told.text}</p>
                <ul>
                  ${this.told.more.map((line) => html`<li>${line}</li>`)}
                </ul>`
        }
      </div>`;
  }

  #take(made: Result<TextFile, readonly Diagnostic[]>): void {
    const lines = (problems: readonly Diagnostic[]): readonly string[] =>
      linesOf(problems, this.language, mostTold).map(({ text }) => text);
    if (!made.ok) {
      this.told = { text: this.words.files.failed, more: lines(made.error) };
      return;
    }
    const { name, text, type, warnings } = made.value;
    download(name, text, type);
    this.told = { text: this.words.files.done(name), more: lines(warnings) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'up-model-files': UpModelFiles;
  }
}
