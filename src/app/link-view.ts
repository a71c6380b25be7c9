import {
  comparisons,
  horizons,
  viewIds,
  type ChartChoice,
  type Comparison,
  type Horizon,
  type Language,
  type ViewId,
} from './state.ts';

/** The parts of a link, as text. Nothing in them is trusted until `documentFrom` has looked at it. */
export type LinkParts = ReadonlyMap<string, string>;

/** What of the state a link carries besides the document. */
export interface LinkView {
  readonly view: ViewId;
  readonly language: Language;
  readonly horizon: Horizon;
  readonly comparison?: Comparison;
  readonly charts?: ChartChoice | undefined;
  readonly uncertainty?: boolean;
}

/** The parts that say how a work is looked at, and not what it is. */
export const viewKeys = ['view', 'year', 'lang', 'draw', 'graphs', 'bands'] as const;

/** How a work is looked at, in parts. Year and language are always there, and last: without them a link has lost its end. */
export function viewParts({ view, horizon, language, comparison, charts, uncertainty }: LinkView): LinkParts {
  return new Map([
    // The first screen is where a link leads that names none.
    ...(view === viewIds[0] ? [] : [['view', view] as const]),
    ...(comparison === undefined || comparison === comparisons[0] ? [] : [['draw', comparison] as const]),
    ...(charts?.some((series) => series !== undefined) ? [['graphs', charts.join()] as const] : []),
    ...(uncertainty === true ? [['bands', '1'] as const] : []),
    ['year', String(horizon)] as const,
    ['lang', language] as const,
  ]);
}

/** How a link is to be looked at. What it does not say stays as it is, but the screen: the first one. */
export function viewFrom(parts: LinkParts): Pick<LinkView, 'view'> & Partial<LinkView> {
  const language = parts.get('lang');
  const screen = viewIds.find((id) => id === parts.get('view'));
  const horizon = horizons.find((h) => String(h) === parts.get('year'));
  const comparison = comparisons.find((c) => c === parts.get('draw'));
  return {
    view: screen ?? viewIds[0],
    ...(language === 'sv' || language === 'en' ? { language } : {}),
    ...(horizon === undefined ? {} : { horizon }),
    ...(comparison === undefined ? {} : { comparison }),
    ...(parts.has('graphs') ? { charts: chartsFrom(parts.get('graphs')!) } : {}),
    ...(parts.get('bands') === '1' ? { uncertainty: true } : {}),
  };
}

/** Two names, either of which may be missing. A name that the model does not know shows what is usual there. */
function chartsFrom(text: string): ChartChoice {
  const [stock, inflow] = text.split(',', 2).map((name) => (/^\w{1,80}$/.test(name) ? name : undefined));
  return [stock, inflow];
}

/** What of a link's view cannot be read: a screen, year, language or way to draw that is none. */
export function viewAmiss(parts: LinkParts): readonly string[] {
  const read = viewFrom(parts);
  const found: Readonly<Record<(typeof viewKeys)[number], unknown>> = {
    view: parts.get('view') === read.view,
    year: read.horizon !== undefined,
    lang: read.language !== undefined,
    draw: read.comparison !== undefined,
    graphs: read.charts?.some((series) => series !== undefined) === true,
    bands: read.uncertainty === true,
  };
  return viewKeys
    .filter((key) => parts.has(key) && found[key] !== true)
    .map((key) => `${key}=${parts.get(key)!}`);
}
