import type { Change, LeverMove } from '../app/changes.ts';
import type { Format, Language } from '../text/format.ts';
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

/** A lever's two settings; their unit stands once: "från 0 till 50 %", "från 0 till +100 platser". */
function fromTo(move: LeverMove, speaker: Speaker): [string, string] {
  const [from, to] = [move.from, move.to].map((value) => leverSetting(move, value, speaker));
  const word = move.lever.measure?.word[speaker.language];
  return [from!.replace(/\s?%$/, ''), word === undefined ? to! : `${to!} ${word}`];
}

/** Where a lever stands, as its panel writes it: `+100`, `62 %`. */
export const leverSetting = (
  { whole }: Pick<LeverMove, 'whole'>,
  value: number,
  { format }: Speaker,
): string => (whole === undefined ? format.percent(value) : format.peopleDifference(value * whole));
