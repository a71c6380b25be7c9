import type { Reading } from '../../app/readings.ts';
import type { LinesData } from '../../chart/lines-data.ts';
import type { Account, Accounts } from '../../model/accounts.ts';
import { seriesOf } from '../../model/experiment.ts';
import { valueAt } from '../../model/reading.ts';
import { listed, withinSentence } from '../../text/listed.ts';
import type { StartWords } from '../../text/start-sv.ts';
import type { Voice } from '../voice.ts';
import { crossingOf, hasRun, playedYears, type TriedPlace } from './try-places.ts';

/** Lines of the tried places beside that of doing nothing; the one being drawn goes only as far as it has come. */
export function linesOf(
  reading: Reading,
  tried: readonly TriedPlace[],
  drawing: { readonly id: string; readonly year: number } | undefined,
  voice: Voice,
  w: StartWords,
): LinesData | undefined {
  const { base, stock, yearZero } = reading;
  const values = base.run && seriesOf(base.run, stock.variable);
  if (base.run === undefined || values === undefined) return undefined;
  const [a, b] = tried;
  const crossing = a && b && drawing === undefined ? crossingOf(reading, a, b) : undefined;
  return {
    times: base.run.times.map((t) => t - yearZero),
    series: [
      { id: 'base', label: w.doNothing, mark: 'base', values, selected: false },
      ...tried.flatMap(({ ready, row }) => {
        const own = row?.run && seriesOf(row.run, stock.variable);
        if (own === undefined) return [];
        const isDrawn = drawing?.id === ready.id;
        return [
          {
            id: ready.id,
            label: voice.words.groups[ready.group].name,
            mark: ready.group,
            values: own,
            selected: true,
            ...(isDrawn || !hasRun(row!) ? { until: isDrawn ? drawing.year : 0 } : {}),
          },
        ];
      }),
    ],
    horizon: playedYears,
    bands: [4, playedYears],
    last: playedYears,
    yStart: 'fit',
    ...(crossing && {
      crossing: {
        year: crossing.year,
        value: crossing.value,
        words: voice.words.explore.passes(
          voice.format.year(crossing.year),
          voice.words.groups[crossing.later.ready.group].name,
          voice.words.groups[crossing.earlier.ready.group].name,
        ),
      },
    }),
    language: voice.language,
    words: voice.words.chart,
  };
}

/** "Dra upp: om 20 år är 1 718 utanför, 118 färre än om inget görs. Om 4 år: 1 794, 42 färre." */
export function outcomeSentences(
  { base, stock, yearZero }: Reading,
  { ready, row }: TriedPlace,
  voice: Voice,
  w: StartWords,
): string {
  const { words, format: f } = voice;
  const at = (year: number): { n: string; change: string | undefined } => {
    const [n, before] = [row!.run!, base.run!].map((run) =>
      Math.round(valueAt(run, stock.variable, yearZero + year)),
    );
    const change = n! - before!;
    const count = f.people(Math.abs(change));
    return {
      n: f.people(n!),
      change: change === 0 ? undefined : change < 0 ? words.explore.fewer(count) : words.explore.more(count),
    };
  };
  const [late, early] = [at(playedYears), at(4)];
  const place = words.groups[ready.group].name;
  const first =
    late.change === undefined
      ? w.afterSame(place, playedYears, late.n)
      : w.after(place, playedYears, late.n, late.change);
  const second = early.change === undefined ? w.atSame(4, early.n) : w.at(4, early.n, early.change);
  return `${first} ${second}`;
}

/** Where the first two lines cross, or that they do not. */
export function verdict(
  reading: Reading,
  tried: readonly TriedPlace[],
  { words, format: f }: Voice,
  w: StartWords,
): string {
  const pairs = tried.flatMap((a, i) => tried.slice(i + 1).map((b) => [a, b] as const));
  const found = pairs
    .flatMap(([a, b]) => crossingOf(reading, a, b) ?? [])
    .sort((x, y) => x.year - y.year)
    .map(({ year, later, earlier }) => {
      const name = ({ ready }: TriedPlace): string => words.groups[ready.group].name;
      return words.explore.passes(f.year(year), name(later), name(earlier));
    });
  if (found.length === 0) return w.noCrossing(playedYears);
  const text = `${found.join('; ')}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Half a million: what is printed as nothing is not named. */
const least = 0.5e6;

/** "Försäkringskassan, kommunen och regionen betalade. Kommunen vann mest." */
export function purseTitle({ cash }: Accounts, { language }: Voice, w: StartWords): string {
  const named = (accounts: readonly Account[]): string =>
    listed(
      accounts.map(({ actor }, i) =>
        i === 0 ? actor!.name[language] : withinSentence(actor!.name[language], language),
      ),
      w.and,
    );
  const payers = cash.filter(({ paid }) => paid[20] >= least);
  const most = Math.max(...cash.map(({ net }) => net[20]));
  const gainers = cash.filter(({ net }) => net[20] >= least && Math.round((most - net[20]) / 1e6) === 0);
  return gainers.length === 0 ? w.nobodyGained(named(payers)) : w.whoTitle(named(payers), named(gainers));
}
