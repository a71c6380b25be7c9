import { error, type Diagnostic } from '../base/diagnostic.ts';
import { fetched } from '../base/fetched.ts';
import type { Result } from '../base/result.ts';
import { withRanges } from '../model/constant-ranges.ts';
import type { Model } from '../model/model.ts';
import type { EngineClient } from './engine-client.ts';
import { firstModel } from './first-model.ts';
import { sortFiles, type Given, type GivenModel } from './given-files.ts';
import type { Keeper } from './keeper.ts';
import { loadModel, loadParts } from './library.ts';
import { documentFrom, partsOf, splitLink, toldOnce } from './link.ts';
import { viewFrom, type LinkParts } from './link-view.ts';
import type { ReadFile } from './reader-client.ts';
import type { AppState, OwnFile, Session, WorkSummary } from './state.ts';
import type { Store } from './store.ts';
import { readWork, workIn, type Work, type WrittenWork } from './work-file.ts';

type Read = Result<Model, readonly Diagnostic[]>;
type Content = Omit<Work, 'file' | 'view'>;

/** How a work comes on the screen: by a link, from the shelf of models, from what this browser keeps, or from a file. */
export interface Opening {
  /** Opens what the page was called with: its address, or without one what this browser had last, or `otherwise`. */
  start(hash: string, otherwise: string): Promise<void>;
  /**
   * Opens what a link describes: model, settings and view. An empty link opens the first model. When this browser keeps
   * the very work that the link describes, that one is opened, with its history.
   */
  openLink(hash: string): Promise<void>;
  /** Opens a shipped model at its first preset. What was open can be gone back to. */
  openModel(id: string): Promise<void>;
  /** Goes on with a work that this browser keeps. */
  openWork(id: string): Promise<void>;
  /** Opens a saved work, or a model of any program with the data files that came with it. */
  openFiles(files: readonly File[]): Promise<void>;
  /** Reads again which works this browser keeps. */
  listWorks(): void;
  removeWork(id: string): void;
  dismissOffer(): void;
}

export interface OpeningServices {
  readonly store: Store<AppState>;
  readonly engine: EngineClient;
  readonly keeper: Keeper;
  readonly readFile: ReadFile;
  readonly notify: (...diagnostics: readonly Diagnostic[]) => void;
}

