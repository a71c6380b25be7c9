import type { DiagramNode } from '../../model/diagram.ts';
import { wrap, type Measure } from '../measure.ts';

/** From line to line of a name, px of the drawing. */
export const lineHeight = 15;
/** Letters, and how wide a line of them may be, px of the drawing (views/model/structure-styles.ts sets them so). */
const [letters, widest] = [12, 132];
const [padX, padY] = [10, 7];

/** A variable's box in the diagram: its name in lines, broken between words, and the room that they take. */
export function nodeFor(
  { id, kind }: Pick<DiagramNode, 'id' | 'kind'>,
  name: string,
  measure: Measure,
): DiagramNode {
  const width = (text: string): number => measure(text, letters, kind === 'stock' ? 650 : 400);
  const lines = wrap(name, widest, width);
  return {
    ...{ id, kind, lines },
    width: Math.ceil(Math.max(...lines.map(width))) + 2 * padX,
    height: lines.length * lineHeight + 2 * padY,
  };
}
