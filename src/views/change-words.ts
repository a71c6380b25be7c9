import type { Change, LeverMove } from '../app/changes.ts';
import type { Format, Language } from '../text/format.ts';
import { leverSetting, leverSettingText } from '../text/lever-setting.ts';
import { workWords } from '../text/work.ts';

interface Speaker {
  readonly format: Format;
  readonly language: Language;
}

/** As many changes of one step as are told; the rest is a number. */
const mostTold = 2;

/** A step of the history in words, with the strategy that it concerns apart. */
export function stepWords(
  changes: readonly Change[],
  speaker: Speaker,
): { readonly text: string; readonly strategy: string } {
  const w = workWords(speaker.language).change;
  const rest = changes.length - mostTold;
  const told = changes.slice(0, mostTold).map((change) => changeWords(change, speaker));
  const lever = changes.find((change) => change.kind === 'lever');
  return {
    text: told.join(', ') + (rest > 0 ? ` ${w.more(speaker.format.people(rest))}` : ''),
    // A step that makes a strategy names it already.
    strategy: changes[0]?.kind === 'new' ? '' : (lever?.strategy[speaker.language] ?? ''),
  };
}

function changeWords(change: Change, speaker: Speaker): string {
  const { language, format } = speaker;
  const w = workWords(language).change;
  switch (change.kind) {
    case 'lever':
      return w.lever(change.lever.name[language], ...fromTo(change, speaker));
    case 'assumption':
      return w.assumption(
        change.parameter.name[language],
        format.number(change.from),
        format.number(change.to),
      );
    case 'new':
    case 'removed':
    case 'selected':
      return w[change.kind](change.strategy[language]);
    case 'renamed':
      return w.renamed(change.from[language], change.to[language]);
    case 'municipality':
      return change.preset === undefined ? w.ownMunicipality : w.municipality(change.preset[language]);
    case 'budget':
      return change.sum === undefined ? w.budgetFree : w.budget(format.money(change.sum));
    case 'yields':
      return change.lever === undefined ? w.yieldsAll : w.yields(change.lever.name[language]);
    default:
      return w[change.kind];
  }
}

/** A lever's two settings; their unit stands once: "0 → 50 %", "0 → +100 platser". */
function fromTo({ count, from, to }: LeverMove, { format, language }: Speaker): [string, string] {
  return [
    leverSetting(from, count, format, language).figure.replace(/\s?%$/, ''),
    leverSettingText(to, count, format, language),
  ];
}
