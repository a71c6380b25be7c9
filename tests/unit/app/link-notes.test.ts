import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentFrom, linkFor, longestNotes, splitLink } from '../../../src/app/link.ts';
import type { Document } from '../../../src/app/state.ts';
import { emptyDocument, isUntouched } from '../../../src/app/strategies.ts';
import { cohortFigures, type CohortFigure } from '../../../src/model/cohort.ts';
import { smallModel } from '../../tools/models.ts';

const purse = { costRate: 'cost', presentValue: 'value' };
const model = {
  ...smallModel(),
  actors: [
    { id: 'kommun', name: { sv: 'Kommunen', en: 'The town' }, money: 'cash', ...purse },
    { id: 'prod', name: { sv: 'Produktion', en: 'Production' }, money: 'value', ...purse },
  ] as const,
};
const view = { view: 'report', language: 'sv', horizon: 20 } as const;
const open = (hash: string) => documentFrom(splitLink(hash).parts, model);
const again = (work: Document) => open(`#${linkFor(work, view)}`);
const work = emptyDocument('small', 'first');

describe('what a person has written and calculated', () => {
  it('comes back from a link, whatever it is', () => {
    const text = (most: number) => fc.string({ minLength: 1, maxLength: most, unit: 'grapheme-ascii' });
    const figure = (id: CohortFigure) =>
      fc.double({ min: cohortFigures[id].least, max: cohortFigures[id].most, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ question: text(longestNotes.question), comment: text(longestNotes.comment) }),
        fc.record({ births: figure('births'), fewer: figure('fewer') }, { requiredKeys: [] }),
        (notes, cohort) => {
          const given: Document = { ...work, notes, cohort };
          expect(again(given)).toEqual({ document: given, problems: [] });
        },
      ),
      { seed: 6, numRuns: 60 },
    );
  });

  it('is cut where the pages have no room, and is nothing where nothing is written', () => {
    const long = again({ ...work, notes: { question: 'q'.repeat(900), comment: 'c'.repeat(2000) } });
    expect(long.document.notes?.question).toHaveLength(longestNotes.question);
    expect(long.document.notes?.comment).toHaveLength(longestNotes.comment);
    expect(open('#model=small&ask=&note=').document.notes).toBeUndefined();
    expect(isUntouched(work)).toBe(true);
    expect(isUntouched({ ...work, notes: { question: 'q', comment: '' } })).toBe(false);
  });

  it.each(['births:0', 'births:x', 'births:Infinity', 'share:1.1', 'toString:1', '__proto__:1', 'years:-4'])(
    'is told of and left out where it cannot be: %s',
    (item) => {
      const read = open(`#model=small&kull=${item},fewer:0.5`);
      expect(read.document.cohort).toEqual({ fewer: 0.5 });
      expect(read.problems).toMatchObject([{ code: 'link-damaged', args: { parts: [item] } }]);
    },
  );
});

it('production value pays for nothing, even if a link says so', () => {
  expect(open('#model=small&pay=prod:1').document.payers).toBeUndefined();
  expect(open('#model=small&pay=kommun:1').document.payers).toEqual({ kommun: 1 });
});
