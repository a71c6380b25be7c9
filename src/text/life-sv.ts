/** What is said otherwise of a child, whose years are ages, than of one whose years are counted from something else. */
interface PersonWords {
  readonly nth: (number: string) => string;
  /** `side` is "utanför" or the model's own word; `since` is "efter ankomsten". */
  readonly finding: (
    name: string,
    time: string,
    side: string,
    end: string,
    since: string,
    handovers: string,
  ) => string;
  readonly never: (name: string, side: string, end: string, since: string, handovers: string) => string;
  readonly years: string;
  readonly step: (since: string) => string;
  readonly at: (year: string) => string;
  readonly from: (year: string) => string;
  readonly differs: (year: string) => string;
  readonly other: string;
  readonly hundred: string;
  readonly hundredAt: (year: string) => string;
  readonly icons: (year: string, counts: string) => string;
  readonly chosen: string;
}

const childSv: PersonWords = {
  nth: (number) => `Barn nummer ${number}`,
  finding: (name, time, side, end, _, handovers) => `${name}: ${time} ${side} före ${end}, ${handovers}.`,
  never: (name, side, end, _, handovers) => `${name}: aldrig ${side} före ${end}, ${handovers}.`,
  years: 'Skolans åldrar är hållna. Resten följer modellens takter det år barnet har den åldern.',
  step: () => 'Ålder',
  at: (year) => `${year} år`,
  from: (year) => `${year} år`,
  differs: (year) => `I bas skiljer sig vägen från ${year} års ålder.`,
  other: 'Lotta ett annat barn',
  hundred: 'Hundra lottade barn',
  hundredAt: (year) => `Vid ${year} år`,
  icons: (year, counts) => `Hundra barn vid ${year} års ålder: ${counts}`,
  chosen: 'barnet på livslinjen',
};

const adultSv: PersonWords = {
  nth: (number) => `Person nummer ${number}`,
  finding: (name, time, side, end, since, handovers) =>
    `${name}: ${time} ${side} de första ${end} åren ${since}, ${handovers}.`,
  never: (name, side, end, since, handovers) =>
    `${name}: aldrig ${side} de första ${end} åren ${since}, ${handovers}.`,
  years: 'Allt följer modellens takter det år då personen är där.',
  step: (since) => `År ${since}`,
  at: (year) => `Efter ${year} år`,
  from: (year) => `år ${year}`,
  differs: (year) => `I bas skiljer sig vägen från år ${year}.`,
  other: 'Lotta en annan person',
  hundred: 'Hundra lottade personer',
  hundredAt: (year) => `Efter ${year} år`,
  icons: (year, counts) => `Hundra personer efter ${year} år: ${counts}`,
  chosen: 'personen på livslinjen',
};

/** Words of the life-line in Swedish. `LifeWords` is this shape, so English cannot leave a key out. Numbers come formatted. */
export const lifeSv = {
  child: childSv,
  adult: adultSv,
  duration: {
    years: (n: string, one: boolean) => (one ? 'ett år' : `${n} år`),
    months: (n: string, one: boolean) => (one ? 'en månad' : `${n} månader`),
  },
  handovers: (n: string, one: boolean) => (one ? 'en överlämning' : `${n} överlämningar`),
  noHandovers: 'inga överlämningar',
  withNobody: (time: string) => `Tid när ingen har ansvaret: ${time}.`,
  neverNobody: 'Någon har ansvaret hela tiden.',
  under: (strategy: string) => `Under ${strategy}.`,
  disclaimer:
    'Ett lottat liv, inte en person. Modellen vet bara hur många som går vart; inom varje steg är alla lika och minns inget.',
  notModelled: 'Modellen skiljer inte på kön, familj, hälsa eller bostadsort.',
  play: 'Följ år för år',
  pause: 'Pausa',
  story: 'Vägen, steg för steg',
  responsible: (who: string) => `Ansvar: ${who}`,
  nobody: 'Ansvar: ingen',
  handover: 'överlämning',
  same: 'Samma väg som i bas.',
  inBase: 'I bas',
  now: 'Med strategin',
  line: (name: string) => `Livslinje: ${name}`,
  sides: { inside: 'innanför', outside: 'utanför' },
  counts: (outside: string, outsideWord: string, inside: string, insideWord: string) =>
    `${outside} ${outsideWord}, ${inside} ${insideWord}.`,
  countsBase: (outside: string, outsideWord: string) => `I bas ${outside} ${outsideWord}.`,
  changed: (better: string, worse: string, outsideWord: string, insideWord: string) =>
    `${better} är ${insideWord} som i bas var ${outsideWord}, ${worse} är ${outsideWord} som i bas var ${insideWord}.`,
  unchanged: 'Alla är på samma sida som i bas.',
  expected: (share: string, many: string, outsideWord: string) =>
    `Av ${many} lottade liv är ${share} av hundra ${outsideWord}.`,
  changedSide: 'annan sida än i bas',
  noLife: 'Den här modellen följer inte ett liv',
  noLifeText: 'De fyra modellerna av en kommun gör det. Här går det att se struktur och samband i stället.',
  toModel: 'Till modellen',
  loading: 'Lottar liv',
};

export type LifeWords = typeof lifeSv;
