import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { nextTask } from '../base/next-task.ts';
import { reset } from '../style/shared.ts';

/** The light border that a camera needs around the code, in modules (ISO/IEC 18004 asks for four). */
const quiet = 4;
/** As many bytes as the largest code holds (ISO/IEC 18004, version 40-L). */
const longest = 2953;

/**
 * A text, such as a link, as a QR code: dark on light in every theme, since many cameras read no other. As large as its
 * place. Nothing is drawn of a text that no code can hold.
 */
@customElement('up-qr')
export class UpQr extends LitElement {
  static override styles = [
    reset,
    css`
      :host {
        display: block;
        forced-color-adjust: none;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: 100%;
      }
      rect {
        fill: white;
      }
      path {
        fill: black;
        shape-rendering: crispEdges;
      }
    `,
  ];

  @property() text = '';
  /** What the picture is, for those who do not see it. */
  @property() label = '';

  /** A code takes as long to work out as a screen to draw: a task of its own at first. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await nextTask();
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const code = codeOf(this.text);
    if (code === undefined) return nothing;
    const size = code.size + 2 * quiet;
    const shape = svg`<rect width=${size} height=${size} /><path transform="translate(${quiet} ${quiet})" d=${toSvgPath(code)} />`;
    return html`<svg role="img" aria-label=${this.label} viewBox="0 0 ${size} ${size}">${shape}</svg>`;
  }
}

/** The code with least correction: fewer, larger modules are read from farther off, and a screen is not torn. */
function codeOf(text: string): ReturnType<typeof generate> | undefined {
  const { length } = new TextEncoder().encode(text);
  if (length === 0 || length > longest) return undefined;
  return generate(text, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.M });
}

declare global {
  interface HTMLElementTagNameMap {
    'up-qr': UpQr;
  }
}
