export type Language = 'sv' | 'en';

/** Numbers and years as a person reads and writes them. A value that is not finite is an en dash. */
export interface Format {
  readonly language: Language;
  /** People, or people per year: whole. `1 575` */
  people(count: number): string;
  /** A difference in people, always with its sign. `+1 334`, `−69`, `0` */
  peopleDifference(count: number): string;
  /** A plain number with at most so many decimals. `0,16` */
  number(value: number, decimals?: number): string;
  /** Money in millions, two decimals if under 100 million. `11,25` */
  millions(sek: number): string;
  /** A difference in money, in whole millions, with its sign. `+1 334` */
  millionsDifference(sek: number): string;
  /** Money with its unit. `11,25 mnkr` */
  money(sek: number): string;
  /** A share between 0 and 1. `62 %` */
  percent(share: number, decimals?: number): string;
  /** The year in which something happens: whole, truncated. 12.9 is still in year `12`. */
  year(years: number): string;
  /** The same to one decimal, for those who ask. `12,4` */
  exactYear(years: number): string;
  /** A number as typed: comma or point, any spaces, a sign, `%` (divided by 100). Undefined if it is not one number. */
  parse(text: string): number | undefined;
}

const space = '\u00a0';
const minus = '\u2212';
const none = '\u2013';

/** The format of a language; one object per language, made once. */
export const format = (language: Language): Format => formats[language];

const formats: Readonly<Record<Language, Format>> = { sv: create('sv', 'sv-SE'), en: create('en', 'en-GB') };

function create(language: Language, locale: string): Format {
  const printers = new Map<string, Intl.NumberFormat>();

  function print(value: number, least: number, most: number, signDisplay: 'negative' | 'exceptZero'): string {
    if (!Number.isFinite(value)) return none;
    const key = `${least} ${most} ${signDisplay}`;
    let printer = printers.get(key);
    if (printer === undefined) {
      printer = new Intl.NumberFormat(locale, {
        minimumFractionDigits: least,
        maximumFractionDigits: most,
        signDisplay,
        useGrouping: 'always',
      });
      printers.set(key, printer);
    }
    // Versions of ICU differ in which minus and which narrow space they write.
    return printer
      .format(value)
      .replace('-', minus)
      .replaceAll(/[\u202f\u00a0]/g, space);
  }

  const plain = (value: number, decimals: number) => print(value, 0, decimals, 'negative');
  const signed = (value: number) => print(value, 0, 0, 'exceptZero');
  const unit =
    language === 'sv' ? (n: string) => `${n}${space}mnkr` : (n: string) => `SEK${space}${n}${space}million`;
  const percentSign = language === 'sv' ? `${space}%` : '%';

  const millions = (sek: number) => {
    const value = sek / 1e6;
    if (Math.abs(value) >= 99.995) return plain(value, 0);
    // 11,25 and 11,50, but 12: half a decimal looks like a slip.
    const whole = Math.abs(value - Math.round(value)) < 0.005;
    return print(value, whole ? 0 : 2, whole ? 0 : 2, 'negative');
  };

  return {
    language,
    people: (count) => plain(count, 0),
    peopleDifference: signed,
    number: (value, decimals = 2) => plain(value, decimals),
    millions,
    millionsDifference: (sek) => signed(sek / 1e6),
    money: (sek) => unit(millions(sek)),
    percent: (share, decimals = 0) =>
      Number.isFinite(share) ? plain(share * 100, decimals) + percentSign : none,
    year: (years) => plain(Math.trunc(years), 0),
    exactYear: (years) => plain(years, 1),
    parse: (text) => parseNumber(text, language),
  };
}

/**
 * In English a comma parts thousands (1,334); in Swedish it is the decimal sign. The point is a decimal sign in both.
 * What could be read in two ways is no number.
 */
function parseNumber(text: string, language: Language): number | undefined {
  let digits = text.replaceAll(/\s/g, '').replace(minus, '-').replace(none, '-');
  const percent = digits.endsWith('%');
  if (percent) digits = digits.slice(0, -1);
  if (language === 'sv') digits = digits.replace(',', '.');
  else if (/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits)) digits = digits.replaceAll(',', '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits)) return undefined;
  return Number(digits) / (percent ? 100 : 1);
}
