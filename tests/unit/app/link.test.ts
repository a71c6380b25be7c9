import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentFrom, linkFor, splitLink, viewFrom } from '../../../src/app/link.ts';
import { viewIds, type Document } from '../../../src/app/state.ts';
import { smallModel } from '../../tools/models.ts';

const model = smallModel();
const open = (hash: string) => {
  const { parts, problems } = splitLink(hash);
  const read = documentFrom(parts, model);
  return { ...read, problems: [...problems, ...read.problems], view: viewFrom(parts) };
};
const parts = (hash: string) => open(hash).problems.map((p) => p.code === 'link-damaged' && p.args.part);

describe('a link', () => {
  it('brings back the same work and view, whatever they are', () => {
    const setting = fc.double({ min: 0, max: 1, noNaN: true }).filter((x) => x !== 0 && x !== 0.5);
    fc.assert(
      fc.property(
        fc.constantFrom('first', 'dear'),
        fc.option(fc.record({ lever_pull: setting, lever_teach: setting }, { requiredKeys: [] }), {
          nil: undefined,
        }),
        fc.constantFrom<4 | 20 | 40>(4, 20, 40),
        fc.constantFrom<'sv' | 'en'>('sv', 'en'),
        fc.constantFrom(...viewIds),
        (presetId, own, horizon, language, view) => {
          const work: Document = {
            modelId: 'small',
            presetId,
            municipality: undefined,
            own,
            selected: own === undefined ? 'all' : 'own',
          };
          const again = open(`#${linkFor(work, { view, language, horizon })}`);
          expect(again.document).toEqual(work);
          expect(again.view).toEqual({ view, language, horizon });
          expect(again.problems).toEqual([]);
        },
      ),
      { seed: 2, numRuns: 100 },
    );
  });

  it('reads as words', () => {
    const work: Document = {
      modelId: 'small',
      presetId: 'first',
      municipality: undefined,
      own: { lever_pull: 0.5 },
      selected: 'own',
    };
    expect(linkFor(work, { view: 'explore', language: 'sv', horizon: 20 })).toBe(
      'v=1&model=small&preset=first&show=own&own=pull:0.5&year=20&lang=sv',
    );
  });

  it('that is empty opens the first preset at base', () => {
    expect(open('').document).toEqual({
      modelId: 'small',
      presetId: 'first',
      municipality: undefined,
      own: undefined,
      selected: 'base',
    });
    expect(open('').problems).toEqual([]);
  });

  it('keeps what fits and names what does not', () => {
    const damaged = open('#own=pull:0.5,teach:9,nobody:1,pull:x&show=own&preset=mars');
    expect(damaged.document.own).toEqual({ lever_pull: 0.5 });
    expect(damaged.document.selected).toBe('own');
    expect(parts('#own=pull:0.5,teach:9,nobody:1,pull:x&show=own&preset=mars')).toEqual([
      'preset=mars',
      'teach:9',
      'nobody:1',
      'pull:x',
    ]);
    expect(parts('#show=missing')).toEqual(['show=missing']);
    expect(parts('#own=%E0%A4%A')).toEqual(['own']);
    expect(parts('#own=pull:')).toEqual(['pull:']);
    expect(parts(`#own=${'a'.repeat(9000)}`)).toEqual(['length']);
  });

  it('never throws, whatever a stranger writes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { document } = open(`#own=${text}&show=${text}&preset=${text}&${text}`);
        expect(document.modelId).toBe('small');
        for (const value of Object.values(document.own ?? {})) expect(value >= 0 && value <= 1).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('carries what is known of a municipality, and names what the model does not ask for', () => {
    const work: Document = {
      modelId: 'small',
      presetId: 'first',
      municipality: { births: 300 },
      own: undefined,
      selected: 'base',
    };
    const link = linkFor(work, { view: 'explore', language: 'sv', horizon: 20 });
    expect(link).toContain('town=births:300');
    expect(open(`#${link}`).document).toEqual(work);
    expect(parts('#town=births:300,births:-1,deaths:3')).toEqual(['births:-1', 'deaths:3']);
    expect(open('#town=deaths:3').document.municipality).toBeUndefined();
  });
});
