import { css, html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Language } from '../../text/format.ts';
import { uncertaintyWords } from '../../text/uncertainty.ts';

interface Switch {
  readonly language: Language;
  /** There is something uncertain; else the switch says that there is not. */
  readonly ranges: boolean;
  readonly on: boolean;
  readonly change: () => void;
}

/** The switch for fields behind the lines, and what they are. */
export function uncertaintySwitch({ language, ranges, on, change }: Switch): TemplateResult {
  const w = uncertaintyWords(language);
  return html`<div class="uncertainty">
    <label>
      <input
        type="checkbox"
        role="switch"
        aria-checked=${ranges && on}
        aria-describedby="about-uncertainty"
        ?disabled=${!ranges}
        .checked=${live(ranges && on)}
        @change=${change}
      />
      ${w.show}
    </label>
    <p id="about-uncertainty">${ranges ? w.about : w.noRanges}</p>
  </div>`;
}

export const switchStyles = css`
  .uncertainty label {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-block-size: var(--target);
    font-weight: 600;
    cursor: pointer;
  }
  .uncertainty input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    accent-color: var(--ink);
  }
  .uncertainty label:has(:disabled) {
    color: var(--ink-3);
    cursor: default;
  }
  .uncertainty p {
    font: var(--type-small);
    color: var(--ink-2);
  }
`;
