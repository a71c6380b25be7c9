/** The width of a text in px. Canvas is asked and not SVG, since that would force a layout in the middle of a frame. */
export type Measure = (text: string, fontPx: number, weight: number) => number;

/** Widths in the font of `element`; remembered, since the same words come back with each frame. */
export function measureFor(element: Element): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(element).fontFamily;
  const known = new Map<string, number>();
  return (text, fontPx, weight) => {
    const key = `${weight} ${text}`;
    let perPx = known.get(key);
    if (perPx === undefined) {
      if (known.size > 2000) known.clear();
      perPx = context ? widthAt100(context, text, weight, family) / 100 : text.length * 0.56;
      known.set(key, perPx);
    }
    return perPx * fontPx;
  };
}

function widthAt100(context: CanvasRenderingContext2D, text: string, weight: number, family: string): number {
  context.textRendering = 'geometricPrecision'; // the font's own widths, the same on every machine
  context.font = `${weight} 100px ${family}`;
  // The page widens its spaces (--thin-space, --thin-space-bold); 100 px is an em here.
  const widened = (weight >= 600 ? 12 : 6) * (text.split(/[ \u00a0]/).length - 1);
  return context.measureText(text).width + widened;
}

/** Breaks at spaces (never at a fixed one) so that no line is wider than `max`, if its longest word allows it. */
export function wrap(text: string, max: number, width: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && width(`${line} ${word}`) <= max) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
