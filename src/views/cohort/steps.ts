import {
  annuity,
  atLevel,
  cohortCost,
  fewerOutside,
  seedCosts,
  shorterWay,
  termYears,
  type CohortFigure,
} from '../../model/cohort.ts';
import { cohortWords } from '../../text/cohort.ts';
import type { Voice } from '../voice.ts';

export type Figures = Readonly<Record<CohortFigure, number>>;

/** One line of arithmetic as a person writes it: what is sought, the formula with its numbers, and the answer. */
export interface Step {
  readonly id: string;
  readonly label: string;
  /** What stands between two `^` is raised. */
  readonly formula: string;
  readonly answer: string;
  /** What the source says, where the figures are its own. */
  readonly sourced?: string;
  /** A part of the line before. */
  readonly part?: boolean;
}

/** What all money is counted with: the discount rate, and how costs stand to those of the source. */
export interface Counted {
  readonly rate: number;
  readonly level: number;
  /** The figures are the worked example's own, so that the source's answers can stand beside. */
  readonly asSource: boolean;
}

interface Printer {
  readonly n: (value: number, decimals?: number) => string;
  readonly kr: (sek: number) => string;
  readonly money: (sek: number) => string;
  readonly factor: (years: number, rate: number) => string;
}

function printer({ format: f, language }: Voice): Printer {
  const n = (value: number, decimals = 0): string => f.number(value, decimals);
  const units = cohortWords(language).units;
  return {
    n,
    kr: (sek) => (language === 'sv' ? `${n(sek)}\u00a0${units.kronor}` : `${units.kronor}\u00a0${n(sek)}`),
    money: f.money,
    factor: (years, rate) =>
      rate === 0 ? n(years, 2) : `(1 − ${n(1 + rate, 4)}^−${n(years, 2)}^) / ${n(rate, 4)}`,
  };
}

/** The cohort, and what it is worth that fewer of it end up outside. */
export function cohortSteps(figures: Figures, counted: Counted, voice: Voice) {
  const { births, share, years, fewer, project } = figures;
  const { rate, level } = counted;
  const w = cohortWords(voice.language).cohort;
  const { format: f } = voice;
  const { n, kr, money, factor } = printer(voice);
  const unit = atLevel(seedCosts.adult, level);
  const outside = births * share;
  const cohort = { births, outside };
  const cost = cohortCost(cohort, unit, rate, years);
  const gain = fewerOutside(cohort, fewer, unit, rate, years);
  const term = Math.min(termYears, years);
  const [long, short] = [annuity(rate, years), annuity(rate, term)];
  const perYear = unit.public + unit.production;
  const product = (persons: number, sek: number, times: number): string =>
    `${n(persons, 1)} × ${n(sek)} × ${n(times, 2)}`;
  const percent = f.percent(fewer, 1);
  const levels = level === 1 ? '' : ` × ${n(level, 2)}`;
  const inSource = (id: keyof typeof w.sourced): { readonly sourced?: string } =>
    counted.asSource ? { sourced: w.sourced[id] } : {};
  const sum = `${n(seedCosts.adult.public)} + ${n(seedCosts.adult.production)}`;
  const steps: readonly Step[] = [
    {
      id: 'persons',
      label: w.persons,
      formula: `${n(births)} × ${f.percent(share, 2)}`,
      answer: `${n(outside, 1)} ${cohortWords(voice.language).units.persons}`,
      ...inSource('persons'),
    },
    {
      id: 'per-year',
      label: w.perYear,
      formula: level === 1 ? sum : `(${sum})${levels}`,
      answer: kr(perYear),
    },
    { id: 'annuity', label: w.annuity(n(years, 1)), formula: factor(years, rate), answer: n(long, 2) },
    {
      id: 'cost',
      label: w.cost(n(years, 1)),
      formula: product(outside, perYear, long),
      answer: money(cost.long.total),
      ...inSource('cost'),
    },
    { id: 'annuity-term', label: w.annuity(n(term, 1)), formula: factor(term, rate), answer: n(short, 2) },
    {
      id: 'term',
      label: w.term,
      formula: product(outside, perYear, short),
      answer: money(cost.term.total),
      ...inSource('term'),
    },
    {
      id: 'term-public',
      label: w.public,
      formula: product(outside, unit.public, short),
      answer: money(cost.term.public),
      part: true,
      ...inSource('public'),
    },
    {
      id: 'term-municipality',
      label: w.municipality,
      formula: product(outside, unit.municipality, short),
      answer: money(cost.term.municipality),
      part: true,
    },
    {
      id: 'fewer',
      label: w.fewer(percent),
      formula: `${n(outside, 1)} × ${percent}`,
      answer: `${n(outside * fewer, 1)} ${cohortWords(voice.language).units.persons}`,
    },
    {
      id: 'gain',
      label: w.gain(n(years, 1)),
      formula: `${money(cost.long.total)} × ${percent}`,
      answer: money(gain.long.total),
      ...inSource('gain'),
    },
    {
      id: 'gain-term',
      label: w.gainTerm,
      formula: `${money(cost.term.total)} × ${percent}`,
      answer: money(gain.term.total),
      ...inSource('gainTerm'),
    },
    {
      id: 'gain-municipality',
      label: w.gainMunicipality,
      formula: `${money(cost.term.municipality)} × ${percent}`,
      answer: money(gain.term.municipality),
      part: true,
      ...inSource('gainMunicipality'),
    },
    {
      id: 'net',
      label: w.net,
      formula: `${money(gain.long.total)} − ${money(project)}`,
      answer: money(gain.long.total - project),
    },
    {
      id: 'net-term',
      label: w.netTerm,
      formula: `${money(gain.term.total)} − ${money(project)}`,
      answer: money(gain.term.total - project),
    },
  ];
  return { steps, gain, outside };
}

