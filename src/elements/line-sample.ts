import { nothing, svg, type SVGTemplateResult } from 'lit';
import { marks, type LineMark } from '../chart/marks.ts';

/** A short piece of a strategy's line with its marker: 28 × 16 px, for chips and table rows. Decoration: the name says it. */
export function lineSample(mark: LineMark): SVGTemplateResult {
  const { line, width, marker, open } = marks[mark];
  const dash = mark === 'base' ? [6, 4] : marks[mark].dash; // three whole dashes in so short a piece
  return svg`
    <svg class="line-sample" width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
      <line x1="1" x2="27" y1="8" y2="8" stroke=${line} stroke-width=${width} stroke-dasharray=${dash?.join(' ') ?? nothing} />
      ${
        marker === undefined
          ? nothing
          : svg`<path transform="translate(14 8)" d=${marker} fill=${open ? 'var(--chip-paper, var(--paper))' : line}
              stroke=${open ? line : 'none'} stroke-width="2.4" />`
      }
    </svg>`;
}
