import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Select } from '../../app/select.ts';
import type { AppState } from '../../app/state.ts';
import { viewIds } from '../../app/state.ts';
import { buttons, focusRing, reset } from '../../style/shared.ts';
import { helpWords } from '../../text/help.ts';
import { words } from '../../text/words.ts';
import type { ViewContext } from '../context.ts';
import { keyMap, type Command } from '../keys.ts';

/** What the program is, what to do, the map of keys, and its words in plain language. */
@customElement('up-help')
export class UpHelp extends LitElement {
  static override styles = [
    reset,
    focusRing,
    buttons,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
        font: var(--type-body);
      }
      h2 {
        font: var(--type-section);
        margin-block-start: var(--space-3);
      }
      h2:first-child {
        margin: 0;
        padding-inline-end: var(--space-7);
      }
      ol {
        margin: 0;
        padding-inline-start: var(--space-5);
      }
      li + li {
        margin-block-start: var(--space-1);
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: var(--space-1) 0;
        border-block-end: var(--hairline) solid var(--line);
        text-align: start;
        font-weight: 400;
      }
      th {
        inline-size: 40%;
      }
      kbd {
        padding: 1px var(--space-2);
        border: var(--hairline) solid var(--outline);
        border-radius: var(--radius-badge);
        background: var(--paper);
        font: inherit;
        font-weight: 650;
      }
      dl {
        margin: 0;
      }
      dt {
        font-weight: 650;
        margin-block-start: var(--space-2);
      }
      dd {
        margin: 0;
        color: var(--ink-2);
      }
    `,
  ];

  @property({ attribute: false }) context!: ViewContext;
  #session: Select<AppState['session']> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#session ??= new Select(this, this.context.store, (state) => state.session);
  }

  protected override render(): TemplateResult {
    const { language, singleKeys } = this.#session!.value;
    const h = helpWords(language);
    const row = (key: string, does: string): TemplateResult =>
      html`<tr>
        <th scope="row"><kbd>${key}</kbd></th>
        <td>${does}</td>
      </tr>`;
    const said = (command: Command): string =>
      isView(command) ? h.view(words(language).views[command]) : h.commands[command];
    return html`
      <h2>${h.about}</h2>
      ${h.aboutText.map((text) => html`<p>${text}</p>`)}
      <h2>${h.how}</h2>
      <ol>
        ${h.howSteps.map((step) => html`<li>${step}</li>`)}
      </ol>
      <h2>${h.keys}</h2>
      ${singleKeys ? nothing : html`<p>${h.keysOff}</p>`}
      <table aria-label=${h.keys}>
        ${keyMap.map(({ key, command }) => row(key, said(command)))}
        ${h.otherKeys.map(([key, does]) => row(key!, does!))}
      </table>
      <table aria-label=${h.controls}>
        ${h.controlKeys.map(([key, does]) => row(key!, does!))}
      </table>
      <p>${h.chartKeys}</p>
      <h2>${h.terms}</h2>
      <dl>
        ${Object.values(h.glossary).map(
          ({ term, means }) =>
            html`<dt>${term}</dt>
              <dd>${means}</dd>`,
        )}
      </dl>
      <h2>${h.privacy}</h2>
      <p>${h.privacyText}</p>
      <h2>${h.statement}</h2>
      <p>
        <button class="button" @click=${() => this.#openStatement()}>${h.statementLink}</button>
      </p>
    `;
  }

  #openStatement(): void {
    this.context.actions.closeDrawer();
    this.context.actions.openView('statement');
  }
}

const isView = (command: Command): command is (typeof viewIds)[number] =>
  (viewIds as readonly string[]).includes(command);

export const renderDrawer = (context: ViewContext): TemplateResult =>
  html`<up-help .context=${context}></up-help>`;

declare global {
  interface HTMLElementTagNameMap {
    'up-help': UpHelp;
  }
}
