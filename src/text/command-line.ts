/** Words of the command line. Names of commands and options are the same in both languages. */
export interface CommandLineWords {
  readonly usage: string;
  readonly commands: string;
  readonly options: string;
  /** What each command does, in one line. */
  readonly about: Readonly<Record<'run' | 'sweep' | 'models' | 'check' | 'convert' | 'cohort', string>>;
  /** What an option does. */
  readonly option: Readonly<
    Record<
      | 'preset'
      | 'municipality'
      | 'settle'
      | 'births'
      | 'outside'
      | 'fewer'
      | 'newcomers'
      | 'years'
      | 'project'
      | 'rate'
      | 'level'
      | 'set'
      | 'series'
      | 'runs'
      | 'sampler'
      | 'seed'
      | 'vary'
      | 'outcome'
      | 'shard'
      | 'method'
      | 'dt'
      | 'start'
      | 'stop'
      | 'save'
      | 'data'
      | 'out'
      | 'format'
      | 'language'
      | 'help',
      string
    >
  >;
  readonly model: string;
  readonly file: string;
  readonly into: string;
  readonly unknownCommand: (found: string, nearest: string | undefined) => string;
  readonly unknownOption: (found: string, nearest: string | undefined) => string;
  readonly needsValue: (option: string) => string;
  readonly notOneOf: (option: string, found: string, allowed: readonly string[]) => string;
  readonly notNumber: (option: string, found: string) => string;
  readonly notSetting: (option: string, found: string) => string;
  readonly notWhole: (option: string, found: string, least: number) => string;
  readonly notShard: (found: string) => string;
  readonly notBetween: (option: string, found: string, from: string, to: string) => string;
  readonly cohort: CohortWords;
  readonly missing: (argument: string) => string;
  readonly tooMany: (found: string) => string;
  /** What a check found. */
  readonly checked: (file: string, errors: number, warnings: number) => string;
}

/** Headings of the cohort calculator. Sums are in millions. */
export interface CohortWords {
  readonly million: string;
  readonly columns: readonly [what: string, total: string, cash: string, municipality: string];
  readonly cohort: (births: string, outside: string, share: string) => string;
  readonly long: string;
  readonly term: string;
  readonly fewer: (share: string) => string;
  readonly newcomers: (persons: string, before: string, after: string) => string;
  readonly gross: string;
  readonly net: (project: string) => string;
}

const meant = (nearest: string | undefined, words: string): string =>
  nearest === undefined ? '' : ` ${words} ${nearest}?`;