/** A group that comes into work sooner. */
export function shorterSteps(figures: Figures, counted: Counted, voice: Voice) {
  const { newcomers, before, course } = figures;
  const { rate, level } = counted;
  // No more years than today: the page says so when it is asked for.
  const after = Math.min(figures.after, before);
  const w = cohortWords(voice.language).shorter;
  const units = cohortWords(voice.language).units;
  const { n, kr, money, factor } = printer(voice);
  const unit = atLevel(seedCosts.newcomer, level);
  const saved = before - after;
  const times = annuity(rate, saved);
  const gain = shorterWay(
    { persons: newcomers, yearsBefore: before, yearsAfter: after, project: course },
    unit,
    rate,
  );
  const perYear = unit.public + unit.production;
  const sum = `${n(seedCosts.newcomer.public)} + ${n(seedCosts.newcomer.production)}`;
  const inSource = (id: keyof typeof w.sourced): { readonly sourced?: string } =>
    counted.asSource ? { sourced: w.sourced[id] } : {};
  const steps: readonly Step[] = [
    {
      id: 'saved',
      label: w.saved,
      formula: `${n(before, 1)} − ${n(after, 1)}`,
      answer: `${n(saved, 1)} ${units.years}`,
    },
    {
      id: 'per-year-newcomer',
      label: w.perYear,
      formula: level === 1 ? sum : `(${sum}) × ${n(level, 2)}`,
      answer: kr(perYear),
    },
    {
      id: 'annuity-newcomer',
      label: w.annuity(n(saved, 1)),
      formula: factor(saved, rate),
      answer: n(times, 2),
    },
    {
      id: 'gross',
      label: w.gross,
      formula: `${n(newcomers)} × ${n(perYear)} × ${n(times, 2)}`,
      answer: money(gain.gross.total),
      ...inSource('gross'),
    },
    {
      id: 'gross-public',
      label: w.public,
      formula: `${n(newcomers)} × ${n(unit.public)} × ${n(times, 2)}`,
      answer: money(gain.gross.public),
      part: true,
      ...inSource('public'),
    },
    {
      id: 'net-newcomer',
      label: w.net,
      formula: `${money(gain.gross.total)} − ${money(course)}`,
      answer: money(gain.net.total),
      ...inSource('net'),
    },
    {
      id: 'net-newcomer-public',
      label: w.netPublic,
      formula: `${money(gain.gross.public)} − ${money(course)}`,
      answer: money(gain.net.public),
      ...inSource('netPublic'),
    },
  ];
  return { steps, gain };
}
