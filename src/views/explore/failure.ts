import { html, nothing, type TemplateResult } from 'lit';
import type { Reading } from '../../app/readings.ts';
import type { AppState } from '../../app/state.ts';
import { isWorkerTrouble } from '../../app/worker-trouble.ts';
import { describe } from '../../text/diagnostics.ts';
import { exploreWords } from '../../text/explore.ts';
import type { ViewContext } from '../context.ts';
import type { Voice } from '../voice.ts';

/** As many changed assumptions as are named; more would be no help. */
const mostNamed = 3;

/**
 * Which strategies cannot be computed, why, and under which assumptions: those of the newest change, if any were changed
 * by it. What is on the screen meanwhile is the last that could be.
 */
export function failure(
  reading: Reading,
  { document, past, previous, session }: AppState,
  { actions }: ViewContext,
  voice: Voice,
): TemplateResult | typeof nothing {
  const { language } = voice;
  const failed = reading.strategies.filter(({ strategy }) => session.failures[strategy.id] !== undefined);
  if (failed.length === 0) return nothing;
  const w = exploreWords(language).failure;
  const names = failed.map(({ strategy }) => strategy.name[language]).join(', ');
  const problems = session.failures[failed[0]!.strategy.id]!;
  const why = problems.map((d) => describe(d, language));
  // What the machine did is not undone: it is started again, from the frame.
  const machine = problems.some(isWorkerTrouble);
  const assumed = Object.keys(document.assumptions);
  const newest = assumed.filter((id) => document.assumptions[id] !== previous?.document.assumptions[id]);
  const named = (newest.length > 0 ? newest : assumed)
    .slice(0, mostNamed)
    .map((id) => reading.model.variables.get(id)?.name[language] ?? id);
  return html`<div class="failed" role="alert">
    <p>
      <b>${failed.length === reading.strategies.length ? w.all : w.some(names)}</b>
      ${why.map((said) => `${said.words} ${said.todo}`).join(' ')}
      ${named.length > 0 ? w.assumed(named.join(', ')) : nothing}
      ${failed.some(({ run }) => run !== undefined) ? w.last : nothing}
    </p>
    ${
      past.length === 0 || machine
        ? nothing
        : html`<button class="button" type="button" @click=${() => actions.undo()}>
            ${voice.words.app.undo}
          </button>`
    }
    ${
      assumed.length === 0 || machine
        ? nothing
        : html`<button class="button" type="button" @click=${() => actions.openDrawer('assumptions')}>
            ${exploreWords(language).panel.assumptions}
          </button>`
    }
  </div>`;
}
