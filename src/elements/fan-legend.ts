import { css, html, svg, type TemplateResult } from 'lit';
import type { Fan } from '../chart/lines-data.ts';
import { looks } from '../chart/lines-fan.ts';
import { marks, type LineMark } from '../chart/marks.ts';

/** What the two fields behind a strategy's line are, and how they were computed. */
export const fanLegend = ({ mark, words }: Fan): TemplateResult =>
  html`<p class="fan">
    ${sample(mark, false)}${words.wide} ${sample(mark, true)}${words.half} ${words.line} ${words.how}
  </p>`;

/** px: three of the longest dash. */
const width = 21;

/** A piece of the field: the outer one, or the inner one that lies on it. */
function sample(mark: LineMark, half: boolean): TemplateResult {
  const colour = marks[mark].line;
  const { dash } = half ? looks.half : looks.wide;
  const edge = (y: number) =>
    svg`<line x1="0" x2=${width} y1=${y} y2=${y} stroke=${colour} stroke-dasharray=${dash.join(' ')}></line>`;
  const field = (opacity: number) =>
    svg`<rect y="1" width=${width} height="10" fill=${colour} fill-opacity=${opacity}></rect>`;
  return html`<svg class="fan-sample" width=${width} height="12" aria-hidden="true">
    ${field(looks.wide.fill)} ${half ? field(looks.half.fill) : ''} ${edge(1)} ${edge(11)}
  </svg>`;
}

export const fanLegendStyles = css`
  .fan {
    padding-block-start: var(--space-1);
    font: var(--type-small);
    color: var(--ink-2);
  }
  .fan-sample {
    vertical-align: -0.15em;
    margin-inline-end: var(--space-1);
  }
`;
