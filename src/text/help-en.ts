import type { HelpWords, StatementWords } from './help-sv.ts';

/** Help and the accessibility statement. */
export const helpEn: HelpWords = {
  about: 'What is Uppströms?',
  aboutText: [
    'Three people stand by a river. The first pulls children out of the water. The second teaches them to swim. The third walks upstream to see what makes them fall in.',
    'Here you put the same money in one of the three places and see what the model says after 4, 20 and 40 years: how many are outside, who pays and who gains.',
    'The model is illustrative, not a forecast. Every number has a source and a grade: measured, estimated, assumed or illustrative.',
  ],
  how: 'How to use it',
  howSteps: [
    'Move a lever. The strategy you are looking at is copied, and the copy is yours.',
    'Read the curves side by side: how many are outside, and how many are new each year. They may contradict each other.',
    'Change the year at the top right. What is best after 4 years is often not best after 20.',
    'Undo always works. The address in the browser carries all your work: send it, and the other sees the same.',
  ],
  keys: 'Keys',
  keysOff: 'Single-key shortcuts are switched off. Switch them on under Settings.',
  key: 'Key',
  does: 'Does',
  commands: {
    undo: 'Undo',
    redo: 'Redo',
    base: 'Choose base',
    copy: 'Copy the chosen strategy',
    replay: 'Play the newest change again (Explore)',
    left: 'Choose what the left chart shows (Explore)',
    right: 'Choose what the right chart shows (Explore)',
    table: 'Show the charts as tables, and back',
    uncertainty: 'Show or hide the uncertainty in the charts (Explore)',
    present: 'Show to a room, and back',
    help: 'Open or close help',
  },
  view: (name) => `Open ${name}`,
  otherKeys: [['Esc', 'Close what is open beside or on top']],
  controls: 'On a lever',
  controlKeys: [
    ['← →', 'One step'],
    ['Page Up, Page Down', 'To the next mark'],
    ['Home, End', 'To the beginning or the end'],
    ['Enter', 'Type a number'],
    ['Delete', 'Back to base'],
  ],
  chartKeys:
    'In a chart: ← → moves the reading line by a year. Every chart is also there as a table. In the river and in the model’s diagram the arrow keys go from part to part, and Enter opens.',
  terms: 'Words',
  glossary: {
    base: { term: 'Base', means: 'What happens if no lever is moved: everything goes on as today.' },
    strategy: { term: 'Strategy', means: 'A set of levers and what they cost a year.' },
    outside: {
      term: 'Outside',
      means: 'People aged 16–42 who for long have had neither work nor studies, or are on the way there.',
    },
    inflow: { term: 'New outside', means: 'How many end up outside for long during a year.' },
    stock: {
      term: 'Stock',
      means:
        'Something that is there at a point in time, like the number of people outside. The water in a bathtub.',
    },
    flow: {
      term: 'Flow',
      means: 'Something that happens over a time, like new people a year. The tap and the drain.',
    },
    capability: {
      term: 'Structural capability',
      means:
        'How well school, health care and agencies hang together, from 0 to 1. It is built slowly and wears.',
    },
    assumption: {
      term: 'Assumption',
      means:
        'A number that nobody decides on but that affects the answer. You can change it and see what happens.',
    },
    presentValue: {
      term: 'Present value',
      means: 'Future money counted at today’s worth: a krona in twenty years weighs less than one today.',
    },
    term: { term: 'Term of office', means: 'The four years for which the council is elected.' },
    oldMaid: {
      term: 'Old Maid',
      means:
        'When an actor saves by letting the next one pay. The cost is moved and does not go away, and the way is longer for the person concerned.',
    },
    productionValue: {
      term: 'Production value',
      means: 'The worth of what a person in work creates. It is never added to anybody’s cash.',
    },
    gap: {
      term: 'The gap',
      means: 'Being sent between agencies with nobody taking the whole responsibility.',
    },
  },
  privacy: 'Where is my data?',
  privacyText:
    'In your browser. The program computes on your machine and sends nothing. After the first visit it works without a network.',
  statement: 'Accessibility',
  statementLink: 'Read the accessibility statement',
};

export const statementEn: StatementWords = {
  title: 'Accessibility statement',
  intro:
    'Uppströms is built so that everybody can use it. The aim is WCAG 2.1 at level AA, which the Swedish act on accessibility of digital public services (DOS-lagen) asks of municipalities and agencies.',
  sections: [
    {
      heading: 'How it works',
      items: [
        'Everything can be done with a keyboard. Single-key shortcuts can be switched off under Settings.',
        'Every lever says its value, its cost and when it is felt. Every change is read aloud with its result.',
        'Every chart has a summary in words and is there as a table. The river is there as a list and a table.',
        'Colour is never alone: lines also differ in dash, weight and marker.',
        'Text can be enlarged to 200 per cent, and the page works in one column at 400 per cent zoom.',
        'Light and dark theme, the system’s high contrast and reduced motion are followed.',
      ],
    },
    {
      heading: 'How we have tested',
      items: [
        'Rules that a machine can check (axe) are checked on every screen, in both languages and themes, at every change of the program.',
        'Contrasts, keyboard paths and sizes of targets are checked by programs in a real browser.',
      ],
    },
    {
      heading: 'Known shortcomings',
      items: [
        'The program has not yet been tried by people who use a screen reader or voice control every day.',
        'The picture of the river is dense. On small screens it shows fewer numbers; all are in the table.',
        'Files from other programs are shown with the names and units that the file has.',
      ],
    },
    {
      heading: 'Tell us',
      items: [
        'If something is in your way, turn to whoever shows you the program: your municipality or your teacher. Digg, the Swedish Agency for Digital Government, supervises the act.',
      ],
    },
  ],
  updated: 'The statement was written on 22 November 2026.',
  back: 'To Explore',
};
