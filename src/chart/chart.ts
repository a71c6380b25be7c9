/** What every chart is: a drawing, its spoken summary and its table, all from the same data. */
export interface Chart<Data> {
  /** Draws into `svg`, or redraws what is already there: nodes are kept and only what changed is set. */
  draw(svg: SVGSVGElement, data: Data, size: Size, cursorYear?: number): void;
  /** One sentence per series: what a screen reader says. */
  describe(data: Data): string;
  table(data: Data): ChartTable;
}

/** Outer size in px. `scale` is the root's text size over 16: 1.5 in presentation mode or with large text. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** The accessible twin: a heading per column, then rows that begin with their own heading. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly cells: readonly string[];
  }[];
}
