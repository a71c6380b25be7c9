import { leverCost, leverCount, leverDefault, valueIn } from '../../model/policy.ts';
import type { Locality, Policy } from '../../model/experiment.ts';
import type { Lever, LeverPlace, Model } from '../../model/model.ts';
import { payersOf, type Split } from '../../model/payers.ts';
import type { Bilingual } from '../../model/variable.ts';
import type { Format, Language } from '../../text/format.ts';
import { leverSetting, leverSettingText } from '../../text/lever-setting.ts';
import type { Words } from '../../text/sv.ts';

/** A lever as the panel shows it: finished words, in the language of the screen. */
export interface LeverLine {
  readonly lever: Lever;
  readonly value: number;
  readonly base: number;
  readonly name: string;
  readonly about: string;
  readonly valueText: string;
  readonly spokenText: string;
  readonly zones: readonly { readonly at: number; readonly text: string }[];
  readonly costText: string;
  readonly delayText: string | undefined;
  readonly payers: readonly string[];
  /** What a number typed by a person is divided by to become a setting: 200 places, or 100 per cent. */
  readonly typedPerUnit: number;
}

export interface LeverGroupLines {
  readonly group: LeverPlace;
  readonly cost: number;
  readonly lines: readonly LeverLine[];
}

/** Whether a lever moves new money. */
export const isPriced = ({ lever }: LeverLine): boolean => lever.cost !== undefined;

interface Speaker {
  readonly words: Words;
  readonly format: Format;
  readonly language: Language;
}

const groups: readonly LeverPlace[] = ['rescue', 'swim', 'upstream', 'conditions'];

/** The panel's groups of levers, the three places first, at a policy. */
export function leverGroups(
  model: Model,
  where: Locality,
  policy: Policy,
  speaker: Speaker,
  split?: Split,
): readonly LeverGroupLines[] {
  return groups
    .map((group) => {
      const lines = model.levers
        .filter((lever) => lever.group === group)
        .map((lever) => leverLine(model, where, lever, policy, speaker, split));
      const cost = lines.reduce((sum, line) => sum + leverCost(model, where, line.lever, line.value), 0);
      return { group, cost, lines };
    })
    .filter(({ lines }) => lines.length > 0);
}

/**
 * Lines by all that they are made from. The same line is the same object, so that a lever that did not move is not
 * rendered again at each step of one that does.
 */
const lines = new WeakMap<Model, Map<string, LeverLine>>();
const mostKept = 2000;

function leverLine(
  model: Model,
  where: Locality,
  lever: Lever,
  policy: Policy,
  speaker: Speaker,
  split: Split | undefined,
): LeverLine {
  const key = JSON.stringify([lever.id, policy[lever.variable], speaker.language, where, split]);
  let kept = lines.get(model);
  if (kept === undefined || kept.size > mostKept) lines.set(model, (kept = new Map<string, LeverLine>()));
  const known = kept.get(key) ?? makeLine(model, where, lever, policy, speaker, split);
  kept.set(key, known);
  return known;
}

function makeLine(
  model: Model,
  where: Locality,
  lever: Lever,
  policy: Policy,
  { words, format, language }: Speaker,
  split: Split | undefined,
): LeverLine {
  const base = leverDefault(model, where, lever);
  const value = policy[lever.variable] ?? base;
  const said = (text: Bilingual): string => withValues(text[language], model, where, format);

  const cost = lever.cost === undefined ? undefined : leverCost(model, where, lever, value);
  // In a model without money nothing is said of it.
  const free = model.levers.some((other) => other.cost !== undefined) ? words.levers.free : undefined;
  const costText = cost === undefined ? (free ?? '') : words.levers.perYear(format.money(cost));
  const delay = lever.delay === undefined ? undefined : valueIn(model, where, lever.delay);
  const delayText = delay === undefined ? undefined : words.levers.felt(duration(delay, words, format));
  const costSpoken = cost === undefined ? free : words.levers.perYearSpoken(format.millions(cost));
  const zone = lever.zones.find(({ at }) => Math.abs(at - value) < 1e-9);
  const count = leverCount(model, where, lever);
  const setting =
    count === undefined
      ? words.levers.ofFull(format.percent(value / lever.max))
      : leverSettingText(value, count, format, language);
  return {
    lever,
    value,
    base,
    name: lever.name[language],
    about: lever.about[language],
    valueText:
      lever.unitWords === undefined
        ? leverSetting(value, count, format, language).figure
        : leverSettingText(value, count, format, language),
    spokenText: [setting, zone && said(zone.text), costSpoken, delayText]
      .filter((part) => part !== undefined)
      .join(', '),
    zones: lever.zones.map((zone) => ({ at: zone.at, text: said(zone.text) })),
    costText,
    delayText,
    payers: payersOf(model, where, lever, split).map(
      ({ actor, share }) => `${actor.name[language]} ${format.percent(share, 1)}`,
    ),
    typedPerUnit: count?.whole ?? 100,
  };
}

/** Puts parameters' values where a text names them in braces. */
function withValues(text: string, model: Model, where: Locality, format: Format): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, id: string) => format.number(valueIn(model, where, id)));
}

function duration(years: number, words: Words, format: Format): string {
  if (years < 1) return words.levers.months(format.number(Math.round(years * 12)));
  return words.levers.years(format.number(years, 1), years === 1);
}
