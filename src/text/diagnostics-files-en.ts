import type {
  ExpectedPiece,
  FoundPiece,
  ReferenceRole,
  XmlProblem,
  YamlProblem,
} from '../base/diagnostic.ts';
import { format } from './format.ts';
import { round, told, type DiagnosticWords, type Told } from './told.ts';

/** Above this a number is no longer read digit by digit. */
const readable = 1e15;
const whole = (n: number): string =>
  n > readable ? `more than ${whole(readable)}` : format('en').number(n, 0);
/** What to do about a name that nothing answers to. */
export const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Did you mean ${nearest}?`;
/** A key at the top of the file has nothing around it. */
const inside = (within: string): string => (within === '' ? 'at the top of the file' : `in ${within}`);

/** What is wrong with an XML file, and what to do about it. */
const again = 'Save it again in the program that it comes from.';
const xml: Readonly<Record<XmlProblem, (found: string) => readonly [string, string]>> = {
  empty: () => ['The file is empty.', 'Choose another file.'],
  root: (found) => [`The file is XML, but not an XMILE model: it begins with ${found}.`, 'Choose the model itself.'],
  tag: (found) => [`A tag is not closed where it should be${found === '' ? '' : `: ${found}`}.`, again],
  unclosed: (found) => [`The file ends before ${found === '' ? 'a tag' : `<${found}>`} is closed: it may have been cut off.`, 'Fetch the whole file.'],
  character: () => ['Here is a character that XML does not allow.', 'Write &lt; for < in an equation, or save the file again.'],
  entity: () => ['Here is an & that XML does not know.', 'Write &amp; for &.'],
  attribute: () => ['An attribute is not written as XML wants it.', again],
  doctype: () => ['The file has a DOCTYPE, which XMILE does not have: is it a web page?', 'Choose the model itself.'],
  outside: () => ['There is text outside the XML: the file is not XMILE.', 'Choose the model itself, or save it again as XMILE.'],
  other: () => ['The file cannot be read as XML.', again],
}; // prettier-ignore

const yaml: Readonly<Record<YamlProblem, Told>> = {
  tab: told('The line is indented with a tab.', 'Indent with spaces, two for each step.'),
  indent: told(
    'The line does not fit with the lines around it.',
    'Check that it is indented as far as its siblings, that every key is followed by a colon and a space, and that every { and [ is closed.',
  ),
  colon: told(
    'One colon too many on the line.',
    'Put quotation marks around the text or equation, as in "a > b ? 1 : 0".',
  ),
  character: told(
    'The value begins with a character that means something else in YAML.',
    'Put quotation marks around the value, or begin with something else.',
  ),
  escape: told(
    'A backslash before a character that it cannot stand before.',
    'Write the text without a backslash.',
  ),
  unclosed: told('A quotation mark or bracket is never closed.', 'Add the one that is missing.'),
  'after-end': told(
    'The line goes on after a closing quotation mark or bracket.',
    'Check that quotation marks and brackets are pairs, and put quotation marks around the whole text.',
  ),
  tag: told(
    'A value cannot begin with an exclamation mark.',
    'Remove it, or put quotation marks around the value.',
  ),
  alias: told('References with & and * are not allowed.', 'Write out the value in each place.'),
  documents: told('The file has several documents, parted by ---.', 'Put each model in a file of its own.'),
  depth: told('The file is nested too deep.', 'A model needs only a few levels of indentation.'),
  other: told(
    'The line cannot be read as YAML.',
    'Compare with a line that works: key, colon, space, value.',
  ),
};

const expectedPiece: Readonly<Record<ExpectedPiece, string>> = {
  mapping: 'keys with values',
  list: 'a list, such as [a, b]',
  pair: 'two numbers, such as [0.5, 2]',
  points: 'at least two points, such as [[0, 1], [2, 0.5]]',
  text: 'a text',
  'plain-text': 'text without backslashes and without doubled single quotes',
  name: 'a name',
  number: 'a number, such as 0.25 or 1/4',
  'yes-no': 'true or false',
};

function foundPiece(found: FoundPiece): string {
  switch (found.kind) {
    case 'nothing':
      return 'nothing';
    case 'mapping':
      return 'keys with values';
    case 'list':
      return `a list of ${found.length}`;
    case 'text':
      return `“${found.text}”`;
  }
}

const role: Readonly<Record<ReferenceRole, string>> = {
  inflow: 'flow',
  outflow: 'flow',
  variable: 'variable',
  parameter: 'parameter',
  setting: 'parameter or stock',
  payer: 'actor that can pay',
  fact: 'fact about a municipality',
  computed: 'variable that is computed',
  lever: 'lever',
};
/** `an actor`, `a flow`. */
const aRole = (kind: ReferenceRole): string => `${kind === 'payer' ? 'an' : 'a'} ${role[kind]}`;

/** Messages about files, in English. */
export const filesInEnglish = {
  'file-not-found': ({ path }) =>
    told(`There is no file ${path}.`, 'Check the spelling, and which folder you are in.'),
  'not-fetched': ({ name }) =>
    told(`The model ${name} could not be fetched.`, 'Check that the network works, and try again.'),
  'file-not-written': ({ path }) =>
    told(
      `The file ${path} cannot be written.`,
      'Check that the folder is there and that you may write in it.',
    ),
  'file-too-large': ({ bytes, limit }) =>
    told(
      `The file is too large: ${whole(bytes)} characters, at most ${whole(limit)}.`,
      'Split the model, or remove what is not needed.',
    ),
  'too-many': ({ what, count, limit }) => {
    const things = {
      variables: 'variables',
      elements: 'elements of arrays',
      parts: 'parts of equations, with all elements written out',
      values: 'values',
      steps: 'steps',
      points: 'points',
      characters: 'characters',
      levels: 'nested brackets',
      tags: 'XML elements',
      'nested-tags': 'XML elements inside one another',
      files: 'files',
      stages: 'stages of a delay',
      stay: 'steps on a conveyor, in a queue or in a delay',
      'on-loop': 'variables on a loop that is to be solved',
      unknowns: 'unknowns to be solved for at once',
      periods: 'periods',
      rows: 'numbers in a matrix',
      'data-points': 'data points to look through during the run',
    };
    const todo = {
      variables: 'Split the model.',
      elements: 'Make the dimensions smaller.',
      parts: 'Make the dimensions smaller, or split the model.',
      steps: 'Choose a larger dt, or run for a shorter time.',
      values: 'Save less often, run for a shorter time, or ask for fewer series.',
      points: 'Remove points where the curve is almost straight.',
      characters: 'Split the equation into several variables.',
      levels: 'Split the equation into several variables.',
      tags: 'Save the file again in the program that it comes from.',
      'nested-tags': 'Save the file again in the program that it comes from.',
      files: 'Take the model and the data files that it reads, and nothing else.',
      stages: 'Choose a lower order.',
      stay: 'Choose a larger dt, or a shorter time there.',
      'on-loop': 'Break the loop with a stock, or put SIMULTANEOUS on a shorter one.',
      unknowns: 'Split them between several FIND ZERO.',
      periods: 'Choose a longer period, or run for a shorter time.',
      rows: 'Split the matrix.',
      'data-points': 'Ask between fixed times, or thin out the data.',
    };
    return told(`Too many ${things[what]}: ${whole(count)}, at most ${whole(limit)}.`, todo[what]);
  },
  'unknown-format': ({ file }) =>
    told(
      `The format of ${file} cannot be read.`,
      'Models end in .yaml, .xmile, .stmx, .itmx, .xml or .mdl, saved work in .json.',
    ),
  'no-file': () => told('What was dropped is not a file.', 'Save it as a file and drag the file here.'),
  'several-models': ({ files }) =>
    told(
      `This is more than one model or piece of work: ${files.join(', ')}.`,
      'Open them one at a time. Data files may come with their model.',
    ),
  'file-unreadable': ({ file }) =>
    told(
      `The browser cannot read ${file}.`,
      'If it is a folder, open the files in it. Otherwise see that the file is still there and not locked.',
    ),
  'reading-stopped': ({ file, seconds }) =>
    told(
      `${file} could not be read in ${whole(seconds)} seconds.`,
      'Reload the page and try again, or split the model.',
    ),
  'work-damaged': ({ file }) => told(`${file} is not saved work, or is damaged.`, 'Ask for the file again.'),
  'work-newer': ({ file }) =>
    told(`${file} was saved in a newer version of the program.`, 'Reload the page twice and try again.'),
  'work-changed': () =>
    told(
      'The file is not whole: something in it has been changed or is missing.',
      'What can be read is shown. Ask for a new file if something looks wrong.',
    ),
  'work-partly': ({ count }) =>
    told(
      `${whole(count)} settings in the history or the bookmarks do not fit the model.`,
      'They stand as in base. What is shown now is right.',
    ),
  'yaml-syntax': ({ problem }) => yaml[problem],
  'unknown-key': ({ key, within, nearest }) =>
    told(
      `There is no key ${key} ${inside(within)}.`,
      meant(nearest, 'Remove it, or check what it is called.'),
    ),
  'missing-key': ({ key, within }) => told(`${key} is missing ${inside(within)}.`, `Add ${key}.`),
  'not-together': ({ key, other }) =>
    told(`${key} and ${other} cannot stand together.`, `Remove ${key} or ${other}.`),
  'comma-in-text': ({ found }) =>
    told(`A comma splits the text before “${found}”.`, 'Put quotation marks around the text.'),
  'wrong-type': ({ key, expected, found }) =>
    told(
      `${key === '' ? 'The file' : key} should be ${expectedPiece[expected]}, but here is ${foundPiece(found)}.`,
      `Write ${expectedPiece[expected]}.`,
    ),
  'number-format': ({ key, found, instead }) =>
    told(
      `${key}: ${found} cannot be read as a number.`,
      `Write ${instead}: a point before decimals, no spaces.`,
    ),
  'not-one-of': ({ key, found, allowed, nearest }) =>
    told(`${key} cannot be ${found}.`, meant(nearest, `Choose one of ${allowed.join(', ')}.`)),
  'duplicate-name': ({ name, firstLine, firstFile }) =>
    told(
      `${name.trim() || 'A variable without a name'} already exists, on line ${firstLine} of ${firstFile}.`,
      'Rename one of them, or remove it.',
    ),
  'bad-name': ({ name }) =>
    told(
      `“${name}” cannot be a name.`,
      'Begin with a letter and go on with letters, digits and underscores.',
    ),
  'reserved-name': ({ name }) =>
    told(`${name} already means something in equations.`, 'Choose another name.'),
  'missing-text': ({ name, what, language }) => {
    const text = {
      name: 'name',
      about: 'description',
      source: 'source',
      zone: 'setting in words',
      measure: 'unit in words',
      unit_words: 'unit in words',
      happens: 'what happens to so many',
      dynamics: 'what happens when it moves',
      fairness: 'who it reaches and who it may miss',
    };
    const spoken = language === 'sv' ? 'Swedish' : 'English';
    return told(
      `${name} has no ${text[what]} in ${spoken}.`,
      `Add ${language} under ${what === 'zone' ? 'zones' : what}.`,
    );
  },
  'missing-evidence': ({ name }) =>
    told(`${name} has no evidence.`, 'Add grade (measured, estimated, assumed or illustrative) and source.'),
  'missing-unit': ({ name }) =>
    told(`${name} has no unit.`, 'Add unit, for example person/year, or 1 for what has none.'),
  'outside-range': ({ name, value, min, max }) =>
    told(`${name}: ${value} is outside ${min} to ${max}.`, 'Change the value or the range.'),
  'empty-range': ({ name, min, max }) =>
    told(`${name}: the range ${min} to ${max} is the wrong way round.`, 'Write the lowest number first.'),
  'points-order': ({ name, x }) =>
    told(
      `${name}: the point at x = ${x} is not to the right of the one before.`,
      'Write the points in order of x.',
    ),
  'unknown-part': ({ name, nearest }) =>
    told(`There is no part ${name}.`, meant(nearest, 'Check which parts there are in models/parts.')),
  'part-needs': ({ part, name }) =>
    told(`The part ${part} needs ${name}, which the model does not have.`, `Add ${name} to the model.`),
  'unknown-reference': ({ name, role: kind, nearest }) =>
    told(`${name} is not ${aRole(kind)}.`, meant(nearest, 'Add it, or correct the name.')),
  'not-a-flow': ({ stock, name }) =>
    told(
      `${name} is not a flow and cannot fill or drain ${stock}.`,
      `Move ${name} to flows, or choose a flow.`,
    ),
  'flow-twice': ({ flow, first, second, side }) =>
    told(
      `${flow} ${side === 'inflow' ? 'fills' : 'drains'} both ${first} and ${second}.`,
      'A flow goes from one stock to another. Split it in two.',
    ),
  'shares-sum': ({ name, sum }) =>
    told(
      `${name}: the shares make ${Number(sum.toPrecision(6))}, not 1.`,
      'Let the shares make 1 together, or write rest for one of them.',
    ),

  'xml-syntax': ({ problem, found = '' }) => told(...xml[problem](found)),
  'own-format': ({ file, program, ending }) =>
    told(
      `${file} is in a format that only ${program} can read.`,
      `Open it in ${program} and save the model as ${ending}, or ask whoever made it to do so.`,
    ),
  'not-text': ({ file }) =>
    told(
      `${file} is not a text file.`,
      'Check that it is the model that you chose, and that it is saved as text.',
    ),
  'curve-points': ({ x, y, found }) =>
    found === undefined
      ? told(`The curve has ${whole(x)} x and ${whole(y)} y.`, 'Give each x a y.')
      : told(`The curve has a point that is not a number: ${found}.`, 'Write a number with a decimal point.'),
  'cut-off': ({ what }) =>
    told(
      `The file ends in the middle of ${what === '' ? 'a statement' : `“${what}”`}.`,
      'It may have been cut off. Get the whole file, or end the statement with |.',
    ),
  'no-variables': ({ file }) =>
    told(
      `${file} has no variables.`,
      'Check that it is the model itself that you chose, and that the file is whole.',
    ),
  'no-equation': ({ name }) => told(`${name} has no equation.`, 'Write an equation or a number.'),
  'not-supported': ({ what }) =>
    told(`${what} cannot be computed here.`, 'Rewrite that part with stocks, flows and auxiliaries.'),
  'not-computed': ({ name, why }) => {
    const [what, todo] = {
      database: [
        'fetches data from a database, which a browser cannot do.',
        'Save the data as csv or xlsx beside the model, and read them with GET DIRECT DATA.',
      ],
      'run-file': [
        'reads a run that Vensim has saved in a format of its own (vdf).',
        'Export the run from Vensim as csv or dat, and put it together with the model.',
      ],
      'marked-flows': [
        'counts with what flows are marked with in Stella. How a file says which flows those are is not in the description of the format.',
        'Work out the same with stocks and flows of your own.',
      ],
      'not-described': [
        'is known by name, but nothing describes what it computes.',
        'Rewrite the equation with other functions.',
      ],
    }[why] as [string, string];
    return told(`${name} ${what}`, todo);
  },
  'not-written': ({ what }) => {
    const things = {
      units: 'All units in the file are 1: in the model some are missing, or they do not agree.',
      'changing-step':
        'The file has a single time step, but the model changes its step during the run: the result will be another.',
      modules:
        'The modules are dissolved: their variables stand in a single model, with the module’s name before their own.',
      levers: 'The levers are left out.',
      actors: 'The actors and their costs are left out.',
      outcomes: 'The choice of outcomes is left out.',
      presets: 'The presets are left out.',
      strategies: 'The strategies are left out.',
    };
    const todo = {
      units: 'Write the units into the file if they are to be checked.',
      'changing-step': 'Choose a dt that will do throughout, or keep the original file.',
      modules: 'Keep the original file to change the modules one by one.',
      levers: 'Save the work as a file under Share to keep them.',
      actors: 'Keep the original file too.',
      outcomes: 'Keep the original file too.',
      presets: 'Keep the original file too.',
      strategies: 'Save the work as a file under Share to keep them.',
    };
    return told(things[what], todo[what]);
  },
  'series-missing': ({ name }) =>
    told(
      `There are no data for ${name}.`,
      'Open the model together with the file that holds them (dat, tab, csv or xlsx).',
    ),
  'left-out': ({ what }) => told(`${what} is left out.`, 'No value depends on it.'),
  approximated: ({ what, instead }) =>
    told(`${what} is computed as ${instead}.`, 'Compare with the result of the other program.'),
  'bad-subscript': ({ subscript, name }) =>
    told(`${name} has no subscript ${subscript}.`, 'Check which elements the dimension has.'),
  'empty-element': ({ name }) =>
    told(
      `${name} is used, but has no equation.`,
      'Write an equation for that element, or use only the elements that have one.',
    ),
  'subscript-count': ({ name, expected, found }) =>
    told(`${name} has ${expected} subscripts, but gets ${found}.`, 'Add or remove subscripts.'),
  'unmapped-range': ({ range, name }) =>
    told(
      `The range ${range} in the equation of ${name} belongs to no range on its left side.`,
      'Map the ranges to one another, or write out the element.',
    ),
  'not-constant': ({ name }) =>
    told(`${name} has to be a fixed number.`, 'Write the number itself, or a constant.'),
  'needs-array': ({ name }) =>
    told(`${name} needs a variable with subscripts.`, 'Write it with its subscripts, such as need[region].'),
  'circular-range': ({ ring }) =>
    told(`The ranges consist of one another: ${round(ring)}.`, 'Write out the elements of one of them.'),
  'circular-macro': ({ name }) =>
    told(`${name} uses itself.`, 'Break the chain of macros or modules, or let it come to an end.'),
  'data-missing': ({ path }) => told(`The data file ${path} is missing.`, 'Put it together with the model.'),
  'data-cell': ({ path, cell }) =>
    told(`${path}: cell ${cell} cannot be read.`, 'Check that there is a number in it.'),
} satisfies Partial<DiagnosticWords>;
