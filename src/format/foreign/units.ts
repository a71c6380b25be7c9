import { NO_UNIT, canonicalUnit, formatUnit, power, timesPower } from '../../equation/unit.ts';
import { isName } from '../../equation/names.ts';
import type { Unit } from '../../equation/unit.ts';

/** A unit that a file names: what else it is called, and what it is made of, if it is not a base of its own. */
export interface NamedUnit {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly formula?: string;
}

/** What Vensim and Stella take for one another unless a file says otherwise, and our own money. */
const USUAL: readonly NamedUnit[] = [
  ['dollar', '$', 'dollars', '$s'], ['day', 'days'], ['hour', 'hours', 'hr', 'hrs'], ['minute', 'minutes'], ['second', 'seconds'],
  ['month', 'months'], ['quarter', 'quarters'], ['week', 'weeks'], ['year', 'years', 'yr', 'yrs'], ['person', 'people', 'persons'], ['unit', 'units'],
  ['SEK', 'kr', 'krona', 'kronor'], ['MSEK', 'mkr', 'mnkr'],
].map(([name = '', ...aliases]) => ({ name, aliases })); // prettier-ignore

const DIMENSIONLESS = new Set([
  'dmnl',
  'dimensionless',
  'unitless',
  'no_units',
  'none',
  'fraction',
  'nounits',
]);
const UNKNOWN = new Set(['', '*undefined*', 'undefined', 'unspecified', '?']);

const PLAIN = /^[a-z0-9]+$/;
const keyOf = (name: string): string =>
  PLAIN.test(name)
    ? name
    : name
        .trim()
        .toLowerCase()
        .replace(/[\s_\u00a0]+/gu, '_');

const usualByKey: ReadonlyMap<string, NamedUnit> = new Map(
  USUAL.flatMap((unit) => [unit.name, ...unit.aliases].map((name) => [keyOf(name), unit] as const)),
);

/** How deep units may be made of units. */
const MOST_LEVELS = 20;
const MOST_CHARACTERS = 500;

/** A unit in our own spelling; undefined where the file says nothing, or nothing that can be read. */
export type UnitReader = (text: string) => Unit | undefined;

/** Reads units as Vensim and XMILE write them: names of several words, in any case, in singular or plural. */
export function unitReader(named: readonly NamedUnit[]): UnitReader {
  const byKey = new Map<string, NamedUnit>();
  for (const unit of [...named, ...USUAL])
    for (const name of [unit.name, ...unit.aliases])
      if (!byKey.has(keyOf(name))) byKey.set(keyOf(name), unit);
  // A file that lists `$,Dollar` means what the usual list calls dollar.
  const headOf = (unit: NamedUnit): string => {
    for (const name of [unit.name, ...unit.aliases]) {
      const usual = usualByKey.get(keyOf(name));
      if (usual) return usual.name;
    }
    return spelled(unit.name);
  };
  const seen = new Map<string, Unit | undefined>();
  const bases = new Map<string, Unit | undefined>();
  return (text) => {
    if (!seen.has(text)) seen.set(text, read(text, 0));
    return seen.get(text);
  };

  function base(name: string, level: number): Unit | undefined {
    if (!bases.has(name)) bases.set(name, baseOf(name, level));
    return bases.get(name);
  }

  function baseOf(name: string, level: number): Unit | undefined {
    const key = keyOf(name);
    if (DIMENSIONLESS.has(key) || key === '1') return NO_UNIT;
    if (key === '') return undefined;
    const unit = byKey.get(key);
    if (unit?.formula !== undefined && level < MOST_LEVELS) return read(unit.formula, level + 1);
    return new Map([[unit ? headOf(unit) : spelled(name), 1]]);
  }

  function read(text: string, level: number): Unit | undefined {
    if (UNKNOWN.has(keyOf(text)) || text.length > MOST_CHARACTERS) return undefined;
    const lexemes = text.match(/[*/()^]|[^*/()^]+/g)?.map((l) => l.trim()).filter((l) => l !== '') ?? []; // prettier-ignore
    let next = 0;
    const unit = product();
    return next === lexemes.length ? unit : undefined;

    function product(): Unit | undefined {
      const left = factor();
      if (lexemes[next] !== '*' && lexemes[next] !== '/') return left;
      const all = new Map(left);
      for (let unit = left; lexemes[next] === '*' || lexemes[next] === '/';) {
        const k = lexemes[next++] === '*' ? 1 : -1;
        unit = unit && factor();
        if (!unit) return undefined;
        for (const [name, exponent] of unit) all.set(name, (all.get(name) ?? 0) + k * exponent);
      }
      return left && canonicalUnit(all);
    }
    function factor(): Unit | undefined {
      const lexeme = lexemes[next++];
      let unit: Unit | undefined;
      if (lexeme === '(') {
        unit = product();
        if (lexemes[next++] !== ')') return undefined;
      } else if (lexeme !== undefined && !/^[*/)^]$/.test(lexeme)) unit = joined(lexeme);
      if (!unit || lexemes[next] !== '^') return unit;
      const exponent = Number(lexemes[next + 1]);
      next += 2;
      return Number.isFinite(exponent) ? power(unit, exponent) : undefined;
    }
    /** `person-year` is a product, unless the file has a unit of that name. */
    function joined(lexeme: string): Unit | undefined {
      if (!lexeme.includes('-') || byKey.has(keyOf(lexeme))) return base(lexeme, level);
      return lexeme.split('-').reduce<Unit | undefined>((left, part) => {
        const right = base(part, level);
        return left && right && timesPower(left, right, 1);
      }, NO_UNIT);
    }
  }
}

/** A name as our own units are written: letters, digits and underscores. */
function spelled(name: string): string {
  const plain = keyOf(name).replace(/%/g, 'percent').replace(/€/g, 'euro').replace(/\$/g, 'dollar').replace(/[^\p{L}\p{M}\p{N}]+/gu, '_').replace(/^_+|_+$/g, ''); // prettier-ignore
  return isName(plain) ? plain : `unit_${plain}`;
}

/** A unit's text in our own spelling; empty if it is not known. */
export const unitText = (unit: Unit | undefined): string => (unit ? formatUnit(unit) : '');
