import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewFrom } from '../../../src/app/link-view.ts';
import { documentFrom, linkFor, splitLink, toldOnce } from '../../../src/app/link.ts';
import { pack, unpack } from '../../../src/app/link-pack.ts';
import { ownIds, viewIds, type Document, type OwnId, type OwnStrategy } from '../../../src/app/state.ts';
import { emptyDocument } from '../../../src/app/strategies.ts';
import type { Policy } from '../../../src/model/experiment.ts';
import { smallModel } from '../../tools/models.ts';

const actor = { id: 'kommun', name: { sv: 'Kommunen', en: 'The town' }, money: 'cash' } as const;
const model = {
  ...smallModel(),
  actors: [{ ...actor, costRate: 'kommun_cost', presentValue: 'kommun_value' }],
};
const mine = (id: OwnId, policy: Policy, name?: string): OwnStrategy => ({ id, name, policy });
const view = { view: 'explore', language: 'sv', horizon: 20 } as const;
const open = (hash: string) => {
  const { parts, problems } = splitLink(hash);
  const read = documentFrom(parts, model);
  return { ...read, problems: [...problems, ...read.problems], view: viewFrom(parts) };
};
const parts = (hash: string) =>
  open(hash).problems.flatMap((p) => (p.code === 'link-damaged' ? p.args.parts : [p.code]));

