import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { clipboardText, csvFile, fileName, type DataTable } from '../chart/export-table.ts';
import { pngFile, type PlateWords } from '../chart/export.ts';
import { fontFile } from '../style/font-file.ts';
import { buttons, focusRing, popups, reset } from '../style/shared.ts';
import type { Language } from '../text/format.ts';
import { today } from '../text/today.ts';
import { words } from '../text/words.ts';
import { placeBeside } from './place-beside.ts';
import './up-icon.ts';

/** How a chart is taken away: drawn once more for a file, and as numbers. */
export interface Takeaway {
  readonly svg: (words: PlateWords) => string | Promise<string>;
  readonly table: () => DataTable;
  /** What it says, in sentences. */
  readonly summary: () => string;
}

/** Takes a chart away: as a picture, as a drawing, as numbers in a file or on the clipboard. */
@customElement('up-chart-menu')
export class UpChartMenu extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    popups,
    css`
      :host {
        display: inline-block;
        flex: none;
      }
      .open {
        min-block-size: 2rem;
        color: var(--ink-2);
      }
      .open up-icon {
        inline-size: 1.125rem;
        block-size: 1.125rem;
      }
      [popover] {
        padding: var(--space-1);
      }
      [popover] .button {
        inline-size: 100%;
        justify-content: flex-start;
      }
      [popover] p:not(:empty) {
        max-inline-size: 16rem;
        padding: var(--space-1) var(--space-3) var(--space-2);
        font: var(--type-small);
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      @media (pointer: coarse) {
        .open {
          min-block-size: var(--target);
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** The chart's name and unit, as above it. */
  @property() heading = '';
  @property() unit = '';
  /** What it is about: model, municipality, strategies. Without it the page's own title. */
  @property() origin = '';
  @property() language: Language = 'sv';
  @property({ attribute: false }) take!: Takeaway;

  @state() private told = '';
  @query('[popover]') private menu!: HTMLElement;
  @query('.open') private opener!: HTMLElement;

  protected override render() {
    const w = words(this.language).take;
    const item = (text: string, act: () => Promise<void> | void) =>
      html`<li>
        <button class="button quiet" type="button" @click=${act}>${text}</button>
      </li>`;
    return html`
      <button
        class="button quiet icon open"
        type="button"
        popovertarget="menu"
        title=${w.open}
        aria-label="${w.open}: ${this.heading}"
      >
        <up-icon name="download"></up-icon>
      </button>
      <div id="menu" popover @toggle=${this.#onToggle}>
        <ul aria-label="${w.open}: ${this.heading}">
          ${item(w.png, this.#png)} ${item(w.svg, this.#svg)} ${item(w.csv, this.#csv)}
          ${item(w.copy, this.#copy)}
        </ul>
        <p role="status">${this.told}</p>
      </div>
    `;
  }

  #onToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'open') {
      this.told = '';
      return;
    }
    placeBeside(this.menu, this.opener, 'end');
    this.menu.querySelector('button')?.focus();
  };

  get #origin(): string {
    return this.origin === '' ? document.title : this.origin;
  }

  #words(): PlateWords {
    const w = words(this.language);
    return {
      title: this.heading,
      unit: this.unit,
      summary: this.take.summary(),
      notes: [`${this.#origin}. ${today()}.`, `${w.app.name}. ${w.app.disclaimer}`],
    };
  }

  #save(content: Blob, ending: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = `${fileName(this.heading, this.#origin)}-${today()}.${ending}`;
    link.click();
    // The browser has begun to read it by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    this.told = words(this.language).take.saved(link.download);
  }

  #png = async (): Promise<void> => {
    const svg = await this.take.svg(this.#words());
    const font = await fetch(fontFile).then(
      (answer) => (answer.ok ? answer.blob() : undefined),
      () => undefined,
    );
    this.#save(await pngFile(svg, font), 'png');
  };

  #svg = async (): Promise<void> => {
    this.#save(new Blob([await this.take.svg(this.#words())], { type: 'image/svg+xml' }), 'svg');
  };

  #csv = (): void => {
    const text = csvFile(this.take.table(), this.language);
    this.#save(new Blob([text], { type: 'text/csv;charset=utf-8' }), 'csv');
  };

  #copy = async (): Promise<void> => {
    const w = words(this.language).take;
    const copied = await navigator.clipboard.writeText(clipboardText(this.take.table(), this.language)).then(
      () => true,
      () => false,
    );
    this.told = copied ? w.copied : w.notCopied;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-chart-menu': UpChartMenu;
  }
}
