import { css, html, type TemplateResult } from 'lit';
import type { Language } from '../text/format.ts';
import type { Takeaway } from './up-chart-menu.ts';
import './up-chart-menu.ts';
import './up-icon.ts';

interface Tools {
  /** The chart's name and unit, as above it. */
  readonly heading: string;
  readonly unit: string;
  readonly origin: string;
  readonly language: Language;
  readonly take: Takeaway;
  /** Whether the table is shown, and the words of the switch to it and back. */
  readonly table: boolean;
  readonly tableText: string;
  readonly chartText: string;
  readonly onSwitch: () => void;
}

/** Beside a chart's name: the menu that takes it away, and the switch between its drawing and its table. */
export function chartTools(tools: Tools): TemplateResult {
  const { heading, unit, origin, language, take, table, onSwitch } = tools;
  const text = table ? tools.chartText : tools.tableText;
  return html`<up-chart-menu
      .heading=${heading}
      .unit=${unit}
      .origin=${origin}
      .language=${language}
      .take=${take}
    ></up-chart-menu>
    <button
      class="button quiet switch"
      type="button"
      title=${text}
      aria-label="${text}: ${heading}"
      @click=${onSwitch}
    >
      <up-icon name=${table ? 'chart' : 'table'}></up-icon><span>${text}</span>
    </button>`;
}

/** The look of `chartTools`, beside that of `buttons`. */
export const chartToolsStyles = css`
  .switch {
    flex: none;
    min-block-size: 2rem;
    font: var(--type-label);
    font-weight: 550;
    color: var(--ink-2);
    padding-inline: var(--space-2);
  }
  .switch up-icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }
  @media (pointer: coarse) {
    .switch {
      min-block-size: var(--target);
    }
  }
  /* Where room is short the switch is its icon; its name stays. */
  @container (max-inline-size: 420px) {
    .switch span {
      display: none;
    }
  }
  @media print {
    .switch {
      display: none;
    }
  }
`;