const en: CommandLineWords = {
  usage: 'Usage',
  commands: 'Commands',
  options: 'Options',
  about: {
    run: 'runs a model and gives its series over time',
    sweep: 'runs a model many times, each with another draw of what is uncertain: one row per run',
    models: 'lists the models that come with the program',
    check: 'tells all that is wrong with a model file, and puts the model to the tests of confidence',
    cohort: 'works out what a birth cohort’s people outside cost, and what fewer of them are worth',
    convert: 'writes a model file in another format',
  },
  option: {
    preset: "take a preset's values, such as a municipality's",
    municipality:
      'what is known of a municipality, such as births=480,outside=0.12; begins in its equilibrium',
    settle: 'begin in the equilibrium of what is set, instead of that of the preset',
    births: 'births per year',
    outside: 'how many of them end up outside for long',
    fewer: 'share by which they become fewer',
    newcomers: 'how many newcomers get a shorter way to work',
    years: 'years until work, before and after',
    project: 'what the project costs in all, SEK',
    rate: 'discount rate, between 0 and 0.06',
    level: 'cost level against the worked example, between 0.4 and 1.2',
    set: "set parameters, levers or stocks' initial values",
    series: 'give these series only; without it, all',
    runs: 'number of runs; without it, 1000',
    sampler:
      'how to draw: lhs (Latin hypercube), sobol or mc (at random); without it, lhs. Of more than 101 uncertain parameters sobol draws those beyond as lhs does',
    seed: 'whole number; the same seed gives the same draws',
    vary: 'draw these parameters only; without it, all that have a range',
    outcome: 'give these series; without it, the outcomes of the model',
    shard: 'do part I of N only; the parts, one after the other, are the whole',
    method: 'way of integration: euler, rk2 (Heun) or rk4; rk45 or stiff choose their own steps',
    dt: 'time step',
    start: 'time to start at',
    stop: 'time to stop at',
    save: 'time between saved rows, a whole number of dt',
    data: "files in the model's folder with series for variables that have no equation",
    out: 'file to write to; - is standard output',
    format: 'csv or json',
    language: 'language of messages: en or sv',
    help: 'show this',
  },
  model: 'id of a model that comes with the program, or path of a model file',
  file: 'path of a model file, or id of a model that comes with the program',
  into: 'path of the file to write; its ending says the format: xmile or stmx',
  unknownCommand: (found, nearest) => `There is no command ${found}.${meant(nearest, 'Did you mean')}`,
  unknownOption: (found, nearest) => `There is no option ${found}.${meant(nearest, 'Did you mean')}`,
  needsValue: (option) => `${option} needs a value.`,
  notOneOf: (option, found, allowed) => `${option} is one of ${allowed.join(', ')}, not “${found}”.`,
  notNumber: (option, found) => `${option} needs a number such as 0.25 or 1/4, not “${found}”.`,
  notWhole: (option, found, least) => `${option} needs a whole number from ${least} up, not “${found}”.`,
  notShard: (found) => `--shard takes a part and how many there are, such as 2/7, not “${found}”.`,
  notSetting: (option, found) => `${option} takes name=value, with a comma between several, not “${found}”.`,
  notBetween: (option, found, from, to) => `${option} is between ${from} and ${to}, not “${found}”.`,
  cohort: {
    million: 'SEK million',
    columns: ['', 'society', 'public', 'municipality'],
    cohort: (births, outside, share) => `${births} births, of whom ${outside} outside for long (${share} %)`,
    long: 'costs over 20 years',
    term: 'costs over 4 years',
    fewer: (share) => `${share} % fewer outside`,
    newcomers: (persons, before, after) => `${persons} newcomers: ${before} years until work become ${after}`,
    gross: 'worth',
    net: (project) => `after the project, ${project}`,
  },
  missing: (argument) => `${argument} is missing.`,
  tooMany: (found) => `“${found}” is one word too many.`,
  checked: (file, errors, warnings) =>
    `${file}: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
};

const sv: CommandLineWords = {
  usage: 'Så här skriver du',
  commands: 'Kommandon',
  options: 'Val',
  about: {
    run: 'kör en modell och ger dess serier över tid',
    sweep: 'kör en modell många gånger, var gång med en ny dragning av det osäkra: en rad per körning',
    models: 'räknar upp modellerna som följer med programmet',
    check: 'säger allt som är fel i en modellfil, och prövar om modellen är att lita på',
    cohort: 'räknar ut vad en årskulls personer utanför kostar, och vad det är värt att de blir färre',
    convert: 'skriver en modellfil i ett annat format',
  },
  option: {
    preset: 'ta värdena ur en förinställning, till exempel en kommuns',
    municipality: 'vad som är känt om en kommun, till exempel births=480,outside=0.12; börjar i dess jämvikt',
    settle: 'börja i jämvikten för det som ställs in, i stället för förinställningens',
    births: 'födda per år',
    outside: 'hur många av dem som hamnar långvarigt utanför',
    fewer: 'andelen som de blir färre med',
    newcomers: 'hur många nyanlända som får kortare väg till arbete',
    years: 'år till arbete, före och efter',
    project: 'vad projektet kostar sammanlagt, kronor',
    rate: 'kalkylränta, mellan 0 och 0.06',
    level: 'kostnadsnivå mot räkneexemplet, mellan 0.4 och 1.2',
    set: 'ställ in parametrar, spakar eller stockars startvärden',
    series: 'ge bara de här serierna; annars alla',
    runs: 'antal körningar; annars 1000',
    sampler:
      'sätt att dra: lhs (latinsk hyperkub), sobol eller mc (slumpvis); annars lhs. Är fler än 101 parametrar osäkra drar sobol de övriga som lhs',
    seed: 'heltal; samma tal ger samma dragningar',
    vary: 'dra bara de här parametrarna; annars alla som har ett intervall',
    outcome: 'ge de här serierna; annars modellens utfall',
    shard: 'gör bara del I av N; delarna efter varandra är hela svepet',
    method: 'sätt att räkna: euler, rk2 (Heun) eller rk4; rk45 och stiff väljer stegen själva',
    dt: 'tidssteg',
    start: 'tid att börja vid',
    stop: 'tid att sluta vid',
    save: 'tid mellan sparade rader, ett helt antal dt',
    data: 'filer i modellens mapp med serier för variabler som saknar ekvation',
    out: 'fil att skriva till; - är standard ut',
    format: 'csv eller json',
    language: 'meddelandenas språk: en eller sv',
    help: 'visa det här',
  },
  model: 'id för en modell som följer med programmet, eller sökväg till en modellfil',
  file: 'sökväg till en modellfil, eller id för en modell som följer med programmet',
  into: 'sökväg till filen som ska skrivas; ändelsen säger formatet: xmile eller stmx',
  unknownCommand: (found, nearest) => `Kommandot ${found} finns inte.${meant(nearest, 'Menade du')}`,
  unknownOption: (found, nearest) => `Valet ${found} finns inte.${meant(nearest, 'Menade du')}`,
  needsValue: (option) => `${option} behöver ett värde.`,
  notOneOf: (option, found, allowed) => `${option} är något av ${allowed.join(', ')}, inte ”${found}”.`,
  notNumber: (option, found) => `${option} behöver ett tal som 0.25 eller 1/4, inte ”${found}”.`,
  notWhole: (option, found, least) =>
    `${option} behöver ett heltal från ${least} och uppåt, inte ”${found}”.`,
  notShard: (found) => `--shard tar en del och hur många de är, till exempel 2/7, inte ”${found}”.`,
  notSetting: (option, found) => `${option} tar namn=värde, med komma mellan flera, inte ”${found}”.`,
  notBetween: (option, found, from, to) => `${option} är mellan ${from} och ${to}, inte ”${found}”.`,
  cohort: {
    million: 'miljoner kronor',
    columns: ['', 'samhället', 'offentligt', 'kommunen'],
    cohort: (births, outside, share) => `${births} födda, varav ${outside} långvarigt utanför (${share} %)`,
    long: 'kostar på 20 år',
    term: 'kostar på 4 år',
    fewer: (share) => `${share} % färre utanför`,
    newcomers: (persons, before, after) => `${persons} nyanlända: ${before} år till arbete blir ${after}`,
    gross: 'är värt',
    net: (project) => `efter projektet, ${project}`,
  },
  missing: (argument) => `${argument} saknas.`,
  tooMany: (found) => `”${found}” är ett ord för mycket.`,
  checked: (file, errors, warnings) =>
    `${file}: ${errors} fel, ${warnings} ${warnings === 1 ? 'varning' : 'varningar'}`,
};

const dictionaries = { sv, en };

export const commandLineWords = (language: 'sv' | 'en'): CommandLineWords => dictionaries[language];
