import type { CompareWords } from './compare-sv.ts';

const counts = ['none', 'one', 'two', 'three', 'four', 'five', 'six'];
const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words of the comparison in English. */
export const compareEn: CompareWords = {
  list,
  lead: {
    fewest: (noun) => `Fewest ${noun}`,
    lowest: (noun) => `Lowest ${noun}`,
    highest: (noun) => `Highest ${noun}`,
  },
  finding: (lead, parts) =>
    parts
      .map(({ years, names }, i) => {
        const when = `after ${list(years.map(String))} years`;
        return i === 0 ? `${lead} ${when}: ${list(names)}.` : `${capital(when)}: ${list(names)}.`;
      })
      .join(' '),
  alike: (noun) => `${capital(noun)}: the same after 4, 20 and 40 years.`,
  one: (name, difference, noun, years) => `${name}: ${difference} ${noun} after ${years} years than in base.`,
  oneOther: (name, noun, difference, years) =>
    `${name}: ${noun} ${difference} against base after ${years} years.`,
  oneAlike: (name, noun, years) => `${name}: ${noun} as in base after ${years} years.`,
  sameMoney: (sum) => `The same ${sum} a year.`,
  noMoney: 'None of them costs new money.',
  otherMoney: 'The strategies do not cost the same.',
  costs: (sum) => `Costs ${sum} a year.`,
  sum: (name, sum) => `${name} (${sum})`,
  amongSame: (names) => `Among those that cost the same (${list(names)}):`,
  mostThenFewest: (name, noun, count, most, fewest) =>
    `${name} has the most ${noun} of the ${counts[count]!} for the first ${most} years and the fewest after ${fewest} years.`,
  fewestAfter: (name, noun, count, fewest) =>
    `${name} has the fewest ${noun} of the ${counts[count]!} after ${fewest} years.`,
  fewestAlways: (name, noun, count) => `${name} has the fewest ${noun} of the ${counts[count]!} throughout.`,
  moreThenFewer: (name, noun, other, fewer) =>
    `${name} has more ${noun} than ${other} for ${fewer} years, then fewer.`,
  fewerAfter: (name, noun, other, fewer) => `${name} has fewer ${noun} than ${other} after ${fewer} years.`,
  fewerAlways: (name, noun, other) => `${name} has fewer ${noun} than ${other} throughout.`,
  littleMore: (years) => `a little more than ${years}`,
  empty: 'Nothing to compare yet',
  emptyText: 'Strategies stand beside each other here. Put a ready one beside base, or make your own.',
  emptyOwn: 'Strategies stand beside each other here. Make your own and move a lever.',
  notHere: 'This model cannot be compared here',
  notHereText: 'The comparison needs a count and an inflow over 40 years. This model is shown in Explore.',
  openExplore: 'Open Explore',
  putBeside: (name) => `Show ${name}`,
  makeOwn: 'Make your own strategy',
  report: 'Print a report',
  draw: 'Draw',
  modes: { overlay: 'Together', multiples: 'Separately', difference: 'Difference from base' },
  quantity: 'Chart',
  differenceUnit: (unit) => `${unit}, difference from base`,
  sharedAxis: 'the same scale in all',
  crossings: (count) => (count === 1 ? 'Where the lines meet: once' : `Where the lines meet: ${count} times`),
  crossingsCaption: 'When one line passes below another',
  crossingYear: 'year',
  crossingWhat: 'what happens',
  crossingOf: 'of',
  goesBelow: (lower, higher) => `${lower} passes below ${higher}`,
  noCrossings: 'No lines meet within 40 years.',
  outcomes: 'What the strategies give',
  strategy: 'Strategy',
  cost: 'cost',
  costUnit: 'SEK m/year',
  publicNet: 'net, public',
  totalNet: 'net, with production value',
  money: 'SEK million, present value against base',
  year: (years) => `year ${years}`,
  best: 'best',
  worst: 'worst',
  bestNote: (names, sum) =>
    `Best and worst are said of those that cost the same: ${list(names)}, ${sum} a year.`,
  bestNoteFree: (names) => `Best and worst are said of those that cost no new money: ${list(names)}.`,
  noContest: 'Best and worst are said only of strategies that cost the same.',
  netNote: (rate) =>
    `Present values at ${rate} interest. Net is how much lower costs are than in base, once the effort is paid for. Production value is not money in anyone’s purse.`,
  waiting: 'computing',
  levers: 'What sets them apart',
  leversNote: 'Only levers that have been moved. The cost stands below.',
  lever: 'Lever',
  asBase: 'as in base',
  free: 'no new money',
  perYear: (sum) => `${sum}/year`,
  sumRow: 'Sum per year',
  copyTo: (lever, from) => `Copy ${lever} from ${from} to`,
  copied: (lever, to) => `${lever} has been copied to ${to}.`,
  copiedPart: (lever, to, setting) =>
    `${lever} has been copied to ${to}, but only to ${setting}: there is no room for more.`,
  lockedAt: (sum) => `The budget is locked at ${sum}.`,
  gave: (levers) => `${list(levers)} made room.`,
  took: (levers) => `${list(levers)} got what was left over.`,
  noLevers: 'No lever has been moved: all are as base.',
  noLeversDo: 'Move a lever',
  needOwn: 'Make your own strategy, and you can copy a lever to it.',
  unequal: 'Not the same money',
  unequalText: (parts) =>
    `${list(parts)} do not cost the same a year. More money should reach farther, so the comparison does not tell where money does the most good.`,
  scale: (name, sum) => `Scale ${name} to ${sum}`,
  scaleCopy: (name, sum) => `Scale a copy of ${name} to ${sum}`,
  scaleAll: (count, sum) => `Scale ${count === 2 ? 'both' : 'all'} to ${sum}`,
  lowerOthers: (sum) => `Lower the others to ${sum}`,
  copyName: (name) => `${name}, copy`,
  endsAt: (sum, name) => `at ${sum} in ${name}`,
  notAll: (wanted, ends) => `Not all can reach ${wanted}: the levers end ${list(ends)}.`,
  copies: 'The ready strategies stay as they are. Copies take their place in the comparison.',
  lockFollows: (sum) => `The locked budget follows to ${sum}.`,
  unscalable: (name) => `${name} costs no new money and cannot be scaled.`,
  fullOwn: (copies) =>
    `You can have four strategies of your own. Remove one to make room for ${copies === 1 ? 'a copy of the ready one' : `${counts[copies]!} copies of ready ones`}.`,
  contributions: 'What contributed what',
  explained: (name) => `The levers of ${name}`,
  contributionsWhat: 'Measured in',
  contributionsAxis: (years) => `difference from base after ${years} years`,
  netOutcome: 'Net gain',
  netUnit: 'SEK million, present value',
  contributionsChoose: 'No lever has been moved here. Which strategy is to be taken apart?',
  contributionsOne: 'Only one lever has been moved, so the whole difference comes from it.',
  why: 'Levers help and hinder each other. The one counted first gets more than the one counted last, and no order is the right one. So each bar is an average over the orders, and the bars together are the whole difference, before rounding.',
  exact: (orders, runs) => `${orders === '2' ? 'Both' : `All ${orders}`} orders are included (${runs} runs).`,
  drawn: (orders, runs, error) =>
    `${orders} orders drawn by lot are included, the same for everyone (${runs} runs). Uncertainty of each bar: at most ±${error}.`,
  whole: 'Together',
  alone: 'alone',
  aloneNote: 'The ring shows what the lever would have done alone.',
  average: 'contribution',
  overlap: (alone, together) => `One by one: ${alone}. Together: ${together}.`,
  synergy: {
    less: 'They partly do the same job.',
    more: 'They strengthen each other.',
    alike: 'They hardly affect each other.',
  },
  computing: 'Computing all orders',
  failed: 'What each lever contributes could not be computed.',
};
