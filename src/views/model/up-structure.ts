import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { LayOut } from '../../app/layout-client.ts';
import { measureFor } from '../../chart/measure.ts';
import { lineHeight, nodeFor } from '../../chart/structure/node.ts';
import { SizeController } from '../../elements/size-controller.ts';
import { VariablePick } from '../../elements/up-explanation.ts';
import type { Diagram, PlacedNode } from '../../model/diagram.ts';
import type { Model } from '../../model/model.ts';
import type { Link } from '../../model/structure.ts';
import type { Variable, VariableId } from '../../model/variable.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import type { Language } from '../../text/format.ts';
import type { GlassesWords } from '../../text/glasses-sv.ts';
import { directions, neighbour, type DirectionKey } from './neighbours.ts';
import { structureStyles } from './structure-styles.ts';
import { Asked } from '../asked.ts';
import { waitingFor } from '../waiting.ts';
import { linksIn, mostNodes, variablesIn, type Excerpt } from './excerpt.ts';

/** At this size words are read. */
const readable = 0.95;
/** How much of what is seen a key moves it. */
const step = 0.12;
/** What is left beside a variable that is brought into sight, px of the drawing. */
const margin = 40;

/** What of the drawing is seen, in its own px. */
interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * An excerpt of a model as a diagram that lays itself out: stocks, flows and what they depend on. Arrow keys go from
 * variable to variable along its arrows; it can be moved and made larger by pointer and by keys. Its accessible twin is
 * the list.
 *
 * @fires {VariablePick} variable-pick - a variable was pressed
 */
@customElement('up-structure')
export class UpStructure extends LitElement {
  static override styles = [reset, focusRing, buttons, structureStyles];

  @property({ attribute: false }) model!: Model;
  /** Undefined while they are not known. */
  @property({ attribute: false }) links: readonly Link[] | undefined;
  @property({ attribute: false }) layOut!: LayOut;
  @property() excerpt: Excerpt = 'near';
  @property() selected: VariableId = '';
  @property() language: Language = 'sv';
  @property({ attribute: false }) words!: GlassesWords;
  /** A variable's value in words, for those who hear the diagram; empty while it is not known. */
  @property({ attribute: false }) amountOf: (id: VariableId) => string = () => '';
  /** Where the keyboard is, or would come in. */
  @state() private at: VariableId | undefined;
  @state() private window: Window | undefined;

  @query('.plot') private plot!: HTMLElement;

