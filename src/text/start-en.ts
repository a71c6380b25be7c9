import type { StartWords } from './start-sv.ts';

/** Words of the first minute in English. */
export const startEn: StartWords = {
  skip: 'Skip',
  births: (n) => `Every year ${n} children are born in a municipality.`,
  question: 'How many of them end up outside for long?',
  hint: 'Drag across the people, or use the arrow keys.',
  hintTouch: 'Drag your finger across the people.',
  of: (n, all) => `${n} of ${all}`,
  spoken: (n, all) => `${n} of ${all} children`,
  show: 'Show the model’s answer',
  yourGuess: (n) => `your guess ${n}`,
  answer: (n) => `the model ${n}`,
  field: (answer, all, guess) =>
    `${all} people. In the model ${answer} of them are outside for long; your guess was ${guess}.`,
  revealed: (answer, all) => `In the model ${answer} of ${all} are outside for long.`,
  guessedFewer: 'You guessed fewer. It is more.',
  guessedMore: 'You guessed more. It is fewer.',
  guessedRight: 'You guessed the same as the model.',
  everyone: (n) => `All years of birth and all groups together: ${n} people outside today.`,
  again: 'Guess again',
  given: (sum) => `You have ${sum} a year. Where do you stand?`,
  places: 'Three places at the river',
  anotherPlace: 'Try another place, the same money',
  tried: 'tried',
  computing: 'Computing 20 years',
  strategyName: (place, sum) => `${place}, ${sum}`,
  after: (place, years, n, change) =>
    `${place}: in ${years} years ${n} are outside, ${change} than if nothing is done.`,
  afterSame: (place, years, n) =>
    `${place}: in ${years} years ${n} are outside, as many as if nothing is done.`,
  at: (years, n, change) => `In ${years} years: ${n}, ${change}.`,
  atSame: (years, n) => `In ${years} years: ${n}, as many.`,
  noCrossing: (years) => `The lines do not cross within ${years} years.`,
  doNothing: 'nothing is done',
  replay: 'Play again',
  who: 'Who paid, and who gained?',
  whoTitle: (payers, gainers) => `${listed(payers)} paid. ${listed(gainers)} gained most.`,
  nobodyGained: (payers) => `${listed(payers)} paid. Nobody has gained yet.`,
  coin: (sum) => `One coin is ${sum}, one year’s money.`,
  coinNote: (years, rate) =>
    `Over ${years} years against doing nothing, present value at ${rate}. Production value is not counted.`,
  actor: 'Actor',
  paid: 'paid',
  back: 'got back',
  net: 'net',
  unit: 'SEK million',
  sum: 'Public, total',
  exits: 'Go on',
  explore: 'Explore with your strategies',
  compare: 'Compare them',
  cohort: 'Work out a birth cohort',
  missing: 'This model has no first minute',
  missingText: 'It has no births, or no three places to stand. Everything else can be explored.',
  disclaimer: 'An illustrative model, not a forecast.',
  and: 'and',
};

/** Names in a list: "The region" is only first in it with a capital. */
const listed = (names: string): string => names.replaceAll(' The ', ' the ');
