/** Words of the Explore screen's panel, charts and drawers in Swedish. `ExploreWords` is this shape. */
export const exploreSv = {
  budget: {
    title: 'Budget per år',
    of: (sum: string) => `av ${sum}`,
    against: (sum: string) => `mot ${sum}`,
    lock: 'Lås summan: då måste något annat ge efter',
    locked: 'Låst summa',
    unit: 'mnkr/år',
    sumLabel: 'Låst summa, miljoner kronor per år',
    wrongSum: (least: string, most: string) => `Skriv ett tal mellan ${least} och ${most}.`,
    left: (sum: string) => `${sum} är inte använt ännu.`,
    tooMuch: (sum: string) => `Strategin kostar ${sum} mer än den låsta summan.`,
    fit: (sum: string) => `Minska till ${sum}`,
    spoken: (parts: string, left: string | undefined) =>
      left === undefined ? `${parts}.` : `${parts}, ${left} kvar.`,
  },
  moved: {
    before: 'Flytta en spak, så ser du vad som ger efter.',
    nothing: 'Inget annat ändrades.',
    yields: (name: string, sum: string) => `${name} −${sum}`,
    takes: (name: string, sum: string) => `${name} +${sum}`,
    spokenYields: (name: string, sum: string) => `${name} minskar med ${sum} om året`,
    spokenTakes: (name: string, sum: string) => `${name} ökar med ${sum} om året`,
    chooseLabel: 'Ger efter först',
    all: 'alla, efter vad de kostar',
    same: (sum: string) => `Summan är densamma: ${sum}.`,
    since: 'Mot läget före',
    at: (years: number) => `om ${years} år`,
    fewer: (n: string) => `${n} färre utanför`,
    more: (n: string) => `${n} fler utanför`,
    equal: 'lika många utanför',
    net: (sum: string) => `${sum} mnkr netto`,
  },
  panel: {
    changed: (n: number) => (n === 1 ? '1 ändrad' : `${n} ändrade`),
    onlyChanged: 'Visa bara ändrade',
    noneChanged: 'Ingen spak är ändrad. Flytta en spak, eller visa alla.',
    showAll: 'Visa alla spakar',
    assumptions: 'Antaganden',
    more: 'Mer om spaken',
    toBase: 'Till bas',
    toBaseSpoken: (name: string) => `Ställ ${name} som i bas`,
    places: 'Var gör pengarna nytta?',
    sheet: 'Visa eller göm spakarna',
  },
};

export type ExploreWords = typeof exploreSv;
