import type { MoneyWords } from './money-sv.ts';

/** What the Money screen says beside its table and charts, in English. */
export const moneyEn: MoneyWords = {
  reinvested: 'Reinvested',
  reinvestedBadge: 'out of the savings',
  base: {
    claim: (sum: string, years: number, most: string | undefined) =>
      `In base, exclusion costs ${sum} of public money over ${years} years.${most === undefined ? '' : ` ${most} carries most.`}`,
    text: 'That is if nothing is changed. Choose a strategy to see who pays and who gains.',
    caption: 'Who carries the cost in base?',
    unit: 'SEK million, present value',
  },
  split: {
    report: 'Print a report',
    open: 'Try another split',
    title: 'Who pays for the efforts?',
    intro:
      'Move one actor’s share and the others give way in proportion. Together it is always 100%. Who pays changes nothing else in the model.',
    nothing: 'The strategy costs no new money, so there is nothing to split.',
    share: (name) => `${name}, share of the efforts`,
    percent: '%',
    columns: { actor: 'Actor', share: 'Share of the efforts', pays: 'pays', net: 'net', from: 'ahead from' },
    years: (years) => `${years} years, MSEK`,
    spoken: (percent, net, years, from) =>
      `${percent}, net ${net} MSEK over ${years} years, ahead from: ${from}`,
    asModel: 'Split as in the model',
    yours: 'Your split',
    yoursNote: 'The efforts are split as you have chosen, not as in the model.',
  },
  fair: {
    title: 'Can everyone avoid a loss?',
    within: 'Nobody is to have lost after',
    years: 'years',
    find: 'Find a split where nobody loses',
    found: (years, shares) =>
      `There is one. Each pays in proportion to what it gets back over ${years} years: ${shares}.`,
    lacking: (years, effort, back, lacking) =>
      `There is no such split over ${years} years. The efforts cost ${effort}. Together the actors get back ${back}, so ${lacking} is lacking.`,
    none: (years) => `There is no such split over ${years} years.`,
    loser: (name, amount) => `${name} ${amount}`,
    losers: (list, many) =>
      many
        ? `These lose even without paying, as their other costs have risen: ${list}.`
        : `This actor loses even without paying, as its other costs have risen: ${list}.`,
    last: (name, amount) => `Worst off under the present split: ${name}, ${amount}.`,
    first: (year) => `At the earliest it works after ${year} years.`,
    never: (years) => `Nor does it work over ${years} years.`,
  },
  shifted: {
    title: 'Passed on',
    moved: (years) =>
      `Costs that over ${years} years have been moved from one purse to another, against base. What one is spared another bears. It cancels; the sum is zero.`,
    movedPerYear: (years, millions) => `In year ${years}, SEK ${millions} million a year is moved.`,
    movedNoMore: (years) => `In year ${years} nothing is moved any more: there is nothing to gain by it.`,
    borne: 'borne for others',
    apartTitle: 'What does not cancel',
    apart: (years) =>
      `What all purses together have saved or lost over ${years} years, against base. Waiting and repeated assessments are not money moved but new costs.`,
    change: 'against base',
    other: 'Everything else',
    allPurses: 'All purses',
    paidTitle: 'Paid for others',
    intro: (years) =>
      `What actors pay for each other over ${years} years: how far it is from each paying by what it gets back. It cancels; the sum is zero.`,
    none: (years) =>
      `Over ${years} years nobody gets anything back to split the payment by. Choose a longer time.`,
    actor: 'Actor',
    pays: 'pays',
    byGain: 'by gain',
    shifted: 'for others',
    unit: 'MSEK, present value',
    sum: 'Sum',
    people: (years, n, base) =>
      `In year ${years}, ${n} people are passed on between agencies; ${base} in base.`,
    waiting: (n, base, cost, costBase) =>
      `${n} wait between two agencies (base ${base}). Waiting costs ${cost} a year (base ${costBase}). It does not cancel: that money is gone for everyone.`,
  },
  reinvest: {
    title: 'Reinvest the savings',
    text: 'Part of what the public sector saves goes back to work upstream. The money comes out of the savings and of no single actor’s purse, so it has a row of its own.',
    share: 'Share of the savings',
    used: (amount, years) => `${amount} is reinvested over ${years} years.`,
    nothing: 'Nothing is reinvested.',
    loop: 'The loop',
    steps: [
      'Fewer are outside',
      'Public cost falls',
      'Part of the savings goes upstream',
      'Fewer end up outside',
    ],
    loopNote:
      'and round again: a reinforcing loop. It starts slowly, as there has to be something to save first.',
  },
  assumed: {
    title: 'How the money is counted',
    text: 'If you change a value, all strategies and base are computed again with it. The model’s own base stays beside them.',
    range: (least, most) => `${least} to ${most}`,
    asModel: (value) => `Back to ${value}`,
    times: 'times',
    yours: 'your assumption',
    yearTitle: 'Price year',
    year: 'about 2015',
    yearText:
      'The source of the worked example is dated February 2015 and states no price year. All amounts are in constant prices. For other costs than the source’s, change the cost level.',
    cohort: 'Calculate a cohort',
    cohortText: 'The same costs in an example by hand, step by step.',
  },
};
