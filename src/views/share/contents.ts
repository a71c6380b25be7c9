import { leverMoves } from '../../app/changes.ts';
import type { Document } from '../../app/state.ts';
import { localityOf, strategiesOf } from '../../app/strategies.ts';
import { assumptionsOf } from '../../model/assumptions.ts';
import type { Model } from '../../model/model.ts';
import { valueIn } from '../../model/policy.ts';
import type { Format, Language } from '../../text/format.ts';
import { workWords } from '../../text/work.ts';
import { leverSetting, leverSettingText } from '../../text/lever-setting.ts';

interface Speaker {
  readonly format: Format;
  readonly language: Language;
}

/** Something that comes with a link: a line, and what it consists of. */
export interface Content {
  readonly text: string;
  readonly parts: readonly string[];
}

/** What a link carries of a work, in words. Of each strategy only the levers that are moved. */
export function contentsOf(model: Model, work: Document, speaker: Speaker): readonly Content[] {
  const { language, format } = speaker;
  const w = workWords(language).share;
  const line = (text: string): Content => ({ text, parts: [] });
  const { budget, payers, cohort, guess, notes } = work;
  return [
    line(`${w.model}: ${placeName(model, work, language)}`),
    ...strategiesOf(model, work)
      .filter((strategy) => !strategy.ready)
      .map((strategy): Content => ({
        text: strategy.name[language],
        parts: strategyParts(model, work, strategy, speaker),
      })),
    ...assumptionContents(model, work, speaker),
    ...(budget === undefined ? [] : [line(w.budget(format.money(budget.sum)))]),
    ...(payers === undefined ? [] : [line(w.payers)]),
    ...(Object.keys(cohort).length === 0 ? [] : [line(w.cohort)]),
    ...(guess === undefined ? [] : [line(w.guess(format.people(guess)))]),
    ...(notes === undefined ? [] : [line(w.notes)]),
  ];
}

function placeName(model: Model, work: Document, language: Language): string {
  const preset = model.presets.find((p) => p.id === work.presetId);
  const own = work.municipality === undefined ? [] : [workWords(language).share.ownMunicipality];
  return [model.name[language], ...(preset === undefined ? [] : [preset.name[language]]), ...own].join(', ');
}

function strategyParts(
  model: Model,
  work: Document,
  strategy: Parameters<typeof leverMoves>[2],
  speaker: Speaker,
): readonly string[] {
  const { language } = speaker;
  const w = workWords(language).share;
  const moves = leverMoves(model, work, strategy);
  if (moves.length === 0) return [w.noLever];
  return moves.map(({ lever, count, from, to }) => {
    const { format } = speaker;
    const setting = leverSettingText(to, count, format, language);
    return `${lever.name[language]}: ${w.fromBase(setting, leverSetting(from, count, format, language).figure)}`;
  });
}

function assumptionContents(model: Model, work: Document, { language, format }: Speaker): readonly Content[] {
  const w = workWords(language).share;
  const plain = localityOf({ ...work, assumptions: {} });
  const parts = assumptionsOf(model).flatMap(({ id, name }) => {
    const value = work.assumptions[id];
    if (value === undefined) return [];
    return [
      `${name[language]}: ${w.fromBase(format.number(value), format.number(valueIn(model, plain, id)))}`,
    ];
  });
  return parts.length === 0 ? [] : [{ text: w.assumptions, parts }];
}