  readonly #sizes = new SizeController(
    this,
    () => this.plot,
    () => undefined,
  );

  readonly #diagram = new Asked<Diagram>(this);
  #drawn: Diagram | undefined;
  #variables: readonly Variable[] = [];
  #from: { readonly x: number; readonly y: number; readonly window: Window } | undefined;

  protected override willUpdate(): void {
    const { model, links, excerpt, language } = this;
    if (links === undefined) return;
    const selected = excerpt === 'near' ? this.selected : '';
    this.#variables = variablesIn(model, links, excerpt, selected);
    if (this.#variables.length <= mostNodes)
      this.#diagram.ask([model, links, excerpt, language, selected], () =>
        this.#askFor(this.#variables, links),
      );
    if (this.#diagram.value !== this.#drawn) this.window = undefined;
    this.#drawn = this.#diagram.value;
  }

  /** Words have their widths when the font has come. */
  async #askFor(variables: readonly Variable[], links: readonly Link[]): ReturnType<LayOut> {
    await document.fonts.ready;
    const measure = measureFor(this);
    const nodes = variables.map((variable) => nodeFor(variable, variable.name[this.language], measure));
    return this.layOut(nodes, linksIn(links, this.excerpt));
  }

  protected override render(): TemplateResult {
    const { words: w } = this;
    const count = this.#variables.length;
    if (count > mostNodes) return html`<p>${w.tooMany(String(count))}</p>`;
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
        role="group"
        aria-label=${w.diagramLabel(String(count))}
        aria-busy=${this.#drawn === undefined || this.#diagram.waiting}
        @keydown=${this.#onKey}
        @wheel=${this.#onWheel}
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onMove}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onUp}
      >
        ${this.#drawn === undefined ? this.#wait() : this.#picture(this.#drawn)}
      </div>
      ${this.#legend()}
    `;
  }

  #wait(): TemplateResult | typeof nothing {
    const { words: w, language } = this;
    return waitingFor(this.#diagram, { language, loading: w.loading, failed: w.failed });
  }

  #picture(diagram: Diagram): TemplateResult {
    const seen = this.#seen(diagram);
    const there = (id: VariableId | undefined): boolean => diagram.nodes.some((node) => node.id === id);
    const entry = [this.at, this.selected, diagram.nodes[0]?.id].find(there);
    return html`<svg viewBox="${seen.x} ${seen.y} ${seen.width} ${seen.height}">
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
      ${diagram.nodes.map((node) => this.#node(node, entry))}
    </svg>`;
  }

  #node({ id, kind, x, y, width, height, lines }: PlacedNode, entry: VariableId | undefined): TemplateResult {
    const name = this.model.variables.get(id)?.name[this.language] ?? id;
    const said = [name, this.words.kindShort[kind], this.amountOf(id)].filter((part) => part !== '');
    const selected = id === this.selected;
    const round = kind === 'stock' ? 0 : kind === 'flow' ? height / 2 : 5;
    // The space after a line keeps its words apart from the next in the text as it is read.
    return svg`<g
      class="node ${kind} ${selected ? 'selected' : ''}"
      data-id=${id}
      role="button"
      tabindex=${id === entry ? 0 : -1}
      aria-pressed=${selected}
      aria-label=${said.join(', ')}
      @focus=${this.#onFocus}
    >
      <rect class="ring" x=${x - width / 2 - 5} y=${y - height / 2 - 5} width=${width + 10} height=${height + 10} rx=${round + (round === 0 ? 0 : 5)} />
      <rect class="box" x=${x - width / 2} y=${y - height / 2} width=${width} height=${height} rx=${round} />
      ${lines.map((line, i) => svg`<text x=${x} y=${y + (i - (lines.length - 1) / 2) * lineHeight + 4}>${`${line} `}</text>`)}
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

  #move(diagram: Diagram, dx: number, dy: number): void {
    const seen = this.#seen(diagram);
    this.window = { ...seen, x: seen.x + dx * seen.width, y: seen.y + dy * seen.height };
  }

  /** Makes the window so many times as wide, about a place in it given as shares. */
  #zoom(by: number, atX = 0.5, atY = 0.5): void {
    const diagram = this.#drawn;
    if (diagram === undefined) return;
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
    if (this.#drawn !== undefined) this.window = this.#whole(this.#drawn);
  };

  #onFocus = (event: FocusEvent): void => {
    this.at = (event.currentTarget as SVGElement).dataset['id'];
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.#act(event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Does what a key says; false if it says nothing here. */
  #act(key: string, shift: boolean): boolean {
    const at = this.at ?? this.selected;
    const diagram = this.#drawn;
    if (diagram === undefined) return false;
    if (key in directions) {
      const [dx, dy] = directions[key as DirectionKey];
      if (shift) this.#move(diagram, dx * step, dy * step);
      else void this.#goTo(diagram, neighbour(diagram, at, key as DirectionKey));
    } else if (key === 'Enter' || key === ' ') this.dispatchEvent(new VariablePick(at));
    else if (key === '+') this.#zoom(0.8);
    else if (key === '-') this.#zoom(1.25);
    else if (key === '0') this.#fit();
    else return false;
    return true;
  }

  /** Takes the keyboard to a variable, which is brought into sight. */
  async #goTo(diagram: Diagram, id: VariableId | undefined): Promise<void> {
    const node = diagram.nodes.find((n) => n.id === id);
    if (node === undefined) return;
    const seen = this.#seen(diagram);
    const into = (at: number, half: number, from: number, length: number): number =>
      at - half < from ? at - half - margin : at + half > from + length ? at + half + margin - length : from;
    const x = into(node.x, node.width / 2, seen.x, seen.width);
    const y = into(node.y, node.height / 2, seen.y, seen.height);
    if (x !== seen.x || y !== seen.y) this.window = { ...seen, x, y };
    this.at = id;
    await this.updateComplete;
    this.renderRoot.querySelector<SVGElement>(`.node[data-id="${node.id}"]`)?.focus({ preventScroll: true });
  }

  /** With Control, as a touch pad's pinch has it: without, the page scrolls. */
  #onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { left, top, width, height } = this.plot.getBoundingClientRect();
    this.#zoom(2 ** (event.deltaY / 200), (event.clientX - left) / width, (event.clientY - top) / height);
  };

  #onDown = (event: PointerEvent): void => {
    if (this.#drawn === undefined) return;
    this.plot.setPointerCapture(event.pointerId);
    this.#from = { x: event.clientX, y: event.clientY, window: this.#seen(this.#drawn) };
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
