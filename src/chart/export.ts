import type { Size } from './chart.ts';
import { measureFor, wrap } from './measure.ts';

/** A drawing as a file of its own: SVG with its colours and sizes written out, and PNG made of that. */

/** What stands round the drawing. */
export interface PlateWords {
  readonly title: string;
  readonly unit: string;
  /** The drawing in sentences, for those who cannot see it. */
  readonly summary: string;
  /** Below it: where it is from. */
  readonly notes: readonly string[];
}

const namespace = 'http://www.w3.org/2000/svg';
/** px */
const margin = 24;
const headRoom = 60;
const noteLine = 18;
const notePx = 12;
/** The font of the page first; who does not have it gets one of theirs. */
const fonts = "'Schibsted Grotesk', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/**
 * Draws once more, in light colours on white and at a size of its own, and gives the file's text. The drawing is made
 * on the page, where its tokens and its font reach it, and is gone again when this returns.
 */
export function svgFile(
  draw: (svg: SVGSVGElement, size: Size) => void,
  size: Size,
  words: PlateWords,
): string {
  return inLight((place) => {
    const svg = document.createElementNS(namespace, 'svg');
    place.append(svg);
    draw(svg, size);
    return plate(place, [svg], size, words);
  });
}

/** Gives `act` a place that is light and white whatever the page is (style/tokens.css), out of sight. */
export function inLight<T>(act: (place: HTMLElement) => T): T {
  const place = document.createElement('div');
  Object.assign(place.style, { position: 'fixed', left: '-10000px', top: '0' });
  place.dataset['light'] = '';
  place.setAttribute('aria-hidden', 'true');
  document.body.append(place);
  const done = (): void => place.remove();
  try {
    const result = act(place);
    if (result instanceof Promise) void result.finally(done).catch(() => undefined);
    else done();
    return result;
  } catch (cause) {
    done();
    throw cause;
  }
}

/** The file: the layers over each other from back to front, with words above and below. `place` is where they are. */
export function plate(
  place: HTMLElement,
  layers: readonly SVGSVGElement[],
  size: Size,
  words: PlateWords,
): string {
  const colourOf = (token: string): string => {
    place.style.color = `var(${token})`;
    return hexOf(getComputedStyle(place).color)?.hex ?? 'black';
  };
  const [ink, faded] = [colourOf('--ink'), colourOf('--ink-2')];
  const width = size.width + 2 * margin;
  const measure = measureFor(place);
  const notes = words.notes.flatMap((note) => wrap(note, size.width, (text) => measure(text, notePx, 400)));
  const foot = margin + headRoom + size.height + margin;
  const height = foot + notes.length * noteLine + margin / 2;
  const written = layers.map((layer) => {
    writeOut(layer);
    const serialise = new XMLSerializer();
    // The file says the namespace once.
    return [...layer.children]
      .map((node) => serialise.serializeToString(node).replaceAll(` xmlns="${namespace}"`, ''))
      .join('\n');
  });
  const text = (x: number, y: number, px: number, weight: number, fill: string, content: string): string =>
    `<text x="${x}" y="${y}" font-size="${px}" font-weight="${weight}" fill="${fill}">${escaped(content)}</text>`;
  return `<svg xmlns="${namespace}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fonts}" role="img">
<title>${escaped(`${words.title}, ${words.unit}`)}</title>
<desc>${escaped(words.summary)}</desc>
<rect width="${width}" height="${height}" fill="white"/>
${text(margin, margin + 18, 20, 700, ink, words.title)}
${text(margin, margin + 38, 13, 400, faded, words.unit)}
<g transform="translate(${margin} ${margin + headRoom})">
${written.join('\n')}
</g>
${notes.map((note, i) => text(margin, foot + i * noteLine, notePx, 400, faded, note)).join('\n')}
</svg>
`;
}

/** Attributes whose value the page decides. */
const depends = /var\(|color-mix\(|light-dark\(|currentcolor/i;
/** What only the page has use for. */
const forPage = /^(class|tabindex|role|id|style|aria-.*|data-.*)$/;

/** Writes out what the page's styles decide, and takes away what only the page has use for. */
function writeOut(svg: SVGSVGElement): void {
  for (const node of svg.querySelectorAll<SVGElement>('*')) {
    const style = getComputedStyle(node);
    for (const { name, value } of [...node.attributes]) {
      if (forPage.test(name)) node.removeAttribute(name);
      else if (depends.test(value)) paintAs(node, name, style.getPropertyValue(name));
    }
  }
}

function paintAs(node: SVGElement, name: string, value: string): void {
  const colour = hexOf(value);
  if (colour === undefined) {
    node.setAttribute(name, value);
    return;
  }
  node.setAttribute(name, colour.alpha === 0 ? 'none' : colour.hex);
  if (colour.alpha > 0 && colour.alpha < 1) {
    const before = Number(node.getAttribute(`${name}-opacity`) ?? 1);
    node.setAttribute(`${name}-opacity`, String(Math.round(before * colour.alpha * 1000) / 1000));
  }
}

/** A computed colour as every program reads it; undefined for what is no colour. */
export function hexOf(value: string): { readonly hex: string; readonly alpha: number } | undefined {
  const [, mixed] = /^color\(srgb ([^)]*)\)$/.exec(value) ?? [];
  const [, plain] = /^rgba?\(([^)]*)\)$/.exec(value) ?? [];
  const numbers = (mixed ?? plain)
    ?.split(/[\s,/]+/)
    .filter((part) => part !== '')
    .map(Number);
  if (numbers === undefined || numbers.length < 3 || numbers.some(Number.isNaN)) return undefined;
  const of = mixed === undefined ? 1 : 255;
  const hex = numbers
    .slice(0, 3)
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part * of)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
  return { hex: `#${hex}`, alpha: numbers[3] ?? 1 };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The picture of an SVG file, in so many times its size. An image of its own sees no fonts of the page, so the font
 * goes with it; without one it is drawn in another.
 */
export async function pngFile(svg: string, font: Blob | undefined, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(font === undefined ? svg : await withFont(svg, font))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture was made'))), 'image/png'),
  );
}

async function withFont(svg: string, font: Blob): Promise<string> {
  const reader = new FileReader();
  const address = await new Promise<string>((resolve, reject) => {
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('the font cannot be read'));
    reader.readAsDataURL(font);
  });
  const face = `@font-face{font-family:'Schibsted Grotesk';font-weight:400 900;src:url(${address})}`;
  return svg.replace('<title>', `<style>${face}</style><title>`);
}
