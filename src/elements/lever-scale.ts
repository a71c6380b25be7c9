import { html, nothing, svg, type TemplateResult } from 'lit';
import type { LeverPlace } from './lever-keys.ts';

/** How far along the track a value lies, 0 to 1. */
export function fractionOf(value: number, { min, max }: Pick<LeverPlace, 'min' | 'max'>): number {
  const part = (value - min) / (max - min);
  return Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : 0;
}

/**
 * The drawn track over the transparent native slider: rail, fill from base, ticks, the saved value's ghost, and the
 * thumb with its halo and focus ring. Places are per cent of the svg, which is inset by half a thumb.
 */
export function leverScale(
  lever: LeverPlace & { readonly saved: number | undefined },
  locked: boolean,
): TemplateResult {
  const place = (value: number) => `${fractionOf(value, lever) * 100}%`;
  const { value, base, saved, zones } = lever;
  return html`<svg class="scale" aria-hidden="true">
    <line class="rail" x1="0" x2="100%" y1="50%" y2="50%" />
    ${
      value === base
        ? nothing
        : svg`<line class="fill" x1=${place(base)} x2=${place(value)} y1="50%" y2="50%" />`
    }
    ${zones.map((zone) => svg`<svg x=${place(zone.at)} y="50%"><line class="tick" y1="-5" y2="5" /></svg>`)}
    ${
      saved === undefined || saved === value
        ? nothing
        : svg`<svg x=${place(saved)} y="50%"><circle class="ghost" /></svg>`
    }
    <svg x=${place(value)} y="50%">
      <circle class="halo" />
      ${locked ? svg`<rect class="knob" />` : svg`<circle class="knob" />`}
      <circle class="ring" />
    </svg>
  </svg>`;
}
