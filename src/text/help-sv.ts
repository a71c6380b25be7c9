/** Hjälp och tillgänglighetsredogörelse. */
export const helpSv = {
  about: 'Vad är Uppströms?',
  aboutText: [
    'Tre personer står vid en flod. Den första drar upp barn ur vattnet. Den andra lär dem simma. Den tredje går uppströms för att se vad som får dem att falla i.',
    'Här ställer du samma pengar på ett av de tre ställena och ser vad modellen säger efter 4, 20 och 40 år: hur många som är utanför, vem som betalar och vem som vinner.',
    'Modellen är illustrativ, ingen prognos. Varje tal har en källa och ett betyg: uppmätt, skattad, antagen eller illustrativ.',
  ],
  how: 'Så gör du',
  howSteps: [
    'Dra i en spak. Då görs en kopia av strategin du tittar på, och den är din.',
    'Läs kurvorna bredvid varandra: hur många som är utanför, och hur många nya som tillkommer. De kan säga emot varandra.',
    'Byt år uppe till höger. Det som är bäst efter 4 år är ofta inte bäst efter 20.',
    'Ångra går alltid. Adressen i webbläsaren bär hela ditt arbete: skicka den, så ser den andra samma sak.',
  ],
  keys: 'Tangenter',
  keysOff: 'Snabbtangenterna är avstängda. Slå på dem under Inställningar.',
  key: 'Tangent',
  does: 'Gör',
  commands: {
    undo: 'Ångra',
    redo: 'Gör om',
    base: 'Välj bas',
    copy: 'Kopiera den valda strategin',
    replay: 'Spela om den senaste ändringen (Utforska)',
    left: 'Välj vad vänstra diagrammet visar (Utforska)',
    right: 'Välj vad högra diagrammet visar (Utforska)',
    table: 'Visa diagrammen som tabeller, och tillbaka',
    uncertainty: 'Visa eller dölj osäkerheten i diagrammen (Utforska)',
    present: 'Visa för ett rum, och tillbaka',
    help: 'Öppna eller stäng hjälpen',
  },
  view: (name: string) => `Öppna ${name}`,
  otherKeys: [['Esc', 'Stäng det som är öppet bredvid eller ovanpå']],
  controls: 'På en spak',
  controlKeys: [
    ['← →', 'Ett steg'],
    ['Page Up, Page Down', 'Till nästa märke'],
    ['Home, End', 'Till början eller slutet'],
    ['Enter', 'Skriv ett tal'],
    ['Delete', 'Tillbaka till bas'],
  ],
  chartKeys:
    'I ett diagram: ← → flyttar läslinjen ett år. Varje diagram finns också som tabell. I floden och i modellens diagram går piltangenterna från del till del, och Enter öppnar.',
  terms: 'Ord',
  glossary: {
    base: { term: 'Bas', means: 'Det som händer om ingen spak rörs: allt fortsätter som i dag.' },
    strategy: { term: 'Strategi', means: 'En uppsättning spakar och vad de kostar om året.' },
    outside: {
      term: 'Utanför',
      means: 'Personer 16–42 år som länge saknar både arbete och studier, eller är på väg dit.',
    },
    inflow: { term: 'Nya utanför', means: 'Så många som hamnar långvarigt utanför under ett år.' },
    stock: {
      term: 'Stock',
      means: 'Något som finns vid en tidpunkt, som antalet personer utanför. Vattnet i ett badkar.',
    },
    flow: {
      term: 'Flöde',
      means: 'Något som händer under en tid, som nya personer per år. Kranen och avloppet.',
    },
    capability: {
      term: 'Strukturell förmåga',
      means: 'Hur väl skola, vård och myndigheter hänger ihop, från 0 till 1. Den byggs långsamt och slits.',
    },
    assumption: {
      term: 'Antagande',
      means: 'Ett tal som ingen beslutar om men som påverkar svaret. Du kan ändra det och se vad som händer.',
    },
    presentValue: {
      term: 'Nuvärde',
      means: 'Framtida pengar räknade i dagens värde: en krona om tjugo år väger mindre än en i dag.',
    },
    term: { term: 'Mandatperiod', means: 'De fyra år som de förtroendevalda sitter.' },
    oldMaid: {
      term: 'Svarte petter',
      means:
        'När en aktör sparar på att nästa får betala. Kostnaden flyttas men försvinner inte, och vägen blir längre för den det gäller.',
    },
    productionValue: {
      term: 'Produktionsvärde',
      means: 'Värdet av det en person i arbete skapar. Det räknas aldrig ihop med någons kassa.',
    },
    gap: { term: 'Mellanrum', means: 'Att skickas mellan myndigheter utan att någon tar hela ansvaret.' },
  },
  privacy: 'Var finns mina uppgifter?',
  privacyText:
    'I din webbläsare. Programmet räknar på din dator och skickar ingenting. Efter första besöket fungerar det utan nät.',
  statement: 'Tillgänglighet',
  statementLink: 'Läs tillgänglighetsredogörelsen',
};

export const statementSv = {
  title: 'Tillgänglighetsredogörelse',
  intro:
    'Uppströms är byggt för att alla ska kunna använda det. Målet är WCAG 2.1 på nivå AA, som lagen om tillgänglighet till digital offentlig service (DOS-lagen) kräver av kommuner och myndigheter.',
  sections: [
    {
      heading: 'Så fungerar det',
      items: [
        'Allt går att göra med tangentbord. Snabbtangenterna kan stängas av under Inställningar.',
        'Varje spak säger sitt värde, sin kostnad och när den märks. Varje ändring läses upp med sitt resultat.',
        'Varje diagram har en sammanfattning i ord och finns som tabell. Floden finns som lista och tabell.',
        'Färg är aldrig ensam bärare: linjer skiljs också åt av streck, tjocklek och märke.',
        'Text går att förstora till 200 procent, och sidan fungerar i en spalt vid 400 procents zoom.',
        'Ljust och mörkt tema, systemets höga kontrast och reducerad rörelse följs.',
      ],
    },
    {
      heading: 'Hur vi har prövat',
      items: [
        'Regler som kan prövas maskinellt (axe) prövas på varje vy, i båda språken och temana, vid varje ändring av programmet.',
        'Kontraster, tangentbordsvägar och storlek på träffytor prövas av program i en riktig webbläsare.',
      ],
    },
    {
      heading: 'Kända brister',
      items: [
        'Programmet är ännu inte prövat av personer som använder skärmläsare eller talstyrning till vardags.',
        'Flodens bild är tät. På små skärmar visar den färre tal; alla finns i tabellen.',
        'Filer från andra program visas med de namn och enheter som filen har, ofta på engelska.',
      ],
    },
    {
      heading: 'Säg till',
      items: [
        'Möter du ett hinder: vänd dig till den som visar programmet för dig, din kommun eller kursledare. Digg, Myndigheten för digital förvaltning, har tillsyn över lagen.',
      ],
    },
  ],
  updated: 'Redogörelsen skrevs den 22 november 2026.',
  back: 'Till Utforska',
};

export type HelpWords = typeof helpSv;
export type GlossaryTerm = keyof HelpWords['glossary'];
export type StatementWords = typeof statementSv;
