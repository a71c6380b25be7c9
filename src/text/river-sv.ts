/**
 * Words of the river in Swedish. `RiverWords` is this shape, so English cannot leave a key out. Numbers come
 * formatted. Where a place has several wordings the picture takes the first that fits; lists are lines.
 */
export const riverSv = {
  title: (year: string) => `Floden, år ${year}`,
  titleStart: 'Floden i dag',
  born: 'född',
  age: (years: number) => `${years} år`,

  label: {
    births: { number: 'föds varje år', short: (n: string) => `${n} föds` },
    pupils: (n: string) => `${n} nyanlända barn`,
    school: { name: 'Skolan, på spåret', people: (n: string) => `${n} barn` },
    behind: { long: (n: string) => `Hamnar efter: ${n} barn`, short: (n: string) => `efter ${n}` },
    leaving: {
      number: ['om året lämnar skolan', 'utan jobb eller studier'],
      short: ['om året faller vid 20'],
      now: (n: string) => `just nu ${n} unga`,
    },
    arrivals: {
      long: (n: string) => [`${n} nyanlända`, 'vuxna per år'],
      short: (n: string) => [`${n} nyanlända`],
    },
    programme: (n: string) => `i program ${n}`,
    gap: (n: string) => `i glappet ${n}`,
    established: {
      name: 'Innanför',
      people: (n: string) => `${n} i arbete eller studier`,
      short: (n: string) => `Innanför ${n}`,
    },
    workToOutside: 'slås ut',
    pulledUp: (n: string) => `${n} dras upp`,
    relapse: (n: string) => `${n} åter ut`,
    ownWay: 'egen väg',
    ageInside: ['fyller 43', 'varje år'],
    ageOutside: ['fyller 43', 'utanför'],
    between: ['mellan', 'myndigheter'],
    lake: {
      long: (n: string, base: string) => `Långvarigt utanför: ${n} (bas ${base})`,
      base: (n: string) => `Långvarigt utanför: ${n}`,
      short: (n: string) => `Länge utanför ${n}`,
    },
    layers: (coordinated: string, recent: string, entrenched: string) =>
      `varav i insats ${coordinated}, hos en myndighet ${recent}, sedan länge ${entrenched}`,
    sum: {
      long: (lake: string, young: string, programme: string, gap: string, all: string) =>
        `${lake} + unga ${young} + program ${programme} + glappet ${gap} = ${all} utanför, alla grupper`,
      short: (all: string) => `Utanför, alla grupper: ${all}`,
    },
  },

  legend: {
    width: (n: string) => `bredd: ${n} om året`,
    dot: 'prick: 10 personer',
    base: 'streckat: bas',
    bank: (now: string, base: string) => `strandvall: förmåga ${now} (bas ${base})`,
    bankInBase: (now: string) => `strandvall: förmåga ${now}`,
    steppedDown: ['Mindre skala, så att', 'vågen får plats.'],
  },

  /** Everything that can be pointed at, in stream order. */
  mark: {
    births: 'Föds',
    preschool: 'Barn före skolan',
    pupils: 'Nyanlända barn börjar skolan',
    school: 'I grundskolan, på spåret',
    schoolRisk: 'I grundskolan, har hamnat efter',
    upper: 'I gymnasiet, på spåret',
    upperRisk: 'I gymnasiet, har hamnat efter',
    leaveToWork: 'Lämnar skolan till arbete eller studier',
    leaving: 'Lämnar skolan utan jobb eller studier',
    young: 'Unga utan jobb och studier',
    youngToWork: 'Unga som kommer in',
    youngToOutside: 'Unga som blir långvarigt utanför',
    arrivals: 'Nyanlända vuxna kommer',
    programme: 'Nyanlända i etableringsprogram',
    programmeToGap: 'Lämnar programmet utan jobb',
    gap: 'Nyanlända i glappet efter programmet',
    newcomersToWork: 'Nyanlända som kommer in',
    gapToOutside: 'Nyanlända som blir långvarigt utanför',
    established: 'Innanför, i arbete eller studier',
    workToOutside: 'Slås ut ur arbetslivet',
    lake: 'Långvarigt utanför',
    recent: 'Utanför, hos en myndighet',
    between: 'Utanför, mellan myndigheter',
    entrenched: 'Utanför sedan länge',
    coordinated: 'Utanför, i samordnad insats',
    pulledUp: 'Dras upp',
    recovered: 'Nyss uppdragna',
    relapse: 'Åter ut efter insats',
    ownWay: 'Hittar egen väg in',
    ageInside: 'Fyller 43 innanför',
    ageOutside: 'Fyller 43 utanför',
    training: 'I utbildning',
    entryJob: 'I instegsjobb',
    lasting: 'Etablerade',
    stranded: 'Utanför sedan länge',
    bank: 'Strandvallen: strukturell förmåga',
  },

  /** Every single flow, for the lists of what comes in and goes out. */
  flow: {
    births: 'Föds',
    startSchool: 'Börjar skolan på spåret',
    startSchoolRisk: 'Börjar skolan i risk',
    pupils: 'Nyanlända barn, på spåret',
    pupilsRisk: 'Nyanlända barn, i risk',
    fallBehind: 'Hamnar efter i grundskolan',
    catchUp: 'Kommer ikapp i grundskolan',
    toUpper: 'Till gymnasiet på spåret',
    toUpperRisk: 'Till gymnasiet i risk',
    toUpperHelped: 'Till gymnasiet med behörighet, genom stöd',
    loseTrack: 'Hamnar efter i gymnasiet',
    regainTrack: 'Kommer ikapp i gymnasiet',
    leaveToWork: 'Med examen till arbete eller studier',
    leaveToNothing: 'Med examen men utan jobb eller studier',
    leaveRiskToWork: 'Utan examen till arbete eller studier',
    leaveRiskToNothing: 'Utan examen, jobb och studier',
    youngToWork: 'Unga som kommer in',
    youngToOutside: 'Unga som blir långvarigt utanför',
    arrivals: 'Nyanlända vuxna kommer',
    programmeToWork: 'Från program till arbete',
    programmeToGap: 'Från program till glappet',
    gapToWork: 'Från glappet till arbete',
    gapToOutside: 'Från glappet till utanför',
    workToOutside: 'Slås ut ur arbetslivet',
    passedOn: 'Skickas vidare mellan myndigheter',
    passedBack: 'Tillbaka till en myndighet',
    stuckBetween: 'Fastnar mellan myndigheter',
    entrenching: 'Fastnar hos en myndighet',
    startRecent: 'Börjar i insats, nyligen utanför',
    startEntrenched: 'Börjar i insats, länge utanför',
    backOutside: 'Tillbaka utanför efter insats',
    backEntrenched: 'Länge utanför igen efter insats',
    pulledUp: 'Dras upp',
    relapse: 'Åter ut',
    settling: 'Står stadigt innanför',
    ownWayRecent: 'Egen väg, nyligen utanför',
    ownWayEntrenched: 'Egen väg, länge utanför',
    ageProgramme: 'Fyller 43 i programmet',
    ageGap: 'Fyller 43 i glappet',
    ageEstablished: 'Fyller 43 innanför',
    ageRecovered: 'Fyller 43, nyss uppdragna',
    ageRecent: 'Fyller 43 hos en myndighet',
    ageBetween: 'Fyller 43 mellan myndigheter',
    ageEntrenched: 'Fyller 43 länge utanför',
    ageCoordinated: 'Fyller 43 i insats',
    needs: 'Nya behov',
    resolved: 'Får hjälp av en myndighet',
    outOfStuck: 'Länge utanför, till arbete',
    programmeToJob: 'Från program till jobb',
    programmeToTraining: 'Från program till utbildning',
    gapToTraining: 'Från glapp till utbildning',
    trainingToGap: 'Från utbildning till glapp',
    trainingToJob: 'Från utbildning till jobb',
    gapToJob: 'Från glapp till jobb',
    jobToGap: 'Förlorar instegsjobbet',
    jobToLasting: 'Blir etablerade',
    lastingToGap: 'Förlorar fast arbete',
    gapToStranded: 'Fastnar i glappet',
    strandedToJob: 'Länge utanför, till jobb',
    ageTraining: 'Lämnar arbetslivet ur utbildning',
    ageJob: 'Lämnar arbetslivet ur instegsjobb',
    ageLasting: 'Pension efter etablering',
    ageStranded: 'Pension efter länge utanför',
  },

  /** Pictures in stages: what is their own. */
  stages: {
    summary: (a: {
      year: string;
      where: string;
      outside: string;
      base: string;
      bank: string;
      bankBase: string;
    }) =>
      `År ${a.year}: ${a.outside} personer är ${a.where} (bas ${a.base}), och strandvallen, den strukturella förmågan, är ${a.bank} (bas ${a.bankBase}).`,
    samordning: {
      outside: 'utanför arbete',
      /** On a phone, beside the water. */
      short: {
        recent: 'En myndighet',
        between: 'Mellan',
        coordinated: 'I insats',
        entrenched: 'Sedan länge',
        recovered: 'Tillbaka',
      },
      mark: {
        recent: 'Hos en myndighet',
        between: 'Mellan myndigheter',
        entrenched: 'Utanför sedan länge',
        coordinated: 'I samordnad insats',
        pulledUp: 'Vidare genom insatsen',
        recovered: 'Nyss tillbaka',
        relapse: 'Faller tillbaka',
      },
      flow: {
        passedOn: 'Skickas vidare',
        passedBack: 'Börjar om',
        startRecent: 'Börjar i insats',
        backOutside: 'Åter till en myndighet',
        backEntrenched: 'Fastnar efter insatsen',
        pulledUp: 'Vidare genom insatsen',
        relapse: 'Faller tillbaka',
        settling: 'Står stadigt',
        ageEntrenched: 'Pension eller flytt',
      },
    },
    etablering: {
      outside: 'ej etablerade',
      short: {
        programme: 'Program',
        training: 'Studier',
        gap: 'Glappet',
        entryJob: 'Instegsjobb',
        lasting: 'Etablerade',
        stranded: 'Sedan länge',
      },
      mark: {
        arrivals: 'Anländer',
        programme: 'I etableringsprogram',
        programmeToGap: 'Från program till glapp',
        gap: 'I glappet',
      },
      flow: {
        arrivals: 'Anländer',
        programmeToGap: 'Från program till glapp',
        ageProgramme: 'Lämnar arbetslivet ur programmet',
        ageGap: 'Lämnar arbetslivet ur glappet',
      },
    },
  },

  unit: { stock: 'personer', flow: 'personer per år', index: 'mellan 0 och 1' },
  spoken: (mark: string, now: string, unit: string, base: string) => `${mark}, ${now} ${unit}, bas ${base}`,
  spokenBase: (mark: string, now: string, unit: string) => `${mark}, ${now} ${unit}`,
  summary: (a: {
    year: string;
    leaving: string;
    pulledUp: string;
    ownWay: string;
    outside: string;
    base: string;
    bank: string;
    bankBase: string;
  }) =>
    `År ${a.year}: ${a.leaving} om året lämnar skolan utan jobb eller studier, ${a.pulledUp} dras upp och ${a.ownWay} hittar en egen väg. ` +
    `${a.outside} personer är långvarigt utanför (bas ${a.base}), och strandvallen, den strukturella förmågan, är ${a.bank} (bas ${a.bankBase}).`,

  table: {
    caption: (year: string) => `Flöden år ${year}`,
    mark: 'Var i floden',
    unit: 'enhet',
    now: 'nu',
    base: 'bas',
    difference: 'skillnad',
  },

  card: {
    why: 'Varför?',
    close: 'Stäng',
    before: 'Föregående i floden',
    after: 'Nästa i floden',
    base: (n: string) => `bas ${n}`,
    in: 'Kommer in',
    out: 'Går ut',
    stay: 'Tid här i medeltal',
    stayWhy: (people: string, leaving: string) =>
      `${people} personer delat med ${leaving} som går ut om året`,
    years: (n: string) => `${n} år`,
    from: 'Från',
    to: 'Till',
    outsidePicture: 'utanför bilden',
    payers: 'Vem betalar',
    payersNone: 'Modellen räknar ingen särskild kostnad här.',
    payersUnknown: 'Vem som betalar syns när modellens egen fil är öppen.',
    bank: 'Hur väl skola, arbetsliv och myndigheter är byggda för att ingen ska falla. Högre vall ger lägre risk att falla.',
  },

  controls: {
    play: (years: number) => `Spela ${years} år`,
    playTo: (year: number) => `Spela till år ${year}`,
    pause: 'Pausa',
    speed: (years: number) => `Fart: 1× är ${years} år i sekunden`,
    speedOption: (n: number) => `${n}×`,
    year: 'År',
    yearSpoken: (year: string) => `år ${year}`,
    fileUnit: 'bredd är personer per år, yta är personer',
    asTable: 'Som tabell',
    asPicture: 'Som bild',
    marks: 'Floden, del för del. Piltangenter går med och mot strömmen, Retur öppnar.',
    termOver: (year: number) => `År ${year}: mandatperioden är slut.`,
    nextTerm: (year: number) => `Nästa val, år ${year}`,
    goOn: (year: number) => `Fortsätt till ${year}`,
    move: (name: string, age: string) => `${name} står vid ${age} år`,
    moveHint: 'Piltangenter flyttar längs stranden',
    fixed: (name: string, sum: string) =>
      `${name}, ${sum}. Står där vägen börjar och går inte att flytta: insatserna ändrar hela vägen, inte en ålder.`,
    noRiver: 'Den här modellen har ingen flod. Diagrammen visar den.',
    waiting: 'Floden ritas när modellen har räknats.',
  },
};

export type RiverWords = typeof riverSv;
