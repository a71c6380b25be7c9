import { filesInEnglish, meant } from './diagnostics-files-en.ts';
import { en as english } from './en.ts';
import { round, someOf, told, type DiagnosticWords } from './told.ts';

/** Every message, in English. */
export const inEnglish: DiagnosticWords = {
  ...filesInEnglish,

  'equation-syntax': ({ found }) =>
    found === ''
      ? told('The equation ends too early.', 'Finish it.')
      : told(
          `The equation cannot be read at “${found}”.`,
          'Check that every bracket has its partner and that no sign is missing.',
        ),
  'not-allowed': ({ found, instead }) =>
    told(
      `“${found}” is not allowed in an equation.`,
      instead === undefined ? 'Remove it or write it in another way.' : `Write ${instead}.`,
    ),
  'decimal-comma': ({ found }) =>
    told(`“${found}” has a decimal comma.`, `Write a decimal point: ${found.replace(',', '.')}.`),
  'unknown-name': ({ name, nearest }) =>
    told(`There is no ${name} in the model.`, meant(nearest, 'Add the variable, or correct the name.')),
  'unknown-function': ({ name, nearest }) =>
    told(
      `There is no function ${name}.`,
      meant(nearest, 'Correct the name, or rewrite with another function.'),
    ),
  'argument-count': ({ name, expected, found }) =>
    told(
      `${name} takes ${expected} values, but gets ${found}.`,
      'Add or remove values between the brackets.',
    ),
  'needs-call': ({ name }) => told(`${name} needs a value in brackets.`, `Write ${name}(x).`),
  'needs-table': ({ name }) =>
    told(`${name} is no table, curve or data series.`, 'Write the name of one that is in the model.'),
  'unit-syntax': ({ found }) =>
    found === ''
      ? told('The unit ends too early.', 'Write it as person/year.')
      : told(`The unit cannot be read at “${found}”.`, 'Write it as person/year or SEK/(person*year).'),
  'unit-mismatch': ({ operation, left, right }) =>
    told(
      `Different units on the two sides of ${operation}: ${left} and ${right}.`,
      'Convert one side, for example with a constant of the right unit.',
    ),
  'unit-declared': ({ name, declared, computed }) =>
    told(
      `${name} should be in ${declared}, but the equation gives ${computed}.`,
      'Change the unit, or the equation.',
    ),
  'unit-needs-none': ({ operation, unit }) =>
    told(
      `${operation} needs a number without unit, but gets ${unit}.`,
      'Divide by a constant of the same unit.',
    ),
  'unit-flow': ({ flow, declared, stock, expected }) =>
    told(
      `${flow} is in ${declared}, but ${stock} needs ${expected}.`,
      'Change the unit of the flow or the stock.',
    ),

  'circular-definition': ({ ring, phase }) => {
    const way = round(ring);
    return phase === 'run'
      ? told(
          `The variables depend on one another: ${way}.`,
          'Break the ring with a stock, or remove one of the links.',
        )
      : told(`The initial values depend on one another: ${way}.`, 'Give one of them a number.');
  },
  'bad-time': ({ problem, start, stop, step }) => {
    switch (problem) {
      case 'order':
        return told(
          `The run stops (${stop}) before it has started (${start}).`,
          'Let stop be greater than start.',
        );
      case 'step':
        return told(`The step ${step} cannot be used.`, 'Choose a dt above 0 that fits in the run.');
      case 'save':
        return told(`The save step ${step} is not a whole number of dt.`, 'Choose a whole number of steps.');
    }
  },
  'unknown-setting': ({ name, nearest }) =>
    told(`There is no ${name} in the model.`, meant(nearest, 'Check what the parameter is called.')),
  'not-settable': ({ name }) =>
    told(`${name} is computed and cannot be set.`, "Set a parameter or a stock's initial value."),
  'nothing-to-draw': ({ name }) =>
    told(
      `${name} has no range, so there is nothing to draw.`,
      'Give it a range in the model, or leave it out.',
    ),
  'nothing-uncertain': () =>
    told(
      'The model has no ranges left to draw from: its runs differ only in what the model itself draws.',
      'Give its parameters ranges in the file.',
    ),
  'unknown-series': ({ name, nearest }) =>
    told(`There is no series ${name}.`, meant(nearest, 'Check what the variable is called.')),
  'unknown-preset': ({ name, nearest }) =>
    told(`There is no preset ${name}.`, meant(nearest, 'Choose one that the model has.')),
  'unknown-model': ({ name, nearest }) =>
    told(
      `There is no model ${name}.`,
      meant(nearest, 'Choose one that comes with the program, or give a file.'),
    ),
  'no-solution': ({ problem, time }) =>
    told(
      problem === 'steps'
        ? `It took too many steps to come past time ${time}.`
        : `No step is short enough at time ${time}: something jumps there or grows without limit.`,
      problem === 'steps'
        ? 'Use the method stiff or rk4, or stop earlier.'
        : 'Look at what changes at that time.',
    ),
  'needs-steps': ({ variable, part, method }) => {
    const does = {
      past: 'remembers earlier steps',
      draw: 'draws random numbers at each step',
      step: 'reads the length of the step',
    };
    return told(
      `${variable} ${does[part]}. The method ${method} chooses its own steps and cannot compute that.`,
      'Use rk4, rk2 or euler.',
    );
  },
  stiff: ({ time }) =>
    told(
      `The model is stiff: from time ${time} on it is computed with the method stiff.`,
      'Choose the method stiff from the start; it is faster.',
    ),
  'not-finite': ({ variable, time }) =>
    told(
      `${variable} was not a number at time ${time}.`,
      'Check whether something is divided by zero or grows without limit.',
    ),
  diverged: ({ stock, variable, time, timeUnit }) => {
    const units: Readonly<Record<string, string>> = english.time;
    const what = stock.en === variable.en ? 'its value' : variable.en;
    return told(
      `${stock.en} cannot be computed after ${units[timeUnit] ?? timeUnit} ${Math.floor(time)}: ${what} was not a number.`,
      'Undo the latest change. If the model is your own, check whether something is divided by zero or grows without limit.',
    );
  },
  'no-equilibrium': ({ fact, value, limit, then }) => {
    if (fact === undefined)
      return told(
        'There is no state in which the model is at rest with these assumptions.',
        "Choose assumptions nearer to the model's own.",
      );
    const words =
      then !== undefined
        ? `When ${fact.en} is ${value}, the ${then.side} that ${then.fact.en} can be is ${then.value}.`
        : limit !== undefined
          ? `${fact.en} cannot be ${value}: the ${limit.side} that fits with the other figures is ${limit.value}.`
          : `When ${fact.en} is ${value}, there is no state in which the municipality is at rest, if the other figures are right.`;
    return told(words, 'Change that figure, or the others about the municipality.');
  },
  'below-nothing': ({ stock, value, fact }) =>
    told(
      `${stock} would be ${value} in equilibrium, which is less than nothing${fact === undefined ? '' : `. What makes it impossible: ${fact.en}`}.`,
      'Change the figures about the municipality, or the assumptions.',
    ),
  drifts: ({ variable, from, to, preset }) =>
    told(
      `${variable} does not stay in the equilibrium${preset === undefined ? '' : ` ${preset}`}: ${from} becomes ${to}.`,
      'Check what compares with the initial state, and give it a reference under equilibrium.',
    ),
  'step-too-long': ({ variable, difference }) =>
    told(
      `${variable} changes by ${Number((100 * difference).toPrecision(2))}% with a step half as long.`,
      'Make dt smaller.',
    ),
  'ledger-open': ({ sum, difference }) =>
    told(
      `${sum} is not the sum of the actors: ${difference} kronor differ.`,
      'Check that each sum is paid by someone, and only once.',
    ),
  extreme: ({ settings, variable, lowest }) =>
    told(
      lowest === undefined
        ? `With ${settings}, ${variable} is not a number.`
        : `With ${settings}, ${variable} falls to ${lowest}, below nothing.`,
      'Check that no flow empties an empty stock and that nothing is divided by zero.',
    ),
  'unknown-fact': ({ name, nearest }) =>
    told(
      `The model does not ask for ${name} about a municipality.`,
      meant(nearest, 'Give something that the model asks for.'),
    ),
  'not-conserved': ({ stock, residual }) =>
    told(
      `${stock} does not add up: ${residual} is missing.`,
      'Report the error: inflows and outflows should agree with the level.',
    ),

  'worker-failed': ({ message }) =>
    told(`The computation broke: ${message}.`, 'Reload the page. Report the error if it comes back.'),
  'worker-silent': ({ seconds }) =>
    told(
      `The computation did not answer in ${seconds} seconds.`,
      'It is started again. Try a smaller model if it happens again.',
    ),
  'worker-replaced': () => told('The computation has been started again.', 'Go on as usual.'),
  'link-damaged': ({ parts }) =>
    told(
      parts.length === 1
        ? `The part “${parts[0]!}” of the link cannot be read.`
        : `These parts of the link cannot be read: ${someOf(
            parts.map((part) => `“${part}”`),
            'and',
            (more) => `${more} more`,
          )}.`,
      'The rest applies. Ask for a new link if something looks wrong.',
    ),
  'link-changed': () =>
    told(
      'The link is not whole: something in it has been changed or is missing.',
      'What can be read is shown. Ask for a new link if something looks wrong.',
    ),
  'link-too-long': () => told('The link is too long to read.', 'Ask for a new link.'),
  'link-unreadable': () =>
    told(
      'The link cannot be read: some of it is missing or changed.',
      'Copy the whole link once more, or ask for a new one.',
    ),
  'link-newer': () =>
    told(
      'The link was made in a newer version of the program.',
      'What can be read is shown. Reload the page twice to get the new version.',
    ),
  'link-needs-file': ({ file }) =>
    told(
      `The link belongs to the file ${file}, which does not come with a link.`,
      'Ask whoever sent the link for the file, and open it here.',
    ),
  'name-missing': () => told('The strategy needs a name.', 'Write one, or press Esc to keep the old one.'),
  'name-taken': ({ name }) =>
    told(`There is a strategy called ${name} already.`, 'Choose a name that tells them apart.'),
  'name-cut': ({ most }) =>
    told(`The name has been cut to ${most} characters.`, 'Rename it if what matters was lost.'),
  'strategies-full': ({ most }) =>
    told(
      `You already have ${most} strategies of your own.`,
      'Choose one of them and change it, or remove one. Nothing has changed.',
    ),
  'storage-blocked': () =>
    told(
      'The browser does not let the program save.',
      'Everything else works. To keep your work, copy the link or download the work as a file under Share.',
    ),
};
