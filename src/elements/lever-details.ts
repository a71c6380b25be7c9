import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { fractionOf } from './lever-scale.ts';
import { zoneSlots } from './zone-slots.ts';
import type { LeverPlace, LeverZone } from './lever-keys.ts';
import type { Grade } from '../model/variable.ts';

/** Finished words about a lever; what is empty is not shown. */
export interface LeverWords {
  readonly delayText: string;
  readonly grade: Grade;
  readonly gradeText: string;
  readonly costText: string;
  readonly payersText: string;
  readonly payers: readonly string[];
}

/** What an open lever shows under its track. */
export function leverDetails(lever: LeverWords & LeverPlace): TemplateResult {
  const { delayText, grade, gradeText, costText, payersText, payers } = lever;
  return html`
    ${zoneWords(lever)}
    <div class="details">
      ${delayText ? html`<p class="fact"><up-icon name="clock"></up-icon><b>${delayText}</b></p>` : nothing}
      ${
        gradeText || costText
          ? html`<p class="fact">
              ${gradeText ? html`<up-evidence .grade=${grade} .text=${gradeText}></up-evidence>` : nothing}
              <span>${costText}</span>
            </p>`
          : nothing
      }
      ${
        payers.length > 0
          ? html`<p class="fact">
              <span>${payersText}</span>
              ${payers.map((payer) => html`<span class="payer">${payer}</span>`)}
            </p>`
          : nothing
      }
      <slot></slot>
    </div>
  `;
}

function zoneWords({ zones, value, step, min, max }: LeverPlace): TemplateResult {
  const isHere = (zone: LeverZone) => Math.abs(zone.at - value) < step / 2;
  return html`<ul class="zones">
    ${zones.map((zone, i) => {
      const first = i === 0 && zone.at <= min;
      const last = i === zones.length - 1 && zone.at >= max;
      return html`<li class=${classMap({ first, last, here: isHere(zone) })}>${zone.text}</li>`;
    })}
  </ul>`;
}

/**
 * Puts the words under their ticks. The numbers go to the style sheet by script, since the policy lets no style
 * attribute through.
 */
export function placeZoneWords(lever: LeverPlace & { readonly renderRoot: ParentNode }): void {
  const slots = zoneSlots(lever.zones.map((zone) => fractionOf(zone.at, lever)));
  lever.renderRoot.querySelectorAll<HTMLElement>('.zones li').forEach((item, i) => {
    item.style.setProperty('--at', String(slots[i]!.at));
    item.style.setProperty('--room', String(slots[i]!.width));
  });
}
