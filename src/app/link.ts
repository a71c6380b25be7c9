import { error, type Diagnostic } from '../base/diagnostic.ts';
import { shortName, shortText } from '../base/short-text.ts';
import { assumptionsOf } from '../model/assumptions.ts';
import type { Budget } from '../model/budget.ts';
import { figureHolds, isCohortFigure, type CohortInput } from '../model/cohort.ts';
import type { Locality, Policy, Scenario } from '../model/experiment.ts';
import { leverDefault, valueIn, yearlyCost } from '../model/policy.ts';
import type { ActorId, Model } from '../model/model.ts';
import { pack, unpack } from './link-pack.ts';
import { sealed, sealOf } from './link-seal.ts';
import { viewAmiss, viewKeys, viewParts, type LinkParts, type LinkView } from './link-view.ts';
import { emptyDocument, localityOf, strategiesOf } from './strategies.ts';
import { mostCompared, ownIds, longestName, type Document, type OwnStrategy } from './state.ts';

/** Raised when the meaning of a part changes; older links keep being read by their version. */
const version = '1';
/** A link of ours is a few hundred characters; one much longer was not made by us. */
const longestLink = 8000;
/** A link that reads as words may be this long; a longer one is packed, and still opens in any browser. */
const longestInWords = 600;
/** What a person writes in the report: as much as its pages have room for. */
export const longestNotes = { question: 200, comment: 800 } as const;

/** The file of one's own that is open: its name is all that a link has of it. */
interface LinkFile {
  readonly file?: { readonly name: string } | undefined;
}

/** A document in parts: what a link, a saved work and a file carry of it. `documentFrom` reads them again. */
export function partsOf(document: Document): LinkParts {
  const { assumptions, payers, budget, cohort, notes } = document;
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['model', document.modelId],
    ['preset', document.presetId],
    ['town', document.municipality && settingsText(document.municipality)],
    ['show', document.selected],
    ...document.own.flatMap(({ id, name, policy }): [string, string | undefined][] => [
      [id, settingsText(policy)],
      [`name-${id}`, name],
    ]),
    ['if', Object.keys(assumptions).length === 0 ? undefined : settingsText(assumptions)],
    ['pay', payers && settingsText(payers)],
    ['sum', budget && String(budget.sum)],
    ['yields', budget?.yields?.replace(/^lever_/, '')],
    ['beside', document.compared?.join(',')],
    ['guess', document.guess === undefined ? undefined : String(document.guess)],
    ['kull', Object.keys(cohort).length === 0 ? undefined : settingsText(cohort)],
    ['ask', notes?.question || undefined],
    ['note', notes?.comment || undefined],
    ['shown', document.shown?.join('\n')],
  ];
  return new Map(parts.filter((part): part is [string, string] => part[1] !== undefined));
}

