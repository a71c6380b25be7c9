import type { UncertaintyWords } from './uncertainty-sv.ts';

export const uncertaintyEn: UncertaintyWords = {
  show: 'Show uncertainty',
  about: 'How widely the runs lie when the assumptions are drawn from their ranges.',
  noRanges: 'There is nothing to show: the model has no assumptions with ranges to draw from.',
  wide: '9 in 10 runs lie in the outer field,',
  half: 'half of them in the inner one.',
  line: 'The line is the run with the assumptions as they stand.',
  how: (runs, seed) => `${runs}, random seed ${seed}.`,
  runs: (n) => `${n} runs`,
  soFar: (done, of) => `${done} of ${of} runs`,
  failed: (n) => `${n} without a state of rest left out`,
  counting: 'Computing how widely the runs lie …',
  problem: 'How widely the runs lie could not be computed.',
  rows: { wide: '9 in 10 runs', half: 'half of the runs', middle: 'middle of the runs' },
  between: (low, high) => `between ${low} and ${high}`,
  below: (percent) => `${percent}% of the runs below`,
};
