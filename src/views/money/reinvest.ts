import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Actions } from '../../app/actions.ts';
import type { Reading } from '../../app/readings.ts';
import '../../elements/up-icon.ts';
import type { Accounts } from '../../model/accounts.ts';
import type { Horizon } from '../../model/horizons.ts';
import type { Lever, Model } from '../../model/model.ts';
import { leverSetting } from '../../model/policy.ts';
import { moneyWords } from '../../text/money.ts';
import type { Voice } from '../voice.ts';

/** The lever that sends savings upstream again, if the model has one. */
const leverOf = (model: Model): Lever | undefined =>
  model.ledger?.reinvestedValue === undefined ? undefined : model.levers.find((l) => l.id === 'reinvest');

/** The choice to use part of the savings again, what it comes to, and the loop that it closes. */
export function reinvestSection(
  accounts: Accounts,
  reading: Reading,
  horizon: Horizon,
  actions: Actions,
  { language, format: f, words }: Voice,
): TemplateResult | typeof nothing {
  const { model, where, selected } = reading;
  const lever = leverOf(model);
  if (lever === undefined) return nothing;
  const w = moneyWords(language).reinvest;
  const share = leverSetting(model, where, selected.strategy.policy, lever);
  const used = accounts.reinvested?.paid[horizon];
  const result = used === undefined ? w.nothing : w.used(f.money(used), horizon);
  const value = (event: Event): number => (event.currentTarget as HTMLInputElement).valueAsNumber;
  return html`<section class="reinvest">
    <h2>${w.title}</h2>
    <p>${w.text}</p>
    <label>
      <span>${w.share}</span>
      <input
        type="range"
        min=${lever.min}
        max=${lever.max}
        step="0.01"
        aria-valuetext="${f.percent(share)}. ${result}"
        .value=${live(String(share))}
        @input=${(e: Event) => actions.dragLever(lever.variable, value(e))}
        @change=${(e: Event) => actions.setLever(lever.variable, value(e))}
      />
      <output>${f.percent(share)}</output>
    </label>
    <p>
      <strong>${result}</strong>
      ${selected.strategy.ready ? words.levers.moves : nothing}
    </p>
    <div class="loop">
      <span class="badge" aria-hidden="true">R</span>
      <ol aria-label=${w.loop}>
        ${w.steps.map((step) => html`<li>${step}<up-icon name="right"></up-icon></li>`)}
      </ol>
      <p>${w.loopNote}</p>
    </div>
  </section>`;
}
