import { byWins, listed, type Win } from './listed.ts';

/** How sure the order of the strategies is, in Swedish. `CertaintyWords` is this shape. */
export const certaintySv = {
  title: (years: number) => `Hur säkert är det om ${years} år?`,
  againstBase: (rows: readonly Win[], of: string) =>
    `${listed(
      byWins(rows).map(
        ({ names, wins }, i) => `${listed(names, 'och')}${i === 0 ? ' är bättre än bas' : ''} i ${wins}`,
      ),
      'och',
    )} av ${of} körningar.`,
  against: (name: string, others: readonly Win[], of: string) =>
    `${name} är bättre än ${others.map((other) => `${other.name} i ${other.wins}`).join(' och än ')} av ${of}.`,
  measured: (outcome: string, lower: boolean) =>
    `Jämförs: ${outcome}, där ${lower ? 'färre' : 'fler'} är bättre.`,
  otherMoney: 'Strategier som kostar olika mycket jämförs bara med bas.',
  turns: (assumption: string, higher: boolean, name: string, other: string, correlation: string) =>
    `Det som mest följer med när svaret vänder är antagandet ”${assumption}”: ju ${higher ? 'högre' : 'lägre'}, desto sämre står sig ${name} mot ${other} (rangkorrelation ${correlation}). Det är ett samband i körningarna, inget bevis.`,
  sways: (assumption: string, higher: boolean, name: string, other: string, correlation: string) =>
    `Svaret är detsamma i alla körningar. Hur stor skillnaden blir följer mest med antagandet ”${assumption}”: ju ${higher ? 'högre' : 'lägre'}, desto sämre står sig ${name} mot ${other} (rangkorrelation ${correlation}). Det är ett samband i körningarna, inget bevis.`,
  base: 'bas',
  howTitle: 'Så är det räknat',
  how: (runs: string, assumptions: string, seed: string) =>
    `${runs} körningar, slumpfrö ${seed}. Varje körning drar ${assumptions} osäkra antaganden ur modellens egna intervall, och alla strategier räknas på samma dragning. Körningarna är tänkbara kommuner. Andelen är ingen sannolikhet för er kommun.`,
  yours: 'Det som du själv har antagit dras inte.',
  failed: (n: string) => `${n} körningar saknade jämvikt och är inte med.`,
  counting: (done: string, of: string) => `Räknar: ${done} av ${of} körningar.`,
  unfinished: (done: string, of: string) =>
    `${done} av ${of} körningar var klara när sidan skrevs ut. Knappen för utskrift i rapporten väntar in alla.`,
  slow: 'Det tar längre tid än det brukar.',
  again: 'Försök igen',
  noRanges:
    'Modellen har inga antaganden med intervall att dra ur, så det går inte att räkna hur säkert svaret är.',
  problem: 'Det gick inte att räkna hur säkert svaret är.',
};

export type CertaintyWords = typeof certaintySv;