export function createOpening({ store, engine, keeper, readFile, notify }: OpeningServices): Opening {
  const changeSession = (change: Partial<Session>): void =>
    store.update((state) => ({ ...state, session: { ...state.session, ...change } }));
  // Who does something has chosen what to go on with.
  store.subscribe(({ session: { offer }, past }, before) => {
    if (offer !== undefined && offer === before.session.offer && past.length > before.past.length)
      changeSession({ offer: undefined });
  });
  /** The newest opening wins: one that is overtaken shows nothing. */
  let turn = 0;
  const begin = (): number => {
    if (store.get().session.opening !== undefined) changeSession({ opening: undefined });
    return ++turn;
  };

  /**
   * Puts a model and what is done with it on the screen. When that fails, what was open stays.
   * @param id the work that is gone on with, if this browser keeps it
   * @returns what is wrong with the model, or undefined when it is on the screen
   */
  async function show(
    read: Read,
    contentFor: (model: Model) => Content & { readonly id?: string | undefined },
    { file, view, mine }: { file?: OwnFile; view?: Partial<Session>; mine: number },
  ): Promise<readonly Diagnostic[] | undefined> {
    const before = store.get().session;
    if (!read.ok) {
      if (before.model.status !== 'ready')
        changeSession({ model: { status: 'failed', diagnostics: read.error } });
      return read.error;
    }
    keeper.flush();
    const from = keeper.current();
    changeSession({ model: { status: 'loading' } });
    const opened = await engine.open(read.value);
    if (mine !== turn) return undefined;
    if (!opened.ok) {
      if (before.model.status === 'ready') await engine.open(before.model.value);
      const model = before.model.status === 'ready' ? before.model : undefined;
      changeSession({ model: model ?? { status: 'failed', diagnostics: opened.error } });
      return opened.error;
    }
    const { id, ...content } = contentFor(read.value);
    keeper.keepAs(id);
    const offer = offerBeside(id, from);
    store.update((state) => ({
      ...state,
      ...content,
      beforeDrag: undefined,
      previous: undefined,
      session: {
        ...state.session,
        charts: undefined,
        ...view,
        model: {
          status: 'ready',
          value: file === undefined ? read.value : withWarnings(read.value, opened.value),
        },
        file,
        offer,
        runs: {},
        failures: {},
      },
    }));
    return undefined;
  }

  /** The work to go back to: the one that was open, or at the page's beginning the newest. */
  function offerBeside(id: string | undefined, from: string | undefined): WorkSummary | undefined {
    const works = keeper.list();
    const offer = works.find((work) => work.id === from) ?? works[0];
    return offer?.id === id ? undefined : offer;
  }

  const readShipped = (parts: LinkParts): Promise<Read> => loadModel(parts.get('model') ?? firstModel);

  /** Reads a model file of a person's own, in a worker. */
  async function readOwn(given: GivenModel | OwnFile): Promise<{ read: Read; file?: OwnFile }> {
    const parts = await fetched(loadParts());
    if (parts === undefined)
      return { read: { ok: false, error: [error('not-fetched', { name: given.name })] } };
    const content = 'text' in given ? given.text : given.content;
    const answer = await readFile({ name: given.name, content, beside: given.beside, parts });
    if (!answer.ok) return { read: answer };
    const { model, text } = answer.value;
    return {
      read: { ok: true, value: withRanges(model) },
      file: { name: given.name, text, beside: given.beside },
    };
  }

  async function openWritten(
    written: WrittenWork,
    id: string | undefined,
    mine: number,
  ): Promise<readonly Diagnostic[] | undefined> {
    const own = written.file && (await readOwn(written.file));
    const read = own?.read ?? (await readShipped(written.document));
    if (mine !== turn) return undefined;
    const { language: _own, ...view } = viewFrom(written.view);
    const problems: Diagnostic[] = [];
    const failed = await show(
      read,
      (model) => {
        const { problems: found, ...content } = workIn(written, model);
        problems.push(...found);
        return { ...content, id };
      },
      { mine, view, ...(own?.file === undefined ? {} : { file: own.file }) },
    );
    if (failed === undefined) notify(...problems);
    return failed;
  }

  async function openLink(hash: string): Promise<void> {
    const mine = begin();
    const { parts, problems } = splitLink(hash);
    const ownFile = parts.get('file');
    if (ownFile !== undefined) {
      await openOwnLink(ownFile, mine);
      return notify(...toldOnce(problems));
    }
    const read = await readShipped(parts);
    if (mine !== turn) return;
    const found: Diagnostic[] = [...problems];
    const failed = await show(
      read,
      (model) => {
        const { document, problems: more } = documentFrom(parts, model);
        found.push(...more);
        const kept = keptAs(document, model);
        return kept ?? { ...untouched(model), document };
      },
      { mine, view: viewFrom(parts) },
    );
    // A screen that shows nothing but the failure tells of it itself.
    const open = store.get().session.model.status === 'ready';
    notify(...toldOnce(found), ...(open ? (failed ?? []) : []));
  }

  /** The work of this browser whose present state is this document, with its history: this tab's own before others. */
  function keptAs(document: Work['document'], model: Model): (Content & { readonly id: string }) | undefined {
    const wanted = textOf(document);
    const own = keeper.current();
    const ids = keeper.list().map((work) => work.id);
    for (const id of own === undefined ? ids : [own, ...ids]) {
      const written = keeper.read(id);
      if (written?.file !== undefined || written?.document.get('model') !== model.id) continue;
      if (textOf(documentFrom(written.document, model).document) !== wanted) continue;
      const { problems: _told, ...content } = workIn(written, model);
      return { ...content, id };
    }
    return undefined;
  }

  /** A link to a file of one's own opens only where the file is kept. */
  async function openOwnLink(file: string, mine: number): Promise<void> {
    const own = keeper.current();
    const ids = keeper.list().map((work) => work.id);
    const kept = (own === undefined ? ids : [own, ...ids]).find((id) => keeper.read(id)?.file?.name === file);
    const failed = kept === undefined ? undefined : await openWritten(keeper.read(kept)!, kept, mine);
    if (kept !== undefined && failed === undefined) return;
    notify(...(failed ?? [error('link-needs-file', { file: file.slice(0, 60) })]));
    if (store.get().session.model.status !== 'ready') await openLink('');
  }

  async function openWork(id: string): Promise<void> {
    const mine = begin();
    const written = keeper.read(id);
    const failed =
      written === undefined ? [error('work-damaged', { file: id })] : await openWritten(written, id, mine);
    notify(...(failed ?? []));
  }

  return {
    async start(hash, otherwise) {
      const newest = keeper.current() ?? keeper.list()[0]?.id;
      const called = !/^#?$/.test(hash);
      if (!called && newest !== undefined) await openWork(newest);
      if (store.get().session.model.status !== 'ready') await openLink(called ? hash : otherwise);
    },
    openLink,
    async openModel(id) {
      const mine = begin();
      const read = await loadModel(id);
      if (mine !== turn) return;
      const failed = await show(read, untouched, { mine });
      if (store.get().session.model.status === 'ready') notify(...(failed ?? []));
    },
    openWork,
    async openFiles(files) {
      const name = files[0]?.name ?? '';
      const reading = { status: 'reading', name } as const;
      changeSession({ opening: reading });
      // Nothing else that is being opened is given up for a file until that has been read.
      const isWanted = (): boolean => store.get().session.opening === reading;
      const failed = await openGiven(await sortFiles(files), isWanted);
      if (!isWanted()) return;
      if (failed === undefined) return changeSession({ opening: undefined });
      changeSession({ opening: { status: 'failed', name, diagnostics: failed }, drawer: { id: 'open' } });
    },
    listWorks: () => changeSession({ works: keeper.list() }),
    removeWork(id) {
      keeper.remove(id);
      const { offer } = store.get().session;
      changeSession({ works: keeper.list(), offer: offer?.id === id ? undefined : offer });
    },
    dismissOffer: () => changeSession({ offer: undefined }),
  };

  async function openGiven(
    given: Result<Given, readonly Diagnostic[]>,
    isWanted: () => boolean,
  ): Promise<readonly Diagnostic[] | undefined> {
    if (!given.ok) return given.error;
    if (given.value.kind === 'work') {
      const written = readWork(given.value.text, given.value.name);
      return written.ok ? openWritten(written.value, undefined, ++turn) : written.error;
    }
    const { read, file } = await readOwn(given.value);
    if (!isWanted()) return undefined;
    if (!read.ok) return read.error;
    return show(read, untouched, {
      mine: ++turn,
      view: { view: 'explore' },
      ...(file === undefined ? {} : { file }),
    });
  }
}

/** What the engine has to say of a person's own model, such as units that do not agree, beside what the reader said. */
const withWarnings = (model: Model, found: readonly Diagnostic[]): Model => ({
  ...model,
  warnings: [...(model.warnings ?? []), ...found],
});

const untouched = (model: Model): Content => ({
  document: documentFrom(new Map(), model).document,
  past: [],
  future: [],
  bookmarks: [],
});

const textOf = (document: Work['document']): string => JSON.stringify([...partsOf(document)]);
