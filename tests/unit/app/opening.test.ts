import { beforeEach, describe, expect, it } from 'vitest';
import { linkFor } from '../../../src/app/link.ts';
import { createExports } from '../../../src/app/exports.ts';
import { FakeStorage } from '../../tools/fake-storage.ts';
import { openingStage, type Stage } from '../../tools/opening-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = openingStage();
  await stage.opening.start('#model=skola', '');
});
const state = () => stage.store.get();
const own = () => state().document.own[0]?.policy;
const link = () => `#${linkFor(state().document, state().session)}`;
const teacup = `
Teacup = INTEG(-cooling, 180) ~ degree ~|
cooling = (Teacup - room) / 10 ~ degree/minute ~|
room = 70 ~ degree ~|
FINAL TIME = 30 ~ minute ~|
INITIAL TIME = 0 ~ minute ~|
TIME STEP = 0.125 ~ minute ~|
SAVEPER = TIME STEP ~ minute ~|
`;
const file = (text: string, name = 'kopp.mdl'): File => new File([text], name);

describe('a link', () => {
  it('opens what it describes; without one the page opens what it is told to', async () => {
    expect(state().document.modelId).toBe('skola');
    const other = openingStage();
    await other.opening.start('', '#view=start');
    expect(other.store.get().document.modelId).toBe('kommun');
    expect(other.store.get().session.view).toBe('start');
  });

  it('that describes the very work that is kept brings its history back', async () => {
    const [shared, tab] = [new FakeStorage(), new FakeStorage()];
    const before = openingStage(shared, tab);
    await before.opening.start('#model=skola', '');
    before.move('early', 0.5);
    before.move('early', 0.6);
    before.leave();
    const address = `#${linkFor(before.store.get().document, before.store.get().session)}`;
    const after = openingStage(shared, tab);
    await after.opening.start(address, '');
    expect(after.store.get().past).toHaveLength(2);
    expect(after.store.get().session.offer).toBeUndefined();
  });

  it('of other work wins over what is kept, which is offered until something is done', async () => {
    const shared = new FakeStorage();
    const before = openingStage(shared);
    await before.opening.start('#model=skola', '');
    before.move('early', 0.5);
    before.leave();
    const after = openingStage(shared);
    await after.opening.start('#model=skola&own=early:0.9&show=own', '');
    const { offer } = after.store.get().session;
    expect(after.store.get().document.own[0]!.policy).toEqual({ lever_early: 0.9 });
    expect(after.store.get().past).toEqual([]);
    expect(offer).toMatchObject({ steps: 1 });
    after.move('early', 0.8);
    expect(after.store.get().session.offer).toBeUndefined();
    await after.opening.openWork(offer!.id);
    expect(after.store.get().document.own[0]!.policy).toEqual({ lever_early: 0.5 });
    expect(after.store.get().past).toHaveLength(1);
  });

  it('that is empty goes on with the newest work', async () => {
    const shared = new FakeStorage();
    const before = openingStage(shared);
    await before.opening.start('#model=skola&view=money', '');
    before.move('early', 0.5);
    before.leave();
    const after = openingStage(shared);
    await after.opening.start('', '#view=start');
    expect(after.store.get().document.own[0]!.policy).toEqual({ lever_early: 0.5 });
    expect(after.store.get().session.view).toBe('money');
  });

  it('to a model that is not there leaves what is open', async () => {
    stage.move('early', 0.5);
    const before = state();
    await stage.opening.openLink('#model=mars');
    expect(state().document).toBe(before.document);
    expect(state().session.model).toBe(before.session.model);
    expect(stage.notices()).toEqual(['unknown-model']);
  });

  it("to a file of one's own opens where the file is kept, and elsewhere says what is missing", async () => {
    await stage.opening.openFiles([file(teacup)]);
    const address = link();
    expect(address).toContain('file=kopp.mdl');
    await stage.opening.openModel('skola');
    await stage.opening.openLink(address);
    // Nothing was done in it, but it was brought, and so it is kept.
    expect(state().session.file?.name).toBe('kopp.mdl');
    const elsewhere = openingStage();
    await elsewhere.opening.start(address, '');
    expect(elsewhere.notices()).toEqual(['link-needs-file']);
    expect(elsewhere.store.get().document.modelId).toBe('kommun');
  });

  it('of a newer version is read as far as it goes', async () => {
    await stage.opening.openLink('#v=2&model=skola&own=early:0.5&show=own');
    expect(own()).toEqual({ lever_early: 0.5 });
    expect(stage.notices()).toEqual(['link-newer']);
  });
});

