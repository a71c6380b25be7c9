import { css, html, LitElement, svg, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { layoutDiagram, lineHeight, type Diagram, type PlacedNode } from '../../chart/structure/layout.ts';
import { SizeController } from '../../elements/size-controller.ts';
import { VariablePick } from '../../elements/up-explanation.ts';
import type { Model } from '../../model/model.ts';
import type { Link } from '../../model/structure.ts';
import type { VariableId } from '../../model/variable.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import type { Language } from '../../text/format.ts';
import type { GlassesWords } from '../../text/glasses-sv.ts';
import { linksIn, mostNodes, nodesOf, variablesIn, type Excerpt } from './excerpt.ts';

/** At this size words are read. */
const readable = 0.95;

/** What of the drawing is seen, in its own px. */
interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * An excerpt of a model as a diagram that lays itself out: stocks, flows and what they depend on. It can be moved and made
 * larger by pointer and by keys; its accessible twin is the list.
 *
 * @fires {VariablePick} variable-pick - a variable was pressed
 */
@customElement('up-structure')
export class UpStructure extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
        gap: var(--space-2);
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        align-items: center;
      }
      .hint {
        font: var(--type-small);
        color: var(--ink-2);
      }
      .plot {
        border: var(--hairline) solid var(--line);
        border-radius: var(--radius-control);
        background: var(--surface);
        overflow: hidden;
        min-block-size: 320px;
        touch-action: none;
        cursor: grab;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        user-select: none;
      }
      .link {
        fill: none;
        stroke: var(--ink-3);
        stroke-width: 1.2;
      }
      .link.water {
        stroke: var(--flow-edge);
        stroke-width: 3.5;
      }
      .link.touching {
        stroke: var(--ink);
        stroke-width: 2.2;
      }
      .head {
        fill: var(--ink-3);
      }
      .node {
        cursor: pointer;
      }
      .box {
        fill: var(--paper);
        stroke: var(--outline);
        stroke-width: 1;
      }
      .stock .box {
        fill: var(--stock-outside);
        stroke: var(--stock-entrenched);
        stroke-width: 1.5;
      }
      .stock text {
        fill: var(--dot-outside);
        font-weight: 650;
      }
      .flow .box {
        fill: var(--flow-in);
        stroke: var(--flow-edge);
        stroke-width: 1.5;
      }
      .parameter .box {
        stroke-dasharray: 3 3;
      }
      .selected .box {
        stroke: var(--focus);
        stroke-width: 4;
      }
      text {
        font: var(--type-small);
        text-anchor: middle;
        fill: var(--ink);
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-4);
        font: var(--type-small);
        color: var(--ink-2);
      }
      .legend span {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
      }
      .legend svg {
        inline-size: 22px;
        block-size: 14px;
      }
      @media (forced-colors: active) {
        .stock .box {
          fill: Canvas;
          stroke: CanvasText;
          stroke-width: 3;
        }
        .stock text {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) links: readonly Link[] = [];
  @property() excerpt: Excerpt = 'near';
  @property() selected: VariableId = '';
  @property() language: Language = 'sv';
  @property({ attribute: false }) words!: GlassesWords;
  @state() private window: Window | undefined;

  @query('.plot') private plot!: HTMLElement;

  readonly #sizes = new SizeController(
    this,
    () => this.plot,
    () => undefined,
  );

  #diagram:
    | { readonly key: readonly unknown[]; readonly value: Diagram | undefined; readonly count: number }
    | undefined;
  #from: { readonly x: number; readonly y: number; readonly window: Window } | undefined;

  protected override willUpdate(): void {
    const key = [
      this.model,
      this.links,
      this.excerpt,
      this.language,
      this.excerpt === 'near' ? this.selected : '',
    ];
    if (this.#diagram?.key.every((part, i) => part === key[i]) === true) return;
    const variables = variablesIn(this.model, this.links, this.excerpt, this.selected);
    const value =
      variables.length > mostNodes
        ? undefined
        : layoutDiagram(nodesOf(variables, this.language), linksIn(this.links, this.excerpt));
    this.#diagram = { key, value, count: variables.length };
    this.window = undefined;
  }

  protected override render(): TemplateResult {
    const { words: w } = this;
    const { value: diagram, count } = this.#diagram!;
    if (diagram === undefined) return html`<p>${w.tooMany(String(count))}</p>`;
    const seen = this.#seen(diagram);
    return html`
      <div class="tools" role="group" aria-label=${w.tabs.diagram}>
        <button class="button" type="button" aria-label=${w.zoomOut} @click=${() => this.#zoom(1.25)}>
          −
        </button>
        <button class="button" type="button" aria-label=${w.zoomIn} @click=${() => this.#zoom(0.8)}>+</button>
        <button class="button" type="button" @click=${this.#fit}>${w.fit}</button>
        <span class="hint">${w.keys}</span>
      </div>
      <div
        class="plot"
        tabindex="0"
        role="group"
        aria-label=${w.diagramLabel(String(count))}
        @keydown=${this.#onKey}
        @wheel=${this.#onWheel}
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onMove}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onUp}
      >
        <svg viewBox="${seen.x} ${seen.y} ${seen.width} ${seen.height}" aria-hidden="true">
          <defs>
            <marker
              id="head"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
              markerUnits="userSpaceOnUse"
            >
              <path class="head" d="M0,0.5 8,4 0,7.5z" />
            </marker>
          </defs>
          ${diagram.links.map((link) => {
            const touching = link.from === this.selected || link.to === this.selected;
            return svg`<path class="link ${link.kind === 'reads' ? '' : 'water'} ${touching ? 'touching' : ''}" d=${link.path} marker-end="url(#head)" />`;
          })}
          ${diagram.nodes.map((node) => this.#node(node))}
        </svg>
      </div>
      ${this.#legend()}
    `;
  }

  #node(node: PlacedNode): TemplateResult {
    const { id, kind, x, y, width, height, lines } = node;
    const round = kind === 'stock' ? 0 : kind === 'flow' ? height / 2 : 5;
    return svg`<g class="node ${kind} ${id === this.selected ? 'selected' : ''}" data-id=${id}>
      <rect class="box" x=${x - width / 2} y=${y - height / 2} width=${width} height=${height} rx=${round} />
      ${lines.map((line, i) => svg`<text x=${x} y=${y + (i - (lines.length - 1) / 2) * lineHeight + 4}>${line}</text>`)}
    </g>`;
  }

  #legend(): TemplateResult {
    const kinds =
      this.excerpt === 'people'
        ? (['stock', 'flow'] as const)
        : (['stock', 'flow', 'aux', 'parameter'] as const);
    return html`<p class="legend">
      ${kinds.map(
        (kind) =>
          html`<span
            ><svg class=${kind} viewBox="0 0 22 14" aria-hidden="true">
              <rect
                class="box"
                x="1"
                y="1"
                width="20"
                height="12"
                rx=${kind === 'stock' ? 0 : kind === 'flow' ? 6 : 3}
              /></svg
            >${this.words.legend[kind]}</span
          >`,
      )}
    </p>`;
  }

  /** At first as large as is read, with the chosen variable in the middle where the whole does not fit. */
  #seen(diagram: Diagram): Window {
    if (this.window !== undefined) return this.window;
    const { size } = this.#sizes;
    const whole = this.#whole(diagram);
    if (size === undefined) return whole;
    const [width, height] = [size.width / (readable * size.scale), size.height / (readable * size.scale)];
    if (width >= diagram.width && height >= diagram.height) return whole;
    const middle = diagram.nodes.find(({ id }) => id === this.selected) ?? { x: 0, y: diagram.height / 2 };
    const within = (at: number, seen: number, all: number): number =>
      seen >= all ? (all - seen) / 2 : Math.min(Math.max(0, at - seen / 2), all - seen);
    return {
      x: within(middle.x, width, diagram.width),
      y: within(middle.y, height, diagram.height),
      width,
      height,
    };
  }

  #whole({ width, height }: Diagram): Window {
    return { x: 0, y: 0, width: Math.max(width, 320), height: Math.max(height, 200) };
  }

  #move(dx: number, dy: number): void {
    const seen = this.#seen(this.#diagram!.value!);
    this.window = { ...seen, x: seen.x + dx * seen.width, y: seen.y + dy * seen.height };
  }

  /** Makes the window so many times as wide, about a place in it given as shares. */
  #zoom(by: number, atX = 0.5, atY = 0.5): void {
    const diagram = this.#diagram!.value!;
    const seen = this.#seen(diagram);
    const width = Math.min(Math.max(diagram.width, 320) * 2, Math.max(160, seen.width * by));
    const scale = width / seen.width;
    this.window = {
      x: seen.x + seen.width * (1 - scale) * atX,
      y: seen.y + seen.height * (1 - scale) * atY,
      width,
      height: seen.height * scale,
    };
  }

  #fit = (): void => {
    this.window = this.#whole(this.#diagram!.value!);
  };

  #onKey = (event: KeyboardEvent): void => {
    const step = 0.12;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => this.#move(-step, 0),
      ArrowRight: () => this.#move(step, 0),
      ArrowUp: () => this.#move(0, -step),
      ArrowDown: () => this.#move(0, step),
      '+': () => this.#zoom(0.8),
      '-': () => this.#zoom(1.25),
      '0': this.#fit,
    };
    const move = moves[event.key];
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };

  /** With Control, as a touch pad's pinch has it: without, the page scrolls. */
  #onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { left, top, width, height } = this.plot.getBoundingClientRect();
    this.#zoom(2 ** (event.deltaY / 200), (event.clientX - left) / width, (event.clientY - top) / height);
  };

  #onDown = (event: PointerEvent): void => {
    this.plot.setPointerCapture(event.pointerId);
    this.#from = { x: event.clientX, y: event.clientY, window: this.#seen(this.#diagram!.value!) };
  };

  #onMove = (event: PointerEvent): void => {
    if (this.#from === undefined) return;
    const { x, y, window } = this.#from;
    const { width, height } = this.plot.getBoundingClientRect();
    const scale = Math.max(window.width / width, window.height / height);
    if (Math.hypot(event.clientX - x, event.clientY - y) < 4) return;
    this.window = {
      ...window,
      x: window.x - (event.clientX - x) * scale,
      y: window.y - (event.clientY - y) * scale,
    };
  };

  /** A press without a drag is a choice. */
  #onUp = (event: PointerEvent): void => {
    const from = this.#from;
    this.#from = undefined;
    if (from === undefined || event.type === 'pointercancel') return;
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) >= 4) return;
    const id = this.shadowRoot?.elementFromPoint(event.clientX, event.clientY)?.closest<SVGElement>('.node')
      ?.dataset['id'];
    if (id !== undefined) this.dispatchEvent(new VariablePick(id));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'up-structure': UpStructure;
  }
}
