// The service worker: after the first visit the whole site is on the machine, and opens without a network. The build
// writes the site's files, each with a hash in its name or a revision, in place of the list below (vite.config.ts).
// Only what is used here: the library types of a service worker and of a page exclude each other.
interface Life {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetch extends Life {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Clients {
  claim(): Promise<void>;
  matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly unknown[]>;
}
declare const self: {
  readonly registration: {
    readonly scope: string;
    readonly installing: unknown;
    readonly waiting: unknown;
  };
  readonly clients: Clients;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate' | 'message', listener: (event: Life) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetch) => void): void;
};
declare const SITE: { readonly revision: string; readonly files: readonly string[] };

const cacheName = `uppstroms-${SITE.revision}`;

// A file without a hash in its name is asked for anew: the copy that the browser holds may be of an earlier version.
self.addEventListener('install', (event) => {
  const files = SITE.files.map((file) =>
    file.startsWith('./assets/') ? file : new Request(file, { cache: 'no-cache' }),
  );
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files)));
});

// A page that begins asks: this version need not wait for the page that asks, which is then loaded anew, but for any other.
self.addEventListener('message', (event) => {
  event.waitUntil(waitForOthersOnly());
});

async function waitForOthersOnly(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length === 1) await self.skipWaiting();
}

// Where there is no earlier version, the open page is of this one: from now on it needs no network either.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    earlier().then(async (names) => {
      if (names.length === 0) await self.clients.claim();
    }),
  );
});

/** Caches of other versions, unless one of those is the next. */
async function earlier(): Promise<readonly string[]> {
  const { installing, waiting } = self.registration;
  if (installing !== null || waiting !== null) return [];
  const names = await caches.keys();
  return names.filter((name) => name.startsWith('uppstroms-') && name !== cacheName);
}

// Page and files come from one and the same version: a page never meets the files of another. One that asked this version
// to take over may still want files of its own; with the first page of this version those of earlier ones go.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  const isPage = request.mode === 'navigate';
  event.respondWith(answer(isPage ? './' : request, request));
  if (isPage)
    event.waitUntil(earlier().then((names) => Promise.all(names.map((name) => caches.delete(name)))));
});

async function answer(wanted: RequestInfo, request: Request): Promise<Response> {
  // A server may say that answers vary with the asker's origin, which a page's scripts name and the list above did not.
  const loosely = { ignoreSearch: true, ignoreVary: true };
  const cache = await caches.open(cacheName);
  const found = (await cache.match(wanted, loosely)) ?? (await caches.match(wanted, loosely));
  return found ?? fetch(request);
}