describe('a link', () => {
  it('brings a guess back, and no guess that cannot be', () => {
    const hash = linkFor({ ...emptyDocument('small', 'first'), guess: 25 }, view);
    expect(hash).toContain('guess=25');
    expect(open(hash)).toMatchObject({ document: { guess: 25 }, problems: [] });
    expect(open('guess=-1').document.guess).toBeUndefined();
    expect(parts('guess=2.5')).toEqual(['guess=2.5']);
  });

  it('brings back which series have charts, and passes over those that the model has not', () => {
    const [first, second] = [...model.variables.keys()] as [string, string];
    const hash = linkFor({ ...emptyDocument('small', 'first'), shown: [second, first] }, view);
    expect(open(hash)).toMatchObject({ document: { shown: [second, first] }, problems: [] });
    expect(open(`shown=no%20such%0A${first}`).document.shown).toEqual([first]);
    expect(open('shown=').document.shown).toEqual([]);
    expect(open('preset=first').document.shown).toBeUndefined();
  });

  it('brings back what the charts show, and leaves out what is no name', () => {
    const charts = (hash: string) => open(hash).view.charts;
    const hash = linkFor(emptyDocument('small', 'first'), { ...view, charts: ['leaving', undefined] });
    expect(hash).toContain('graphs=leaving,');
    expect(charts(hash)).toEqual(['leaving', undefined]);
    expect(charts('graphs=,entering')).toEqual([undefined, 'entering']);
    expect(charts('graphs=<b>,a b,c')).toEqual([undefined, undefined]);
    expect(
      linkFor(emptyDocument('small', 'first'), { ...view, charts: [undefined, undefined] }),
    ).not.toContain('graphs');
    expect(open('year=20').view).not.toHaveProperty('charts');
  });

  it('brings back that the charts show how uncertain they are', () => {
    const hash = linkFor(emptyDocument('small', 'first'), { ...view, uncertainty: true });
    expect(hash).toContain('&bands=1');
    expect(open(hash).view.uncertainty).toBe(true);
    expect(linkFor(emptyDocument('small', 'first'), { ...view, uncertainty: false })).not.toContain('bands');
    expect(open('bands=yes').view).not.toHaveProperty('uncertainty');
  });

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
            ...emptyDocument('small', presetId),
            own: own === undefined ? [] : [mine('own', own)],
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
      ...emptyDocument('small', 'first'),
      own: [mine('own', { lever_pull: 0.5 })],
      selected: 'own',
    };
    expect(linkFor(work, { view: 'explore', language: 'sv', horizon: 20 })).toBe(
      'v=1xos5d&model=small&preset=first&show=own&own=pull:0.5&year=20&lang=sv',
    );
  });

  it('that is empty opens the first preset at base', () => {
    expect(open('').document).toEqual(emptyDocument('small', 'first'));
    expect(open('').problems).toEqual([]);
  });

  it('keeps what fits and names what does not', () => {
    const damaged = open('#own=pull:0.5,teach:9,nobody:1,pull:x&show=own&preset=mars');
    expect(damaged.document.own).toEqual([mine('own', { lever_pull: 0.5 })]);
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
    expect(parts(`#own=${'a'.repeat(9000)}`)).toEqual(['link-too-long']);
  });

  it('that was cut or changed on the way is told of, and one written by hand is not', () => {
    const work: Document = {
      ...emptyDocument('small', 'first'),
      own: [mine('own', { lever_pull: 0.5 }, 'Vår väg'), mine('own2', { lever_teach: 0.25 })],
      selected: 'own',
    };
    const link = linkFor(work, {
      ...{ view: 'compare', language: 'sv', horizon: 40, comparison: 'difference' },
      uncertainty: true,
    });
    const told = (hash: string) => toldOnce(open(`#${hash}`).problems).map(({ code }) => code);
    expect(told(link)).toEqual([]);
    expect(told(link.replace('year=40', 'year=4').replace('lang=sv', 'lang=en'))).toEqual([]);
    expect(told(link.replace(/^v=\w+&/, ''))).toEqual([]);
    expect(told(link.replace(/^v=1x\w+/, 'v=1'))).toEqual([]);
    expect(told(link.replace('pull:0.5', 'pull:0.4'))).toEqual(['link-changed']);
    expect(told(link.replace('pull:0.5', 'pull:5'))).toEqual(['link-damaged']);
    for (let end = 'v=1'.length; end < link.length; end++)
      expect(told(link.slice(0, end)), link.slice(0, end)).toHaveLength(1);
    expect(parts('view=nowhere&year=7&lang=xx&draw=art&graphs=,&bands=2&v=one&howl=1')).toEqual([
      ...['howl=1', 'view=nowhere', 'year=7', 'lang=xx', 'draw=art', 'graphs=,', 'bands=2', 'v=one'],
    ]);
  });

  it('never throws, whatever a stranger writes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const { document } = open(`#own=${text}&show=${text}&preset=${text}&${text}`);
        expect(document.modelId).toBe('small');
        const values = document.own.flatMap(({ policy }) => Object.values(policy));
        for (const value of values) expect(value >= 0 && value <= 1).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('gives names and notes that a link can be made of again, cut where a character ends', () => {
    const face = encodeURIComponent('😀');
    const [name, ask] = ['a'.repeat(59), 'b'.repeat(199)];
    const { document } = open(`own=one:1&name-own=${name}${face}%E2%80%AE&ask=${ask}${face}`);
    expect(document).toMatchObject({ own: [{ name }], notes: { question: ask } });
    expect(() => linkFor(document, view)).not.toThrow();
  });

  it('carries what is known of a municipality, and names what the model does not ask for', () => {
    const work: Document = { ...emptyDocument('small', 'first'), municipality: { births: 300 } };
    const link = linkFor(work, { view: 'explore', language: 'sv', horizon: 20 });
    expect(link).toContain('town=births:300');
    expect(open(`#${link}`).document).toEqual(work);
    expect(parts('#town=births:300,births:-1,deaths:3')).toEqual(['births:-1', 'deaths:3']);
    expect(open('#town=deaths:3').document.municipality).toBeUndefined();
  });

  it('carries four named strategies, assumptions, payers, budget and what is compared in under 800 characters', () => {
    const policy = { lever_pull: 0.12345678, lever_teach: 0.87654321 };
    const work: Document = {
      ...emptyDocument('small', 'dear'),
      own: [...ownIds].reverse().map((id) => mine(id, policy, `Förslag & ”åtgärder”, del ${id} = 100 %`)),
      payers: { kommun: 1 },
      budget: { sum: 5e6, yields: 'lever_teach' },
      compared: ['own3', 'all'],
      selected: 'own3',
    };
    const link = linkFor(work, view);
    expect(link.length).toBeLessThan(800);
    expect(open(`#${link}`)).toEqual({ document: work, problems: [], view });
  });

  it('takes assumptions within their ranges only, and payers that make a whole', () => {
    const ranged = {
      ...model,
      variables: new Map(
        [...model.variables].map(([id, v]) => [
          id,
          v.kind === 'parameter' && id === 'cost_pull'
            ? { ...v, distribution: { shape: 'uniform' as const, min: 5e6, max: 20e6 } }
            : v,
        ]),
      ),
    };
    const read = (hash: string) => documentFrom(splitLink(hash).parts, ranged);
    expect(read('#if=cost_pull:6000000').document.assumptions).toEqual({ cost_pull: 6e6 });
    // The place's own value is no assumption of anybody's.
    expect(read('#if=cost_pull:10000000')).toMatchObject({ document: { assumptions: {} }, problems: [] });
    expect(read('#if=cost_pull:1,lever_pull:1').document.assumptions).toEqual({});
    expect(read('#if=cost_pull:1,lever_pull:1').problems).toMatchObject([
      { args: { parts: ['cost_pull:1', 'lever_pull:1'] } },
    ]);
    expect(read('#pay=kommun:0.5').document.payers).toBeUndefined();
    for (const pay of ['kommun:0.5', 'kommun:0.5,kommun:0.5', 'kommun:1,nobody:0', 'kommun:x', ''])
      expect(read(`#pay=${pay}`)).toMatchObject({
        document: { payers: undefined },
        problems: [{ args: { parts: [`pay=${pay}`] } }],
      });
    expect(read('#sum=-1').problems).toHaveLength(1);
    expect(read('#sum=5&yields=nobody').document.budget).toEqual({ sum: 5 });
  });

  it('that is packed never unpacks to more than a link may be', () => {
    expect(unpack(pack('a'.repeat(8000)), 8000)).toHaveLength(8000);
    expect(unpack(pack('a'.repeat(8001)), 8000)).toBeUndefined();
    expect(unpack(pack('åäö'), 8000)).toBe('åäö');
    for (const damaged of ['', '!', 'AAAA', pack('hello').slice(1)]) {
      expect(open(`#z=${damaged}`).document).toEqual(emptyDocument('small', 'first'));
    }
    expect(parts('#z=!')).toEqual(['link-unreadable']);
  });
});
