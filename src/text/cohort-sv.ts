/** Words of the cohort calculation in Swedish. `CohortWords` is this shape. */
export const cohortSv = {
  finding: (percent: string, sum: string, years: string, net: string) =>
    `${percent} färre utanför ur en årskull är värt ${sum} på ${years} år, ${net} när projektet är betalt.`,
  findingModel: (net: string) => `Modellen säger ${net} om samma projekt.`,
  intro:
    'Räkneexemplen för hand, steg för steg, med kalkylränta och kostnadsnivå från Pengar. Bredvid står vad den dynamiska modellen säger om samma pengar.',
  source: 'Källa: Nilsson och Nilsson Lundmark, Så mycket bättre – Samordningsförbund 2.0, 2015.',
  inSource: (text: string) => `i källan: ${text}`,
  reset: 'Räkneexemplets egna tal',
  toMoney: 'Till Pengar',
  figures: {
    births: 'Födda per år',
    share: 'Andel som hamnar utanför länge',
    years: 'Räknat på så många år',
    fewer: 'Så många färre med ett projekt',
    project: 'Projektet kostar',
    newcomers: 'Nyanlända i gruppen',
    before: 'År till arbete i dag',
    after: 'År till arbete med projektet',
    course: 'Projektet kostar',
  },
  units: { persons: 'personer', years: 'år', percent: '%', millions: 'mnkr', kronor: 'kr' },
  beforeAfter: 'Åren med projektet kan inte vara fler än åren i dag.',
  cohort: {
    title: 'En årskull',
    persons: 'Så många hamnar utanför',
    perYear: 'En persons år utanför kostar',
    perYearNote: 'offentliga pengar och produktionsvärde, var för sig i tabellen nedan',
    annuity: (years: string) => `En krona om året i ${years} år är i dag värd`,
    cost: (years: string) => `Årskullen kostar på ${years} år`,
    term: 'Under första mandatperioden',
    public: 'varav offentligt',
    municipality: 'varav kommunen',
    fewer: (percent: string) => `${percent} färre är`,
    gain: (years: string) => `och är värt på ${years} år`,
    gainTerm: 'under första mandatperioden',
    gainMunicipality: 'varav för kommunen',
    net: 'När projektet är betalt',
    netTerm: 'och efter en mandatperiod',
    sourced: {
      persons: 'lite drygt 60',
      cost: 'drygt 600 mnkr',
      term: '160 mnkr',
      public: 'ungefär 75 mnkr',
      gain: '150 mnkr',
      gainTerm: '40 mnkr',
      gainMunicipality: '8 mnkr',
    },
  },
  shorter: {
    title: 'Kortare väg till arbete',
    saved: 'Så många år tidigare i arbete',
    perYear: 'Ett år utan arbete kostar',
    annuity: (years: string) => `En krona om året i ${years} år är i dag värd`,
    gross: 'Tidigare i arbete är värt',
    public: 'varav offentligt',
    net: 'När projektet är betalt',
    netPublic: 'och för de offentliga',
    sourced: { gross: 'mer än 20 mnkr', public: 'cirka 10 mnkr', net: '16 mnkr', netPublic: 'cirka 6 mnkr' },
  },
  split: {
    caption: (percent: string) => `Vem ${percent} färre är värt för, mnkr nuvärde`,
    who: 'Vem',
    term: 'första mandatperioden',
    long: (years: string) => `${years} år`,
    municipality: 'Kommunen',
    others: 'Övriga offentliga',
    production: 'Produktionsvärde',
    notCash: 'inte kassa',
    sum: 'Summa',
  },
  model: {
    title: 'Vad modellen säger om samma projekt',
    titleMoney: 'Vad modellen säger om samma pengar',
    waiting: 'Modellen räknar.',
    none: (model: string) =>
      `${model} har ingen spak för det här projektet. Öppna Hela kommunen för att jämföra.`,
    same: (sum: string, lever: string, place: string) => `${sum} på ${lever} under ett år, i ${place}.`,
    partly: (sum: string) => `Spaken tar bara emot ${sum} på ett år.`,
    bounded: (percent: string) => `Modellen räknar med verkan upp till ${percent}.`,
    caption: 'Räkneexemplet mot modellen',
    year: (years: number) => `efter ${years} år`,
    example: 'exemplet',
    dynamic: 'modellen',
    fewer: 'färre utanför',
    net: 'netto med produktionsvärde, mnkr',
    publicNet: 'netto, bara offentligt, mnkr',
    chart: 'Färre utanför',
    chartUnit: 'personer, mot bas',
    why: 'Varför de skiljer sig',
    reasons: {
      start: (percent: string) =>
        `Det tar tid att komma i gång. På ett år hinner insatsen nå ${percent} av full verkan.`,
      inflow: (n: string, example: string) =>
        `Därför hamnar ${n} färre utanför sammanlagt, mot exemplets ${example}.`,
      later:
        'Exemplet räknar från 23 års ålder och slutar vid 43. Modellen räknar från det att pengarna läggs, och gymnasisterna hinner bli vuxna först.',
      groups: (stock: string) =>
        `Modellens antal är ”${stock}”. Exemplet räknar bara dem som är utanför länge.`,
      leave: (early: string, late: string) =>
        `Exemplets personer är utanför alla år. I modellen kommer en del tillbaka ändå: skillnaden är ${early} personer efter 4 år och ${late} efter 20.`,
      loops:
        'Modellen har återkopplingar. När färre syns utanför minskar trycket att ändra det som får folk att falla, och andra vägar in finns kvar.',
      coach:
        'Modellen har ingen spak för just den här gruppen. Samma pengar på jobbcoachning når många, lite var, i stället för några få, mycket.',
    },
  },
};

export type CohortWords = typeof cohortSv;
