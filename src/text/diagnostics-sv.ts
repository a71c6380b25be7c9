import { exact, filesInSwedish, meant } from './diagnostics-files-sv.ts';
import { sv as swedish } from './sv.ts';
import { round, someOf, told, type DiagnosticWords } from './told.ts';

/** Every message, in Swedish. */
export const inSwedish: DiagnosticWords = {
  ...filesInSwedish,

  'equation-syntax': ({ found }) =>
    found === ''
      ? told('Ekvationen tar slut för tidigt.', 'Skriv klart den.')
      : told(
          `Ekvationen går inte att läsa vid ”${found}”.`,
          'Se efter att varje parentes har sin partner och att inget tecken fattas.',
        ),
  'not-allowed': ({ found, instead }) =>
    told(
      `”${found}” går inte i en ekvation.`,
      instead === undefined ? 'Ta bort det eller skriv om.' : `Skriv ${instead}.`,
    ),
  'decimal-comma': ({ found }) =>
    told(`”${found}” har decimalkomma.`, `Skriv decimalpunkt: ${found.replace(',', '.')}.`),
  'unknown-name': ({ name, nearest }) =>
    told(`${name} finns inte i modellen.`, meant(nearest, 'Lägg till variabeln, eller rätta namnet.')),
  'unknown-function': ({ name, nearest }) =>
    told(
      `Funktionen ${name} finns inte.`,
      meant(nearest, 'Rätta namnet, eller skriv om med en annan funktion.'),
    ),
  'argument-count': ({ name, expected, found }) =>
    told(
      `${name} tar ${expected} värden, men får ${found}.`,
      'Lägg till eller ta bort värden inom parentesen.',
    ),
  'needs-call': ({ name }) => told(`${name} behöver ett värde inom parentes.`, `Skriv ${name}(x).`),
  'needs-table': ({ name }) =>
    told(`${name} är ingen tabell, kurva eller dataserie.`, 'Skriv namnet på en som finns i modellen.'),
  'unit-syntax': ({ found }) =>
    found === ''
      ? told('Enheten tar slut för tidigt.', 'Skriv den som person/year.')
      : told(
          `Enheten går inte att läsa vid ”${found}”.`,
          'Skriv den som person/year eller SEK/(person*year).',
        ),
  'unit-mismatch': ({ operation, left, right }) =>
    told(
      `Olika enheter på var sida om ${operation}: ${left} och ${right}.`,
      'Räkna om den ena sidan, till exempel med en konstant som har rätt enhet.',
    ),
  'unit-declared': ({ name, declared, computed }) =>
    told(
      `${name} ska vara i ${declared}, men ekvationen ger ${computed}.`,
      'Ändra enheten, eller ekvationen.',
    ),
  'unit-needs-none': ({ operation, unit }) =>
    told(`${operation} behöver ett tal utan enhet, men får ${unit}.`, 'Dela med en konstant i samma enhet.'),
  'unit-flow': ({ flow, declared, stock, expected }) =>
    told(
      `${flow} är i ${declared}, men ${stock} behöver ${expected}.`,
      'Ändra enheten på flödet eller stocken.',
    ),

  'circular-definition': ({ ring, phase }) => {
    const way = round(ring);
    return phase === 'run'
      ? told(
          `Variablerna förutsätter varandra: ${way}.`,
          'Bryt slingan med en stock, eller ta bort ett av sambanden.',
        )
      : told(`Startvärdena förutsätter varandra: ${way}.`, 'Ge ett av dem ett tal.');
  },
  'bad-time': ({ problem, start, stop, step }) => {
    switch (problem) {
      case 'order':
        return told(
          `Körningen slutar (${exact(stop)}) innan den har börjat (${exact(start)}).`,
          'Låt stop vara större än start.',
        );
      case 'step':
        return told(`Räknesteget ${exact(step)} går inte.`, 'Välj ett dt över 0 som ryms i körningen.');
      case 'save':
        return told(
          `Spara-steget ${exact(step)} är inte ett helt antal dt.`,
          'Välj ett jämnt antal räknesteg.',
        );
    }
  },
  'unknown-setting': ({ name, nearest }) =>
    told(`${name} finns inte i modellen.`, meant(nearest, 'Se efter hur parametern heter.')),
  'not-settable': ({ name }) =>
    told(`${name} räknas ut och kan inte ställas in.`, 'Ställ in en parameter eller en stocks startvärde.'),
  'nothing-to-draw': ({ name }) =>
    told(`${name} har inget intervall att dra ur.`, 'Ge den ett intervall i modellen, eller utelämna den.'),
  'nothing-uncertain': () =>
    told(
      'Modellen har inga intervall kvar att dra ur: körningarna skiljer sig bara i det som modellen själv slumpar.',
      'Ge parametrarna intervall i filen.',
    ),
  'unknown-series': ({ name, nearest }) =>
    told(`Serien ${name} finns inte.`, meant(nearest, 'Se efter hur variabeln heter.')),
  'unknown-preset': ({ name, nearest }) =>
    told(`Förinställningen ${name} finns inte.`, meant(nearest, 'Välj en som finns i modellen.')),
  'unknown-model': ({ name, nearest }) =>
    told(`Modellen ${name} finns inte.`, meant(nearest, 'Välj en av dem som följer med, eller ange en fil.')),
  'no-solution': ({ problem, time }) =>
    told(
      problem === 'steps'
        ? `Det krävs för många steg för att komma förbi tiden ${exact(time)}.`
        : `Inget steg är kort nog vid tiden ${exact(time)}: något hoppar där eller växer utan gräns.`,
      problem === 'steps'
        ? 'Räkna med metoden stiff eller rk4, eller sluta tidigare.'
        : 'Se efter vad som ändras då.',
    ),
  'needs-steps': ({ variable, part, method }) => {
    const does = {
      past: 'minns tidigare steg',
      draw: 'drar slumptal i varje steg',
      step: 'räknar med stegets längd',
    };
    return told(
      `${variable} ${does[part]}. Metoden ${method} väljer sina steg själv och kan inte räkna med det.`,
      'Räkna med rk4, rk2 eller euler.',
    );
  },
  stiff: ({ time }) =>
    told(
      `Modellen är styv: från tiden ${exact(time)} är den räknad med metoden stiff.`,
      'Välj metoden stiff från början, så går det fortare.',
    ),
  'not-finite': ({ variable, time }) =>
    told(
      `${variable} blev inget tal vid tiden ${exact(time)}.`,
      'Se efter om något delas med noll eller växer utan gräns.',
    ),
  diverged: ({ stock, variable, time, timeUnit }) => {
    const units: Readonly<Record<string, string>> = swedish.time;
    const what = stock.sv === variable.sv ? 'värdet' : variable.sv;
    return told(
      `${stock.sv} går inte att räkna efter ${units[timeUnit] ?? timeUnit} ${exact(Math.floor(time))}: ${what} blev inget tal.`,
      'Ångra den senaste ändringen. Är modellen din egen, se efter om något delas med noll eller växer utan gräns.',
    );
  },
  'no-equilibrium': ({ fact, value, limit, then }) => {
    if (fact === undefined)
      return told(
        'Det finns inget läge där modellen står still med de här antagandena.',
        'Välj antaganden närmare modellens egna.',
      );
    const given = exact(value ?? NaN);
    const end = { lowest: 'lägsta', highest: 'högsta' };
    const words =
      then !== undefined
        ? `När ${fact.sv} är ${given} är det ${end[then.side]} som ${then.fact.sv} kan vara ${exact(then.value)}.`
        : limit !== undefined
          ? `${fact.sv} kan inte vara ${given}: det ${end[limit.side]} som går ihop med de andra talen är ${exact(limit.value)}.`
          : `När ${fact.sv} är ${given} finns inget läge där kommunen står still, om de andra talen stämmer.`;
    return told(words, 'Ändra det talet, eller de andra om kommunen.');
  },
  'below-nothing': ({ stock, value, fact }) =>
    told(
      `${stock} skulle bli ${exact(value)} i jämvikt, alltså mindre än inget${fact === undefined ? '' : `. Det som gör det omöjligt: ${fact.sv}`}.`,
      'Ändra talen om kommunen, eller antagandena.',
    ),
  drifts: ({ variable, from, to, preset }) =>
    told(
      `${variable} står inte still i jämvikten${preset === undefined ? '' : ` ${preset}`}: ${exact(from)} blir ${exact(to)}.`,
      'Se efter vad som jämför med utgångsläget, och ge det en referens under equilibrium.',
    ),
  'step-too-long': ({ variable, difference }) =>
    told(
      `${variable} ändras ${exact(Number((100 * difference).toPrecision(2)))} % med ett hälften så långt steg.`,
      'Gör dt mindre.',
    ),
  'ledger-open': ({ sum, difference }) =>
    told(
      `${sum} är inte summan av aktörerna: ${exact(difference)} kronor skiljer.`,
      'Se efter att varje belopp betalas av någon, och bara en gång.',
    ),
  extreme: ({ settings, variable, lowest }) =>
    told(
      lowest === undefined
        ? `Med ${settings} blir ${variable} inget tal.`
        : `Med ${settings} sjunker ${variable} till ${exact(lowest)}, alltså under noll.`,
      'Se efter att inget flöde tömmer en tom stock och att inget delas med noll.',
    ),
  'unknown-fact': ({ name, nearest }) =>
    told(
      `Modellen frågar inte efter ${name} om en kommun.`,
      meant(nearest, 'Ange något som modellen frågar efter.'),
    ),
  'not-conserved': ({ stock, residual }) =>
    told(
      `${stock} går inte ihop: ${exact(residual)} fattas.`,
      'Rapportera felet: in- och utflöden ska stämma med stocken.',
    ),

  'worker-failed': ({ message }) =>
    told(`Beräkningen gick sönder: ${message}.`, 'Ladda om sidan. Rapportera felet om det kommer tillbaka.'),
  'worker-silent': ({ seconds }) =>
    told(
      `Beräkningen svarade inte på ${exact(seconds)} sekunder.`,
      'Den startas om. Prova en mindre modell om det händer igen.',
    ),
  'worker-replaced': () => told('Beräkningen har startats om.', 'Fortsätt som vanligt.'),
  'link-damaged': ({ parts }) =>
    told(
      parts.length === 1
        ? `Länkens del ”${parts[0]!}” går inte att läsa.`
        : `De här delarna av länken går inte att läsa: ${someOf(
            parts.map((part) => `”${part}”`),
            'och',
            (more) => `${more} till`,
          )}.`,
      'Resten gäller. Be om en ny länk om något ser fel ut.',
    ),
  'link-changed': () =>
    told(
      'Länken är inte hel: något i den har ändrats eller fallit bort.',
      'Det som går att läsa visas. Be om en ny länk om något ser fel ut.',
    ),
  'link-too-long': () => told('Länken är för lång för att läsas.', 'Be om en ny länk.'),
  'link-unreadable': () =>
    told(
      'Länken går inte att läsa: något av den är borta eller ändrat.',
      'Kopiera hela länken en gång till, eller be om en ny.',
    ),
  'link-newer': () =>
    told(
      'Länken är gjord i en nyare version av programmet.',
      'Det som går att läsa visas. Ladda om sidan två gånger för att få den nya versionen.',
    ),
  'link-needs-file': ({ file }) =>
    told(
      `Länken hör till filen ${file}, som inte följer med en länk.`,
      'Be den som skickade länken om filen, och öppna den här.',
    ),
  'name-missing': () =>
    told('Strategin behöver ett namn.', 'Skriv ett, eller tryck Esc för att behålla det gamla.'),
  'name-taken': ({ name }) =>
    told(`Det finns redan en strategi som heter ${name}.`, 'Välj ett namn som skiljer dem åt.'),
  'name-cut': ({ most }) =>
    told(`Namnet är kortat till ${most} tecken.`, 'Byt namn igen om det viktiga kom bort.'),
  'strategies-full': ({ most }) =>
    told(
      `Du har redan ${most} egna strategier.`,
      'Välj en av dem och ändra i den, eller ta bort en. Inget har ändrats.',
    ),
  'storage-blocked': () =>
    told(
      'Webbläsaren låter inte programmet spara.',
      'Allt annat fungerar. Kopiera länken eller hämta arbetet som fil under Dela om du vill ha det kvar.',
    ),
};
