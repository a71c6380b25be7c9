import { createActions, type Actions } from './app/actions.ts';
import { atRest } from './app/at-rest.ts';
import { createEngineClient } from './app/engine-client.ts';
import { createExports } from './app/exports.ts';
import { initialState } from './app/initial-state.ts';
import { createKeeper } from './app/keeper.ts';
import { createLayout } from './app/layout-client.ts';
import { linkFor } from './app/link.ts';
import { createNotifier } from './app/notices.ts';
import { createOpening } from './app/opening.ts';
import { readPreferences } from './app/preferences.ts';
import { createReader } from './app/reader-client.ts';
import { createStore } from './app/store.ts';
import type { AppState, Session } from './app/state.ts';
import { createMemory } from './app/timeline.ts';
import { createWorkStore } from './app/work-store.ts';
import { createWorkerPool, type WorkerPool } from './app/worker-pool.ts';
import { nextTask } from './base/next-task.ts';
import { format } from './text/format.ts';
import { UpApp } from './views/up-app.ts';

/** What a browser hands an installed program; not yet in the library types. */
interface Launch {
  readonly files: readonly FileSystemFileHandle[];
}

const storage = (): Storage => window.localStorage;
const preferences = readPreferences(storage);

const store = createStore<AppState>(
  initialState({
    language: document.documentElement.lang === 'en' ? 'en' : 'sv', // as it was first painted
    ...preferences,
  }),
);

// Written literally like this so that the build finds the worker.
const startWorker = (): Worker =>
  new Worker(new URL('../workers/simulation.ts', import.meta.url), { type: 'module', name: 'simulation' });
let pool: WorkerPool | undefined;
/** Each worker has a model of its own open, which on a machine with many processors would be much memory. */
const mostWorkers = 4;
const processors = navigator.hardwareConcurrency || 1;
/** Workers beside the one that the levers use. */
const workers = (): WorkerPool => (pool ??= createWorkerPool(startWorker, Math.min(mostWorkers, processors)));
const engine = createEngineClient(startWorker);
const startReader = (): Worker =>
  new Worker(new URL('../workers/reading.ts', import.meta.url), { type: 'module', name: 'reading' });
const startDrawing = (): Worker =>
  new Worker(new URL('../workers/drawing.ts', import.meta.url), { type: 'module', name: 'drawing' });
const notify = createNotifier(store);
const keeper = createKeeper({
  store,
  works: createWorkStore(storage),
  tab: () => window.sessionStorage,
  notify,
});
const actions: Actions = {
  ...createActions(store, engine, storage, workers, createLayout(startDrawing)),
  ...createOpening({ store, engine, keeper, readFile: createReader(startReader), notify }),
  ...createMemory(store),
  ...createExports(store, engine),
};

/** The address bar follows the state; during a drag it waits, since browsers limit how often it may change. */
let written = '';
function followAddress({ document: work, session, beforeDrag }: AppState): void {
  if (session.model.status !== 'ready' || beforeDrag !== undefined) return;
  const link = linkFor(work, session);
  if (link === written) return;
  written = link;
  history.replaceState(null, '', `#${link}`);
}
store.subscribe(followAddress);
window.addEventListener('hashchange', () => {
  if (location.hash.slice(1) !== written) void actions.openLink(location.hash);
});

// What is done is saved as it is done; a page that is left may never come back, and one that comes back may find that
// another tab has gone on with its work.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') keeper.leave();
  else keeper.comeBack();
});
window.addEventListener('pagehide', () => keeper.leave());
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) keeper.comeBack();
});

/** Touches the root only for what is new: a root that is touched has the whole page's styles computed again. */
function followSession({ session }: AppState, before?: AppState): void {
  const told: readonly (keyof Session)[] = ['language', 'theme', 'presenting'];
  if (before !== undefined && told.every((key) => session[key] === before.session[key])) return;
  const root = document.documentElement;
  root.lang = session.language;
  if (session.presenting) root.dataset['scale'] = 'projector';
  else delete root.dataset['scale'];
  if (session.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = session.theme;
}
store.subscribe(followSession);
followSession(store.get());

const app = new UpApp(store, actions);
app.hidden = true; // until its first screen is there: the page shows something meanwhile
// Its frame, and the first of the browser's own number printers, which are slow to make: each in a task of its own.
void nextTask()
  .then(() => document.body.append(app))
  .then(nextTask)
  .then(() => format(store.get().session.language).people(0));

// A bug must be seen, with a report that can be copied; never a page that silently stopped.
const showFailure = (cause: unknown): void => app.fail(cause);
window.addEventListener('error', (event) => showFailure(event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => showFailure(event.reason));

// Who comes for the first time, and with no link, meets the first minute.
void actions.start(location.hash, preferences.seen === true ? '' : '#view=start');

// Installed, the program is offered for the files of manifest.webmanifest, and is handed them here.
if ('launchQueue' in window) {
  const queue = window.launchQueue as { setConsumer(take: (launch: Launch) => void): void };
  queue.setConsumer(({ files }) => {
    if (files.length === 0) return;
    void Promise.all(files.map((file) => file.getFile())).then((given) => actions.openFiles(given));
  });
}

// How sure an answer is asks all workers at once: they are ready before anybody asks, when the page and its user have
// nothing else to do. Not on a small phone, which has better use for the memory.
if (processors > 2 || !matchMedia('(pointer: coarse)').matches) {
  const whenIdle = 'requestIdleCallback' in window ? requestIdleCallback : setTimeout;
  atRest(store, 3000, () => whenIdle(() => workers().start()));
}

/** A new version that waits is taken as the page begins, when nothing is done yet, if no other page of the old one is open. */
async function takeNewVersion({ serviceWorker }: Navigator): Promise<void> {
  const waiting = (await serviceWorker.getRegistration())?.waiting;
  if (!waiting || serviceWorker.controller === null) return;
  serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('begins');
}

// For rooms with bad networks: the next visit needs none. Late, so that nothing of this visit waits for it; a browser
// that refuses (a private window, a page without https) goes on as before.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  const passOver = (refused: unknown): void => {
    if (!(refused instanceof DOMException) && !(refused instanceof TypeError)) throw refused;
  };
  takeNewVersion(navigator).catch(passOver);
  atRest(store, 4000, () => {
    navigator.serviceWorker.register('./offline.js').catch(passOver);
  });
}
