/** What the Money screen says beside its table and charts, in Swedish. `MoneyWords` is this shape. */
export const moneySv = {
  reinvested: 'Återinvesterat',
  reinvestedBadge: 'ur besparingen',
  base: {
    claim: (sum: string, years: number, most: string | undefined) =>
      `I bas kostar utanförskapet ${sum} offentligt på ${years} år.${most === undefined ? '' : ` ${most} bär mest.`}`,
    text: 'Så blir det om ingenting ändras. Välj en strategi, så syns vem som betalar och vem som vinner.',
    caption: 'Vem bär kostnaden i bas?',
    unit: 'mnkr nuvärde',
  },
  split: {
    report: 'Skriv ut rapport',
    open: 'Prova en annan fördelning',
    title: 'Vem betalar insatserna?',
    intro:
      'Flytta en aktörs del, så ger de andra efter i proportion. Tillsammans är det alltid 100 %. Vem som betalar ändrar ingenting annat i modellen.',
    nothing: 'Strategin kostar inga nya pengar, så det finns inget att fördela.',
    share: (name: string) => `${name}, del av insatserna`,
    percent: '%',
    columns: { actor: 'Aktör', share: 'Del av insatserna', pays: 'betalar', net: 'netto', from: 'plus från' },
    years: (years: number) => `${years} år, mnkr`,
    spoken: (percent: string, net: string, years: number, from: string) =>
      `${percent}, netto ${net} mnkr på ${years} år, plus från: ${from}`,
    asModel: 'Fördela som i modellen',
    yours: 'Din fördelning',
    yoursNote: 'Insatserna fördelas som du har valt, inte som i modellen.',
  },
  fair: {
    title: 'Kan alla slippa förlora?',
    within: 'Ingen ska ha förlorat efter',
    years: 'år',
    find: 'Hitta en fördelning där ingen förlorar',
    found: (years: number, shares: string) =>
      `Det finns en. Var och en betalar i proportion till vad den får tillbaka på ${years} år: ${shares}.`,
    lacking: (years: number, effort: string, back: string, lacking: string) =>
      `Ingen sådan fördelning finns på ${years} år. Insatserna kostar ${effort}. Tillsammans får aktörerna tillbaka ${back}, så ${lacking} fattas.`,
    none: (years: number) => `Ingen sådan fördelning finns på ${years} år.`,
    loser: (name: string, amount: string) => `${name} ${amount}`,
    losers: (list: string, many: boolean) =>
      many
        ? `Även utan att betala förlorar ${list}: deras andra kostnader har ökat.`
        : `Även utan att betala förlorar ${list}: aktörens andra kostnader har ökat.`,
    last: (name: string, amount: string) => `Med nuvarande fördelning går det sämst för ${name}: ${amount}.`,
    first: (year: number) => `Tidigast går det efter ${year} år.`,
    never: (years: number) => `Det går inte heller på ${years} år.`,
  },
  shifted: {
    title: 'Skickat vidare',
    moved: (years: number) =>
      `Kostnader som på ${years} år har flyttats från en kassa till en annan, mot bas. Det som en slipper bär en annan. Det tar ut sig; summan är noll.`,
    movedPerYear: (years: number, millions: string) => `År ${years} flyttas ${millions} mnkr om året.`,
    movedNoMore: (years: number) => `År ${years} flyttas ingenting längre: det finns inget att vinna på det.`,
    borne: 'bär åt andra',
    apartTitle: 'Det som inte tar ut sig',
    apart: (years: number) =>
      `Vad alla kassor tillsammans har sparat eller förlorat på ${years} år, mot bas. Väntan och upprepade utredningar är inte flyttade pengar utan nya kostnader.`,
    change: 'mot bas',
    other: 'Allt annat',
    allPurses: 'Alla kassor',
    paidTitle: 'Betalt åt andra',
    intro: (years: number) =>
      `Vad aktörerna betalar åt varandra på ${years} år: skillnaden mot att var och en betalar efter vad den får tillbaka. Det tar ut sig; summan är noll.`,
    none: (years: number) =>
      `På ${years} år får ingen tillbaka något att fördela betalningen efter. Välj en längre tid.`,
    actor: 'Aktör',
    pays: 'betalar',
    byGain: 'efter nytta',
    shifted: 'åt andra',
    unit: 'mnkr nuvärde',
    sum: 'Summa',
    people: (years: number, n: string, base: string) =>
      `År ${years} skickas ${n} personer vidare mellan myndigheter, i bas ${base}.`,
    waiting: (n: string, base: string, cost: string, costBase: string) =>
      `${n} väntar mellan två myndigheter (bas ${base}). Väntan kostar ${cost} om året (bas ${costBase}). Den tar inte ut sig: pengarna är borta för alla.`,
  },
  reinvest: {
    title: 'Återinvestera besparingen',
    text: 'En del av det som den offentliga sektorn sparar går tillbaka till arbete uppströms. Pengarna tas ur besparingen och inte ur någon enskild aktörs kassa, så de står på en egen rad.',
    share: 'Andel av besparingen',
    used: (amount: string, years: number) => `${amount} återinvesteras på ${years} år.`,
    nothing: 'Inget återinvesteras.',
    loop: 'Slingan',
    steps: [
      'Färre är utanför',
      'Den offentliga kostnaden sjunker',
      'En del av besparingen går uppströms',
      'Färre hamnar utanför',
    ],
    loopNote:
      'och så runt igen: en förstärkande slinga. Den börjar långsamt, för det måste finnas något att spara först.',
  },
  assumed: {
    title: 'Så är pengarna räknade',
    text: 'Ändrar du ett värde räknas alla strategier och bas om med det. Modellens egen bas står kvar bredvid.',
    range: (least: string, most: string) => `${least} till ${most}`,
    asModel: (value: string) => `Tillbaka till ${value}`,
    times: 'gånger',
    yours: 'ditt antagande',
    yearTitle: 'Prisår',
    year: 'omkring 2015',
    yearText:
      'Räkneexemplets källa är daterad februari 2015 och anger inget prisår. Alla belopp är i fasta priser. Andra kostnader än källans: ändra kostnadsnivån.',
    cohort: 'Räkna på en årskull',
    cohortText: 'Samma kostnader i ett räkneexempel för hand, steg för steg.',
  },
};

export type MoneyWords = typeof moneySv;
