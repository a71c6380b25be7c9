import type {
  ExpectedPiece,
  FoundPiece,
  ReferenceRole,
  XmlProblem,
  YamlProblem,
} from '../base/diagnostic.ts';
import { format } from './format.ts';
import { round, told, type DiagnosticWords, type Told } from './told.ts';

/** Above this a number is no longer read digit by digit. */
const readable = 1e15;
const whole = (n: number): string => (n > readable ? `mer än ${whole(readable)}` : format('sv').number(n, 0));
export const exact = (n: number): string => String(n).replace('.', ',');
/** What to do about a name that nothing answers to. */
export const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Menade du ${nearest}?`;
/** A key at the top of the file has nothing around it. */
const inside = (within: string): string => (within === '' ? 'överst i filen' : `i ${within}`);

/** Vad som är fel med en XML-fil, och vad man gör åt det. */
const again = 'Spara om den i programmet som den kommer från.';
const xml: Readonly<Record<XmlProblem, (found: string) => readonly [string, string]>> = {
  empty: () => ['Filen är tom.', 'Välj en annan fil.'],
  root: (found) => [`Filen är XML men ingen XMILE-modell: den börjar med ${found}.`, 'Välj själva modellen.'],
  tag: (found) => [`En tagg är inte stängd där den ska${found === '' ? '' : `: ${found}`}.`, again],
  unclosed: (found) => [`Filen slutar innan ${found === '' ? 'en tagg' : `<${found}>`} är stängd: den kan ha blivit avklippt.`, 'Hämta hela filen.'],
  character: () => ['Här står ett tecken som inte får stå i XML.', 'Skriv &lt; i stället för < i en ekvation, eller spara om filen.'],
  entity: () => ['Här står ett & som XML inte känner till.', 'Skriv &amp; i stället för &.'],
  attribute: () => ['Ett attribut är inte skrivet som XML vill ha det.', again],
  doctype: () => ['Filen har en DOCTYPE, och det har inte XMILE: är det en webbsida?', 'Välj själva modellen.'],
  outside: () => ['Det står text utanför XML-koden: filen är inte XMILE.', 'Välj själva modellen, eller spara om den som XMILE.'],
  other: () => ['Filen går inte att läsa som XML.', again],
}; // prettier-ignore

const yaml: Readonly<Record<YamlProblem, Told>> = {
  tab: told('Raden är indragen med tabb.', 'Dra in med mellanslag, två för varje steg.'),
  indent: told(
    'Raden hänger inte ihop med raderna omkring.',
    'Se efter att indraget är lika långt som hos syskonen, att varje nyckel följs av kolon och mellanslag, och att varje { och [ stängs.',
  ),
  colon: told(
    'Ett kolon för mycket på raden.',
    'Sätt citattecken om texten eller ekvationen, till exempel "a > b ? 1 : 0".',
  ),
  character: told(
    'Värdet börjar med ett tecken som betyder något annat i YAML.',
    'Sätt citattecken om värdet, eller börja med något annat.',
  ),
  escape: told('Omvänt snedstreck med ett tecken som inte går.', 'Skriv texten utan omvänt snedstreck.'),
  unclosed: told('Ett citattecken eller en parentes stängs aldrig.', 'Sätt dit den som fattas.'),
  'after-end': told(
    'Raden fortsätter efter ett citattecken eller en parentes som stängs.',
    'Se efter att citattecken och parenteser är par, och sätt citattecken om hela texten.',
  ),
  tag: told('Utropstecken först i ett värde går inte.', 'Ta bort det, eller sätt citattecken om värdet.'),
  alias: told('Hänvisningar med & och * går inte.', 'Skriv ut värdet på varje ställe.'),
  documents: told('Filen har flera delar, skilda åt med ---.', 'Lägg varje modell i en egen fil.'),
  depth: told('Filen är inkapslad i för många led.', 'En modell behöver bara några få nivåer av indrag.'),
  other: told(
    'Raden går inte att läsa som YAML.',
    'Jämför med en rad som fungerar: nyckel, kolon, mellanslag, värde.',
  ),
};

const expectedPiece: Readonly<Record<ExpectedPiece, string>> = {
  mapping: 'nycklar med värden',
  list: 'en lista, som [a, b]',
  pair: 'två tal, som [0.5, 2]',
  points: 'minst två punkter, som [[0, 1], [2, 0.5]]',
  text: 'en text',
  'plain-text': 'text utan omvänt snedstreck och utan dubbla enkelfnuttar',
  name: 'ett namn',
  number: 'ett tal, som 0.25 eller 1/4',
  'yes-no': 'true eller false',
};

function foundPiece(found: FoundPiece): string {
  switch (found.kind) {
    case 'nothing':
      return 'ingenting';
    case 'mapping':
      return 'nycklar med värden';
    case 'list':
      return `en lista med ${found.length}`;
    case 'text':
      return `”${found.text}”`;
  }
}

const noSuch: Readonly<Record<ReferenceRole, string>> = {
  inflow: 'inget flöde',
  outflow: 'inget flöde',
  variable: 'ingen variabel',
  parameter: 'ingen parameter',
  setting: 'ingen parameter eller stock',
  payer: 'ingen aktör som kan betala',
  fact: 'ingen uppgift om en kommun',
  computed: 'ingen variabel som räknas ut',
  lever: 'ingen spak',
};

/** Messages about files, in Swedish. */
export const filesInSwedish = {
  'file-not-found': ({ path }) =>
    told(`Filen ${path} finns inte.`, 'Se efter hur namnet stavas och vilken mapp du står i.'),
  'not-fetched': ({ name }) =>
    told(`Modellen ${name} gick inte att hämta.`, 'Se efter att nätet fungerar och försök igen.'),
  'file-not-written': ({ path }) =>
    told(`Filen ${path} går inte att skriva.`, 'Se efter att mappen finns och att du får skriva i den.'),
  'file-too-large': ({ bytes, limit }) =>
    told(
      `Filen är för stor: ${whole(bytes)} tecken, högst ${whole(limit)}.`,
      'Dela upp modellen, eller ta bort det som inte behövs.',
    ),
  'too-many': ({ what, count, limit }) => {
    const things = {
      variables: 'variabler',
      elements: 'element i arrayer',
      parts: 'delar i ekvationerna, när alla element är utskrivna',
      values: 'värden',
      steps: 'räknesteg',
      points: 'punkter',
      characters: 'tecken',
      levels: 'led av parenteser',
      tags: 'XML-element',
      'nested-tags': 'XML-element i varandra',
      files: 'filer',
      stages: 'led i en fördröjning',
      stay: 'räknesteg på ett band, i en kö eller i en fördröjning',
      'on-loop': 'variabler i en slinga som ska lösas',
      unknowns: 'obekanta som ska lösas ut på en gång',
      periods: 'perioder',
      rows: 'tal i en matris',
      'data-points': 'datapunkter att söka i under körningen',
    };
    const todo = {
      variables: 'Dela upp modellen.',
      elements: 'Gör dimensionerna mindre.',
      parts: 'Gör dimensionerna mindre, eller dela upp modellen.',
      steps: 'Välj ett större dt, eller kör kortare tid.',
      values: 'Spara mer sällan, kör kortare tid, eller be om färre serier.',
      points: 'Ta bort punkter där kurvan är nästan rak.',
      characters: 'Dela upp ekvationen på flera variabler.',
      levels: 'Dela upp ekvationen på flera variabler.',
      tags: 'Spara om filen i programmet som den kommer från.',
      'nested-tags': 'Spara om filen i programmet som den kommer från.',
      files: 'Ta bara modellen och de datafiler som den läser.',
      stages: 'Välj en lägre ordning.',
      stay: 'Välj ett större dt, eller en kortare tid där.',
      'on-loop': 'Bryt slingan med en stock, eller lägg SIMULTANEOUS i en kortare slinga.',
      unknowns: 'Dela upp dem på flera FIND ZERO.',
      periods: 'Välj en längre period, eller kör kortare tid.',
      rows: 'Dela upp matrisen.',
      'data-points': 'Fråga mellan fasta tider, eller glesa ut data.',
    };
    return told(`För många ${things[what]}: ${whole(count)}, högst ${whole(limit)}.`, todo[what]);
  },
  'unknown-format': ({ file }) =>
    told(
      `Formatet på ${file} går inte att läsa.`,
      'Modeller slutar på .yaml, .xmile, .stmx, .itmx, .xml eller .mdl, sparade arbeten på .json.',
    ),
  'no-file': () => told('Det som släpptes är ingen fil.', 'Spara det som en fil och dra filen hit.'),
  'several-models': ({ files }) =>
    told(
      `Det här är fler än en modell eller ett arbete: ${files.join(', ')}.`,
      'Öppna dem en i taget. Datafiler kan följa med sin modell.',
    ),
  'file-unreadable': ({ file }) =>
    told(
      `Webbläsaren kan inte läsa ${file}.`,
      'Är det en mapp, öppna filerna i den. Annars: se efter att filen finns kvar och inte är låst.',
    ),
  'reading-stopped': ({ file, seconds }) =>
    told(
      `${file} gick inte att läsa på ${whole(seconds)} sekunder.`,
      'Ladda om sidan och försök igen, eller dela upp modellen.',
    ),
  'work-damaged': ({ file }) =>
    told(`${file} är inget sparat arbete, eller är skadad.`, 'Be om filen på nytt.'),
  'work-newer': ({ file }) =>
    told(`${file} är sparad i en nyare version av programmet.`, 'Ladda om sidan två gånger och försök igen.'),
  'work-changed': () =>
    told(
      'Filen är inte hel: något i den har ändrats eller fallit bort.',
      'Det som går att läsa visas. Be om en ny fil om något ser fel ut.',
    ),
  'work-partly': ({ count }) =>
    told(
      `${whole(count)} inställningar i historiken eller bokmärkena passar inte modellen.`,
      'De står som i bas. Det som visas nu stämmer.',
    ),
  'yaml-syntax': ({ problem }) => yaml[problem],
  'unknown-key': ({ key, within, nearest }) =>
    told(
      `Nyckeln ${key} finns inte ${inside(within)}.`,
      meant(nearest, 'Ta bort den, eller se efter hur den heter.'),
    ),
  'missing-key': ({ key, within }) => told(`${key} fattas ${inside(within)}.`, `Lägg till ${key}.`),
  'not-together': ({ key, other }) =>
    told(`${key} och ${other} kan inte stå tillsammans.`, `Ta bort ${key} eller ${other}.`),
  'comma-in-text': ({ found }) =>
    told(`Ett komma delar texten före ”${found}”.`, 'Sätt citattecken om texten.'),
  'wrong-type': ({ key, expected, found }) =>
    told(
      `${key === '' ? 'Filen' : key} ska vara ${expectedPiece[expected]}, men här står ${foundPiece(found)}.`,
      `Skriv ${expectedPiece[expected]}.`,
    ),
  'number-format': ({ key, found, instead }) =>
    told(
      `${key}: ${found} går inte att läsa som ett tal.`,
      `Skriv ${instead}: punkt före decimaler, inga mellanslag.`,
    ),
  'not-one-of': ({ key, found, allowed, nearest }) =>
    told(`${key} kan inte vara ${found}.`, meant(nearest, `Välj bland ${allowed.join(', ')}.`)),
  'duplicate-name': ({ name, firstLine, firstFile }) =>
    told(
      `${name.trim() || 'En variabel utan namn'} finns redan, på rad ${firstLine} i ${firstFile}.`,
      'Byt namn på den ena, eller ta bort den.',
    ),
  'bad-name': ({ name }) =>
    told(
      `”${name}” kan inte vara ett namn.`,
      'Börja med en bokstav och fortsätt med bokstäver, siffror och understreck.',
    ),
  'reserved-name': ({ name }) => told(`${name} betyder redan något i ekvationer.`, 'Välj ett annat namn.'),
  'missing-text': ({ name, what, language }) => {
    const text = {
      name: 'namn',
      about: 'beskrivning',
      source: 'källa',
      zone: 'läge i ord',
      measure: 'enhet i ord',
      unit_words: 'enhet i ord',
      happens: 'vad som händer så många',
      dynamics: 'vad som händer när den flyttas',
      fairness: 'vem den når och vem den kan missa',
    };
    const spoken = language === 'sv' ? 'svenska' : 'engelska';
    return told(
      `${name} saknar ${text[what]} på ${spoken}.`,
      `Lägg till ${language} under ${what === 'zone' ? 'zones' : what}.`,
    );
  },
  'missing-evidence': ({ name }) =>
    told(
      `${name} saknar belägg.`,
      'Lägg till grade (measured, estimated, assumed eller illustrative) och source.',
    ),
  'missing-unit': ({ name }) =>
    told(
      `${name} saknar enhet.`,
      'Lägg till unit, till exempel person/year, eller 1 för det som inte har någon enhet.',
    ),
  'outside-range': ({ name, value, min, max }) =>
    told(
      `${name}: ${exact(value)} ligger utanför ${exact(min)}–${exact(max)}.`,
      'Ändra värdet eller intervallet.',
    ),
  'empty-range': ({ name, min, max }) =>
    told(`${name}: intervallet ${exact(min)}–${exact(max)} är bakvänt.`, 'Skriv det lägsta talet först.'),
  'points-order': ({ name, x }) =>
    told(
      `${name}: punkten vid x = ${exact(x)} ligger inte till höger om den förra.`,
      'Skriv punkterna i ordning, med växande x.',
    ),
  'unknown-part': ({ name, nearest }) =>
    told(`Delen ${name} finns inte.`, meant(nearest, 'Se efter vilka delar som finns i models/parts.')),
  'part-needs': ({ part, name }) =>
    told(`Delen ${part} behöver ${name}, som modellen inte har.`, `Lägg till ${name} i modellen.`),
  'unknown-reference': ({ name, role, nearest }) =>
    told(`${name} är ${noSuch[role]}.`, meant(nearest, 'Lägg till det som fattas, eller rätta namnet.')),
  'not-a-flow': ({ stock, name }) =>
    told(
      `${name} är inget flöde och kan inte fylla eller tömma ${stock}.`,
      `Flytta ${name} till flows, eller välj ett flöde.`,
    ),
  'flow-twice': ({ flow, first, second, side }) =>
    told(
      `${flow} ${side === 'inflow' ? 'fyller' : 'tömmer'} både ${first} och ${second}.`,
      'Ett flöde går från en stock till en annan. Dela det i två.',
    ),
  'shares-sum': ({ name, sum }) =>
    told(
      `${name}: andelarna blir ${exact(Number(sum.toPrecision(6)))}, inte 1.`,
      'Låt andelarna bli 1 tillsammans, eller skriv rest på en av dem.',
    ),

  'xml-syntax': ({ problem, found = '' }) => told(...xml[problem](found)),
  'own-format': ({ file, program, ending }) =>
    told(
      `${file} är i ett format som bara ${program} kan läsa.`,
      `Öppna den i ${program} och spara modellen som ${ending}, eller be den som gjort den om det.`,
    ),
  'not-text': ({ file }) =>
    told(
      `${file} är inte en textfil.`,
      'Se efter att det är modellen du valt, och att den är sparad som text.',
    ),
  'curve-points': ({ x, y, found }) =>
    found === undefined
      ? told(`Kurvan har ${whole(x)} x och ${whole(y)} y.`, 'Ge varje x ett y.')
      : told(`Kurvan har en punkt som inte är ett tal: ${found}.`, 'Skriv ett tal med decimalpunkt.'),
  'cut-off': ({ what }) =>
    told(
      `Filen slutar mitt i ${what === '' ? 'en sats' : `”${what}”`}.`,
      'Den kan ha blivit avklippt. Hämta hela filen, eller avsluta satsen med |.',
    ),
  'no-variables': ({ file }) =>
    told(
      `${file} har inga variabler.`,
      'Se efter att det är själva modellen du valt, och att hela filen är med.',
    ),
  'no-equation': ({ name }) => told(`${name} saknar ekvation.`, 'Skriv en ekvation eller ett tal.'),
  'not-supported': ({ what }) =>
    told(`${what} går inte att räkna med här.`, 'Skriv om den delen med stockar, flöden och hjälpvariabler.'),
  'not-computed': ({ name, why }) => {
    const [what, todo] = {
      database: [
        'hämtar data ur en databas, och det kan en webbläsare inte.',
        'Spara data som csv eller xlsx bredvid modellen, och läs dem med GET DIRECT DATA.',
      ],
      'run-file': [
        'läser en körning som Vensim har sparat i sitt eget format (vdf).',
        'Exportera körningen från Vensim som csv eller dat, och lägg den tillsammans med modellen.',
      ],
      'marked-flows': [
        'räknar med det som flöden är märkta med i Stella. Hur en fil säger vilka flöden det är står inte i formatets beskrivning.',
        'Räkna ut samma sak med egna stockar och flöden.',
      ],
      'not-described': [
        'är känd till namnet, men det finns ingen beskrivning av vad den räknar ut.',
        'Skriv om ekvationen med andra funktioner.',
      ],
    }[why] as [string, string];
    return told(`${name} ${what}`, todo);
  },
  'not-written': ({ what }) => {
    const things = {
      units: 'Alla enheter i filen är 1: i modellen fattas några, eller så stämmer de inte ihop.',
      'changing-step':
        'Filen har ett enda räknesteg, men modellen byter steg under körningen: resultatet blir ett annat.',
      modules:
        'Modulerna är upplösta: deras variabler står i en enda modell, med modulens namn före sitt eget.',
      levers: 'Spakarna följer inte med.',
      actors: 'Aktörerna och deras kostnader följer inte med.',
      outcomes: 'Valet av utfall följer inte med.',
      presets: 'Förinställningarna följer inte med.',
      strategies: 'Strategierna följer inte med.',
    };
    const todo = {
      units: 'Skriv in enheterna i filen om de ska prövas.',
      'changing-step': 'Välj ett dt som räcker hela vägen, eller behåll den ursprungliga filen.',
      modules: 'Behåll den ursprungliga filen om du vill ändra modulerna var för sig.',
      levers: 'Spara arbetet som fil under Dela om du vill ha kvar dem.',
      actors: 'Behåll den ursprungliga filen också.',
      outcomes: 'Behåll den ursprungliga filen också.',
      presets: 'Behåll den ursprungliga filen också.',
      strategies: 'Spara arbetet som fil under Dela om du vill ha kvar dem.',
    };
    return told(things[what], todo[what]);
  },
  'series-missing': ({ name }) =>
    told(
      `Det finns inga data för ${name}.`,
      'Öppna modellen tillsammans med filen som har dem (dat, tab, csv eller xlsx).',
    ),
  'left-out': ({ what }) => told(`${what} följer inte med.`, 'Inget värde beror på det.'),
  approximated: ({ what, instead }) =>
    told(`${what} räknas som ${instead}.`, 'Jämför med resultatet i det andra programmet.'),
  'bad-subscript': ({ subscript, name }) =>
    told(`${name} har inget index ${subscript}.`, 'Se efter vilka element som dimensionen har.'),
  'empty-element': ({ name }) =>
    told(
      `${name} används, men saknar ekvation.`,
      'Skriv en ekvation för det elementet, eller använd bara de element som har en.',
    ),
  'subscript-count': ({ name, expected, found }) =>
    told(`${name} har ${expected} index, men får ${found}.`, 'Lägg till eller ta bort index.'),
  'unmapped-range': ({ range, name }) =>
    told(
      `Området ${range} i ekvationen för ${name} hör inte ihop med något område på vänster sida.`,
      'Ange en koppling mellan områdena, eller skriv ut elementet.',
    ),
  'not-constant': ({ name }) =>
    told(`${name} måste vara ett fast tal.`, 'Skriv talet direkt, eller en konstant.'),
  'needs-array': ({ name }) =>
    told(`${name} behöver en variabel med index.`, 'Skriv den med sina index, till exempel behov[region].'),
  'circular-range': ({ ring }) =>
    told(`Områdena består av varandra: ${round(ring)}.`, 'Skriv ut elementen i ett av dem.'),
  'circular-macro': ({ name }) =>
    told(`${name} använder sig självt.`, 'Bryt kedjan av makron eller moduler, eller låt den ta slut.'),
  'data-missing': ({ path }) => told(`Datafilen ${path} fattas.`, 'Lägg den tillsammans med modellen.'),
  'data-cell': ({ path, cell }) =>
    told(`${path}: cellen ${cell} går inte att läsa.`, 'Se efter att det står ett tal där.'),
} satisfies Partial<DiagnosticWords>;
