import type { CertaintyWords } from './certainty-sv.ts';
import { byWins, listed } from './listed.ts';

/** How sure the order of the strategies is, in English. */
export const certaintyEn: CertaintyWords = {
  title: (years) => `How sure is that in ${years} years?`,
  againstBase: (rows, of) =>
    `${listed(
      byWins(rows).map(({ names, wins }, i) => {
        const is = names.length > 1 ? 'are' : 'is';
        return `${listed(names, 'and')}${i === 0 ? ` ${is} better than base` : ''} in ${wins}`;
      }),
      'and',
    )} of ${of} runs.`,
  against: (name, others, of) =>
    `${name} is better than ${others.map((other) => `${other.name} in ${other.wins}`).join(' and than ')} of ${of}.`,
  measured: (outcome, lower) => `Compared: ${outcome}, where ${lower ? 'fewer' : 'more'} is better.`,
  otherMoney: 'Strategies that cost different sums are compared with base alone.',
  turns: (assumption, higher, name, other, correlation) =>
    `What most goes along with the answer turning is the assumption “${assumption}”: the ${higher ? 'higher' : 'lower'} it is, the worse ${name} does against ${other} (rank correlation ${correlation}). It is a correlation in the runs, not proof.`,
  sways: (assumption, higher, name, other, correlation) =>
    `The answer is the same in all runs. How large the difference is depends most on the assumption “${assumption}”: the ${higher ? 'higher' : 'lower'} it is, the worse ${name} does against ${other} (rank correlation ${correlation}). It is a correlation in the runs, not proof.`,
  base: 'base',
  howTitle: 'How it is computed',
  how: (runs, assumptions, seed) =>
    `${runs} runs, random seed ${seed}. Each run draws ${assumptions} uncertain assumptions from the model’s own ranges, and all strategies are computed on the same draw. The runs are conceivable municipalities. The share is not a probability for yours.`,
  yours: 'What you have assumed yourself is not drawn.',
  failed: (n) => `${n} runs had no state of rest and are left out.`,
  counting: (done, of) => `Computing: ${done} of ${of} runs.`,
  unfinished: (done, of) =>
    `${done} of ${of} runs were done when this page was printed. The report’s print button waits for all of them.`,
  slow: 'This takes longer than usual.',
  again: 'Try again',
  noRanges:
    'The model has no assumptions with ranges to draw from, so how sure the answer is cannot be computed.',
  problem: 'How sure the answer is could not be computed.',
};
