import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../../app/actions.ts';
import type { Reading } from '../../app/readings.ts';
import '../../elements/up-evidence.ts';
import '../../elements/up-number-field.ts';
import type { NumberChange } from '../../elements/up-number-field.ts';
import { assumptionsOf } from '../../model/assumptions.ts';
import { valueIn } from '../../model/policy.ts';
import type { Parameter } from '../../model/variable.ts';
import { moneyWords } from '../../text/money.ts';
import type { Voice } from '../voice.ts';

/** What all money depends on, and how its value is written. */
const asked = ['discount_rate', 'cost_level', 'takehome_share', 'payback_share'];
const isFactor = (id: string): boolean => id === 'cost_level';

/** What the money is counted with: each value with its evidence and range, and open to a person's own. */
export function assumedSection(reading: Reading, actions: Actions, voice: Voice): TemplateResult {
  const { language, words } = voice;
  const w = moneyWords(language).assumed;
  const known = assumptionsOf(reading.model);
  const rows = asked.flatMap((id) => known.find((p) => p.id === id) ?? []);
  return html`<section class="assumed">
    <h2>${w.title}</h2>
    <p>${w.text}</p>
    <dl>
      ${rows.map((p) => row(p, reading, actions, voice))}
      <div>
        <dt>${w.yearTitle}</dt>
        <dd class="value">${w.year}</dd>
        <dd><up-evidence grade="assumed" .text=${words.grades.assumed}></up-evidence></dd>
        <dd class="source">${w.yearText}</dd>
      </div>
    </dl>
    <p>
      <button class="button" type="button" @click=${() => actions.openView('cohort')}>${w.cohort}</button>
      ${w.cohortText}
    </p>
  </section>`;
}

function row(parameter: Parameter, reading: Reading, actions: Actions, voice: Voice): TemplateResult {
  const { language, words, format: f } = voice;
  const w = moneyWords(language).assumed;
  const { id, name, about, evidence, distribution } = parameter;
  const factor = isFactor(id);
  const print = (value: number): string => (factor ? `×${f.number(value)}` : f.percent(value, 1));
  const value = valueIn(reading.model, reading.where, id);
  const { scenario: _assumed, ...municipality } = reading.where;
  const byModel = valueIn(reading.model, municipality, id);
  return html`<div>
    <dt>${name[language]}</dt>
    <dd class="value">
      <up-number-field
        bare
        .label=${name[language]}
        .value=${value}
        .min=${distribution.min}
        .max=${distribution.max}
        .scale=${factor ? 1 : 100}
        .decimals=${factor ? 2 : 1}
        .unit=${factor ? w.times : '%'}
        .between=${words.municipality.between}
        .language=${language}
        @number-change=${(e: NumberChange) =>
          actions.setAssumption(id, e.value === byModel ? undefined : e.value)}
      ></up-number-field>
    </dd>
    <dd>
      <up-evidence .grade=${evidence.grade} .text=${words.grades[evidence.grade]}></up-evidence>
      <span class="range">${w.range(print(distribution.min), print(distribution.max))}</span>
    </dd>
    <dd class="source">
      ${about[language]} ${evidence.source[language]}
      ${
        value === byModel
          ? nothing
          : html`<strong>${w.yours}.</strong>
              <button class="button quiet" type="button" @click=${() => actions.setAssumption(id, undefined)}>
                ${w.asModel(print(byModel))}
              </button>`
      }
    </dd>
  </div>`;
}
