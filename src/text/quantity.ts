import { format, type Language } from './format.ts';

/** How a value with a unit is shown: millions for sums of money, and the unit in words. */
export interface Quantity {
  /** `personer per år`; empty for a pure number. */
  readonly unit: string;
  /** What a value is multiplied by before it is shown: 1e-6 where it is shown in millions. */
  readonly scale: number;
  /** The value as shown, without its unit: three figures that count, and money as it is shown everywhere. */
  print(value: number): string;
}

/** Each unit as several and as one: `personer`, `per person`. */
const names: Readonly<Record<Language, Readonly<Record<string, readonly [many: string, one: string]>>>> = {
  sv: {
    person: ['personer', 'person'],
    child: ['barn', 'barn'],
    man: ['hjälpare', 'hjälpare'],
    year: ['år', 'år'],
    quarter: ['kvartal', 'kvartal'],
    month: ['månader', 'månad'],
    week: ['veckor', 'vecka'],
    day: ['dagar', 'dag'],
    hour: ['timmar', 'timme'],
    SEK: ['kronor', 'krona'],
    MSEK: ['mnkr', 'mnkr'],
    method: ['metoder', 'metod'],
    project: ['projekt', 'projekt'],
    problem: ['problem', 'problem'],
    case: ['ärenden', 'ärende'],
    caseworker: ['handläggare', 'handläggare'],
    percent: ['procent', 'procent'],
  },
  en: {
    person: ['people', 'person'],
    child: ['children', 'child'],
    man: ['helpers', 'helper'],
    year: ['years', 'year'],
    quarter: ['quarters', 'quarter'],
    month: ['months', 'month'],
    week: ['weeks', 'week'],
    day: ['days', 'day'],
    hour: ['hours', 'hour'],
    SEK: ['kronor', 'krona'],
    MSEK: ['SEK million', 'SEK million'],
    method: ['methods', 'method'],
    project: ['projects', 'project'],
    problem: ['problems', 'problem'],
    case: ['cases', 'case'],
    caseworker: ['caseworkers', 'caseworker'],
    percent: ['per cent', 'per cent'],
  },
};

const joints: Readonly<Record<Language, { readonly per: string; readonly and: string }>> = {
  sv: { per: 'per', and: ' och ' },
  en: { per: 'per', and: ' and ' },
};

/** Sums of money are shown in millions; a price for one person is not. */
const inMillions = (unit: string): boolean => unit === 'SEK' || /^SEK\/(year|month)$/.test(unit);

/** How values of a unit are shown in a language. A unit that nobody has words for is shown as it is written. */
export function quantityOf(unit: string, language: Language): Quantity {
  const scale = inMillions(unit) ? 1e-6 : 1;
  const f = format(language);
  return {
    unit: unitInWords(scale === 1 ? unit : unit.replace('SEK', 'MSEK'), language),
    scale,
    print: (value) => (scale === 1 ? f.number(value, decimalsOf(value)) : f.millions(value)),
  };
}

/** As many decimals as give three figures, from none to five. */
export function decimalsOf(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  return Math.min(5, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

/** `person/year` is "personer per år"; a unit that nobody has words for is as it is written. */
export const unitInWords = (unit: string, language: Language): string =>
  inWords(unit, language) ?? unit.trim();

function inWords(unit: string, language: Language): string | undefined {
  const [above = '', below, ...more] = unit.replaceAll(/[\s()]/g, '').split('/');
  if (more.length > 0) return undefined;
  const known = names[language];
  const { per, and } = joints[language];
  const many = above.split('*').map((name) => (name === '1' ? '' : known[name]?.[0]));
  const each = below?.split('*').map((name) => known[name]?.[1]);
  if ([...many, ...(each ?? [])].includes(undefined)) return undefined;
  return [many.join(and), each === undefined ? '' : `${per} ${each.join(and)}`].filter(Boolean).join(' ');
}