/** The address bar's text after `#` for a state. Reads as a sentence: model, preset, strategy, levers, view. */
export function linkFor(document: Document, view: LinkView & LinkFile): string {
  const work = new Map([...fileParts(view), ...partsOf(document)]);
  const words = [['v', sealed(version, work)] as const, ...work, ...viewParts(view)]
    .map(
      ([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')}`,
    )
    .join('&');
  return words.length <= longestInWords ? words : `z=${pack(words)}`;
}

const fileParts = ({ file }: LinkFile): LinkParts =>
  new Map(file === undefined ? [] : [['file', shortName(file.name, longestName)]]);

const settingsText = (policy: Policy): string =>
  Object.entries(policy)
    .map(([variable, value]) => `${variable.replace(/^lever_/, '')}:${value}`)
    .join(',');

/** Splits a link into its parts. A part that cannot be decoded is left out and told of. */
export function splitLink(hash: string): {
  readonly parts: LinkParts;
  readonly problems: readonly Diagnostic[];
} {
  const parts = new Map<string, string>();
  const given = hash.replace(/^#/, '');
  const text = given.startsWith('z=') ? unpack(given.slice(2), longestLink) : given;
  if (text === undefined) return { parts, problems: [error('link-unreadable', {})] };
  if (text.length > longestLink) return { parts, problems: [error('link-too-long', {})] };
  const lost: string[] = [];
  for (const piece of text.split('&').filter((p) => p !== '')) {
    const at = piece.indexOf('=');
    const key = at < 0 ? piece : piece.slice(0, at);
    try {
      parts.set(key, decodeURIComponent(at < 0 ? '' : piece.slice(at + 1)));
    } catch (cause) {
      if (!(cause instanceof URIError)) throw cause;
      lost.push(key.slice(0, 40));
    }
  }
  for (const [key, value] of parts) if (!known.has(key)) lost.push(`${key}=${value}`.slice(0, 60));
  lost.push(...viewAmiss(parts).map((part) => part.slice(0, 60)));
  const v = parts.get('v') ?? version;
  const [, made, seal] = /^(\d+)(?:x([0-9a-z]{4}))?$/.exec(v) ?? [];
  if (made === undefined) lost.push(`v=${v}`.slice(0, 60));
  const work = new Map([...parts].filter(([key]) => key !== 'v' && !viewKeys.some((of) => of === key)));
  const newer = Number(made) > Number(version);
  // How a work is looked at is not sealed, but year and language are always there, and the language last.
  const isWhole =
    seal === undefined
      ? parts.size !== 1 || !parts.has('v')
      : seal === sealOf(work) && parts.has('year') && parts.has('lang');
  return {
    parts,
    problems: [
      ...damagedIn(lost),
      ...(newer ? [error('link-newer', {})] : []),
      ...(isWhole ? [] : [error('link-changed', {})]),
    ],
  };
}

/** Every key that a link of this version may have. */
const known: ReadonlySet<string> = new Set([
  ...[
    'v',
    'file',
    'model',
    'preset',
    'town',
    'show',
    'if',
    'pay',
    'sum',
    'yields',
    'beside',
    'guess',
    'kull',
  ],
  ...['ask', 'note', 'shown', ...ownIds, ...ownIds.map((id) => `name-${id}`), ...viewKeys],
]);

/** All that cannot be read of a link is told of at once. */
const damagedIn = (parts: readonly string[]): readonly Diagnostic[] =>
  parts.length === 0 ? [] : [error('link-damaged', { parts })];

/** What is found of a link at several places, told once: of one that names what is damaged, not also that it is changed. */
export function toldOnce(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const lost = problems.flatMap((d) => (d.code === 'link-damaged' ? d.args.parts : []));
  const others = problems.filter(
    ({ code }) => code !== 'link-damaged' && (code !== 'link-changed' || lost.length === 0),
  );
  return [...damagedIn(lost), ...others];
}

/**
 * The document that a link describes, for a model that has been read. Whatever of the link does not fit the
 * model is left at its default and told of by name; the rest is kept.
 */
export function documentFrom(
  parts: LinkParts,
  model: Model,
): { readonly document: Document; readonly problems: readonly Diagnostic[] } {
  const lost: string[] = [];
  const damaged = (part: string): void => void lost.push(part.slice(0, 60));

  const wanted = parts.get('preset');
  const preset = model.presets.find((p) => p.id === wanted) ?? model.presets[0];
  if (wanted !== undefined && preset?.id !== wanted) damaged(`preset=${wanted}`);

  const municipality = parts.has('town') ? factsFrom(parts.get('town')!, model, damaged) : undefined;
  const empty: Document = { ...emptyDocument(model.id, preset?.id), municipality };
  const place: Document = {
    ...empty,
    assumptions: parts.has('if') ? assumptionsFrom(parts.get('if')!, model, localityOf(empty), damaged) : {},
  };
  const draft: Document = {
    ...place,
    own: ownFrom(parts, model, localityOf(place), damaged),
    payers: parts.has('pay') ? payersFrom(parts.get('pay')!, model, damaged) : undefined,
    budget: parts.has('sum') ? budgetFrom(parts, model, localityOf(place), damaged) : undefined,
    cohort: parts.has('kull') ? cohortFrom(parts.get('kull')!, damaged) : {},
    notes: notesFrom(parts),
  };
  const guess = Number(parts.get('guess') ?? NaN);
  const hasGuess = Number.isInteger(guess) && guess >= 0 && guess <= 1e6;
  if (parts.has('guess') && !hasGuess) damaged(`guess=${parts.get('guess')!}`);
  const there = strategiesOf(model, draft).map((s) => s.id);
  const known = (id: string): boolean => there.includes(id) || (damaged(`show=${id}`), false);
  const compared = parts
    .get('beside')
    ?.split(',')
    .filter((id) => id !== '' && known(id))
    .slice(0, mostCompared);
  const shown = parts.has('shown') ? shownFrom(parts.get('shown')!, model) : undefined;
  const show = parts.get('show') ?? 'base';
  const selected = known(show) ? show : 'base';
  const chosen = { ...(shown && { shown }), ...(hasGuess ? { guess } : {}) };
  return { document: { ...draft, compared, selected, ...chosen }, problems: damagedIn(lost) };
}

/** Names as the model has them, one a line; those that it has not, as after a change of the file, are passed over. */
const shownFrom = (text: string, model: Model): readonly string[] => [
  ...new Set(text.split('\n').filter((name) => model.variables.has(name))),
];

/** What is said of a municipality, as far as the model asks for it and it can be. */
function factsFrom(
  text: string,
  model: Model,
  damaged: (part: string) => void,
): Readonly<Record<string, number>> | undefined {
  const facts: Record<string, number> = {};
  for (const [item, name, value] of itemsOf(text)) {
    const fact = model.municipality?.find((f) => f.id === name);
    if (fact === undefined || !(value >= fact.min && value <= fact.max)) damaged(item);
    else facts[name] = value;
  }
  return Object.keys(facts).length > 0 ? facts : undefined;
}

/** `name:number` pairs; a number that is none is NaN. */
const itemsOf = (text: string): readonly (readonly [item: string, name: string, value: number])[] =>
  text
    .split(',')
    .filter((item) => item !== '')
    .map((item) => {
      const [name = '', number = ''] = item.split(':');
      return [item, name, number.trim() === '' ? NaN : Number(number)];
    });

/** The person's own strategies, in the order in which the link lists them. */
function ownFrom(
  parts: LinkParts,
  model: Model,
  where: Locality,
  damaged: (part: string) => void,
): readonly OwnStrategy[] {
  return [...parts].flatMap(([key, text]): OwnStrategy[] => {
    const id = ownIds.find((own) => own === key);
    if (id === undefined) return [];
    const name = shortName(parts.get(`name-${id}`) ?? '', longestName);
    return [{ id, name: name === '' ? undefined : name, policy: policyFrom(text, model, where, damaged) }];
  });
}

function policyFrom(text: string, model: Model, where: Locality, damaged: (part: string) => void): Policy {
  const policy: Record<string, number> = {};
  for (const [item, name, value] of itemsOf(text)) {
    const lever = model.levers.find((l) => l.variable === name || l.variable === `lever_${name}`);
    if (lever === undefined || !(value >= lever.min && value <= lever.max)) damaged(item);
    else if (value !== leverDefault(model, where, lever)) policy[lever.variable] = value;
  }
  return policy;
}

/** What is assumed otherwise than in the place: its own value is no assumption of a person's. */
function assumptionsFrom(
  text: string,
  model: Model,
  where: Locality,
  damaged: (part: string) => void,
): Scenario {
  const scenario: Record<string, number> = {};
  const known = assumptionsOf(model);
  for (const [item, name, value] of itemsOf(text)) {
    const range = known.find((p) => p.id === name)?.distribution;
    if (range === undefined || !(value >= range.min && value <= range.max)) damaged(item);
    else if (value !== valueIn(model, where, name)) scenario[name] = value;
  }
  return scenario;
}

/** Shares of known actors that add up to the whole; else the model's own hold. */
function payersFrom(
  text: string,
  model: Model,
  damaged: (part: string) => void,
): Readonly<Record<ActorId, number>> | undefined {
  const pays = (name: string, share: number): boolean =>
    model.actors.some((a) => a.id === name && a.money === 'cash') && share >= 0 && share <= 1;
  const items = itemsOf(text);
  const shares = Object.fromEntries(items.map(([, name, share]) => [name, share]));
  const whole = Object.values(shares).reduce((a, b) => a + b, 0);
  if (items.every(([, name, share]) => pays(name, share)) && Math.abs(whole - 1) <= 1e-6) return shares;
  damaged(`pay=${text}`);
  return undefined;
}

function cohortFrom(text: string, damaged: (part: string) => void): CohortInput {
  const input: Partial<Record<keyof CohortInput, number>> = {};
  for (const [item, name, value] of itemsOf(text)) {
    if (isCohortFigure(name) && figureHolds(name, value)) input[name] = value;
    else damaged(item);
  }
  return input;
}

function notesFrom(parts: LinkParts): Document['notes'] {
  const [question = '', comment = ''] = [parts.get('ask'), parts.get('note')];
  if (question === '' && comment === '') return undefined;
  return {
    question: shortText(question, longestNotes.question),
    comment: shortText(comment, longestNotes.comment),
  };
}

function budgetFrom(
  parts: LinkParts,
  model: Model,
  where: Locality,
  damaged: (part: string) => void,
): Budget | undefined {
  const text = parts.get('sum')!;
  const sum = text.trim() === '' ? NaN : Number(text);
  const all = Object.fromEntries(model.levers.map((l) => [l.variable, l.max]));
  // More than every lever at its end costs is no budget that anything must keep within.
  if (!(sum > 0 && sum <= Math.max(yearlyCost(model, where, all), 1e9))) {
    damaged(`sum=${text}`);
    return undefined;
  }
  const wanted = parts.get('yields');
  const yields = model.levers.find(
    (l) => l.variable === wanted || l.variable === `lever_${wanted}`,
  )?.variable;
  if (wanted !== undefined && yields === undefined) damaged(`yields=${wanted}`);
  return { sum, ...(yields === undefined ? {} : { yields }) };
}
