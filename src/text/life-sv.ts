/** Words of the life-line in Swedish. `LifeWords` is this shape, so English cannot leave a key out. Numbers come formatted. */
export const lifeSv = {
  title: 'Livslinje',
  child: (number: string) => `Barn nummer ${number}`,
  finding: (name: string, outside: string, handovers: string) =>
    `${name}: ${outside} utanför före 43, ${handovers}.`,
  neverOutside: (name: string, handovers: string) => `${name}: aldrig utanför före 43, ${handovers}.`,
  years: (n: string, one: boolean) => (one ? 'ett år' : `${n} år`),
  months: (n: string, one: boolean) => (one ? 'en månad' : `${n} månader`),
  handovers: (n: string, one: boolean) => (one ? 'en överlämning' : `${n} överlämningar`),
  noHandovers: 'inga överlämningar',
  withNobody: (time: string) => `Tid när ingen har ansvaret: ${time}.`,
  neverNobody: 'Någon har ansvaret hela tiden.',
  under: (strategy: string) => `Under ${strategy}.`,
  disclaimer:
    'Ett lottat liv, inte en person. Modellen vet bara hur många som går vart; inom varje steg är alla lika och minns inget.',
  agesNote: 'Skolans åldrar är hållna. Resten följer modellens takter det år barnet har den åldern.',
  other: 'Lotta ett annat barn',
  step: 'Ålder',
  age: (n: string) => `${n} år`,
  play: 'Följ år för år',
  pause: 'Pausa',
  story: 'Vägen, steg för steg',
  from: (age: string) => `${age} år`,
  responsible: (who: string) => `Ansvar: ${who}`,
  nobody: 'Ansvar: ingen',
  handover: 'överlämning',
  by: (flow: string) => flow,
  same: 'Samma väg som i bas.',
  differs: (age: string) => `I bas skiljer sig vägen från ${age} års ålder.`,
  inBase: 'I bas',
  now: 'Med strategin',
  line: (name: string) => `Livslinje: ${name}`,
  kinds: { school: 'barn och skola', inside: 'innanför', between: 'mellan myndigheter', outside: 'utanför' },
  hundred: 'Hundra lottade barn',
  hundredAt: (age: string) => `Vid ${age} år`,
  counts: (outside: string, inside: string) => `${outside} utanför, ${inside} innanför.`,
  countsBase: (outside: string) => `I bas ${outside} utanför.`,
  changed: (better: string, worse: string) =>
    `${better} är innanför som i bas var utanför, ${worse} är utanför som i bas var innanför.`,
  unchanged: 'Alla är på samma sida som i bas.',
  expected: (share: string, many: string) => `Av ${many} lottade liv är ${share} av hundra utanför.`,
  icons: (age: string, outside: string, inside: string) =>
    `Hundra barn vid ${age} års ålder: ${outside} utanför, ${inside} innanför.`,
  pick: (number: string, place: string) => `Barn ${number}: ${place}`,
  legend: {
    inside: 'innanför',
    outside: 'utanför',
    changed: 'annan sida än i bas',
    chosen: 'barnet på livslinjen',
  },
  noLife: 'Den här modellen följer inte ett liv',
  noLifeText:
    'Modellerna Hela kommunen och Skola till arbete gör det. Här går det att se struktur och samband i stället.',
  toModel: 'Till modellen',
  loading: 'Lottar liv',
  notModelled:
    'Modellen skiljer inte på kön, familj, hälsa eller bostadsort, och den slutar vid 43. Den som har varit utanför länge har svårare att komma tillbaka; det är med.',
};

export type LifeWords = typeof lifeSv;
