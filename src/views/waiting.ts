import { html, nothing, type TemplateResult } from 'lit';
import { describe } from '../text/diagnostics.ts';
import type { Language } from '../text/format.ts';
import { words } from '../text/words.ts';
import type { Asked } from './asked.ts';

interface Waiting {
  readonly language: Language;
  /** While it is worked out, where nothing else is shown meanwhile. */
  readonly loading?: string;
  /** Before what the trouble was. */
  readonly failed?: string;
}

/**
 * What stands in the place of an answer that has not come, or over the last one: that it is worked out, that this takes long,
 * or what went wrong, with the one thing to do about it. The host has the styles of buttons.
 */
export function waitingFor(
  { waiting, slow, problems, stop, again }: Asked<unknown>,
  { language, loading, failed = '' }: Waiting,
): TemplateResult | typeof nothing {
  const { app } = words(language);
  if (slow)
    return html`<p aria-busy="true" role="status">
      ${app.slow} <button class="button" type="button" @click=${stop}>${app.stopRunning}</button>
    </p>`;
  if (problems !== undefined && !waiting)
    return html`<p role="alert">
      ${failed} ${problems.map((d) => describe(d, language).words).join(' ')}
      <button class="button" type="button" @click=${again}>${app.runAgain}</button>
    </p>`;
  return loading === undefined ? nothing : html`<p aria-busy="true">${loading}</p>`;
}
