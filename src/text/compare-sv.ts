const counts = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex'];
const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)!}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words of the comparison in Swedish. `CompareWords` is this shape, so English cannot leave a key out. */
export const compareSv = {
  list,
  /** The finding, and what may be said beside it. */
  lead: {
    fewest: (noun: string) => `Färrest ${noun}`,
    lowest: (noun: string) => `Lägst ${noun}`,
    highest: (noun: string) => `Högst ${noun}`,
  },
  finding: (
    lead: string,
    parts: readonly { readonly years: readonly number[]; readonly names: readonly string[] }[],
  ) =>
    parts
      .map(({ years, names }, i) => {
        const when = `om ${list(years.map(String))} år`;
        return i === 0 ? `${lead} ${when}: ${list(names)}.` : `${capital(when)}: ${list(names)}.`;
      })
      .join(' '),
  alike: (noun: string) => `${capital(noun)}: lika om 4, 20 och 40 år.`,
  one: (name: string, difference: string, noun: string, years: number) =>
    `${name}: ${difference} ${noun} om ${years} år än i bas.`,
  oneOther: (name: string, noun: string, difference: string, years: number) =>
    `${name}: ${noun} ${difference} mot bas om ${years} år.`,
  oneAlike: (name: string, noun: string, years: number) => `${name}: ${noun} som i bas om ${years} år.`,
  sameMoney: (sum: string) => `Samma ${sum} om året.`,
  noMoney: 'Ingen av dem kostar nya pengar.',
  otherMoney: 'Strategierna kostar olika mycket.',
  costs: (sum: string) => `Kostar ${sum} om året.`,
  sum: (name: string, sum: string) => `${name} (${sum})`,
  amongSame: (names: readonly string[]) => `Bland dem som kostar lika mycket (${list(names)}):`,
  mostThenFewest: (name: string, noun: string, count: number, most: string, fewest: string) =>
    `${name} har flest ${noun} av de ${counts[count]!} de första ${most} åren och färrest efter ${fewest} år.`,
  fewestAfter: (name: string, noun: string, count: number, fewest: string) =>
    `${name} har färrest ${noun} av de ${counts[count]!} efter ${fewest} år.`,
  fewestAlways: (name: string, noun: string, count: number) =>
    `${name} har färrest ${noun} av de ${counts[count]!} hela tiden.`,
  moreThenFewer: (name: string, noun: string, other: string, fewer: string) =>
    `${name} har fler ${noun} än ${other} i ${fewer} år, sedan färre.`,
  fewerAfter: (name: string, noun: string, other: string, fewer: string) =>
    `${name} har färre ${noun} än ${other} efter ${fewer} år.`,
  fewerAlways: (name: string, noun: string, other: string) =>
    `${name} har färre ${noun} än ${other} hela tiden.`,
  littleMore: (years: string) => `drygt ${years}`,
  empty: 'Inget att jämföra än',
  emptyText: 'Här syns strategier bredvid varandra. Lägg en färdig strategi bredvid bas, eller gör en egen.',
  emptyOwn: 'Här syns strategier bredvid varandra. Gör en egen strategi och flytta en spak.',
  notHere: 'Den här modellen kan inte jämföras här',
  notHereText: 'Jämförelsen behöver ett antal och ett inflöde över 40 år. Den här modellen visas i Utforska.',
  openExplore: 'Öppna Utforska',
  putBeside: (name: string) => `Visa ${name}`,
  makeOwn: 'Gör en egen strategi',
  report: 'Skriv ut rapport',
  draw: 'Rita',
  modes: { overlay: 'I samma bild', multiples: 'Var för sig', difference: 'Skillnad mot bas' },
  quantity: 'Diagram',
  differenceUnit: (unit: string) => `${unit}, skillnad mot bas`,
  sharedAxis: 'samma skala i alla',
  /** Where the lines meet. */
  crossings: (count: number) =>
    count === 1 ? 'Där linjerna möts: en gång' : `Där linjerna möts: ${count} gånger`,
  crossingsCaption: 'När en linje går under en annan',
  crossingYear: 'år',
  crossingWhat: 'vad som händer',
  crossingOf: 'av',
  goesBelow: (lower: string, higher: string) => `${lower} går under ${higher}`,
  noCrossings: 'Inga linjer möts inom 40 år.',
  /** The table of results. */
  outcomes: 'Vad strategierna ger',
  strategy: 'Strategi',
  cost: 'kostnad',
  costUnit: 'mnkr/år',
  publicNet: 'netto, offentligt',
  totalNet: 'netto, med produktionsvärde',
  money: 'mnkr nuvärde mot bas',
  year: (years: number) => `år ${years}`,
  best: 'bäst',
  worst: 'sämst',
  bestNote: (names: readonly string[], sum: string) =>
    `Bäst och sämst sägs om dem som kostar lika mycket: ${list(names)}, ${sum} om året.`,
  bestNoteFree: (names: readonly string[]) =>
    `Bäst och sämst sägs om dem som inte kostar nya pengar: ${list(names)}.`,
  noContest: 'Bäst och sämst sägs bara om strategier som kostar lika mycket.',
  netNote: (rate: string) =>
    `Nuvärden, ${rate} ränta. Netto är hur mycket lägre kostnaderna är än i bas, sedan insatsen är betald. Produktionsvärde är inte pengar i någons kassa.`,
  waiting: 'räknas',
  /** Levers. */
  levers: 'Det som skiljer dem åt',
  leversNote: 'Bara spakar som är flyttade. Kostnaden står under.',
  lever: 'Spak',
  asBase: 'som i bas',
  free: 'inga nya pengar',
  perYear: (sum: string) => `${sum}/år`,
  sumRow: 'Summa per år',
  copyTo: (lever: string, from: string) => `Kopiera ${lever} från ${from} till`,
  copied: (lever: string, to: string) => `${lever} är kopierad till ${to}.`,
  copiedPart: (lever: string, to: string, setting: string) =>
    `${lever} är kopierad till ${to}, men bara till ${setting}: mer ryms inte.`,
  lockedAt: (sum: string) => `Budgeten är låst vid ${sum}.`,
  gave: (levers: readonly string[]) => `${list(levers)} gav plats.`,
  took: (levers: readonly string[]) => `${list(levers)} fick det som blev över.`,
  noLevers: 'Ingen spak är flyttad: alla är som bas.',
  noLeversDo: 'Flytta en spak',
  needOwn: 'Gör en egen strategi, så kan du kopiera en spak till den.',
  /** The same money. */
  unequal: 'Olika mycket pengar',
  unequalText: (parts: readonly string[]) =>
    `${list(parts)} kostar olika mycket om året. Den som har mer pengar bör nå längre, så jämförelsen säger inte var pengarna gör mest nytta.`,
  scale: (name: string, sum: string) => `Skala ${name} till ${sum}`,
  scaleCopy: (name: string, sum: string) => `Skala en kopia av ${name} till ${sum}`,
  scaleAll: (count: number, sum: string) => `Skala ${count === 2 ? 'båda' : 'alla'} till ${sum}`,
  lowerOthers: (sum: string) => `Sänk de andra till ${sum}`,
  copyName: (name: string) => `${name}, kopia`,
  endsAt: (sum: string, name: string) => `vid ${sum} i ${name}`,
  notAll: (wanted: string, ends: readonly string[]) =>
    `Alla kan inte komma upp i ${wanted}: spakarna tar slut ${list(ends)}.`,
  copies: 'De färdiga strategierna ändras inte. Kopior tar deras plats i jämförelsen.',
  lockFollows: (sum: string) => `Den låsta budgeten följer med till ${sum}.`,
  unscalable: (name: string) => `${name} kostar inga nya pengar och går inte att skala.`,
  fullOwn: (copies: number) =>
    `Det går att ha fyra egna strategier. Ta bort någon, så att det finns plats för ${copies === 1 ? 'en kopia av den färdiga' : `${counts[copies]!} kopior av färdiga`}.`,
  /** What contributed. */
  contributions: 'Vad bidrog med vad',
  explained: (name: string) => `Spakarna i ${name}`,
  contributionsWhat: 'Mät i',
  contributionsAxis: (years: number) => `skillnad mot bas om ${years} år`,
  netOutcome: 'Nettovinst',
  netUnit: 'mnkr nuvärde',
  contributionsChoose: 'Här är ingen spak flyttad. Vilken strategi ska tas isär?',
  contributionsOne: 'Bara en spak är flyttad, så hela skillnaden kommer från den.',
  why: 'Spakar hjälper och stör varandra. Den som räknas först får mer än den som räknas sist, och ingen ordning är den rätta. Därför är varje stapel ett medelvärde över ordningarna, och staplarna blir tillsammans hela skillnaden, före avrundning.',
  exact: (orders: string, runs: string) =>
    `${orders === '2' ? 'Båda ordningarna' : `Alla ${orders} ordningar`} är med (${runs} körningar).`,
  drawn: (orders: string, runs: string, error: string) =>
    `${orders} lottade ordningar är med, samma för alla (${runs} körningar). Osäkerhet i varje stapel: högst ±${error}.`,
  whole: 'Tillsammans',
  alone: 'ensam',
  aloneNote: 'Ringen visar vad spaken hade gjort ensam.',
  average: 'bidrag',
  overlap: (alone: string, together: string) => `Var för sig: ${alone}. Tillsammans: ${together}.`,
  synergy: {
    less: 'De gör delvis samma jobb.',
    more: 'De förstärker varandra.',
    alike: 'De påverkar knappt varandra.',
  },
  computing: 'Räknar alla ordningar',
  failed: 'Det gick inte att räkna ut vad varje spak bidrar med.',
};

export type CompareWords = typeof compareSv;
