/** Words of the command line. Names of commands and options are the same in both languages. */
export interface CommandLineWords {
  readonly usage: string;
  readonly commands: string;
  readonly options: string;
  /** What each command does, in one line. */
  readonly about: Readonly<Record<'run' | 'models' | 'check' | 'convert', string>>;
  /** What an option does. */
  readonly option: Readonly<
    Record<
      | 'preset'
      | 'set'
      | 'series'
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
  readonly notSetting: (found: string) => string;
  readonly missing: (argument: string) => string;
  readonly tooMany: (found: string) => string;
  /** What a check found. */
  readonly checked: (file: string, errors: number, warnings: number) => string;
}

const meant = (nearest: string | undefined, words: string): string =>
  nearest === undefined ? '' : ` ${words} ${nearest}?`;

const en: CommandLineWords = {
  usage: 'Usage',
  commands: 'Commands',
  options: 'Options',
  about: {
    run: 'runs a model and gives its series over time',
    models: 'lists the models that come with the program',
    check: 'tells all that is wrong with a model file',
    convert: 'writes a model file in another format',
  },
  option: {
    preset: "take a preset's values, such as a municipality's",
    set: "set parameters, levers or stocks' initial values",
    series: 'give these series only; without it, all',
    method: 'way of integration: euler, rk2 (Heun) or rk4',
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
  notSetting: (found) => `--set takes name=value, with a comma between several, not “${found}”.`,
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
    models: 'räknar upp modellerna som följer med programmet',
    check: 'säger allt som är fel i en modellfil',
    convert: 'skriver en modellfil i ett annat format',
  },
  option: {
    preset: 'ta värdena ur ett färdigt läge, till exempel en kommuns',
    set: 'ställ in parametrar, reglage eller stockars startvärden',
    series: 'ge bara de här serierna; annars alla',
    method: 'sätt att räkna: euler, rk2 (Heun) eller rk4',
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
  notSetting: (found) => `--set tar namn=värde, med komma mellan flera, inte ”${found}”.`,
  missing: (argument) => `${argument} saknas.`,
  tooMany: (found) => `”${found}” är ett ord för mycket.`,
  checked: (file, errors, warnings) =>
    `${file}: ${errors} fel, ${warnings} ${warnings === 1 ? 'varning' : 'varningar'}`,
};

const dictionaries = { sv, en };

export const commandLineWords = (language: 'sv' | 'en'): CommandLineWords => dictionaries[language];
