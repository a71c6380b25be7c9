import type { Bilingual } from '../../model/variable.ts';

/** Names and descriptions of the variables that a lever, an actor or the ledger is made into. */
export interface Texts {
  readonly name: Bilingual;
  readonly about: Bilingual;
}

const texts =
  (sv: string, en: string, aboutSv: string, aboutEn: string) =>
  (of: Bilingual): Texts => ({
    name: { sv: `${sv}: ${of.sv}`, en: `${en}: ${of.en}` },
    about: { sv: aboutSv, en: aboutEn },
  });

export const delay = texts(
  'Införandetid',
  'Delay',
  'Hur lång tid det i medeltal tar tills insatsen märks.',
  'How long it takes on average until the effort is felt.',
);

export const level = texts(
  'Nivå',
  'Level',
  'Hur långt insatsen har kommit: 0 är som i dag, 1 är full insats.',
  'How far the effort has come: 0 is as today, 1 is the full effort.',
);

export const change = texts(
  'Införande',
  'Roll-out',
  'Hur fort insatsen växer mot det läge som spaken är ställd i.',
  'How fast the effort grows towards where the lever is set.',
);

export const cost = texts(
  'Kostnad',
  'Cost',
  'Vad insatsen kostar när den drivs fullt ut.',
  'What the effort costs when it runs in full.',
);

export const effortCost = texts(
  'Insatskostnad',
  'Cost of effort',
  'Vad insatsen kostar som spaken är ställd.',
  'What the effort costs as the lever is set.',
);

export const unitCost = texts(
  'Kostnad per person',
  'Cost per person',
  'Vad en persons år i långvarigt utanförskap kostar aktören.',
  'What one person’s year of long-term exclusion costs the actor.',
);

export const costRate = texts(
  'Kostnad per år',
  'Cost per year',
  'Vad aktören betalar per år för dem som är utanför och för insatserna.',
  'What the actor pays per year for those outside and for the efforts.',
);

export const presentFlow = texts(
  'Nuvärde per år',
  'Present value per year',
  'Årets kostnad omräknad till värdet när insatsen börjar.',
  'The year’s cost converted to its value when the policy starts.',
);

export const presentValue = texts(
  'Samlat nuvärde',
  'Total present value',
  'Kostnaderna sedan insatsen började, omräknade till värdet då.',
  'Costs since the policy started, converted to their value then.',
);

/** Whom the sums of the ledger concern. */
export const sums = {
  public: { sv: 'Offentliga sektorn', en: 'Public sector' },
  total: { sv: 'Samhället', en: 'Society' },
  policy: { sv: 'Insatserna', en: 'The efforts' },
  reinvested: { sv: 'Återinvesterat', en: 'Reinvested' },
} as const;

export const publicCost: Texts = {
  name: { sv: 'Kostnad per år: Offentliga sektorn', en: 'Cost per year: Public sector' },
  about: {
    sv: 'Summan av vad de offentliga aktörerna betalar per år.',
    en: 'The sum of what public actors pay per year.',
  },
};

export const totalCost: Texts = {
  name: { sv: 'Kostnad per år: Samhället', en: 'Cost per year: Society' },
  about: {
    sv: 'Offentlig kostnad och förlorat produktionsvärde per år.',
    en: 'Public cost and lost production value per year.',
  },
};

export const policyCost: Texts = {
  name: { sv: 'Insatskostnad per år', en: 'Cost of efforts per year' },
  about: {
    sv: 'Vad alla insatser kostar per år tillsammans.',
    en: 'What all efforts cost per year together.',
  },
};

export const reinvestedCost: Texts = {
  name: { sv: 'Återinvesterat per år', en: 'Reinvested per year' },
  about: {
    sv: 'Den del av besparingen som används på nytt; ur ingen enskild aktörs kassa.',
    en: 'The part of the savings that is used again; out of no single actor’s purse.',
  },
};
