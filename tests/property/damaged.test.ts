// Links and files from strangers, damaged in a thousand ways: each is opened, or told of in words, and the work that is
// open is never touched by one that is not opened.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkFor, splitLink } from '../../src/app/link.ts';
import { pack } from '../../src/app/link-pack.ts';
import { writeWork } from '../../src/app/work-file.ts';
import type { Document } from '../../src/app/state.ts';
import { emptyDocument } from '../../src/app/strategies.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { ok } from '../../src/base/result.ts';
import { describe as inWords } from '../../src/text/diagnostics.ts';
import { openingStage, type Stage } from '../tools/opening-stage.ts';
import { modelText } from '../tools/shipped-models.ts';

const runs = 1000;

const stella = `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><name>Kar</name><vendor>x</vendor><product version="1">y</product></header>
<sim_specs method="Euler" time_units="Months"><start>0</start><stop>24</stop><dt>0.25</dt></sim_specs>
<model><variables>
<stock name="Vatten"><eqn>50</eqn><inflow>Kran</inflow><outflow>Avlopp</outflow></stock>
<flow name="Kran"><eqn>Läge * STEP(1, 3)</eqn></flow>
<flow name="Avlopp"><eqn>Vatten / MAX(Tid, 0.1)</eqn><non_negative/></flow>
<aux name="Läge"><eqn>12</eqn></aux><aux name="Tid"><eqn>DELAY3(8, 2)</eqn></aux>
</variables></model></xmile>`;
const vensim = `{UTF-8}
Teacup = INTEG(-cooling, 180) ~ degree ~|
cooling = (Teacup - room) / 10 ~ degree/minute ~|
region: north, south ~~|
room = SUM(rooms[region!]) ~ degree ~|
rooms[region] = 35, 35 ~ degree ~|
FINAL TIME = 30 ~~| INITIAL TIME = 0 ~~| TIME STEP = 0.125 ~~| SAVEPER = 1 ~~|
`;
const mine: Document = {
  ...emptyDocument('smittan', undefined),
  own: [{ id: 'own', name: 'Mitt förslag', policy: {} }],
  selected: 'own',
};
const work = writeWork(
  {
    document: mine,
    past: [mine, emptyDocument('smittan', undefined)],
    future: [],
    bookmarks: [{ name: 'a', document: mine }],
    file: undefined,
    view: new Map(),
  },
  { sv: 'Smittan', en: 'Contagion' },
  0,
  1,
);
const files: readonly (readonly [string, string])[] = [
  ['work.json', work],
  ['work.json', work],
  ['kar.stmx', stella],
  ['kopp.mdl', vensim],
  ['badkaret.yaml', modelText('badkaret')],
];

/** What may befall some bytes: some turned into others, some cut out, some doubled, or the end gone. */
const damage = fc.record({
  flips: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 12 }),
  cut: fc.option(fc.tuple(fc.nat(), fc.nat({ max: 60 })), { nil: undefined }),
  double: fc.option(fc.tuple(fc.nat(), fc.nat({ max: 60 })), { nil: undefined }),
  end: fc.option(fc.nat(), { nil: undefined }),
});

function damaged(
  bytes: Uint8Array,
  { flips, cut, double, end }: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): Uint8Array<ArrayBuffer> {
  let all = [...bytes];
  for (const [at, to] of flips) all[at % all.length] = to;
  if (cut) all.splice(cut[0] % all.length, cut[1]);
  if (double) {
    const from = double[0] % Math.max(1, all.length);
    all.splice(from, 0, ...all.slice(from, from + double[1]));
  }
  if (end !== undefined) all = all.slice(0, end % (all.length + 1));
  return Uint8Array.from(all);
}

/** Each message has words in both languages, and of a thing that is named no more than can be read. */
function isTold(problems: readonly Diagnostic[]): void {
  for (const problem of problems)
    for (const language of ['sv', 'en'] as const) {
      const { words } = inWords(problem, language);
      expect(words).not.toBe('');
      expect(words).not.toContain('undefined');
    }
}

async function stageWithWork(engine?: Parameters<typeof openingStage>[2]): Promise<Stage> {
  const stage = openingStage(undefined, undefined, engine);
  await stage.opening.start('#model=smittan', '');
  stage.store.update((s) => ({ ...s, document: mine, past: [s.document] }));
  return stage;
}

it('a damaged file is opened or told of, and what is open stays when it is told of', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), damage, async ([name, text], harm) => {
      const stage = await stageWithWork();
      const before = stage.store.get();
      const bytes = damaged(new TextEncoder().encode(text), harm);
      await stage.opening.openFiles([new File([bytes], name)]);
      const after = stage.store.get();
      if (after.session.opening?.status === 'failed') {
        told++;
        expect(after.session.opening.diagnostics.length).toBeGreaterThan(0);
        isTold(after.session.opening.diagnostics);
        expect(after.document).toBe(before.document);
        expect(after.past).toBe(before.past);
        expect(after.session.model).toBe(before.session.model);
      } else {
        expect(after.session.opening).toBeUndefined();
        expect(after.session.model.status).toBe('ready');
        // What was open can be gone back to.
        expect(after.session.offer?.steps).toBe(1);
      }
      isTold(after.session.notices);
    }),
    { seed: 20261121, numRuns: runs },
  );
  // Some damage is none, such as in a comment; most is.
  expect(told).toBeGreaterThan(runs / 2);
}, 60_000);

it('a damaged link is opened with what of it can be read, and what cannot is told of', async () => {
  const address = linkFor(
    { ...mine, budget: { sum: 5e6 }, payers: { kommun: 1 } },
    { view: 'money', language: 'sv', horizon: 40 },
  );
  const links = [address, address, `z=${pack(address)}`, `file=a.mdl&${address}`];
  // The models are the program's own: no engine need look at each of them again.
  const stage = await stageWithWork({ open: () => ok({ handle: 1, warnings: [] }) });
  let told = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...links), damage, async (link, harm) => {
      const text = new TextDecoder().decode(damaged(new TextEncoder().encode(link), harm));
      stage.store.update((s) => ({ ...s, session: { ...s.session, notices: [] } }));
      await stage.opening.openLink(`#${text}`);
      const { session, document } = stage.store.get();
      expect(session.model.status).toBe('ready');
      isTold(session.notices);
      if (session.notices.length > 0) told++;
      expect(document.own.length).toBeLessThanOrEqual(4);
      // A link of the state that came of it opens to the same state, without a word.
      const again = splitLink(linkFor(document, session));
      expect(again.problems).toEqual([]);
    }),
    { seed: 20261122, numRuns: runs },
  );
  expect(told).toBeGreaterThan(runs / 3);
}, 60_000);

it.each([
  ['a long one', 'own='.padEnd(100_000, 'a')],
  ['a packed one that unpacks to much', `z=${pack('a'.repeat(5_000_000))}`],
  ['ten thousand parts', Array.from({ length: 10_000 }, (_, i) => `k${i}=1`).join('&')],
  [
    'names of what every object has',
    'own=__proto__:1,constructor:1&if=toString:1&pay=__proto__:1&model=__proto__&preset=constructor',
  ],
])('%s does no harm', async (_, link) => {
  const stage = await stageWithWork();
  await stage.opening.openLink(`#${link}`);
  expect(stage.store.get().session.model.status).toBe('ready');
  expect(stage.notices().length).toBeGreaterThan(0);
  isTold(stage.store.get().session.notices);
});