describe('a file', () => {
  it('of another program opens with a range for each constant, and the work before it is offered', async () => {
    stage.move('early', 0.5);
    await stage.opening.openFiles([file(teacup)]);
    const { model, offer, opening } = state().session;
    if (model.status !== 'ready') throw new Error(model.status);
    expect(opening).toBeUndefined();
    expect(model.value.dialect).toBe('vensim');
    const room = model.value.variables.get('room')!;
    expect(room.kind === 'parameter' && room.distribution).toMatchObject({ min: 0, max: 140 });
    const step = model.value.variables.get('TIME STEP') ?? model.value.variables.get('TIME_STEP');
    if (step?.kind === 'parameter') expect(step.distribution.min).toBe(step.distribution.max);
    await stage.opening.openWork(offer!.id);
    expect(own()).toEqual({ lever_early: 0.5 });
    expect(state().session.file).toBeUndefined();
  });

  it('is read with the data files that came with it, however the model writes the way to them', async () => {
    const model = teacup.replace('room = 70', "room = GET DIRECT CONSTANTS('data/room.csv', ',', 'A1')");
    await stage.opening.openFiles([file(model)]);
    expect(state().session.opening).toMatchObject({ status: 'failed' });
    await stage.opening.openFiles([file(model), file('21\n', 'ROOM.csv')]);
    const { model: opened } = state().session;
    const room = opened.status === 'ready' && opened.value.variables.get('room');
    expect(room && room.kind === 'parameter' && room.value).toBe(21);
  });

  it('of a work opens as a work of its own, with bookmarks', async () => {
    stage.move('early', 0.5);
    stage.store.update((s) => ({ ...s, bookmarks: [{ name: 'Mitt', document: s.document }] }));
    const given = createExports(stage.store, { run: () => new Promise(() => undefined) }).workAsFile();
    expect(given.name).toMatch(/^uppstroms-[a-z0-9-]+\.json$/);
    const other = openingStage();
    await other.opening.start('', '');
    await other.opening.openFiles([file(given.text, given.name)]);
    expect(other.store.get().document).toEqual(state().document);
    expect(other.store.get().bookmarks.map((b) => b.name)).toEqual(['Mitt']);
  });

  it.each([
    ['nothing', [], 'no-file'],
    ['a picture', [file('x', 'a.png')], 'unknown-format'],
    ['data alone', [file('x', 'a.csv')], 'unknown-format'],
    ['two models', [file('x'), file('x', 'b.stmx')], 'several-models'],
    ['too many', Array.from({ length: 51 }, (_, i) => file('x', `${i}.csv`)), 'too-many'],
    ['a broken work', [file('{', 'a.json')], 'work-damaged'],
    ['a broken model', [file('<xmile', 'a.stmx')], 'xml-syntax'],
  ])('that is %s is told of, and what is open stays', async (_, files, code) => {
    stage.move('early', 0.5);
    const before = state();
    await stage.opening.openFiles(files);
    const { opening, drawer, model } = state().session;
    expect(opening?.status === 'failed' && opening.diagnostics[0]!.code).toBe(code);
    expect(drawer).toEqual({ id: 'open' });
    expect(model).toBe(before.session.model);
    expect(state().document).toBe(before.document);
    expect(state().past).toBe(before.past);
  });

  it('that the browser cannot read is told of', async () => {
    const gone = file('x');
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await stage.opening.openFiles([gone]);
    expect(state().session.opening).toMatchObject({ diagnostics: [{ code: 'file-unreadable' }] });
  });
});

it('lists works, removes them, and takes an offer away with its work', async () => {
  stage.move('early', 0.5);
  await stage.opening.openModel('badkaret');
  const offer = state().session.offer!;
  stage.opening.listWorks();
  expect(state().session.works.map((w) => w.id)).toEqual([offer.id]);
  stage.opening.removeWork(offer.id);
  expect(state().session.works).toEqual([]);
  expect(state().session.offer).toBeUndefined();
  await stage.opening.openWork(offer.id);
  expect(stage.notices()).toEqual(['work-damaged']);
});

it('shows only the newest of two openings at once', async () => {
  await Promise.all([stage.opening.openModel('badkaret'), stage.opening.openModel('smittan')]);
  expect(state().document.modelId).toBe('smittan');
});

it('goes on with what is being opened when a file meanwhile cannot be', async () => {
  const other = openingStage();
  const started = other.opening.start('#model=badkaret', '');
  await other.opening.openFiles([file('{', 'a.json')]);
  await started;
  expect(other.store.get().document.modelId).toBe('badkaret');
  expect(other.store.get().session.opening).toMatchObject({ status: 'failed' });
});
