// Every part in every state, on one page: what axe reads in both themes, and what the pictures show.
import { html, render, type TemplateResult } from 'lit';
import { linesData, names, oneStrategy } from '../chart/lines-fixture.ts';
import { icons, type IconName } from '../../src/elements/icons.ts';
import { words } from '../../src/text/words.ts';
import type { Language } from '../../src/text/format.ts';
import type { Grade } from '../../src/model/variable.ts';
import type { LeverGroup } from '../../src/model/model.ts';
import '../../src/style/main.css';
import '../../src/elements/up-chip.ts';
import '../../src/elements/up-evidence.ts';
import '../../src/elements/up-figure.ts';
import '../../src/elements/up-headline.ts';
import '../../src/elements/up-icon.ts';
import '../../src/elements/up-lever.ts';
import '../../src/elements/up-lines-chart.ts';
import '../../src/elements/up-segments.ts';

export function drawGallery(root: HTMLElement, language: Language = 'sv'): void {
  render(page(language), root);
}

const nbsp = '\u00a0';

function page(language: Language): TemplateResult {
  const w = words(language);
  const marks = ['base', 'rescue', 'swim', 'upstream', 'own'] as const;
  const groups: readonly LeverGroup[] = ['upstream', 'swim', 'rescue'];
  const grades = Object.entries(w.grades) as [Grade, string][];
  return html`
    <main class="gallery">
      <h1>Byggdelar</h1>
      <section class="levers">
        ${levers.map(
          ({ title, ...state }) =>
            html`<h2>${title}</h2>
              ${lever(state)}`,
        )}
      </section>
      <section>
        <h2>Strategier</h2>
        <div class="row">
          ${marks.map((mark, i) => html`<up-chip .mark=${mark} .name=${names[language][mark]} .value=${i % 2 ? '1 542' : ''} ?pressed=${i === 1}></up-chip>`)}
        </div>
        <h2>Belägg</h2>
        <div class="row">
          ${grades.map(([grade, text]) => html`<up-evidence .grade=${grade} .text=${text}></up-evidence>`)}
        </div>
        <h2>Horisont</h2>
        <up-segments
          .label=${w.app.horizon}
          value="20"
          .options=${[4, 20, 40].map((y) => ({ value: String(y), text: w.app.horizonOption(y) }))}
        ></up-segments>
        <h2>Tre platser att stå på</h2>
        <div class="row figures">
          ${groups.map((group) => html`<up-figure group=${group} funded></up-figure><b>${w.groups[group].name}</b>`)}
        </div>
        <div class="row figures">
          ${groups.map((group) => html`<up-figure group=${group}></up-figure><b>${w.groups[group].name}</b>`)}
        </div>
        <h2>Bilder</h2>
        <div class="row icons">
          ${(Object.keys(icons) as IconName[]).map((name) => html`<up-icon name=${name} title=${name}></up-icon>`)}
        </div>
        <h2>Rubriktal</h2>
        <div class="headline">
          <up-headline label="Utanför om 20 år" value=${`1${nbsp}575`}>
            <p><b>261 färre</b> än bas, 1${nbsp}836.</p>
            <p>Om 4 år: 1${nbsp}756, 80 färre.</p>
            <p slot="but">Men <b>128 om året</b> hamnar utanför, <b>20 fler</b> än bas.</p>
          </up-headline>
        </div>
      </section>
      <section class="charts">
        ${chart(language, 'Utanför, alla grupper', 'personer', linesData('outside', language))}
        ${chart(language, 'Nya utanför', 'personer per år', linesData('inflow', language))}
        ${chart(language, 'Utanför, alla grupper', 'personer', oneStrategy('outside', language, 'own'))}
        ${chart(language, 'Nya utanför', 'personer per år', oneStrategy('inflow', language))}
      </section>
    </main>
  `;
}

const chart = (language: Language, heading: string, unit: string, data: ReturnType<typeof linesData>) => {
  const w = words(language).chart;
  return html`<up-lines-chart
    .heading=${heading}
    .unit=${unit}
    .note=${data.yStart === 'fit' ? w.axisFrom(`1${nbsp}000`) : ''}
    .data=${data}
    .tableText=${w.asTable}
    .chartText=${w.asChart}
    readText="Läs av år"
  ></up-lines-chart>`;
};

interface LeverState {
  readonly value: number;
  readonly text: string;
  readonly open?: boolean;
  readonly saved?: number;
  readonly locked?: string;
  readonly disabled?: string;
  readonly group?: LeverGroup;
}

const levers: readonly (LeverState & { readonly title: string })[] = [
  { title: 'Vila', value: 0, text: '0' },
  { title: 'Ändrad', value: 0.5, text: '+100', group: 'swim' },
  { title: 'Öppen, sparat läge syns som skugga', value: 1, text: '+200', open: true, saved: 0.5 },
  { title: 'Låst', value: 0.8, text: '+160', locked: 'Budgeten är låst på 12 mnkr.', group: 'upstream' },
  { title: 'Avstängd', value: 0, text: '–', disabled: 'Finns inte i den här modellen.' },
];

const lever = ({ value, text, open, saved, locked, disabled, group }: LeverState) =>
  html`<up-lever
    id="slots"
    name="Samordnade platser"
    mark=${group ?? 'rescue'}
    .value=${value}
    .saved=${saved}
    .zones=${[
      { at: 0, text: '100 som i dag' },
      { at: 0.5, text: '200' },
      { at: 1, text: '300 platser' },
    ]}
    .valueText=${text}
    .spokenText=${`Samordnade platser, ${text}, 11,25 miljoner kronor per år, märks efter 1 år`}
    .typedPerUnit=${200}
    typeLabel="Skriv antal platser"
    delayText="märks efter 1 år"
    grade="estimated"
    gradeText="skattad"
    costText="9 mnkr för 160 platser"
    payersText="betalas av"
    .payers=${[`FK 50${nbsp}%`, `Region 25${nbsp}%`, `Kommun 25${nbsp}%`]}
    .lockedReason=${locked ?? ''}
    .disabledReason=${disabled ?? ''}
    ?open=${open ?? false}
  ></up-lever>`;
