import { atLevel, cohortCost, fewerOutside, shorterWay } from '../model/cohort.ts';
import type { PresentValue, UnitCosts } from '../model/cohort.ts';
import { must } from '../base/assert.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Model } from '../model/model.ts';
import { commandLineWords } from '../text/command-line.ts';
import type { Command, Language } from './command.ts';
import { readNamed } from './open.ts';
import { numberOf, optionOf, readNumber, splitOnce } from './options.ts';
import type { Arguments, Misuse, OptionSpec } from './options.ts';
import { lineOf } from './report.ts';

/** The worked example, with the unit costs of the shipped models. */
export const cohort: Command = {
  name: 'cohort',
  takes: [],
  options: [
    { name: 'births', value: 'N' },
    { name: 'outside', value: 'N' },
    { name: 'fewer', value: 'X' },
    { name: 'newcomers', value: 'N' },
    { name: 'years', value: 'X-Y' },
    { name: 'project', value: 'SEK' },
    { name: 'rate', value: 'X' },
    { name: 'level', value: 'X' },
  ],
  async run({ world, language, ...args }) {
    const asked = readAsked(args);
    if (!asked.ok) return asked;
    const [kommun, etablering] = [await readNamed('kommun', world), await readNamed('etablering', world)];
    for (const model of [kommun, etablering]) {
      if (!model.ok) for (const d of model.error) world.err(lineOf(d, 'models', language));
    }
    if (!kommun.ok || !etablering.ok) return ok(1);
    await world.out(report(asked.value, unitCosts(kommun.value), unitCosts(etablering.value), language));
    return ok(0);
  },
};

interface Asked {
  readonly births: number;
  readonly outside: number;
  readonly fewer: number;
  readonly newcomers: number;
  readonly years: readonly [before: number, after: number];
  readonly project: number;
  readonly rate: number;
  readonly level: number;
}

/** What a person's year outside costs, by the unit costs of a model's actors. */
function unitCosts(model: Model): UnitCosts {
  const cost = (id: string): number => {
    const variable = must(model.variables.get(`c_${id}`), `the unit cost of ${id}`);
    return variable.kind === 'parameter' ? variable.value : 0;
  };
  const sum = (money: 'cash' | 'value') =>
    model.actors.filter((a) => a.money === money).reduce((total, { id }) => total + cost(id), 0);
  return { public: sum('cash'), municipality: cost('kommun'), production: sum('value') };
}

function* report(asked: Asked, adult: UnitCosts, newcomer: UnitCosts, language: Language): Iterable<string> {
  const { births, outside, fewer, newcomers, years, project, rate, level } = asked;
  const { cohort: words } = commandLineWords(language);
  const plain = (x: number, digits = 0) =>
    x.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: digits });
  const millions = (x: number) => plain(x / 1e6, 1);
  const row = (title: string, cells: readonly string[]) =>
    `  ${title.padEnd(34)}${cells.map((cell) => cell.padStart(14)).join('')}\n`;
  const sums = ({ total, public: cash, municipality }: PresentValue) =>
    [total, cash, municipality].map(millions);
  const whole = { births, outside };
  const unit = atLevel(adult, level);
  const cost = cohortCost(whole, unit, rate);
  const gain = fewerOutside(whole, fewer, unit, rate);
  const [yearsBefore, yearsAfter] = years;
  const way = shorterWay(
    { persons: newcomers, yearsBefore, yearsAfter, project },
    atLevel(newcomer, level),
    rate,
  );

  yield row(words.million, words.columns.slice(1));
  yield `${words.cohort(plain(births), plain(outside), plain(100 * cost.shareOutside, 1))}\n`;
  yield row(words.long, sums(cost.long));
  yield row(words.term, sums(cost.term));
  yield `${words.fewer(plain(100 * fewer))}\n`;
  yield row(words.long, sums(gain.long));
  yield row(words.term, sums(gain.term));
  yield `${words.newcomers(plain(newcomers), plain(yearsBefore, 1), plain(yearsAfter, 1))}\n`;
  yield row(words.gross, sums(way.gross));
  yield row(words.net(millions(project)), [way.net.total, way.net.public].map(millions));
}

/** An option's number, which must lie between two bounds. */
function bounded(
  args: Arguments,
  name: OptionSpec['name'],
  otherwise: number,
  from: number,
  to: number,
): Result<number, Misuse> {
  const read = numberOf(args, name);
  if (!read.ok) return read;
  const value = read.value ?? otherwise;
  if (value >= from && value <= to) return ok(value);
  return fail((w) => w.notBetween(`--${name}`, String(value), String(from), String(to)));
}

function readAsked(args: Arguments): Result<Asked, Misuse> {
  const births = bounded(args, 'births', 480, 1, 1e6);
  if (!births.ok) return births;
  const outside = bounded(args, 'outside', births.value / 8, 0, births.value);
  if (!outside.ok) return outside;
  const fewer = bounded(args, 'fewer', 0.25, 0, 1);
  if (!fewer.ok) return fewer;
  const newcomers = bounded(args, 'newcomers', 10, 0, 1e6);
  if (!newcomers.ok) return newcomers;
  const project = bounded(args, 'project', 4e6, 0, 1e12);
  if (!project.ok) return project;
  const rate = bounded(args, 'rate', 0.04, 0, 0.06);
  if (!rate.ok) return rate;
  const level = bounded(args, 'level', 1, 0.4, 1.2);
  if (!level.ok) return level;
  const years = yearsOf(optionOf(args, 'years') ?? '8-4');
  if (!years.ok) return years;
  return ok({
    births: births.value,
    outside: outside.value,
    fewer: fewer.value,
    newcomers: newcomers.value,
    years: years.value,
    project: project.value,
    rate: rate.value,
    level: level.value,
  });
}

/** `8-4`: years before, and fewer after. */
function yearsOf(text: string): Result<readonly [number, number], Misuse> {
  const [first, second] = splitOnce(text, '-');
  const [before, after] = [readNumber(first), second === undefined ? undefined : readNumber(second)];
  if (before === undefined || after === undefined) return fail((w) => w.notNumber('--years', text));
  return before >= after
    ? ok([before, after])
    : fail((w) => w.notBetween('--years', text, second ?? '', first));
}
