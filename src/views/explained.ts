import { html, type TemplateResult } from 'lit';
import '../elements/up-term.ts';
import type { Language } from '../text/format.ts';
import type { GlossaryTerm } from '../text/help-sv.ts';

/** How a word of the glossary is written in running text. */
const forms: Readonly<Record<Language, Partial<Record<GlossaryTerm, RegExp>>>> = {
  sv: { base: /\bbas\b/i, presentValue: /\bnuvärden?\b/i, productionValue: /produktionsvärde/i },
  en: { base: /\bbase\b/i, presentValue: /\bpresent values?\b/i, productionValue: /production value/i },
};

/** A text in which the first of a glossary's words explains itself; the text as it is where it has none of them. */
export function explained(
  text: string,
  term: keyof (typeof forms)['sv'],
  language: Language,
): string | TemplateResult {
  const found = forms[language][term]?.exec(text);
  if (found === null || found === undefined) return text;
  const end = found.index + found[0].length;
  return html`${text.slice(0, found.index)}<up-term .term=${term} .language=${language}>${found[0]}</up-term
    >${text.slice(end)}`;
}
