import { error, type Diagnostic } from '../base/diagnostic.ts';
import { leverDefault } from '../model/policy.ts';
import type { Locality, Policy } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import { localityOf, strategiesOf } from './strategies.ts';
import { horizons, viewIds, type Document, type Horizon, type Language, type ViewId } from './state.ts';

/** Raised when the meaning of a part changes; older links keep being read by their version. */
const version = '1';
/** A link of ours is a few hundred characters; one much longer was not made by us. */
const longestLink = 8000;

/** The parts of a link, as text. Nothing in them is trusted until `documentFrom` has looked at it. */
export type LinkParts = ReadonlyMap<string, string>;

/** What of the state a link carries besides the document. */
export interface LinkView {
  readonly view: ViewId;
  readonly language: Language;
  readonly horizon: Horizon;
}

/** The address bar's text after `#` for a state. Reads as a sentence: model, preset, strategy, levers, view. */
export function linkFor(document: Document, view: LinkView): string {
  const parts: [string, string | undefined][] = [
    ['v', version],
    // The first screen is where a link leads that names none.
    ['view', view.view === viewIds[0] ? undefined : view.view],
    ['model', document.modelId],
    ['preset', document.presetId],
    ['town', document.municipality && settingsText(document.municipality)],
    ['show', document.selected],
    ['own', document.own && settingsText(document.own)],
    ['year', String(view.horizon)],
    ['lang', view.language],
  ];
  return parts
    .filter((part): part is [string, string] => part[1] !== undefined)
    .map(
      ([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')}`,
    )
    .join('&');
}

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
  const text = hash.replace(/^#/, '');
  if (text.length > longestLink) return { parts, problems: [error('link-damaged', { part: 'length' })] };
  const problems: Diagnostic[] = [];
  for (const piece of text.split('&').filter((p) => p !== '')) {
    const at = piece.indexOf('=');
    const key = at < 0 ? piece : piece.slice(0, at);
    try {
      parts.set(key, decodeURIComponent(at < 0 ? '' : piece.slice(at + 1)));
    } catch (cause) {
      if (!(cause instanceof URIError)) throw cause;
      problems.push(error('link-damaged', { part: key.slice(0, 40) }));
    }
  }
  return { parts, problems };
}

/** How a link is to be looked at. What it does not say stays as it is, but the screen: the first one. */
export function viewFrom(parts: LinkParts): Pick<LinkView, 'view'> & Partial<LinkView> {
  const language = parts.get('lang');
  const screen = viewIds.find((id) => id === parts.get('view'));
  const horizon = horizons.find((h) => String(h) === parts.get('year'));
  return {
    view: screen ?? viewIds[0],
    ...(language === 'sv' || language === 'en' ? { language } : {}),
    ...(horizon === undefined ? {} : { horizon }),
  };
}

/**
 * The document that a link describes, for a model that has been read. Whatever of the link does not fit the
 * model is left at its default and told of by name; the rest is kept.
 */
export function documentFrom(
  parts: LinkParts,
  model: Model,
): { readonly document: Document; readonly problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const damaged = (part: string): void =>
    void problems.push(error('link-damaged', { part: part.slice(0, 60) }));

  const wanted = parts.get('preset');
  const preset = model.presets.find((p) => p.id === wanted) ?? model.presets[0];
  if (wanted !== undefined && preset?.id !== wanted) damaged(`preset=${wanted}`);

  const municipality = parts.has('town') ? factsFrom(parts.get('town')!, model, damaged) : undefined;
  const place = { modelId: model.id, presetId: preset?.id, municipality };
  const where = localityOf({ ...place, own: undefined, selected: 'base' });
  const own = parts.has('own') ? ownFrom(parts.get('own')!, model, where, damaged) : undefined;
  const draft: Document = { ...place, own, selected: 'base' };
  const show = parts.get('show') ?? 'base';
  const known = strategiesOf(model, draft).some((s) => s.id === show);
  if (!known) damaged(`show=${show}`);
  return { document: known ? { ...draft, selected: show } : draft, problems };
}

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

function ownFrom(text: string, model: Model, where: Locality, damaged: (part: string) => void): Policy {
  const policy: Record<string, number> = {};
  for (const [item, name, value] of itemsOf(text)) {
    const lever = model.levers.find((l) => l.variable === name || l.variable === `lever_${name}`);
    if (lever === undefined || !(value >= lever.min && value <= lever.max)) damaged(item);
    else if (value !== leverDefault(model, where, lever)) policy[lever.variable] = value;
  }
  return policy;
}
