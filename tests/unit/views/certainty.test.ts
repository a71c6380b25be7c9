import { expect, it } from 'vitest';
import type { Certainty } from '../../../src/model/certainty.ts';
import { format } from '../../../src/text/format.ts';
import { words } from '../../../src/text/words.ts';
import { certaintySentences, comparedOf, tieSentences } from '../../../src/views/certainty.ts';
import { mine, stage, type Stage } from './compare-figures.ts';

/** Draws of base, the strategies in the order of the screen, and one assumption. */
function said(
  { reading }: Stage,
  rows: readonly (readonly number[])[],
  assumption: readonly number[] = [],
): readonly string[] {
  const certainty: Certainty = {
    request: { experiments: [], outcome: 'outside_all', time: 22, runs: rows[0]!.length, seed: 1 },
    vary: assumption.length === 0 ? [] : ['struct_strength'],
    runs: rows[0]!.length,
    failed: 0,
    values: rows.map((row) => Float64Array.from(row)),
    drawn: assumption.length === 0 ? [] : [Float64Array.from(assumption)],
  };
  const voice = { language: 'sv', words: words('sv'), format: format('sv') } as const;
  const compared = comparedOf(reading.base, reading.onScreen);
  return [
    ...certaintySentences(certainty, compared, reading.stock, 20, voice),
    ...tieSentences(certainty, compared, reading.stock, reading.model, 20, voice),
  ];
}

it('counts every strategy against base, and the best of those that cost the same against the others', () => {
  // At the middle values upstream has the fewest after 20 years; here it wins half the time over rescue.
  const found = said(
    stage(),
    [
      [10, 10, 10, 10],
      [9, 9, 6, 11],
      [8, 8, 8, 8],
      [7, 7, 7, 11.5],
    ],
    [4, 3, 2, 1],
  );
  expect(found).toEqual([
    'Dra upp och Gå uppströms är bättre än bas i 3 och Lär simma i 4 av 4 körningar.',
    'Gå uppströms är bättre än Lär simma i 3 och än Dra upp i 2 av 4.',
    expect.stringMatching(
      /^Det som mest följer med när svaret vänder är antagandet ”Strukturens genomslag på riskerna”: ju lägre, desto sämre står sig Gå uppströms mot Dra upp \(rangkorrelation −0,\d+\)\. Det är ett samband/,
    ),
  ]);
});

it('calls no strategy better than another that costs more or less', () => {
  const one = stage([mine('own', { lever_structure: 1 }, 'Vår väg')], { compared: ['own', 'pull'] });
  const found = said(one, [
    [10, 10],
    [9, 9],
    [8, 8],
  ]);
  expect(found).toHaveLength(2);
  expect(found[0]).toMatch(/^.+ och .+ är bättre än bas i 2 av 2 körningar\.$/);
  expect(found[1]).toBe('Strategier som kostar olika mycket jämförs bara med bas.');
});

it.each([
  ['never worse', [1, 2, 3, 4]],
  ['never better', [21, 22, 23, 24]],
])('says that the answer is the same in all runs: %s than base', (_, outcome) => {
  const one = stage([mine('own', { lever_structure: 1 }, 'Vår väg')], { compared: ['own'], selected: 'own' });
  const [first, second] = said(one, [[20, 20, 20, 20], outcome], [1, 2, 3, 4]);
  expect(first).toBe(`Vår väg är bättre än bas i ${outcome[0]! < 20 ? 4 : 0} av 4 körningar.`);
  expect(second).toMatch(
    /^Svaret är detsamma i alla körningar\. .*: ju högre, desto sämre står sig Vår väg mot bas/,
  );
});

it('blames no assumption for what may be chance', () => {
  const one = stage([mine('own', { lever_structure: 1 }, 'Vår väg')], { compared: ['own'], selected: 'own' });
  expect(
    said(
      one,
      [
        [2, 2, 2, 2],
        [1, 3, 3, 1],
      ],
      [1, 2, 3, 4],
    ),
  ).toHaveLength(1);
});
